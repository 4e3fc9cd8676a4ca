package watchword.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import watchword.archive.Archive;
import watchword.archive.ArchiveException;
import watchword.archive.ArchiveMerge;
import watchword.archive.ClusterScore;
import watchword.archive.Reject;
import watchword.archive.ResultFiles;
import watchword.archive.Territory;
import watchword.core.incident.Incident;
import watchword.core.incident.LinkageMerger;
import watchword.core.report.Reading;

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
      "or by the options below. Of a chat no sender is read."
    },
    footer = {
      "",
      "Example:",
      "  ./watchword merge reports.csv hotline.jsonl.gz --zone Europe/Minsk --clusters clusters.csv",
      "  ./watchword merge result.json fires.geojson --out incidents.jsonl",
      "  ./watchword merge notes.csv --time seen --place village --text words --rejects rejects.csv",
      "  ./watchword merge reports.csv --explain 214 310"
    })
final class MergeCommand implements Callable<Integer> {

  /// More bad rows than this are counted, not listed.
  private static final int LISTED_REJECTS = 20;

  private static final int LARGEST = 5;

  private final LinkageMerger merger = new LinkageMerger();

  @Spec CommandSpec spec;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files of reports; their names are the channels.")
  List<Path> files;

  @Option(names = "--clusters", paramLabel = "OUT.csv", description = "Write each report's incident: id,incident.")
  Optional<Path> clusters = Optional.empty();

  @Option(names = "--out", paramLabel = "OUT.jsonl", description = "Write one incident a line, as JSON.")
  Optional<Path> out = Optional.empty();

  @Option(names = "--rejects", paramLabel = "OUT.csv", description = "Write the rows that could not be used, with the reason.")
  Optional<Path> rejects = Optional.empty();

  @Option(names = "--truth", paramLabel = "COLUMN", description = "Score against this column, which is read for nothing else.")
  Optional<String> truth = Optional.empty();

  @Option(names = "--explain", paramLabel = "ID", arity = "2", description = "Tell, field by field, why two reports were or were not joined.")
  List<String> explain = List.of();

  @Option(names = "--zone", paramLabel = "ZONE", description = "Time zone of times without an offset, such as Europe/Kyiv. UTC if absent.")
  Optional<String> zone = Optional.empty();

  @Option(names = "--area", paramLabel = "AREA", description = "Where places lie that rows know only by name: countries (UA) or a box west,south,east,north. Around the rows' own coordinates if absent.")
  Optional<String> area = Optional.empty();

  @Option(names = "--json", description = "Print one JSON object instead of sentences.")
  boolean json;

  @ArgGroup(exclusive = false, validate = false, heading = "%nColumns:%n")
  ColumnOptions columns = new ColumnOptions();

  @Override
  public Integer call() throws IOException {
    long start = System.nanoTime();
    PrintWriter err = spec.commandLine().getErr();
    try {
      checkOutputs();
      Archive.Options options = new Archive.Options(columns.columns(), truth, zone(), area.map(Territory::parse), Instant.now());
      Archive archive;
      ArchiveMerge merge;
      try (Progress progress = Progress.start(err, "reading", size())) {
        archive = Archive.read(files, options, progress::advance);
        progress.next("merging");
        merge = ArchiveMerge.of(archive, merger);
      }
      tell(archive, err);
      write(archive, merge);
      explain(merge);
      print(merge, truth.map(column -> merge.score()), start);
      return 0;
    } catch (ArchiveException e) {
      throw e.isMisuse() ? CommandFailure.misused(sentence(e)) : CommandFailure.failed(sentence(e));
    }
  }

  private static String sentence(ArchiveException e) {
    return String.valueOf(e.getMessage());
  }

  private ZoneId zone() {
    try {
      return zone.isPresent() ? ZoneId.of(zone.get()) : ZoneOffset.UTC;
    } catch (DateTimeException e) {
      throw CommandFailure.misused("there is no time zone " + zone.orElse("") + "; name one such as Europe/Kyiv or +03:00");
    }
  }

  private long size() throws IOException {
    long size = 0;
    for (Path file : files) {
      size += Files.isRegularFile(file) ? Files.size(file) : 0;
    }
    return size;
  }

  /// Before the work: an output must not overwrite an input, and must have a folder to go to.
  private void checkOutputs() throws IOException {
    for (Optional<Path> output : List.of(clusters, out, rejects)) {
      if (output.isEmpty()) {
        continue;
      }
      Path file = output.get();
      Path folder = file.toAbsolutePath().getParent();
      if (Files.isDirectory(file) || folder == null || !Files.isDirectory(folder)) {
        throw CommandFailure.misused(file + " cannot be written: " + (Files.isDirectory(file) ? "it is a folder" : "its folder does not exist"));
      }
      for (Path input : files) {
        if (Files.exists(input) && Files.exists(file) && Files.isSameFile(input, file)) {
          throw CommandFailure.misused(file + " is a file to read; write the result to another one");
        }
      }
    }
  }

