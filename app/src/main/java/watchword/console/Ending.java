package watchword.console;

import java.io.IOException;

/// The end of a desk: its keys are destroyed, at once and for good.
@FunctionalInterface
public interface Ending {

  /// The word that is typed before.
  String WORD = "destroy";

  /// Wipes memory, destroys the folder, and has the desk end.
  ///
  /// @return how many files are gone
  int destroy() throws IOException;
}
