package watchword.cli;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import watchword.archive.Archive;
import watchword.archive.ArchiveException;
import watchword.archive.KindsFile;
import watchword.archive.ResultFiles;
import watchword.archive.Territory;
import watchword.archive.Transcript;
import watchword.core.decision.Policy;
import watchword.core.kind.Kind;
import watchword.core.kind.Kinds;
import watchword.core.place.Gazetteer;
import watchword.core.report.Channel;
import watchword.core.report.Reader;
import watchword.core.report.Report;
import watchword.core.text.Folding;
import watchword.desk.Desk;
import watchword.desk.Models;
import watchword.desk.Office;
import watchword.member.Member;

/// `./watchword desk import`: reports from files into the casebook.
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Takes reports from files into the desk's casebook, each once: importing a file again adds what is new in it.",
      "",
      "Files are what merge reads. The journal says who imported; words are kept as those of any report.",
      "The desk must be stopped meanwhile. Of large files texts stand in nameless temporary files meanwhile: name a folder on the desk's",
      "own encrypted disk in TMPDIR."
    },
    footer = {
      "",
      "Example:",
      "  ./watchword desk import --folder /media/desk/lorne --member heron result.json hotline.csv --rejects rejects.csv",
      "  ./watchword desk import --folder /media/desk/lorne --member heron --channel partner --as shelling neighbours.geojson",
      "  ./watchword desk import --folder /media/desk/lorne --member heron partners.csv --taxonomy taxonomy_event_tax.csv"
    })
final class DeskImportCommand implements Callable<Integer> {

  @ParentCommand DeskCommand desk;

  @Mixin ArchiveInput input = new ArchiveInput();

  @Option(names = "--channel", paramLabel = "CHANNEL", defaultValue = "public",
      description = "How they came: public (the default), partner or by-hand.")
  String channel = "public";

  @Option(names = "--as", paramLabel = "KIND", defaultValue = "other",
      description = "Kind of rows whose own is none of the desk's, by its id in spec/kinds.md; other if absent.")
  String otherwise = "other";

  @Option(names = "--lane", paramLabel = "N",
      description = "Whose members may read their words; the importer's first lane if absent.")
  Optional<Integer> lane = Optional.empty();

  @Mixin Answer answer = new Answer();

  @Override
  public Integer call() throws IOException {
    input.rejects.ifPresent(DeskOptions::requireFree);
    Channel how = channel();
    Kinds kinds = KindsFile.builtIn();
    Kind other = kinds.find(otherwise).orElseThrow(() ->
        CommandFailure.misused("there is no kind " + otherwise + "; spec/kinds.md lists them"));
    ZoneId here = input.zone();
    try (Office office = desk.options.unlocked(); Archive archive = read(DeskPlaces.area(office.folder()))) {
      input.tell(archive, answer.err());
      if (input.rejects.isPresent()) {
        ResultFiles.writeRejects(input.rejects.get(), archive.rejects());
      }
      Transcript transcript = Transcript.of(archive, kinds(kinds, other), how);
      if (transcript.cut() > 0) {
        answer.err().println("watchword: " + transcript.cut() + " texts were cut to what a desk keeps of one");
      }
      int added = take(office, transcript.reports(), here);
      give(added, transcript.reports().size() - added, archive.rejects().count());
      return 0;
    } catch (ArchiveException e) {
      String sentence = String.valueOf(e.getMessage());
      throw e.isMisuse() ? CommandFailure.misused(sentence) : CommandFailure.failed(sentence);
    }
  }

  private Archive read(Optional<Territory> area) throws IOException {
    try (Progress progress = Progress.start(answer.err(), "reading", input.bytes())) {
      return input.read(Optional.empty(), area, progress);
    }
  }

  private int take(Office office, List<Report> reports, ZoneId here) {
    Member importer = office.members().find(desk.options.pseudonym()).orElseThrow();
    int shelf = lane.orElseGet(() -> importer.lanes().iterator().next());
    if (!importer.lanes().contains(shelf)) {
      throw CommandFailure.misused(importer.pseudonym() + " is not in lane " + shelf);
    }
    office.renew();
    Instant now = desk.options.clock().instant();
    SecureRandom random = new SecureRandom();
    Gazetteer places = DeskPlaces.of(office.folder()).gazetteer();
    ZoneOffset offset = here.getRules().getOffset(now);
    Desk casebook = office.desk(new Desk.Setup(
        Models.standard(Policy.DEFAULT), Policy.DEFAULT, places, offset, () -> DeskUnlocked.bulletinId(random)));
    Reader reader = new Reader(places, offset);
    int added = 0;
    int placed = 0;
    try (Progress progress = Progress.start(answer.err(), "importing", reports.size())) {
      for (Report report : reports) {
        if (casebook.receive(report, "", shelf, importer.pseudonym().name(), now)) {
          added++;
          placed += report.place().isEmpty() && !reader.read(report, now).places().isEmpty() ? 1 : 0;
        }
        progress.advance(1);
      }
    }
    if (placed > 0) {
      String found = Answer.count(placed, "report");
      answer.err().println("watchword: " + found + " without coordinates placed by a town in the words");
    }
    return added;
  }

  private void give(int added, int known, long rejected) {
    answer.give(
        Answer.object().put("added", added).put("known", known).put("rejected", rejected),
        List.of(String.format(
            Locale.ROOT,
            "%s added, %,d the desk had, %s not used. New ones stand in the queue from the desk's next start.",
            Answer.count(added, "report"), known, Answer.count(rejected, "row"))));
  }

  /// A word of the archive, or of a taxonomy's levels, is a kind of the catalogue where it is its id or its name in any
  /// language.
  private static Function<List<String>, Kind> kinds(Kinds catalogue, Kind otherwise) {
    Map<String, Kind> byName = new HashMap<>();
    for (Kind kind : catalogue.list()) {
      byName.put(Folding.key(kind.id()), kind);
      kind.names().values().forEach(name -> byName.putIfAbsent(Folding.key(name), kind));
    }
    return words -> words.stream().map(Folding::key).filter(byName::containsKey).findFirst()
        .map(key -> byName.getOrDefault(key, otherwise)).orElse(otherwise);
  }

  private Channel channel() {
    return switch (channel) {
      case "public" -> Channel.PUBLIC;
      case "partner" -> Channel.PARTNER;
      case "by-hand" -> Channel.BY_HAND;
      default -> throw CommandFailure.misused("no such channel; say public, partner or by-hand");
    };
  }
}
