package watchword.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import watchword.archive.Archive;
import watchword.archive.ArchiveException;
import watchword.archive.ArchiveMerge;
import watchword.archive.ClusterScore;
import watchword.archive.IncidentSink;
import watchword.archive.Largest;
import watchword.archive.ResultFiles;
import watchword.archive.Scoring;
import watchword.archive.SortedReadings;
import watchword.archive.Territory;
import watchword.core.merging.LinkageMerger;
import watchword.core.report.Reading;
import watchword.core.report.ReportId;

/// `./watchword merge`: reports from files into incidents.
@Command(
    name = "merge",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Finds which reports in files tell of the same happening.",
      "",
      "Files are CSV, JSON Lines, GeoJSON or a chat exported from Telegram Desktop (result.json), plain or gzip; several are one input. Headers of",
      "UCDP mentions, Ushahidi Haiti, Ukrainian sirens and meltt are known, others by common names (id, time, lat, lon, place, kind, text, source)",
      "or by the options below. Of a chat no sender is read.",
      "",
      "Files may be larger than memory. Rows, their words too, then go to temporary files that only you may read,",
      "in TMPDIR or else the system's temporary folder; they take about four times the size of the input and are",
      "gone when the command ends, however it ends."
    },
    footer = {
      "",
      "Example:",
      "  ./watchword merge reports.csv hotline.jsonl.gz --zone Europe/Minsk --clusters clusters.csv",
      "  ./watchword merge result.json fires.geojson --out incidents.jsonl",
      "  ./watchword merge notes.csv --time seen --place village --text words --rejects rejects.csv",
      "  ./watchword merge reports.csv --explain 214 310",
      "  ./watchword merge list1.csv list2.csv --taxonomy taxonomy_actor_tax.csv --taxonomy taxonomy_event_tax.csv"
    })
final class MergeCommand implements Callable<Integer> {

  private static final int LARGEST = 5;

  private final LinkageMerger merger = new LinkageMerger();

  @Mixin ArchiveInput input = new ArchiveInput();

  @Option(names = "--clusters", paramLabel = "OUT.csv", description = "Write each report's incident: id,incident.")
  Optional<Path> clusters = Optional.empty();

  @Option(names = "--out", paramLabel = "OUT.jsonl", description = "Write one incident a line, as JSON.")
  Optional<Path> out = Optional.empty();

  @Option(names = "--truth", paramLabel = "COLUMN", description = "Score against this column, which is read for nothing else.")
  Optional<String> truth = Optional.empty();

  @Option(names = "--explain", paramLabel = "ID", arity = "2", description = "Tell, field by field, why two reports were or were not joined.")
  List<String> explain = List.of();

  @Option(names = "--area", paramLabel = "AREA",
      description = "Where places lie that rows know only by name, or by a town in their words: countries (UA) or a box "
          + "west,south,east,north. "
          + "Around the rows' own coordinates if absent; without those nothing is placed.")
  Optional<String> area = Optional.empty();

  @Mixin Answer answer = new Answer();

  @Override
  public Integer call() throws IOException {
    long start = System.nanoTime();
    PrintWriter err = answer.err();
    try {
      Results.require(input.read(), List.of(clusters, out, input.rejects));
      Optional<Territory> territory = area.map(Territory::parse);
      try (Archive archive = read(territory);
          SortedReadings readings = sort(archive);
          Scoring scoring = new Scoring(ArchiveInput.temporary())) {
        input.tell(archive, err);
        writeRejects(archive);
        archive.placing().sentence(readings.toldByWords()).ifPresent(sentence -> err.println("watchword: " + sentence));
        Largest largest = new Largest(LARGEST);
        Holders holders = new Holders(explain);
        merge(readings, List.of(largest, holders, scoring));
        explain(holders, readings);
        print(largest, truth.map(column -> scoring.score()), start);
      }
      return 0;
    } catch (ArchiveException e) {
      throw e.isMisuse() ? CommandFailure.misused(sentence(e)) : CommandFailure.failed(sentence(e));
    }
  }

  private static String sentence(ArchiveException e) {
    return String.valueOf(e.getMessage());
  }

  private Archive read(Optional<Territory> territory) throws IOException {
    try (Progress progress = Progress.start(answer.err(), "reading rows", input.bytes())) {
      return input.read(truth, territory, progress);
    }
  }

