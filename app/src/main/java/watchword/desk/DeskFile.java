package watchword.desk;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import watchword.seal.BoardKey;
import watchword.seal.Bytes;
import watchword.seal.FormatException;
import watchword.seal.RootPublic;
import watchword.seal.Terms;
import watchword.seal.VerifyKey;

/// What is public of a desk, and stands in its folder as `desk.txt` (spec/desk.md, "Folder").
///
/// @param name what readers know the desk by
/// @param gate the key by which the hub knows the desk's gate
public record DeskFile(String name, int lanes, RootPublic root, VerifyKey desk, BoardKey board, VerifyKey gate) {

  private static final String TITLE = "watchword.desk/1";

  public DeskFile {
    requireName(name);
    if (lanes < 1 || lanes > Terms.MAX_LANES) {
      throw new IllegalArgumentException("a desk has 1 to 8 lanes");
    }
  }

  static void requireName(String name) {
    if (name.isBlank() || name.length() > 64 || !name.equals(name.strip()) || name.codePoints().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("a desk's name is 1 to 64 characters on one line");
    }
  }

  byte[] write() {
    String text = TITLE + "\nname " + name + "\nlanes " + lanes
        + "\nroot " + Base64.getUrlEncoder().withoutPadding().encodeToString(root.raw())
        + "\ndesk " + desk.raw() + "\nboard " + board.id() + board.key().raw() + "\ngate " + gate.raw() + "\n";
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static DeskFile read(byte[] text) throws FormatException {
    FileLines found = FileLines.of("desk.txt", text);
    List<String> lines = found.lines();
    if (lines.size() != 8 || !lines.getFirst().equals(TITLE)) {
      throw new FormatException("desk.txt: not a text of watchword.desk/1");
    }
    try {
      Bytes board = Bytes.ofHex(found.rest(5, "board "));
      DeskFile file = new DeskFile(
          found.rest(1, "name "),
          Integer.parseInt(found.rest(2, "lanes ")),
          RootPublic.parse(Base64.getUrlDecoder().decode(found.rest(3, "root "))),
          new VerifyKey(Bytes.ofHex(found.rest(4, "desk "))),
          new BoardKey(new VerifyKey(Bytes.of(board.toArray(), 8, board.length())), Bytes.of(board.toArray(), 0, 8)),
          new VerifyKey(Bytes.ofHex(found.rest(6, "gate "))));
      if (!Arrays.equals(file.write(), text)) {
        throw new FormatException("desk.txt: not the one spelling of its values");
      }
      return file;
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new FormatException("desk.txt: a value is not of its form");
    }
  }
}
