package watchword.attack;

import java.util.Comparator;
import watchword.core.report.Reading;

/// What one identity says of an event.
///
/// @param minute after the event
record Told(Reading reading, double minute) {

  static final Comparator<Told> ORDER = Comparator.comparing(Told::reading, Reading.ORDER);

  String source() {
    return reading.source().value();
  }

  boolean supports() {
    return reading.stance().witnessed();
  }
}
