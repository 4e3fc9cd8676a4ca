package watchword.core.corroboration;

import java.util.Locale;
import watchword.core.report.Reading;

/// What an editor reads of a report: how it came, how its sender knows, and how often the source was right.
final class Wording {

  static final String NO_SECOND = ", goes with an earlier proven source here in false reports: no second proof";

  static final String COPY = "copy of an earlier report";

  private Wording() {}

  static String of(Reading reading, Track track) {
    String how = switch (reading.stance()) {
      case SIGHTING -> "saw it";
      case HEARD -> "heard it";
      case HEARSAY -> "was told";
      case DENIAL -> "is there and sees nothing";
      case QUESTION -> "asks whether it is true";
    };
    String who = switch (reading.channel()) {
      case SEALED -> "sealed report";
      case OBSERVER -> "enrolled observer";
      case PUBLIC -> "public source";
      case PARTNER -> "partner desk";
      case BY_HAND -> "entered by a member";
      case MAILBOX -> "sealed report of a known mailbox";
    };
    return track.judged() == 0 ? who + ", " + how : "%s, %s, %d of %d earlier reports right".formatted(who, how, track.right(), track.judged());
  }

  /// What an editor reads of a source that goes with another.
  static String of(Copying copying) {
    return String.format(Locale.ROOT, ", goes with an earlier source here in %d of %d false reports: counts %.1f", copying.shared(), copying.many(), copying.left());
  }
}
