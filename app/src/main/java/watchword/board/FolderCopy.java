package watchword.board;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// A copy in a folder; links are no files of it.
record FolderCopy(Path folder) implements BoardCopy {

  @Override
  public Optional<byte[]> find(String path, long most) throws IOException {
    Path file = folder.resolve(path);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file)) {
      return Optional.of(in.readNBytes(Math.toIntExact(most + 1)));
    }
  }

  @Override
  public Optional<Unpacked> twin(String path, long most) throws IOException {
    return find(path + Twin.END, Twin.longest(most)).map(packed -> new Unpacked(Twin.unpacked(packed, most)));
  }

  @Override
  public SortedSet<String> present() throws IOException {
    SortedSet<String> paths = new TreeSet<>();
    try (Stream<Path> all = Files.walk(folder)) {
      all.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
          .forEach(path -> paths.add(folder.relativize(path).toString()));
    }
    return paths;
  }
}