  private SortedReadings sort(Archive archive) {
    try (Progress progress = Progress.start(answer.err(), "reading words", archive.count(), "rows")) {
      return SortedReadings.of(archive, progress::advance);
    }
  }

  private void writeRejects(Archive archive) {
    try {
      if (input.rejects.isPresent()) {
        ResultFiles.writeRejects(input.rejects.get(), archive.rejects());
      }
    } catch (IOException e) {
      throw unwritten();
    }
  }

  /// Walks through the readings twice: once ahead, once to merge them.
  private void merge(SortedReadings readings, List<IncidentSink> sinks) {
    try (Results results = Results.open(clusters, out);
        Progress progress = Progress.start(answer.err(), "merging", 2 * readings.count(), "rows, twice each")) {
      ArchiveMerge.run(readings, merger, progress::advance, incident -> {
        results.take(incident);
        for (IncidentSink sink : sinks) {
          sink.take(incident);
        }
      });
    } catch (IOException e) {
      throw unwritten();
    }
  }

  private static CommandFailure unwritten() {
    return CommandFailure.failed(
        "the results could not be written whole: check the folder's permissions and the space on its disk");
  }

  /// One line a field: how much it speaks for one happening (+) or for two (−), in log-odds.
  private void explain(Holders holders, SortedReadings readings) {
    if (explain.isEmpty()) {
      return;
    }
    String first = explain.getFirst();
    String second = explain.getLast();
    ReportId holdsFirst = holders.of(first);
    ReportId holdsSecond = holders.of(second);
    Map<String, Double> fields = merger.explain(new ReportId(first), new ReportId(second), readings);
    PrintWriter to = answer.out();
    to.println(holdsFirst.equals(holdsSecond) ? "One incident holds both." : "Two incidents hold them.");
    for (Reading reading : readings) {
      String id = reading.id().value();
      if (explain.contains(id)) {
        reading.choice().ifPresent(choice -> to.println("  " + shown(id) + " tells " + shown(choice)));
      }
    }
    fields.forEach((field, logOdds) -> to.printf(Locale.ROOT, "  %-8s %+6.2f%n", field, logOdds));
    to.printf(Locale.ROOT, "  %-8s %+6.2f log-odds that they are one happening; joining also asks how well a report fits the others of an incident%n", "sum", fields.values().stream().mapToDouble(Double::doubleValue).sum());
  }

  private void print(Largest largest, Optional<ClusterScore> score, long start) {
    double seconds = Math.round((System.nanoTime() - start) / 1e6) / 1e3;
    ObjectNode object = Answer.object();
    score.ifPresent(known -> object
        .put("pairP", known.pairPrecision()).put("pairR", known.pairRecall()).put("pairF1", known.pairF1())
        .put("b3", known.bCubedF1()).put("ari", known.adjustedRand()));
    object.put("incidents", largest.incidents()).put("reports", largest.reports()).put("seconds", seconds);
    List<String> lines = new ArrayList<>();
    lines.add(String.format(
        Locale.ROOT, "%s became %s in %.1f s.",
        Answer.count(largest.reports(), "report"), Answer.count(largest.incidents(), "incident"), seconds));
    largest.list().stream().filter(incident -> incident.reports() > 1).map(MergeCommand::line).forEach(lines::add);
    score.ifPresent(known -> lines.add(String.format(
        Locale.ROOT, "Against %s: pairs P %.3f, R %.3f, F1 %.3f; B-cubed F1 %.3f; adjusted Rand %.3f.",
        truth.orElse(""), known.pairPrecision(), known.pairRecall(), known.pairF1(), known.bCubedF1(), known.adjustedRand())));
    answer.give(object, lines);
  }

  /// "  31 reports from m00123: state-based conflict, Aleppo town, 2016-01-02 00:00 to 2016-01-03 23:59 UTC".
  private static String line(Largest.Line incident) {
    String where = incident.place().map(name -> ", " + shown(name)).orElse("");
    return String.format(
        Locale.ROOT, "  %s from %s: %s%s, %tF %<tR to %tF %<tR UTC", Answer.count(incident.reports(), "report"), shown(incident.name().value()),
        shown(incident.kind().id()), where, incident.when().earliest().atZone(ZoneOffset.UTC), incident.when().latest().atZone(ZoneOffset.UTC));
  }

  /// Without the characters that steer a terminal or turn a line around.
  private static String shown(String words) {
    return words.replaceAll("[\\p{Cc}\\p{Cf}]+", " ");
  }
}
