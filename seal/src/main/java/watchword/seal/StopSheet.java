package watchword.seal;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// A notice, signed beforehand by a desk's root, that the desk is closed: spec/stop-sheet.md.
///
/// Whoever holds the paper can close the desk when its machine is gone; it can do nothing else, and nobody can take it back.
/// There is no sheet that is not believed yet: reading one checks its signature.
public final class StopSheet {
  /// The name under which hubs and mirrors keep it beside their bundles.
  public static final String FILE_NAME = "stop.txt";

  /// A sheet is 300 bytes; more than this nobody types.
  public static final int MOST_BYTES = 16 * 1024;

  private static final String TITLE = "watchword.stop/1";
  private static final Pattern WORDS = Pattern.compile("root( [a-z]{3,8}){6}");
  private static final Pattern MADE = Pattern.compile("made [0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final int HEAD = 4;

  private final String words;
  private final Epoch made;
  private final byte[] signature;

  private StopSheet(String words, Epoch made, byte[] signature) {
    this.words = words;
    this.made = made;
    this.signature = signature;
  }

  /// Makes a sheet, to be printed and kept nowhere else.
  ///
  /// @param words the root's six, for people
  public static StopSheet sign(Root root, String words, Epoch made) {
    if (!WORDS.matcher("root " + words).matches()) {
      throw new IllegalArgumentException("not six words of the list");
    }
    return new StopSheet(words, made, root.signForPaper(signed(words, made)));
  }

  /// Reads a sheet that somebody typed, or a machine read off a photograph, and checks that this root signed it.
  ///
  /// Blanks, blank lines, small and capital letters, and where lines of letters break make no difference.
  public static StopSheet read(byte[] text, RootPublic root) throws FormatException {
    List<Line> lines = lines(text);
    if (lines.isEmpty() || !lines.getFirst().text().equals(TITLE)) {
      throw refused("does not begin with " + TITLE);
    }
    if (lines.size() < HEAD) {
      throw refused("it ends after " + lines.size() + " lines");
    }
    if (!WORDS.matcher(lines.get(1).text()).matches()) {
      throw refused("line " + lines.get(1).number() + " is not root and six words");
    }
    Epoch made = made(lines.get(2));
    if (!lines.get(3).text().equals("signature")) {
      throw refused("line " + lines.get(3).number() + " is not signature");
    }
    byte[] signature = StopSheetRows.read(lines.subList(HEAD, lines.size()));
    StopSheet sheet = new StopSheet(lines.get(1).text().substring("root ".length()), made, signature);
    if (!root.verifiesFromPaper(signed(sheet.words, sheet.made), sheet.signature)) {
      throw refused("the signature is not this root's, though every row is right: a word or the day in lines "
          + lines.get(1).number() + " and " + lines.get(2).number() + " is wrong, or it is another desk's");
    }
    return sheet;
  }

  /// A line that holds something, as the reader takes it: small letters, one blank for many.
  ///
  /// @param number where it stands in the file, from 1
  record Line(int number, String text) {}

  private static List<Line> lines(byte[] text) throws FormatException {
    if (text.length > MOST_BYTES) {
      throw refused("more than " + MOST_BYTES + " bytes");
    }
    List<Line> lines = new ArrayList<>();
    int number = 0;
    for (String line : new String(text, StandardCharsets.ISO_8859_1).split("\n", -1)) {
      number++;
      String taken = line.replaceAll("[ \\t\\r]+", " ").replaceAll("^ | $", "").toLowerCase(Locale.ROOT);
      if (!taken.isEmpty()) {
        lines.add(new Line(number, taken));
      }
    }
    return lines;
  }

  private static Epoch made(Line line) throws FormatException {
    if (MADE.matcher(line.text()).matches()) {
      try {
        return new Epoch(Math.toIntExact(LocalDate.parse(line.text().substring("made ".length())).toEpochDay()));
      } catch (DateTimeException | IllegalArgumentException _) {
        // 30 February, or before 1970: refused like any other line that is no day.
      }
    }
    throw refused("line " + line.number() + " is not made and a day");
  }

  static FormatException refused(String why) {
    return new FormatException("stop sheet: " + why);
  }

  private static byte[] signed(String words, Epoch made) {
    return Hashes.ascii(TITLE + "\nroot " + words + "\nmade " + made.date() + "\n");
  }

  /// Returns the root's six words as the sheet has them, for comparing with paper.
  public String words() {
    return words;
  }

  /// Returns the day it was printed; a sheet holds for good.
  public Epoch made() {
    return made;
  }

  /// Returns the sheet in its one spelling, each line ended by a line feed.
  public byte[] text() {
    byte[] head = signed(words, made);
    byte[] rest = Hashes.ascii("signature\n" + String.join("\n", StopSheetRows.write(signature)) + "\n");
    byte[] text = Arrays.copyOf(head, head.length + rest.length);
    System.arraycopy(rest, 0, text, head.length, rest.length);
    return text;
  }
}