  private void tell(Archive archive, PrintWriter err) {
    if (zone.isEmpty() && archive.localTimes()) {
      err.println("watchword: times without an offset are read as UTC; --zone says otherwise");
    }
    archive.notes().forEach(note -> err.println("watchword: " + note));
    archive.placing().sentence().ifPresent(sentence -> err.println("watchword: " + sentence));
    List<Reject> bad = archive.rejects();
    bad.stream().limit(LISTED_REJECTS).forEach(reject -> err.println("watchword: " + reject.sentence(archive.severalFiles())));
    if (bad.size() > LISTED_REJECTS) {
      err.printf(Locale.ROOT, "watchword: and %,d more rows that cannot be used%s%n", bad.size() - LISTED_REJECTS, rejects.isPresent() ? "" : "; --rejects FILE writes them all");
    }
    err.flush();
  }

  private void write(Archive archive, ArchiveMerge merge) {
    try {
      if (clusters.isPresent()) {
        ResultFiles.writeClusters(clusters.get(), merge);
      }
      if (out.isPresent()) {
        ResultFiles.writeIncidents(out.get(), merge);
      }
      if (rejects.isPresent()) {
        ResultFiles.writeRejects(rejects.get(), archive.rejects());
      }
    } catch (IOException e) {
      throw CommandFailure.failed("the results could not be written: check the folder's permissions and the space on its disk");
    }
  }

  /// One line a field: how much it speaks for one happening (+) or for two (−), in log-odds.
  private void explain(ArchiveMerge merge) {
    if (explain.isEmpty()) {
      return;
    }
    Incident first = incident(merge, explain.getFirst());
    Incident second = incident(merge, explain.getLast());
    Map<String, Double> fields = merger.explain(
        reading(first, explain.getFirst()), reading(second, explain.getLast()), merge.readings(), merge.weights());
    PrintWriter to = spec.commandLine().getOut();
    to.println(first.equals(second) ? "One incident holds both." : "Two incidents hold them.");
    fields.forEach((field, logOdds) -> to.printf(Locale.ROOT, "  %-8s %+6.2f%n", field, logOdds));
    to.printf(Locale.ROOT, "  %-8s %+6.2f log-odds that they are one happening; joining also asks how well a report fits the others of an incident%n", "sum", fields.values().stream().mapToDouble(Double::doubleValue).sum());
  }

  private static Incident incident(ArchiveMerge merge, String id) {
    return merge.find(id).orElseThrow(() -> CommandFailure.misused("no report has the id " + id));
  }

  private static Reading reading(Incident incident, String id) {
    return ArchiveMerge.reading(incident, id).orElseThrow();
  }

  private void print(ArchiveMerge merge, Optional<ClusterScore> score, long start) throws IOException {
    PrintWriter to = spec.commandLine().getOut();
    double seconds = Math.round((System.nanoTime() - start) / 1e6) / 1e3;
    if (json) {
      Map<String, Object> object = new LinkedHashMap<>();
      score.ifPresent(known -> {
        object.put("pairP", known.pairPrecision());
        object.put("pairR", known.pairRecall());
        object.put("pairF1", known.pairF1());
        object.put("b3", known.bCubedF1());
        object.put("ari", known.adjustedRand());
      });
      object.put("incidents", merge.incidents().size());
      object.put("reports", merge.reportCount());
      object.put("seconds", seconds);
      to.println(JsonMapper.builder().build().writeValueAsString(object));
    } else {
      to.printf(Locale.ROOT, "%s became %s in %.1f s.%n", count(merge.reportCount(), "report"), count(merge.incidents().size(), "incident"), seconds);
      merge.largest(LARGEST).stream().filter(incident -> incident.readings().size() > 1).forEach(incident -> to.println(line(incident)));
      score.ifPresent(known -> to.printf(
          Locale.ROOT, "Against %s: pairs P %.3f, R %.3f, F1 %.3f; B-cubed F1 %.3f; adjusted Rand %.3f.%n",
          truth.orElse(""), known.pairPrecision(), known.pairRecall(), known.pairF1(), known.bCubedF1(), known.adjustedRand()));
    }
    to.flush();
  }

  /// "  31 reports from m00123: state-based conflict, Aleppo town, 2016-01-02 00:00 to 2016-01-03 23:59 UTC".
  private static String line(Incident incident) {
    String where = ArchiveMerge.placeName(incident).map(name -> ", " + shown(name)).orElse("");
    return String.format(
        Locale.ROOT, "  %s from %s: %s%s, %tF %<tR to %tF %<tR UTC", count(incident.readings().size(), "report"), shown(ArchiveMerge.name(incident).value()),
        shown(incident.kind().id()), where, incident.when().earliest().atZone(ZoneOffset.UTC), incident.when().latest().atZone(ZoneOffset.UTC));
  }

  /// Without the characters that steer a terminal or turn a line around.
  private static String shown(String words) {
    return words.replaceAll("[\\p{Cc}\\p{Cf}]+", " ");
  }

  private static String count(int number, String what) {
    return String.format(Locale.ROOT, "%,d %s%s", number, what, number == 1 ? "" : "s");
  }
}
