package watchword.board;

import java.io.IOException;
import java.util.Optional;
import java.util.SortedSet;

/// A copy of a board, wherever it is: in a folder or behind an address.
interface BoardCopy {

  /// Returns a file, or empty where it is not there; of one longer than `most`, a byte more than that.
  Optional<byte[]> find(String path, long most) throws IOException;

  /// Returns the same file as it is given to who asks for its gzip form, unpacked; empty where there is none.
  Optional<Unpacked> twin(String path, long most) throws IOException;

  /// What a gzip form unpacks to.
  ///
  /// @param content no further than a byte beyond what was asked for; empty where it does not unpack, and so is not the file
  record Unpacked(Optional<byte[]> content) {}

  /// Returns what lies there besides, as far as the copy can be looked through.
  SortedSet<String> present() throws IOException;
}
