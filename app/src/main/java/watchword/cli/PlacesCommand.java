package watchword.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
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

  @Spec CommandSpec spec;

  @Option(names = "--folder", paramLabel = "DIR", description = "The folder of the desk that is to use them.")
  Optional<Path> folder = Optional.empty();

  @Mixin PlacesOptions options = new PlacesOptions();

  @Option(names = "--json", description = "Print one JSON object instead of sentences.")
  boolean json;

  @Override
  public Integer call() throws JsonProcessingException {
    if (folder.isEmpty() && options.area.isEmpty() && options.places.isEmpty()) {
      throw CommandFailure.misused("nothing to check; name an --area, a list of --places, or a desk's --folder");
    }
    Optional<DeskFolder> desk = folder.map(DeskFolder::new);
    desk.filter(one -> !Files.exists(one.file())).ifPresent(one -> {
      throw CommandFailure.misused("no desk in this folder; make one with init");
    });
    DeskPlaces places = options.checked(desk);
    PlacesOptions.tell(places.own().rejects(), spec.commandLine().getErr());
    desk.ifPresent(options::store);
    int own = places.own().towns().size();
    int towns = places.gazetteer().towns().size() - own;
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("places", own);
      object.put("rejects", places.own().rejects().size());
      object.put("towns", towns);
      object.put("version", places.gazetteer().version());
      out.println(JsonMapper.builder().build().writeValueAsString(object));
    } else {
      out.printf(Locale.ROOT, "%,d places of the desk's own, %,d rows that cannot be used, %,d towns of the area.%n", own, places.own().rejects().size(), towns);
      out.println("Data: " + places.gazetteer().version() + ".");
      desk.ifPresent(one -> out.println("The desk uses them from its next start."));
    }
    out.flush();
    return 0;
  }
}
