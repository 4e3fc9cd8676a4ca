package watchword.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import watchword.archive.ArchiveException;
import watchword.archive.TextFile;
import watchword.core.statement.Conflicts;
import watchword.core.statement.Statement;
import watchword.core.statement.Suggester;
import watchword.markup.Hidden;

/// `./watchword statements`: what a text claims, sentence by sentence, as suggestions.
@Command(
    name = "statements",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Suggests what each sentence of a text claims: who says it, how surely, of what kind, affirmed or denied, of what time, with which numbers.",
      "Plain text, Markdown, HTML, or a chat that Telegram exported, in English, Belarusian, Russian, Ukrainian, Polish or Lithuanian.",
      "",
      "Prints one JSON object a line: start, end, text, voice, speaker, chain, type, polarity, tense, hedge, figures. start and end count Unicode",
      "code points of the text as read, which --text prints. Rules and lists of words make the suggestions; a person decides (spec/statements.md)."
    },
    footer = {"", "Example:", "  ./watchword statements docs/example/interview.txt", "  ./watchword statements docs/example/interview.txt --why"})
final class StatementsCommand implements Callable<Integer> {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Spec CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The text; its format is told from what stands in it.")
  Path file = Path.of("");

  @Option(names = "--why", description = "Also the words that made the marks, whether it tells of a rumour, and the number of the group of claims it conflicts with (0: none).")
  boolean why;

  @Option(names = "--text", description = "Print the text as read, instead.")
  boolean text;

  @Override
  public Integer call() throws IOException {
    try {
      TextFile read = TextFile.read(file);
      PrintWriter out = spec.commandLine().getOut();
      if (read.broken()) {
        spec.commandLine().getErr().println("watchword: some bytes are no UTF-8 and are read as U+FFFD; save the file as UTF-8 if words are missing");
      }
      if (text) {
        out.print(read.text());
      } else {
        print(read, out);
      }
      out.flush();
      return 0;
    } catch (ArchiveException e) {
      String sentence = String.valueOf(e.getMessage());
      throw e.isMisuse() ? CommandFailure.misused(sentence) : CommandFailure.failed(sentence);
    }
  }

  private void print(TextFile read, PrintWriter out) {
    if (read.text().length() > Suggester.MOST_CHARS) {
      throw CommandFailure.failed("the text has more than %,d characters; give its parts one by one".formatted(Suggester.MOST_CHARS));
    }
    List<Statement> statements;
    Map<Integer, Integer> conflicts = Map.of();
    try (Progress progress = Progress.start(spec.commandLine().getErr(), "reading sentences", read.text().length(), "characters")) {
      statements = suggest(read, progress);
      if (why) {
        progress.next("comparing claims");
        conflicts = conflicts(statements);
      }
    }
    for (Statement statement : statements) {
      ObjectNode line = object(statement);
      if (why) {
        line.put("rumour", statement.rumour());
        line.put("conflict", conflicts.getOrDefault(statement.start(), 0));
        ArrayNode reasons = line.putArray("why");
        statement.why().forEach(reason -> reasons.add(reason.tells() + ": " + reason.words()));
      }
      out.println(visible(line));
    }
  }

  /// @param progress over the text's chars
  static List<Statement> suggest(TextFile read, Progress progress) {
    return Suggester.suggest(read.text(), read.posts(), progress::advance);
  }

  /// The number of its group, from 1, for the start of each statement that conflicts.
  private static Map<Integer, Integer> conflicts(List<Statement> statements) {
    Map<Integer, Integer> numbers = new HashMap<>();
    int number = 0;
    for (List<Statement> group : Conflicts.of(statements)) {
      number++;
      for (Statement statement : group) {
        numbers.put(statement.start(), number);
      }
    }
    return numbers;
  }

  private static ObjectNode object(Statement statement) {
    ObjectNode line = JSON.createObjectNode();
    line.put("start", statement.start());
    line.put("end", statement.end());
    line.put("text", statement.text());
    line.put("voice", word(statement.voice()));
    line.put("speaker", statement.speaker().orElse(""));
    statement.chain().forEach(line.putArray("chain")::add);
    line.put("type", word(statement.type()));
    line.put("polarity", word(statement.polarity()));
    line.put("tense", word(statement.tense()));
    line.put("hedge", word(statement.hedge()));
    statement.figures().forEach(line.putArray("figures")::add);
    return line;
  }

  private static String word(Enum<?> mark) {
    return mark.name().toLowerCase(Locale.ROOT);
  }

  /// The line with characters spelled out that cannot be seen or turn words round: it is read in a terminal.
  private static String visible(ObjectNode line) {
    try {
      return Hidden.shown(JSON.writeValueAsString(line), StatementsCommand::escaped);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an object of strings and numbers is no JSON", e);
    }
  }

  /// As JSON escapes it: a character beyond four hexadecimal digits as its two halves.
  private static String escaped(int codePoint) {
    return Character.toString(codePoint).chars().mapToObj("\\u%04x"::formatted).collect(Collectors.joining());
  }
}
