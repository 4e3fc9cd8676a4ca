package watchword.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import watchword.archive.FormatException;
import watchword.assess.QuestionFolder;
import watchword.assess.Sheet;
import watchword.assess.SheetJson;
import watchword.core.kind.Language;

/// `./watchword assess`: answers a standing question, on one sheet.
@Command(
    name = "assess",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    subcommands = AssessCountsCommand.class,
    description = {
      "Answers a standing question from a folder of readable files: base rate, evidence with hypotheses in rows,",
      "what the figure would be without each piece, indicators and when they were last looked for, the judgement",
      "of a person beside the figure, and the public sentence made from it.",
      "",
      "The folder holds question.json, and where there are any indicators.json, evidence.json and judgements.json;",
      "spec/assessment.md shows each. Nothing leaves this machine and nothing is written."
    },
    footer = {
      "",
      "Example:",
      "  ./watchword assess docs/example/question --as-of 2026-11-20T12:00",
      "  ./watchword assess counts counts.csv --days 300-400 --json"
    })
final class AssessCommand implements Callable<Integer> {

  @Parameters(paramLabel = "QUESTION-DIR", arity = "0..1", description = "The folder of the question.")
  Optional<Path> folder = Optional.empty();

  @Option(names = "--as-of", paramLabel = "TIME",
      description = "What was known then, in UTC: 2026-11-20T12:00. Now if absent, but not after the question closed.")
  Optional<String> asOf = Optional.empty();

  @Option(names = "--language", paramLabel = "CODE", description = "Of the public sentence: en, be, ru, uk, pl or lt. All if absent.")
  Optional<String> language = Optional.empty();

  @Mixin Answer answer = new Answer();

  @Override
  public Integer call() throws IOException {
    Path question = folder.orElseThrow(() -> CommandFailure.misused(
        "name the folder of a question, such as docs/example/question; --help shows an example"));
    if (!Files.isDirectory(question)) {
      throw CommandFailure.misused(question + " is not a folder; name the folder that holds question.json");
    }
    List<Language> languages = language.map(code -> List.of(Language.find(code).orElseThrow(
        () -> CommandFailure.misused("--language is en, be, ru, uk, pl or lt")))).orElse(List.of(Language.values()));
    try {
      QuestionFolder read = QuestionFolder.read(question);
      Instant time = time(read);
      ObjectNode object = Answer.object();
      if (answer.json) {
        SheetJson.fill(object, read, time, languages);
      }
      answer.give(object, answer.json ? List.of() : Sheet.of(read, time, languages));
      return 0;
    } catch (FormatException | IllegalArgumentException e) {
      throw CommandFailure.failed(String.valueOf(e.getMessage()));
    }
  }

  private Instant time(QuestionFolder read) {
    if (asOf.isPresent()) {
      return QuestionFolder.time(asOf.get()).orElseThrow(() -> CommandFailure.misused("--as-of is a time in UTC such as 2026-11-20T12:00"));
    }
    Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
    return now.isAfter(read.end()) ? read.end() : now;
  }
}
