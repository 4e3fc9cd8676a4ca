package watchword.board;

import java.nio.file.Path;

/// A board that readers see now.
///
/// @param folder of this version; `current` leads to it
/// @param files in its manifest
/// @param written of them, the others being the same as before
/// @param manifestHash SHA-256 of the manifest in hex, which the next one names
public record Publication(long serial, Path folder, int files, int written, String manifestHash) {}
