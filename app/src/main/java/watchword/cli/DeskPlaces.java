package watchword.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import watchword.archive.ArchiveException;
import watchword.archive.Atlas;
import watchword.archive.PlaceList;
import watchword.archive.Territory;
import watchword.core.place.Gazetteer;
import watchword.core.place.Outline;
import watchword.core.place.Town;
import watchword.desk.DeskFolder;

/// Where a desk works: the towns of its area, its own places, and the outline of it all.
///
/// @param own the desk's list as it was read, its bad rows too
record DeskPlaces(Gazetteer gazetteer, Outline outline, PlaceList own) {

  /// Reads what the desk's folder says; without an area and a list there are no places.
  static DeskPlaces of(DeskFolder folder) {
    try {
      return of(area(folder), Files.exists(folder.places()) ? PlaceList.read(folder.places()) : PlaceList.NONE);
    } catch (ArchiveException e) {
      throw CommandFailure.failed("the desk's places cannot be used: " + e.getMessage());
    } catch (IOException e) {
      throw CommandFailure.failed("the desk's places cannot be read: check area.txt and places.csv in its folder");
    }
  }

  /// Where the desk of a folder works, if it says so.
  static Optional<Territory> area(DeskFolder folder) throws IOException {
    return Files.exists(folder.area())
        ? Optional.of(Territory.parse(Files.readString(folder.area(), StandardCharsets.UTF_8).strip()))
        : Optional.empty();
  }

  static DeskPlaces of(Optional<Territory> area, PlaceList own) {
    if (area.isEmpty()) {
      boolean none = own.towns().isEmpty() && own.roads().isEmpty();
      return new DeskPlaces(none ? Gazetteer.EMPTY : new Gazetteer("own " + own.version(), own.towns(), own.roads()), Outline.NONE, own);
    }
    Atlas atlas = Atlas.packed();
    Gazetteer towns = new Gazetteer(atlas.version(), atlas.towns(area.get()));
    List<Town> all = new ArrayList<>(own.towns().stream().map(place -> inDistrict(place, towns)).toList());
    all.addAll(towns.towns());
    String version = atlas.version() + "; area " + area.get().spelling() + "; own " + own.version();
    return new DeskPlaces(new Gazetteer(version, all, own.roads()), atlas.outline(area.get()), own);
  }

  /// A place of the list lies in the district of the nearest town.
  private static Town inDistrict(Town place, Gazetteer towns) {
    String district = towns.nearest(place.place(), 0).map(Town::district).orElse("");
    return new Town(
        place.id(), place.name(), place.names(), place.latitude(), place.longitude(), place.population(), district, place.uncertaintyMetres(), place.kind());
  }
}
