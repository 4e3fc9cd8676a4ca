package watchword.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import watchword.archive.ArchiveException;
import watchword.archive.PlaceList;
import watchword.archive.Reject;
import watchword.archive.Territory;
import watchword.desk.DeskFolder;

/// Where a desk works, as its commands ask for it.
final class PlacesOptions {

  @Option(names = "--area", paramLabel = "AREA", description = "Where the desk works: countries by two letters (BY,LT), or a box west,south,east,north in degrees.")
  Optional<String> area = Optional.empty();

  @Option(names = "--places", paramLabel = "FILE.csv", description = "The desk's own places: columns name, lat, lon; and id, names (parted by |), uncertainty, inhabitants, kind.")
  Optional<Path> places = Optional.empty();

  /// Checks what was given, and what it comes to with what a desk has already.
  ///
  /// @param folder of a desk that is there
  DeskPlaces checked(Optional<DeskFolder> folder) {
    try {
      Optional<Territory> given = area.map(Territory::parse);
      if (given.isEmpty() && folder.isPresent()) {
        given = DeskPlaces.area(folder.get());
      }
      Optional<Path> file = places.or(() -> folder.map(DeskFolder::places).filter(Files::exists));
      return DeskPlaces.of(given, file.isPresent() ? PlaceList.read(file.get()) : PlaceList.NONE);
    } catch (ArchiveException e) {
      throw CommandFailure.misused(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw CommandFailure.failed("the desk's area cannot be read: check area.txt in its folder");
    }
  }

  /// Keeps them in the desk's folder; the list as it stands in its file, its bad rows too.
  void store(DeskFolder folder) {
    area.ifPresent(text -> DeskFolder.write(folder.area(), (Territory.parse(text).spelling() + "\n").getBytes(StandardCharsets.UTF_8)));
    places.ifPresent(file -> DeskFolder.write(folder.places(), new CommandFile(file).bytes()));
  }

  /// Names every row of a list that cannot be used, up to a page of them.
  static void tell(List<Reject> rejects, PrintWriter err) {
    ArchiveInput.tell(rejects, true, "", err);
  }
}
