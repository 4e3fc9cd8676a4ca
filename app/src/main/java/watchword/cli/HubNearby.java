package watchword.cli;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

/// Looks for a hub's generations on this machine.
final class HubNearby {

  /// As the hub names the files that take reports or wait for the gate.
  private static final Pattern GENERATION = Pattern.compile("current-[0-9a-f]{32}|waiting-[0-9]{10}-[0-9a-f]{32}");

  /// Deep enough for /srv/hub/data, shallow enough to be quick.
  private static final int DEPTH = 3;

  private HubNearby() {}

  /// Says whether one is in these folders or a little below; what may not be read is not looked into.
  static boolean in(List<Path> places) {
    AtomicBoolean found = new AtomicBoolean();
    for (Path place : places) {
      if (place != null && Files.isDirectory(place) && !found.get()) {
        look(place, found);
      }
    }
    return found.get();
  }

  private static void look(Path place, AtomicBoolean found) {
    try {
      Files.walkFileTree(place, EnumSet.noneOf(FileVisitOption.class), DEPTH, new SimpleFileVisitor<>() {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
          found.set(found.get() || GENERATION.matcher(String.valueOf(file.getFileName())).matches());
          return found.get() ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
          return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException failure) {
          return FileVisitResult.CONTINUE;
        }
      });
    } catch (IOException e) {
      throw CommandFailure.failed("cannot look for a hub in " + place);
    }
  }
}
