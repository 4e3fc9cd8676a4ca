package watchword.desk;

import java.util.ArrayList;
import java.util.List;

/// Steps of which each is tried, whatever became of those before it.
///
/// @param <E> what they throw beside faults
public final class Steps<E extends Exception> {

  /// One of them.
  public interface Step<E extends Exception> {
    void run() throws E;
  }

  private final List<Exception> failures = new ArrayList<>();

  public Steps<E> then(Step<E> step) {
    try {
      step.run();
    } catch (Exception e) {
      failures.add(e);
    }
    return this;
  }

  /// Fails as the first step that failed did, with what else failed beside it.
  public void end() throws E {
    if (failures.isEmpty()) {
      return;
    }
    Exception first = failures.removeFirst();
    failures.forEach(first::addSuppressed);
    if (first instanceof RuntimeException fault) {
      throw fault;
    }
    @SuppressWarnings("unchecked") // no step throws another
    E thrown = (E) first;
    throw thrown;
  }
}
