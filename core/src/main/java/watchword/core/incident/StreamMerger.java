package watchword.core.incident;

import java.util.function.Consumer;
import watchword.core.report.Reading;

/// Turns readings into incidents where neither need fit into memory.
@FunctionalInterface
public interface StreamMerger {

  /// Hands on each incident as soon as nothing later can change it, in the order of first readings. Words weigh by the
  /// readings of earlier hours.
  ///
  /// @param ahead the readings once before, for a look at how far they reach
  /// @param readings in order, each id once
  void merge(Iterable<Reading> ahead, Iterable<Reading> readings, Consumer<Incident> incidents);
}
