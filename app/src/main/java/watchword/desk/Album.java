package watchword.desk;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import watchword.core.report.MediaHash;
import watchword.core.report.Reading;
import watchword.core.report.ReportId;

/// Which photos came, and which report names which; either may come first.
final class Album {

  private final Map<MediaHash, Entry.PhotoCame> came = new LinkedHashMap<>();
  private final Map<MediaHash, ReportId> named = new HashMap<>();
  private final Set<MediaHash> gone = new HashSet<>();

  /// Notes the photos that a report names; one that an earlier report named stays that one's.
  void name(Reading told) {
    told.media().forEach(photo -> named.putIfAbsent(photo, told.id()));
  }

  void come(Entry.PhotoCame photo) {
    if (!isGone(photo.photo())) {
      came.putIfAbsent(photo.photo(), photo);
    }
  }

  /// Whether a photo was dropped, come or not: one that comes after its report was forgotten is not kept.
  boolean isGone(MediaHash photo) {
    return gone.contains(photo);
  }

  boolean has(MediaHash photo) {
    return came.containsKey(photo);
  }

  /// The report that names a photo, if it has come.
  Optional<ReportId> naming(MediaHash photo) {
    return Optional.ofNullable(named.get(photo));
  }

  /// The reading with the pictures of its photos that came, in the place of the names it gave them.
  ///
  /// A name is random for each sending; a picture's hash is the same for all who send that picture.
  Reading seen(Reading told) {
    if (told.media().isEmpty()) {
      return told;
    }
    List<MediaHash> pictures = told.media().stream()
        .filter(photo -> told.id().equals(named.get(photo)))
        .flatMap(photo -> Optional.ofNullable(came.get(photo)).map(Entry.PhotoCame::picture).stream())
        .distinct()
        .toList();
    return new Reading(
        told.id(), told.channel(), told.source(), told.kind(), told.stance(), told.places(), told.when(), told.words(), told.towns(),
        told.foretells(), told.figures(), pictures);
  }

  void drop(Collection<MediaHash> photos) {
    came.keySet().removeAll(photos);
    named.keySet().removeAll(photos);
    gone.addAll(photos);
  }

  /// Photos that came before, and that no report names.
  List<MediaHash> unnamed(Instant before) {
    return came.values().stream()
        .filter(photo -> photo.at().isBefore(before)).map(Entry.PhotoCame::photo).filter(photo -> !named.containsKey(photo)).toList();
  }

  Collection<Entry.PhotoCame> all() {
    return came.values();
  }
}
