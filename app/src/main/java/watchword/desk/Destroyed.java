package watchword.desk;

import java.util.List;

/// What destruction by the clock did.
///
/// @param keys how many are gone
/// @param troubles a sentence without its full stop for each thing that failed, with what to do: days and the names of files of the desk's own folder, nothing else
public record Destroyed(int keys, List<String> troubles) {

  public Destroyed {
    troubles = List.copyOf(troubles);
  }
}
