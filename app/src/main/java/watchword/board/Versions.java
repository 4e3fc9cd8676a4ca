package watchword.board;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The folders of a board on disk: one a version, and the link `current` that readers follow.
final class Versions {

  static final String CURRENT = "current";

  private static final String NEXT_LINK = "current.next";
  private static final String BUILDING = "building";
  private static final Pattern VERSION = Pattern.compile("v[0-9]{8,}");

  /// A reader of the version before has found its files; a slow download ends within this time.
  private static final Duration GRACE = Duration.ofMinutes(1);

  /// The same for every file, so that a modification time tells nothing.
  private static final Instant FILE_TIME = Instant.parse("2000-01-01T00:00:00Z");

  private final Path home;
  private final InstantSource clock;
  private final Map<Path, Instant> superseded = new HashMap<>();

  Versions(Path home, InstantSource clock) {
    this.home = home;
    this.clock = clock;
  }

  Path link() {
    return home.resolve(CURRENT);
  }

  /// The folder readers see now.
  Optional<Path> current() throws IOException {
    return Files.exists(link()) ? Optional.of(link().toRealPath()) : Optional.empty();
  }

  /// What became of a version's files.
  record Written(Path folder, int written) {}

  /// Writes a version beside the current one and switches to it in one rename.
  Written publish(long serial, SortedMap<String, byte[]> files) throws IOException {
    Files.createDirectories(home);
    Optional<Path> before = current();
    Path building = home.resolve(BUILDING);
    delete(building);
    int written = 0;
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      written += put(building, before, file.getKey(), file.getValue()) ? 1 : 0;
    }
    fixTimes(building, serial);
    Path version = home.resolve("v%08d".formatted(serial));
    // Left by a run that ended before its switch.
    delete(version);
    Files.move(building, version, StandardCopyOption.ATOMIC_MOVE);
    switchTo(version);
    sweep(version);
    return new Written(version, written);
  }

  /// Links what did not change, writes what did; says whether it wrote.
  private static boolean put(Path building, Optional<Path> before, String path, byte[] content) throws IOException {
    Path file = building.resolve(path);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Path twin = building.resolve(path + Twin.END);
    Optional<Path> same = before.map(folder -> folder.resolve(path));
    if (same.isPresent() && holds(same.get(), content)) {
      Files.createLink(file, same.get());
      Path sameTwin = before.get().resolve(path + Twin.END);
      if (Files.isRegularFile(sameTwin, LinkOption.NOFOLLOW_LINKS)) {
        Files.createLink(twin, sameTwin);
      }
      return false;
    }
    Files.write(file, content);
    Optional<byte[]> packed = Twin.of(path, content);
    if (packed.isPresent()) {
      Files.write(twin, packed.get());
    }
    return true;
  }

  private static boolean holds(Path file, byte[] content) throws IOException {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        && Files.size(file) == content.length
        && Arrays.equals(Files.readAllBytes(file), content);
  }

  /// Files all have one time. The version's folder has a time of its own, by its serial: a server that
  /// looks through the folder again only when it changed must not mistake a new one for one removed before.
  private static void fixTimes(Path building, long serial) throws IOException {
    FileTime constant = FileTime.from(FILE_TIME);
    try (Stream<Path> all = Files.walk(building)) {
      for (Path path : (Iterable<Path>) all::iterator) {
        Files.setLastModifiedTime(path, constant);
      }
    }
    Files.setLastModifiedTime(building, FileTime.from(FILE_TIME.plusSeconds(serial)));
  }

  private void switchTo(Path version) throws IOException {
    Path next = home.resolve(NEXT_LINK);
    Files.deleteIfExists(next);
    Files.createSymbolicLink(next, Objects.requireNonNull(version.getFileName()));
    Files.move(next, link(), StandardCopyOption.ATOMIC_MOVE);
  }

  /// Removes versions that were superseded long enough ago; of an earlier run's, that is counted from now.
  private void sweep(Path current) throws IOException {
    Instant now = clock.instant();
    try (Stream<Path> all = Files.list(home)) {
      all.filter(path -> VERSION.matcher(Objects.requireNonNull(path.getFileName()).toString()).matches())
          .filter(path -> !path.equals(current))
          .forEach(path -> superseded.putIfAbsent(path, now));
    }
    Iterator<Map.Entry<Path, Instant>> old = superseded.entrySet().iterator();
    while (old.hasNext()) {
      Map.Entry<Path, Instant> version = old.next();
      if (!version.getValue().isAfter(now.minus(GRACE))) {
        delete(version.getKey());
        old.remove();
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(folder, new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        Files.delete(file);
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult postVisitDirectory(Path emptied, @Nullable IOException failure) throws IOException {
        if (failure != null) {
          throw failure;
        }
        Files.delete(emptied);
        return FileVisitResult.CONTINUE;
      }
    });
  }
}
