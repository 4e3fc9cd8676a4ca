package watchword.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import watchword.seal.RootPublic;

/// The six words by which people know a desk's root (spec/bundle.md, "Root").
public final class Fingerprint {

  private static final List<String> WORDS = words();

  private Fingerprint() {}

  public static String of(RootPublic root) {
    return root.fingerprint().stream().map(WORDS::get).collect(Collectors.joining(" "));
  }

  private static List<String> words() {
    try (InputStream in = Fingerprint.class.getResourceAsStream("/watchword/web/data/bip39-english.txt")) {
      if (in == null) {
        throw new IllegalStateException("the list of words is not in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
