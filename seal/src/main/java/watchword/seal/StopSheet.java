package watchword.seal;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/// A notice, signed beforehand by a desk's root, that the desk is closed: spec/stop-sheet.md.
///
/// Whoever holds the paper can close the desk when its machine is gone; it can do nothing else, and nobody can take it back.
/// There is no sheet that is not believed yet: reading one checks both signatures.
public final class StopSheet {
  /// The name under which hubs and mirrors keep it beside their bundles.
  public static final String FILE_NAME = "stop.txt";

  /// A sheet is 3.5 KB; what hands and scanners add to it is a few blanks a line.
  public static final int MOST_BYTES = 16 * 1024;

  private static final String TITLE = "watchword.stop/1";
  private static final Pattern WORDS = Pattern.compile("root( [a-z]{3,8}){6}");
  private static final Pattern MADE = Pattern.compile("made [0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern LETTERS = Pattern.compile("[A-Za-z0-9_-]+");
  private static final Pattern TRAILING = Pattern.compile("[ \\t\\r]+\\z");
  private static final int HEAD = 4;
  private static final int WIDTH = 64;
  /// 2,484 bytes are 3,312 letters without padding: 51 full lines and one of 48.
  private static final int LETTERS_IN_ALL = RootPublic.SIGNATURE_LENGTH / 3 * 4;

  private final String words;
  private final Epoch made;
  private final byte[] signatures;

  private StopSheet(String words, Epoch made, byte[] signatures) {
    this.words = words;
    this.made = made;
    this.signatures = signatures;
  }

  /// Makes a sheet, to be printed and kept nowhere else.
  ///
  /// @param words the root's six, for people
  public static StopSheet sign(Root root, String words, Epoch made) {
    if (!WORDS.matcher("root " + words).matches()) {
      throw new IllegalArgumentException("not six words of the list");
    }
    return new StopSheet(words, made, root.sign(signed(words, made)));
  }

  /// Reads a sheet that somebody may have typed or scanned, and checks that this root signed it.
  ///
  /// Blanks at the end of a line, and blank lines before and after, are passed over; everything else has one spelling.
  public static StopSheet read(byte[] text, RootPublic root) throws FormatException {
    List<String> lines = lines(text);
    if (lines.isEmpty() || !lines.getFirst().equals(TITLE)) {
      throw refused("does not begin with " + TITLE);
    }
    int count = HEAD + Math.ceilDiv(LETTERS_IN_ALL, WIDTH);
    if (lines.size() != count) {
      throw refused(lines.size() + " lines, not " + count);
    }
    if (!WORDS.matcher(lines.get(1)).matches()) {
      throw refused("line 2 is not root and six words");
    }
    if (!lines.get(3).equals("signature")) {
      throw refused("line 4 is not signature");
    }
    StopSheet sheet = new StopSheet(lines.get(1).substring("root ".length()), made(lines.get(2)), signatures(lines));
    if (!root.verifies(signed(sheet.words, sheet.made), sheet.signatures)) {
      throw refused("the signature is not this root's: a letter is wrong, or it is another desk's");
    }
    return sheet;
  }

  private static List<String> lines(byte[] text) throws FormatException {
    if (text.length > MOST_BYTES) {
      throw refused("more than " + MOST_BYTES + " bytes");
    }
    List<String> lines = new ArrayList<>();
    for (String line : new String(text, StandardCharsets.ISO_8859_1).split("\n", -1)) {
      lines.add(TRAILING.matcher(line).replaceFirst(""));
    }
    while (!lines.isEmpty() && lines.getFirst().isEmpty()) {
      lines.removeFirst();
    }
    while (!lines.isEmpty() && lines.getLast().isEmpty()) {
      lines.removeLast();
    }
    return lines;
  }

  private static Epoch made(String line) throws FormatException {
    if (MADE.matcher(line).matches()) {
      try {
        return new Epoch(Math.toIntExact(LocalDate.parse(line.substring("made ".length())).toEpochDay()));
      } catch (DateTimeException | IllegalArgumentException _) {
        // 30 February, or before 1970: refused like any other line that is no day.
      }
    }
    throw refused("line 3 is not made and a day");
  }

  private static byte[] signatures(List<String> lines) throws FormatException {
    StringBuilder letters = new StringBuilder(LETTERS_IN_ALL);
    for (int i = HEAD; i < lines.size(); i++) {
      int width = Math.min(WIDTH, LETTERS_IN_ALL - letters.length());
      if (lines.get(i).length() != width || !LETTERS.matcher(lines.get(i)).matches()) {
        throw refused("line " + (i + 1) + " is not " + width + " letters, digits, - and _");
      }
      letters.append(lines.get(i));
    }
    return Base64.getUrlDecoder().decode(letters.toString());
  }

  private static FormatException refused(String why) {
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
    String letters = Base64.getUrlEncoder().withoutPadding().encodeToString(signatures);
    StringBuilder text = new StringBuilder(new String(signed(words, made), StandardCharsets.US_ASCII)).append("signature\n");
    for (int from = 0; from < letters.length(); from += WIDTH) {
      text.append(letters, from, Math.min(letters.length(), from + WIDTH)).append('\n');
    }
    return Hashes.ascii(text.toString());
  }
}
