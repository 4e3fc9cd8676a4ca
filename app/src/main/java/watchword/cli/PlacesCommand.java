package watchword.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import watchword.desk.DeskFolder;

/// `./watchword places`: checks a place list, and gives a desk its area and list.
@Command(
    name = "places",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Checks an area and a list of places; with --folder a desk uses them from its next start.",
      "",
      "Rows that cannot be used are named by number and reason; all others count."
    },
    footer = {
      "",
      "Example:",
      "  ./watchword places --places stations.csv",
      "  ./watchword places --folder /media/desk/lorne --area BY,LT --places stations.csv"
    })
final class PlacesCommand implements Callable<Integer> {

  @Option(names = "--folder", paramLabel = "DIR", description = "The folder of the desk that is to use them.")
  Optional<Path> folder = Optional.empty();

  @Mixin PlacesOptions options = new PlacesOptions();

  @Mixin Answer answer = new Answer();

  @Override
  public Integer call() {
    if (folder.isEmpty() && options.area.isEmpty() && options.places.isEmpty()) {
      throw CommandFailure.misused("nothing to check; name an --area, a list of --places, or a desk's --folder");
    }
    Optional<DeskFolder> desk = folder.map(DeskFolder::new);
    desk.filter(one -> !Files.exists(one.file())).ifPresent(one -> {
      throw CommandFailure.misused("no desk in this folder; make one with init");
    });
    DeskPlaces places = options.checked(desk);
    PlacesOptions.tell(places.own().rejects(), answer.err());
    desk.ifPresent(options::store);
    int own = places.own().towns().size();
    int towns = places.gazetteer().towns().size() - own;
    List<String> lines = new ArrayList<>(List.of(
        "%s and %s of the desk's own, %s that cannot be used, %s of the area.".formatted(
            Answer.count(own, "place"), Answer.count(places.own().roads().size(), "road"),
            Answer.count(places.own().rejects().size(), "row"), Answer.count(towns, "town")),
        "Data: " + places.gazetteer().version() + "."));
    desk.ifPresent(one -> lines.add("The desk uses them from its next start."));
    answer.give(
        Answer.object().put("places", own).put("roads", places.own().roads().size()).put("rejects", places.own().rejects().size()).put("towns", towns)
            .put("version", places.gazetteer().version()),
        lines);
    return 0;
  }
}
