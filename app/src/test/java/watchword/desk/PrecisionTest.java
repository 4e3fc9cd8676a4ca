package watchword.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import watchword.archive.KindsFile;
import watchword.core.place.Gazetteer;
import watchword.core.place.Town;
import watchword.core.report.Channel;
import watchword.core.report.Reader;
import watchword.core.report.Reading;
import watchword.core.report.Report;
import watchword.core.report.ReportId;
import watchword.core.report.SourceKey;
import watchword.core.report.Stance;
import watchword.core.report.Weighted;
import watchword.core.time.Span;

/// What forgetting leaves of a report's place.
class PrecisionTest {

  @Test
  void a_forgotten_report_that_left_several_places_open_is_put_at_none_of_them() {
    Town one = new Town("fen-1", "Fen", List.of(), 52.04, -33.2, 3_000, "");
    Town other = new Town("fen-2", "Fen", List.of(), 53.56, -33.2, 2_000, "");
    Reading reading = new Reader(new Gazetteer("fens", List.of(one, other)), ZoneOffset.UTC).read(new Report(
        new ReportId("r1"), Channel.SEALED, new SourceKey("s"), KindsFile.builtIn().get("explosion"), Stance.SIGHTING, Optional.empty(),
        Span.at(Instant.parse("2026-11-22T10:00:00Z")), "explosion near Fen", List.of(), List.of()));

    Reading left = Precision.publicOnly(reading);

    assertThat(left.place()).isEmpty();
    assertThat(left.choice()).contains("one of 2 places");
    assertThat(left.places()).extracting(Weighted::weight).containsExactly(0.6, 0.4);
    assertThat(left.places()).extracting(place -> place.value().latitude()).containsExactly(52.0, 53.6);
    assertThat(Precision.publicOnly(left)).isEqualTo(left);
  }
}
