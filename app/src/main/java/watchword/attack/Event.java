package watchword.attack;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import watchword.core.incident.Incident;

/// Something that was or was not, and what was told of it.
///
/// @param so the truth; methods do not read it
/// @param told in order of time
/// @param verdict what the desk's members judge it to be later, now and then wrongly
record Event(int number, boolean so, Making making, Instant at, List<Told> told, Optional<Boolean> verdict) {

  /// What was told of it within so many minutes of the first report.
  Event within(double minutes) {
    double first = told.getFirst().minute();
    return new Event(number, so, making, at, told.stream().filter(one -> one.minute() <= first + minutes).toList(), verdict);
  }

  Incident incident() {
    return Incident.of(told.stream().map(Told::reading).toList());
  }

  int supports() {
    return (int) told.stream().filter(Told::supports).count();
  }
}
