package watchword.attack;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import watchword.archive.KindsFile;
import watchword.core.kind.Kind;
import watchword.core.place.Gazetteer;
import watchword.core.place.Place;
import watchword.core.report.Channel;
import watchword.core.report.Reader;
import watchword.core.report.Report;
import watchword.core.report.ReportId;
import watchword.core.report.SourceKey;
import watchword.core.report.Stance;
import watchword.core.time.Span;

/// Turns what is said of one event into readings, as the desk would.
final class Voices {

  private static final Kind KIND = KindsFile.builtIn().get("explosion");
  private static final Reader READER = new Reader(new Gazetteer("attack", List.of()), ZoneOffset.UTC);
  private static final Place PLACE = new Place(52.1, -33.2, 500, "");

  private final int number;
  private final Instant at;
  private final List<Told> told = new ArrayList<>();

  Voices(int number, Instant at) {
    this.number = number;
    this.at = at;
  }

  /// Someone who keeps a name: observers, outlets and mailboxes are all one to the methods.
  void named(String name, boolean supports, double minute, String text) {
    add(Channel.PUBLIC, name, supports, minute, text);
  }

  /// Someone never heard of before.
  void fresh(boolean supports, double minute, String text) {
    add(Channel.SEALED, "fresh-%d-%d".formatted(number, told.size()), supports, minute, text);
  }

  private void add(Channel channel, String source, boolean supports, double minute, String text) {
    Instant when = at.plusMillis((long) (60_000 * minute));
    Report report = new Report(new ReportId("e%05d-%04d".formatted(number, told.size())), channel, new SourceKey(source), KIND,
        supports ? Stance.SIGHTING : Stance.DENIAL, Optional.of(PLACE), Span.at(when), text, List.of(), List.of());
    told.add(new Told(READER.read(report), minute));
  }

  List<Told> inOrder() {
    return told.stream().sorted(Told.ORDER).toList();
  }
}
