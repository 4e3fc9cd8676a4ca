package watchword.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import watchword.archive.FormatException;
import watchword.assess.Series;
import watchword.core.count.Detector;
import watchword.core.count.Ears;
import watchword.core.count.Tail;

/// `./watchword assess counts`: on which days counts ring.
@Command(
    name = "counts",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Says on which days daily counts are higher than the days before explain, by four rules: C1, C2 and C3 of EARS",
      "as R's package surveillance has them (alpha .001, .001, .025), and the tail of a negative binomial over eight weeks.",
      "",
      "tail is the recommended one: at most one false alarm in 90 days; it finds nine in ten threefold steps by their third day",
      "where counts are five a day and more and flock little (size 10), or ten and more at a size of 5. EARS rings oftener.",
      "Reports measure attention as much as activity: look at incidents, reports and senders side by side."
    },
    footer = {"", "Example:", "  ./watchword assess counts docs/example/counts.csv --days 60-120",
        "  ./watchword assess counts counts.csv --days 300-400 --json"})
final class AssessCountsCommand implements Callable<Integer> {

  private static final Pattern DAYS = Pattern.compile("(\\d{1,9})-(\\d{1,9})");

  @Parameters(paramLabel = "FILE", description = "CSV with the columns day and count: whole numbers, days one after another.")
  Path file = Path.of("");

  @Option(names = "--days", paramLabel = "A-B",
      description = "Only days from A to B, both included; the days before them are looked at, too. All if absent.")
  Optional<String> days = Optional.empty();

  @Mixin Answer answer = new Answer();

  @Override
  public Integer call() throws IOException {
    Optional<Matcher> range = days.map(text -> {
      Matcher found = DAYS.matcher(text);
      if (!found.matches() || Integer.parseInt(found.group(1)) > Integer.parseInt(found.group(2))) {
        throw CommandFailure.misused("--days is two days, the earlier first, such as 300-400");
      }
      return found;
    });
    try {
      Series series = Series.read(file);
      int from = range.map(found -> Integer.parseInt(found.group(1))).orElse(series.first());
      int to = range.map(found -> Integer.parseInt(found.group(2))).orElse(series.last());
      if (to < series.first() || from > series.last()) {
        throw CommandFailure.misused("the file has no day from " + from + " to " + to + "; it has " + series.first() + " to " + series.last());
      }
      give(series, from, to);
      return 0;
    } catch (FormatException e) {
      throw CommandFailure.failed(String.valueOf(e.getMessage()));
    }
  }

  private void give(Series series, int from, int to) {
    ObjectNode object = Answer.object();
    List<String> lines = new ArrayList<>();
    for (Detector detector : List.of(Ears.usual(Ears.Method.C1), Ears.usual(Ears.Method.C2), Ears.usual(Ears.Method.C3), Tail.RECOMMENDED)) {
      List<Integer> rings = detector.days(series.array()).stream().map(day -> series.first() + day).filter(day -> day >= from && day <= to).toList();
      ArrayNode array = object.putArray(detector.id());
      rings.forEach(array::add);
      int judged = series.first() + detector.daysBefore();
      lines.add("%-5s %s%s".formatted(detector.id(), rings.isEmpty() ? "no day" : rings.stream().map(Object::toString)
          .collect(Collectors.joining(" ")),
          judged > from ? " (days before " + judged + " cannot be judged)" : ""));
    }
    answer.give(object, lines);
  }
}
