package watchword.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import watchword.archive.ArchiveException;
import watchword.archive.ClaimScore;
import watchword.archive.ClaimsFile;
import watchword.archive.Reject;
import watchword.core.claim.Claims;
import watchword.core.claim.Estimate;
import watchword.core.claim.Members;
import watchword.core.claim.Model;
import watchword.core.claim.Sameness;
import watchword.core.claim.Tolerance;

/// `./watchword weigh`: who is right, among sources that disagree.
@Command(
    name = "weigh",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Finds the likeliest value of each item from what sources claim, with a probability and an interval that holds it in four of five cases.",
      "",
      "A file has a row for each claim: item, source, value (or task, worker, label); CSV or JSON Lines, plain or gzip. With verdicts, sources are",
      "weighed by them; without, by each other. A source that says two things of one item counts for neither.",
      "",
      "A score leaves out items that have a verdict, since those are known. With --truth --json gives",
      "accuracy, f1, brier, logLoss, ece, eceFloor and seconds: f1 is that of label 1 where there are two",
      "labels, else the mean over labels; eceFloor is the ece that chance alone would give."
    },
    footer = {
      "",
      "Example:",
      "  ./watchword weigh claims.csv --out answers.csv",
      "  ./watchword weigh flights.csv --verdicts checked.csv --tolerance 10 --truth truth.csv --json",
      "  ./watchword weigh authors.csv --several ';'"
    })
final class WeighCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "The claims.")
  Path file = Path.of("");

  @Option(names = "--verdicts", paramLabel = "FILE", description = "What is known to be right, of some items: item,value. It counts fully and teaches how far sources are right.")
  Optional<Path> verdicts = Optional.empty();

  @Option(names = "--tolerance", paramLabel = "AMOUNT", defaultValue = "0", description = "Numbers this near say the same; times of day (14:55) within so many minutes. 0 if absent.")
  double tolerance;

  @Option(names = "--several", paramLabel = "SEPARATOR", description = "A value names several things, parted by this; each is judged for itself.")
  Optional<String> several = Optional.empty();

  @Option(names = "--truth", paramLabel = "FILE", description = "Score against item,value, which is read for nothing else.")
  Optional<Path> truth = Optional.empty();

  @Option(names = "--out", paramLabel = "OUT.csv", description = "Write item,value,probability,low,high there and not here.")
  Optional<Path> out = Optional.empty();

  @Option(names = "--item", paramLabel = "COLUMN", description = "What the claim is about.")
  Optional<String> item = Optional.empty();

  @Option(names = "--source", paramLabel = "COLUMN", description = "Who claims.")
  Optional<String> source = Optional.empty();

  @Option(names = "--value", paramLabel = "COLUMN", description = "What is claimed.")
  Optional<String> value = Optional.empty();

  @Mixin Answer answer = new Answer();

  @Override
  public Integer call() throws IOException {
    ClaimsFile.Columns columns = new ClaimsFile.Columns(item, source, value);
    if (!(tolerance >= 0)) {
      throw CommandFailure.misused("--tolerance is 0 or more");
    }
    Results.require(Stream.concat(Stream.of(file), Stream.of(verdicts, truth).flatMap(Optional::stream)).toList(), List.of(out));
    try (Progress progress = Progress.start(answer.err(), "reading", 0)) {
      ClaimsFile read = ClaimsFile.read(file, columns);
      List<Reject> rejects = new ArrayList<>(read.rejects());
      Map<String, String> known = verdicts.isPresent() ? ClaimsFile.values(verdicts.get(), columns, rejects::add) : Map.of();
      Map<String, String> right = truth.isPresent() ? ClaimsFile.values(truth.get(), columns, rejects::add) : Map.of();
      progress.next("weighing");
      long start = System.nanoTime();
      Claims claims = Claims.of(read.claims());
      Sameness sameness = tolerance > 0 ? new Tolerance(tolerance) : Sameness.EXACT;
      Model model = several.<Model>map(Members::new).orElseGet(() -> Model.fitting(claims, known, sameness));
      List<Estimate> estimates = model.estimates(claims, known);
      double seconds = Math.round((System.nanoTime() - start) / 1e6) / 1e3;
      tell(rejects, claims, model);
      Sameness same = several.<Sameness>map(separator -> new Members(separator)::same).orElse(sameness);
      Optional<ClaimScore> score = truth.map(scored -> score(estimates, known, right, same));
      give(estimates);
      print(claims, estimates, score, seconds);
      return 0;
    } catch (ArchiveException e) {
      String sentence = String.valueOf(e.getMessage());
      throw e.isMisuse() ? CommandFailure.misused(sentence) : CommandFailure.failed(sentence);
    }
  }

  /// What a verdict told is no answer, and is not scored.
  private static ClaimScore score(List<Estimate> estimates, Map<String, String> known, Map<String, String> right,
      Sameness same) {
    ClaimScore score = ClaimScore.of(estimates.stream().filter(estimate -> !known.containsKey(estimate.item()))
        .toList(), right, same);
    if (score.items() == 0) {
      throw CommandFailure.failed("nothing to score: --truth names no item that has claims and no verdict; check"
          + " that the files name items alike");
    }
    return score;
  }

  private void tell(List<Reject> rejects, Claims claims, Model model) {
    PrintWriter err = answer.err();
    ArchiveInput.tell(rejects, verdicts.isPresent() || truth.isPresent(), "", err);
    if (claims.contradictions() > 0) {
      err.println("watchword: " + Answer.count(claims.contradictions(), "time") + " a source says two things of one item, and counts for neither");
    }
    err.println("watchword: " + model.says());
    err.flush();
  }

  private void give(List<Estimate> estimates) {
    try {
      if (out.isPresent()) {
        ClaimsFile.write(out.get(), estimates);
      } else if (!answer.json) {
        ClaimsFile.write(answer.out(), estimates);
      }
    } catch (IOException e) {
      throw CommandFailure.failed("the results could not be written: check the folder's permissions and the space on its disk");
    }
  }

  private void print(Claims claims, List<Estimate> estimates, Optional<ClaimScore> score, double seconds) {
    ObjectNode object = Answer.object();
    score.ifPresentOrElse(known -> object
        .put("accuracy", known.accuracy()).put("f1", known.f1()).put("brier", known.brier()).put("logLoss", known.logLoss())
        .put("ece", known.ece()).put("eceFloor", known.eceFloor()),
        () -> object.put("items", estimates.size()).put("sources", claims.sources()).put("claims", claims.size()));
    object.put("seconds", seconds);
    List<String> lines = new ArrayList<>();
    if (out.isPresent() || score.isPresent()) {
      lines.add(String.format(
          Locale.ROOT, "%,d claims of %,d sources, %,d items, %.3f s.", claims.size(), claims.sources(), estimates.size(), seconds));
    }
    score.ifPresent(known -> lines.add(String.format(
        Locale.ROOT, "Of %,d items known: %.1f %% right, F1 %.3f; Brier %.3f, log loss %.3f; calibration error %.3f, of which %.3f would be chance.",
        known.items(), 100 * known.accuracy(), known.f1(), known.brier(), known.logLoss(), known.ece(), known.eceFloor())));
    answer.give(object, lines);
  }
}
