package watchword.archive;

import watchword.core.kind.Kind;

/// What a file's columns are and what its codes mean.
///
/// @param kindWithout the kind of a row that names none
/// @param sources who speaks in a row that names no source
record Layout(Columns columns, Codes codes, String kindWithout, Sources sources) {

  enum Sources {
    /// The file speaks: an outlet's or an agency's list.
    FILE,
    /// Every row has its own sender: a crowd.
    ROW
  }

  /// How the values of kind and precision are written.
  interface Codes {

    /// A word of the archive as a kind.
    Kind kind(String cell);

    /// A cell of the precision column in metres.
    double metres(String cell) throws RowFault;
  }

  Layout with(Columns override) {
    return new Layout(override.or(columns), codes, kindWithout, sources);
  }
}
