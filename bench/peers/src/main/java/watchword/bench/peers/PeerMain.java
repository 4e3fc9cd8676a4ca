package watchword.bench.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// `PeerMain NAME ROWS.csv FOLDER`: merges a file by the way of this name and writes a file of clusters for each setting.
public final class PeerMain {

  private PeerMain() {}

  public static void main(String[] arguments) throws IOException {
    List<Row> rows = RowFile.read(Path.of(arguments[1]));
    Path folder = Files.createDirectories(Path.of(arguments[2]));
    peer(arguments[0]).merge(rows, (setting, clusters) -> RowFile.write(folder.resolve(setting + ".csv"), rows,
        clusters));
  }

  private static Peer peer(String name) {
    return switch (name) {
      case "rule" -> Rules.samePlaceKindAndDay();
      case "singletons" -> Rules.nothingIsTheSame();
      case "words" -> new FirstStory(Texts::words);
      case "characters" -> new FirstStory(Texts::characters);
      case "minhash" -> new NearDuplicates();
      case "jedai" -> new JedAi();
      case "duke" -> new DukeProbabilities();
      default -> throw new IllegalArgumentException("no way of merging is called " + name);
    };
  }
}
