package watchword.desk;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import watchword.seal.Compromise;
import watchword.seal.PanicMark;
import watchword.seal.Zeros;

/// What a panic does to a desk's folder.
record Erasure(Path path) {

  /// What a panic leaves: nothing in it opens anything.
  private static final Set<String> PUBLIC = Set.of(
      "desk.txt", "gate.pub", "root.pub", "bundles", "courier.bin", "destroyed", "board", Compromise.FILE_NAME, PanicMark.NAME);

  /// So often at most the folder is gone through: what a desk at work put down meanwhile goes with the next round.
  private static final int ROUNDS = 20;

  /// Marks the folder, and overwrites and deletes everything that is not public, with the folders it stood in: a desk that still runs here
  /// can put no key back.
  ///
  /// Goes on where a file resists, and then says so.
  ///
  /// @return how many files are gone
  int destroy() throws IOException {
    boolean marked = mark();
    int gone = erase();
    if (!marked) {
      PanicMark.put(path); // where the disk was full there is room now
    }
    return gone;
  }

  /// False where the disk takes no mark: no reason to leave a key.
  private boolean mark() {
    try {
      PanicMark.put(path);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private int erase() throws IOException {
    IOException failed = new IOException("some files could not be destroyed; destroy the disk");
    int gone = 0;
    for (int round = 0; round < ROUNDS && !secrets().isEmpty(); round++) {
      failed = new IOException("some files could not be destroyed; destroy the disk");
      for (Found found : secrets()) {
        try {
          if (found.isFile()) {
            Zeros.shred(found.path());
          } else {
            Files.delete(found.path());
          }
          gone += found.isFile() ? 1 : 0;
        } catch (NoSuchFileException _) {
          // its writer took it back
        } catch (IOException e) {
          failed.addSuppressed(e);
        }
      }
    }
    if (!secrets().isEmpty()) {
      throw failed;
    }
    return gone;
  }

  /// What stands in the folder, as it was found: a desk at work changes lengths meanwhile.
  private record Found(Path path, boolean isFile, boolean isFolder, long length) {

    static Found of(Path path, BasicFileAttributes attributes) {
      return new Found(path, attributes.isRegularFile(), attributes.isDirectory(), attributes.size());
    }

    /// What cannot be looked into stands for what may be in it: it is never empty, so it stays, and that is told.
    static Found unseen(Path path) {
      return new Found(path, false, true, 0);
    }

    /// Folders after what stands in them; of files the small ones first, for they are the keys, and every second counts.
    static int keysFirst(Found one, Found other) {
      if (one.isFolder() != other.isFolder()) {
        return one.isFolder() ? 1 : -1;
      }
      return one.isFolder() ? other.path().getNameCount() - one.path().getNameCount() : Long.compare(one.length(), other.length());
    }
  }

  private List<Found> secrets() throws IOException {
    List<Found> secrets = new ArrayList<>();
    Files.walkFileTree(path, new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        return visitFile(folder, attributes);
      }

      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (!file.equals(path) && !isPublic(file)) {
          secrets.add(Found.of(file, attributes));
        }
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFileFailed(Path file, IOException failure) {
        if (!(failure instanceof NoSuchFileException) && (file.equals(path) || !isPublic(file))) {
          secrets.add(Found.unseen(file));
        }
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) {
        return failure == null ? FileVisitResult.CONTINUE : visitFileFailed(folder, failure);
      }
    });
    return secrets.stream().sorted(Found::keysFirst).toList();
  }

  private boolean isPublic(Path file) {
    return isPublic(path.relativize(file).getName(0).toString());
  }

  /// Whether a panic leaves what has this name in the desk's folder.
  static boolean isPublic(String name) {
    return PUBLIC.contains(name);
  }
}
