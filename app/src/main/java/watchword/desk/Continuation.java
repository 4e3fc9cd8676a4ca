package watchword.desk;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import watchword.core.report.ReportId;
import watchword.seal.FormatException;

/// What a sender says after a report, in the name of its mailbox (spec/report.md, "Continuation"): one spelling, everything else refused by name.
///
/// @param id the SHA-256 of its content
/// @param text empty where the wish is to destroy, and nowhere else
public record Continuation(ReportId id, Act act, String text, ReportFormat.Mailbox mailbox) {

  private static final JsonFactory JSON = StrictJson.factory();
  private static final byte[] FIRST_LINE = "watchword.continuation/1\n".getBytes(StandardCharsets.US_ASCII);

  /// What the sender wants of it.
  public enum Act {
    /// An answer, or more of the same.
    ADD,
    /// Something was wrong.
    CORRECT,
    /// The words are to be gone.
    DESTROY
  }

  /// Whether a sealed content is one.
  public static boolean is(byte[] content) {
    return content.length >= FIRST_LINE.length && Arrays.equals(FIRST_LINE, 0, FIRST_LINE.length, content, 0, FIRST_LINE.length);
  }

  /// Reads the content of a sealed file; a refusal begins with its name in spec/report.md.
  public static Continuation read(byte[] content) throws FormatException {
    if (!is(content)) {
      throw new FormatException("first line: not watchword.continuation/1");
    }
    JsonNode node = StrictJson.object(content, FIRST_LINE.length);
    StrictJson.keys(node, "continuation", List.of("act", "text", "mailbox"));
    Act act = act(StrictJson.string(node.get("act"), "act"));
    String text = ReportFormat.text(node.get("text"));
    if (act == Act.DESTROY ? !text.isEmpty() : text.isBlank()) {
      throw new FormatException("text: a wish to destroy has no words, everything else has some");
    }
    return new Continuation(ReportFormat.id(content), act, text, ReportFormat.mailbox(node.get("mailbox")));
  }

  private static Act act(String spelling) throws FormatException {
    for (Act act : Act.values()) {
      if (spell(act).equals(spelling)) {
        return act;
      }
    }
    throw new FormatException("act: not add, correct or destroy");
  }

  private static String spell(Act act) {
    return act.name().toLowerCase(Locale.ROOT);
  }

  /// Writes what a sender's device would seal.
  public static byte[] write(Act act, String text, ReportFormat.Mailbox mailbox) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("act", spell(act));
      json.writeStringField("text", text);
      json.writeObjectFieldStart("mailbox");
      json.writeStringField("key", mailbox.key());
      json.writeStringField("tag", mailbox.tag());
      json.writeEndObject();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    byte[] body = out.toString().getBytes(StandardCharsets.UTF_8);
    byte[] content = Arrays.copyOf(FIRST_LINE, FIRST_LINE.length + body.length);
    System.arraycopy(body, 0, content, FIRST_LINE.length, body.length);
    return content;
  }

  @Override
  public String toString() {
    return "continuation " + id;
  }
}
