package watchword.archive;

import java.util.Optional;

/// What an archive knows of a reading beyond it.
///
/// @param file the file it stands in
/// @param named whether its place is a name on the artificial sheet, so that its coordinates mean nothing
/// @param truth the answer of the truth column, for scoring alone
record Origin(String file, boolean named, Optional<String> truth) {}
