package watchword.attack;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import watchword.core.incident.Incident;
import watchword.core.report.Reading;

/// Something that was or was not, and what was told of it.
///
/// @param so the truth; methods do not read it
/// @param heard when the desk looks at it
/// @param told in order of time
/// @param verdict what the desk's members judge it to be later, now and then wrongly
record Event(int number, boolean so, Making making, Instant at, Instant heard, List<Told> told, Optional<Boolean> verdict) {

  /// By then all have spoken.
  private static final Duration LATE = Duration.ofDays(1);

  Event(int number, boolean so, Making making, List<Told> told, Optional<Boolean> verdict) {
    this(number, so, making, World.at(number), World.at(number).plus(LATE), told, verdict);
  }


  /// What was told of it within so many minutes of the first report.
  Event within(double minutes) {
    double first = told.getFirst().minute();
    if (first + minutes > LATE.toMinutes()) {
      return this;
    }
    Instant until = told.getFirst().reading().when().earliest().plusMillis((long) (60_000 * minutes));
    return new Event(number, so, making, at, until, told.stream().filter(one -> one.minute() <= first + minutes).toList(), verdict);
  }

  /// The same event with more told of it.
  Event with(List<Told> more) {
    return new Event(number, so, making, Stream.concat(told.stream(), more.stream()).sorted(Told.ORDER).toList(), verdict);
  }

  List<Reading> readings() {
    return told.stream().map(Told::reading).toList();
  }

  Incident incident() {
    return Incident.of(readings());
  }

  int supports() {
    return (int) told.stream().filter(Told::supports).count();
  }
}
