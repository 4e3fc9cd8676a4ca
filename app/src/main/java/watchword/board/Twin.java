package watchword.board;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// The gzip form that lies beside a file, for the hub to send where it is asked for.
///
/// It stands in no manifest: it is right when it unpacks to the file it is named after.
final class Twin {

  static final String END = ".gz";

  private static final Set<String> PACKED = Set.of("html", "css", "js", "mjs", "json", "geojson", "atom", "txt");

  private Twin() {}

  /// Empty where packing does not make the file shorter. The header carries no time.
  static Optional<byte[]> of(String path, byte[] content) throws IOException {
    if (!PACKED.contains(path.substring(path.lastIndexOf('.') + 1))) {
      return Optional.empty();
    }
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new Best(packed)) {
      out.write(content);
    }
    return packed.size() < content.length ? Optional.of(packed.toByteArray()) : Optional.empty();
  }

  /// The longest gzip form of a file this long that anybody makes: what cannot be packed is stored, in parts with a head each.
  static long longest(long bytes) {
    return bytes + bytes / 512 + 1024;
  }

  /// Unpacks no more than a byte beyond `most`, whatever more there is; empty where it does not unpack.
  static Optional<byte[]> unpacked(byte[] packed, long most) {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return Optional.of(in.readNBytes(Math.toIntExact(most + 1)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static final class Best extends GZIPOutputStream {
    Best(OutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }
}
