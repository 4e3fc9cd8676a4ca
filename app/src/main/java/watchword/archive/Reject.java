package watchword.archive;

/// A row that is not used, and why. The reason names columns and coordinates, never words.
///
/// @param row counted from 1; a header and blank lines do not count
/// @param raw the row as it stands in the file
public record Reject(String file, long row, String reason, String raw) {

  /// "row 214: latitude 91.3 is not between −90 and 90".
  public String sentence(boolean severalFiles) {
    return (severalFiles ? file + " " : "") + "row " + row + ": " + reason;
  }

  /// Never the row itself.
  @Override
  public String toString() {
    return sentence(true);
  }
}
