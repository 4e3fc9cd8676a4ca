package watchword.seal;

import static watchword.seal.StopSheetTest.MADE;
import static watchword.seal.StopSheetTest.WORDS;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// Writes spec/vectors/stop-sheet.json anew, as [VectorsWriter] does the others.
///
/// The root is that of bundle.json, and the words are its six.
@EnabledIfSystemProperty(named = "watchword.vectors", matches = "write")
class StopSheetVectorsWriter {

  @Test
  void stop_sheet() {
    try (Root root = Fixtures.root(40); Root other = Fixtures.root(41)) {
      String sheet = new String(StopSheet.sign(root, WORDS, MADE).text(), StandardCharsets.US_ASCII);
      ObjectNode vectors = Vectors.JSON.createObjectNode();
      vectors.put("about", "Stop sheets, spec/stop-sheet.md. A vector is a whole text, or the sheet with its first [0] replaced by [1].");
      vectors.putObject("root").put("public", Vectors.base64(root.publicPart().raw()));
      vectors.put("words", WORDS).put("made", MADE.date().toString()).put("sheet", sheet);
      valid(vectors.putArray("valid"), sheet);
      invalid(vectors.putArray("invalid"), sheet);
      signed(vectors.withArray("invalid"), root, "30 February", "day", "root " + WORDS + "\nmade 2026-02-30\n");
      signed(vectors.withArray("invalid"), root, "a day before 1970", "day", "root " + WORDS + "\nmade 1969-12-31\n");
      signed(vectors.withArray("invalid"), root, "five words", "words", "root sock media metal load keen\nmade 2026-11-22\n");
      signed(vectors.withArray("invalid"), other, "of another root", "signature", "root " + WORDS + "\nmade 2026-11-22\n");
      Vectors.write(StopSheetTest.VECTORS, vectors);
    }
  }

  private static void valid(ArrayNode valid, String sheet) {
    String[] lines = sheet.split("\n", -1);
    String letters = String.join("", List.of(lines).subList(4, 12)).replace(" ", "");
    String head = sheet.substring(0, sheet.indexOf(lines[4]));
    whole(valid, "as it is printed", sheet);
    whole(valid, "lines ended by CR LF", sheet.replace("\n", "\r\n"));
    whole(valid, "blanks and tabs at both ends of lines", sheet.replace("\n", " \t\n\t "));
    whole(valid, "blank lines before, within and after", "\n \r\n" + sheet.replace("\n", "\n\n") + "\n\t\n\n");
    whole(valid, "the last line not ended", sheet.strip());
    whole(valid, "small letters, and capitals where there were small ones", head.toUpperCase(Locale.ROOT) + letters.toLowerCase(Locale.ROOT));
    whole(valid, "letters without groups and without lines", head + letters + "\n");
    whole(valid, "letters in lines of another width", head + letters.replaceAll(".{30}", "$0\n"));
    whole(valid, "two blanks between words, and groups torn apart", sheet.replace(" ", "  ").replace(lines[6].replace(" ", "  "), lines[6].replaceAll("..", "$0 ")));
  }

  private static void invalid(ArrayNode invalid, String sheet) {
    String[] lines = sheet.split("\n", -1);
    changed(invalid, "version 2", "title", "stop/1", "stop/2");
    whole(invalid, "nothing", "").put("refusal", "title");
    whole(invalid, "words before it", "To whom it may concern\n" + sheet).put("refusal", "title");
    whole(invalid, "three lines alone", String.join("\n", List.of(lines).subList(0, 3))).put("refusal", "end");
    changed(invalid, "a word with a digit", "words", "media", "med1a");
    changed(invalid, "a word missing", "words", " media", "");
    changed(invalid, "a heading with a colon", "heading", "signature", "signature:");
    whole(invalid, "the last row missing", sheet.substring(0, sheet.length() - 25)).put("refusal", "rows");
    whole(invalid, "a letter missing", sheet.replace(lines[10], lines[10].substring(1))).put("refusal", "width");
    whole(invalid, "a letter too many", sheet.replace(lines[10], "A" + lines[10])).put("refusal", "width");
    changed(invalid, "a digit", "letters", lines[10], "0" + lines[10].substring(1));
    changed(invalid, "a letter that sheets have not", "letters", lines[10], "B" + lines[10].substring(1));
    changed(invalid, "a letter that looks like another", "letters", lines[10], "\u0410" + lines[10].substring(1));
    changed(invalid, "one letter of the signature", "row", lines[4], other(lines[4]));
    changed(invalid, "one letter of a check", "row", lines[11], lines[11].substring(0, 20) + other(lines[11].substring(20)));
    whole(invalid, "two rows in each other's place", sheet.replace(lines[5], "!").replace(lines[6], lines[5]).replace("!", lines[6])).put("refusal", "row");
    whole(invalid, "more than anybody types", sheet + " ".repeat(16_384)).put("refusal", "size");
    changed(invalid, "another day", "signature", "2026-11-22", "2026-11-23");
    changed(invalid, "another word", "signature", "metal", "medal");
  }

  private static String other(String letters) {
    return (letters.charAt(0) == 'A' ? 'C' : 'A') + letters.substring(1);
  }

  private static ObjectNode whole(ArrayNode to, String name, String text) {
    return to.addObject().put("name", name).put("text", text);
  }

  private static void changed(ArrayNode to, String name, String refusal, String from, String by) {
    to.addObject().put("name", name).put("refusal", refusal).putArray("replace").add(from).add(by);
  }

  /// A sheet that no desk writes, signed all the same.
  private static void signed(ArrayNode to, Root root, String name, String refusal, String lines) {
    String signed = "watchword.stop/1\n" + lines;
    String rows = String.join("\n", StopSheetRows.write(root.signForPaper(Hashes.ascii(signed))));
    whole(to, name, signed + "signature\n" + rows + "\n").put("refusal", refusal);
  }
}
