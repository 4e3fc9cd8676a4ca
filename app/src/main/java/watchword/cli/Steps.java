package watchword.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Steps of which each is tried, whatever became of those before it.
final class Steps {

  /// One of them.
  interface Step {
    void run() throws IOException;
  }

  private final List<Exception> failures = new ArrayList<>();

  Steps then(Step step) {
    try {
      step.run();
    } catch (IOException | RuntimeException e) {
      failures.add(e);
    }
    return this;
  }

  /// Fails as the first step that failed did, with what else failed beside it.
  void end() throws IOException {
    if (failures.isEmpty()) {
      return;
    }
    Exception first = failures.removeFirst();
    failures.forEach(first::addSuppressed);
    switch (first) {
      case IOException e -> throw e;
      case RuntimeException e -> throw e;
      default -> throw new IllegalStateException(first);
    }
  }
}
