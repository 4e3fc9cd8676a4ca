package watchword.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import watchword.archive.KindsFile;
import watchword.core.place.Gazetteer;
import watchword.core.place.Place;
import watchword.core.place.Town;
import watchword.core.report.Channel;
import watchword.core.report.Reader;
import watchword.core.report.Report;
import watchword.core.report.ReportId;
import watchword.core.report.SourceKey;
import watchword.core.report.Stance;
import watchword.core.time.Span;

/// How the console puts things into words.
class SayTest {

  private static final Gazetteer TOWNS = new Gazetteer("fens", List.of(
      town("fen-1", "Fen", 52.0, 3_000), town("fen-2", "Fen", 53.5, 2_000), town("dal", "Dal", 54.5, 9_000)));

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "near Fen | one of 2 places named Fen", "near Dal | at Dal, ± 2.2 km", "near Fenland | no place", "quiet | no place"})
  void where_a_report_says_it_was(String text, String said) {
    assertThat(say(text, Optional.empty())).isEqualTo(said);
    assertThat(say(text, Optional.of(new Place(54.5, -33.2, 300, "")))).isEqualTo("at Dal, ± 300 m");
  }

  @Test
  void an_editor_reads_whether_it_was_seen_or_heard() {
    assertThat(Arrays.stream(Stance.values()).map(Say::stance))
        .containsExactly("saw it", "heard it", "is there and sees nothing", "was told", "asks whether it is true");
  }

  private static String say(String text, Optional<Place> pin) {
    Report report = new Report(new ReportId("r1"), Channel.SEALED, new SourceKey("s"), KindsFile.builtIn().get("explosion"), Stance.SIGHTING, pin,
        Span.at(Instant.parse("2026-11-22T10:00:00Z")), text, List.of(), List.of());
    return new Say(TOWNS, new DeskTime(ZoneOffset.UTC)).place(new Reader(TOWNS, ZoneOffset.UTC).read(report));
  }

  private static Town town(String id, String name, double latitude, long population) {
    return new Town(id, name, List.of(), latitude, -33.2, population, "");
  }
}
