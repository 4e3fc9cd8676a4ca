package watchword.desk;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import watchword.core.report.MediaHash;
import watchword.core.report.ReportId;

/// Keeps words and pictures as long as the process runs: for tests and simulations.
public final class MemoryBodies implements Bodies {

  private final Map<ReportId, String> texts = new ConcurrentHashMap<>();
  private final Map<MediaHash, byte[]> pictures = new ConcurrentHashMap<>();

  @Override
  public Optional<Integer> lane(ReportId id) {
    return texts.containsKey(id) ? Optional.of(0) : Optional.empty();
  }

  @Override
  public void put(ReportId id, int lane, String text) {
    texts.put(id, text);
  }

  @Override
  public Optional<String> open(ReportId id) {
    return Optional.ofNullable(texts.get(id));
  }

  @Override
  public Optional<String> open(ReportId id, String member) {
    return open(id);
  }

  @Override
  public Access access(ReportId id, String member) {
    return texts.containsKey(id) ? Access.OWN : Access.NONE;
  }

  @Override
  public void put(MediaHash photo, int lane, byte[] picture) {
    pictures.put(photo, picture.clone());
  }

  @Override
  public Optional<byte[]> open(MediaHash photo, String member) {
    return Optional.ofNullable(pictures.get(photo)).map(byte[]::clone);
  }

  @Override
  public Set<String> held() {
    return Stream.concat(texts.keySet().stream().map(MemoryBodies::name), pictures.keySet().stream().map(MemoryBodies::name))
        .collect(Collectors.toSet());
  }

  @Override
  public void forgetAllBut(Collection<ReportId> ids, Collection<MediaHash> photos, Set<String> held) {
    texts.keySet().removeIf(id -> held.contains(name(id)) && !ids.contains(id));
    pictures.keySet().removeIf(photo -> held.contains(name(photo)) && !photos.contains(photo));
  }

  private static String name(ReportId id) {
    return "words " + id;
  }

  private static String name(MediaHash photo) {
    return "photo " + photo.value();
  }

  @Override
  public void forget(Collection<ReportId> ids, Collection<MediaHash> photos) {
    ids.forEach(texts::remove);
    photos.forEach(pictures::remove);
  }
}
