package watchword.seal;

import static watchword.seal.StopSheetTest.MADE;
import static watchword.seal.StopSheetTest.WORDS;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
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
    whole(valid, "as it is printed", sheet);
    whole(valid, "lines ended by CR LF", sheet.replace("\n", "\r\n"));
    whole(valid, "blanks and tabs at the ends of lines", sheet.replace("\n", " \t\n"));
    whole(valid, "blank lines before and after", "\n \r\n" + sheet + "\n\t\n\n");
    whole(valid, "the last line not ended", sheet.strip());
  }

  private static void invalid(ArrayNode invalid, String sheet) {
    String[] lines = sheet.split("\n", -1);
    changed(invalid, "version 2", "title", "stop/1", "stop/2");
    whole(invalid, "nothing", "").put("refusal", "title");
    whole(invalid, "words before it", "To whom it may concern\n" + sheet).put("refusal", "title");
    changed(invalid, "two blanks between words", "words", "media metal", "media  metal");
    changed(invalid, "a word with a capital", "words", "media", "Media");
    changed(invalid, "a blank before a line", "day", "made", " made");
    changed(invalid, "a heading with a colon", "heading", "signature", "signature:");
    changed(invalid, "an empty line within", "lines", "signature\n", "signature\n\n");
    whole(invalid, "the last line missing", sheet.substring(0, sheet.length() - 49)).put("refusal", "lines");
    whole(invalid, "the last letter missing", sheet.substring(0, sheet.length() - 2)).put("refusal", "letters");
    changed(invalid, "a letter of base64 that base64url has not", "letters", lines[10], lines[10].substring(0, 63) + "+");
    changed(invalid, "a letter that looks like another", "letters", lines[10], lines[10].substring(0, 63) + "а");
    whole(invalid, "more than anybody types", sheet + " ".repeat(16_384)).put("refusal", "size");
    changed(invalid, "another day", "signature", "2026-11-22", "2026-11-23");
    changed(invalid, "another word", "signature", "metal", "medal");
    changed(invalid, "one letter of the Ed25519 signature", "signature", lines[4].substring(0, 9), other(lines[4].substring(0, 9)));
    changed(invalid, "one letter of the ML-DSA-44 signature", "signature", lines[30].substring(0, 9), other(lines[30].substring(0, 9)));
  }

  private static String other(String letters) {
    return (letters.charAt(0) == 'A' ? 'B' : 'A') + letters.substring(1);
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
    StringBuilder text = new StringBuilder(signed).append("signature\n");
    String letters = Base64.getUrlEncoder().withoutPadding().encodeToString(root.sign(Hashes.ascii(signed)));
    for (int at = 0; at < letters.length(); at += 64) {
      text.append(letters, at, Math.min(letters.length(), at + 64)).append('\n');
    }
    whole(to, name, text.toString()).put("refusal", refusal);
  }
}
