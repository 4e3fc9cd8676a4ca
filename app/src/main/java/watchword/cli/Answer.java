package watchword.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// How a command answers: in sentences, or with `--json` in one object on the last line; never with a secret.
final class Answer {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Spec(Spec.Target.MIXEE) CommandSpec command;

  @Option(names = "--json", description = "Print one JSON object instead of sentences.")
  boolean json;

  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  /// "1 row", "1,204 rows".
  static String count(long number, String what) {
    return String.format(Locale.ROOT, "%,d %s%s", number, what, number == 1 ? "" : "s");
  }

  /// Where more than the answer is said, before it.
  PrintWriter out() {
    return command.commandLine().getOut();
  }

  /// Where what is beside the answer is said.
  PrintWriter err() {
    return command.commandLine().getErr();
  }

  void give(ObjectNode object, List<String> sentences) {
    PrintWriter out = out();
    if (json) {
      out.println(line(object));
    } else {
      sentences.forEach(out::println);
    }
    out.flush();
  }

  private static String line(ObjectNode object) {
    try {
      return JSON.writeValueAsString(object);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an object of strings and numbers is no JSON", e);
    }
  }
}
