package watchword.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import watchword.archive.KindsFile;
import watchword.seal.AgeFile;
import watchword.seal.BoardKey;
import watchword.seal.Bundle;
import watchword.seal.Bytes;
import watchword.seal.Epoch;
import watchword.seal.FormatException;
import watchword.seal.PrivateKey;
import watchword.seal.PublicKey;
import watchword.seal.SealedReport;
import watchword.seal.SealedSize;
import watchword.seal.SigningKey;
import watchword.seal.Term;

/// Sealed reports, photos and continuations, wrong in one of their layers, opened as gate and desk open them.
final class MutatedEnvelopes implements MutatedFiles.Kind {
  /// Stands in every text; no refusal may quote it.
  private static final String MARKER = "qzmarkerword";
  private static final String REPORT = """
      watchword.report/1
      {"kind":"explosion","stance":"sighting","place":{"latitude":54.12345,"longitude":-33.1,"uncertaintyMetres":500,"name":"qzmarkerword"},\
      "when":{"earliest":"2026-11-22T10:00Z","latest":"2026-11-22T11:00Z"},"text":"qzmarkerword, two bangs.",\
      "figures":[{"name":"vehicles","value":12}],"photos":["PHOTO"],"mailbox":{"key":"KEY","tag":"TAG"}}""";
  private static final int HIGHEST_LANE = 8;

  private final PrivateKey gate = key();
  private final List<PrivateKey> lanes = Stream.generate(MutatedEnvelopes::key).limit(HIGHEST_LANE).toList();
  private final PublicKey second = key().publicKey();
  private final Bundle bundle = bundle(gate, lanes, second);
  private final ReportFormat format = new ReportFormat(KindsFile.builtIn());
  private final List<byte[]> contents = contents();

  private static PrivateKey key() {
    return PrivateKey.generate(new SecureRandom());
  }

  static Bundle bundle(PrivateKey gate, List<PrivateKey> lanes, PublicKey second) {
    BoardKey board = new BoardKey(SigningKey.generate(new SecureRandom()).verifyKey(), Bytes.of(new byte[8]));
    Term day = Term.day(Epoch.of(Instant.parse("2026-11-22T00:00:00Z")));
    List<PublicKey> laneKeys = lanes.stream().map(PrivateKey::publicKey).toList();
    return new Bundle(HIGHEST_LANE, 16, day, board, Bytes.of(new byte[32]), gate.publicKey(), laneKeys, second);
  }

  private static List<byte[]> contents() {
    String key = Base64.getUrlEncoder().withoutPadding().encodeToString(key().publicKey().raw());
    ReportFormat.Mailbox mailbox = new ReportFormat.Mailbox(key, "0123456789abcdef".repeat(2));
    byte[] jpeg = Mutant.join(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0}, new byte[500]);
    return List.of(
        REPORT.replace("PHOTO", "ab".repeat(32)).replace("KEY", mailbox.key()).replace("TAG", mailbox.tag()).getBytes(UTF_8),
        Photo.content(new byte[Photo.RANDOM], jpeg), Continuation.write(Continuation.Act.ADD, MARKER, mailbox));
  }

  /// Whether what is not mutated opens: else nothing below would be reached.
  boolean opensWhatIsRight() throws FormatException {
    for (byte[] content : contents) {
      if (!opened(SealedReport.seal(content, bundle, 0, SealedSize.SMALL)).equals(Optional.of(Bytes.of(content)))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public Optional<String> wrong(SplittableRandom random) {
    byte[] content = contents.get(random.nextInt(contents.size()));
    int lane = random.nextInt(HIGHEST_LANE);
    SealedSize size = random.nextInt(40) == 0 ? SealedSize.MEDIUM : SealedSize.SMALL;
    byte[] whole = SealedReport.seal(content, bundle, lane, size);
    int layer = random.nextInt(5);
    try {
      byte[] file = switch (layer) {
        case 0 -> Mutant.of(whole, random);
        case 1 -> inOuter(lane, Mutant.of(inner(whole), random));
        case 2 -> AgeFile.seal(Mutant.of(Mutant.join(new byte[] {1, (byte) lane}, inner(whole)), random), List.of(gate.publicKey()));
        case 3 -> inOuter(lane, AgeFile.seal(Mutant.of(padded(content, size), random), List.of(lanes.get(lane).publicKey(), second)));
        default -> SealedReport.seal(cut(Mutant.ofText(content, random), size), bundle, lane, size);
      };
      Optional<Bytes> found = opened(file);
      boolean forged = layer < 2 && found.isPresent() && !found.get().equals(Bytes.of(content));
      return forged ? Optional.of("a changed file opened to another content") : Optional.empty();
    } catch (FormatException refused) {
      return String.valueOf(refused.getMessage()).contains(MARKER) ? Optional.of("a refusal quotes the file") : Optional.empty();
    }
  }

  private byte[] inner(byte[] whole) throws FormatException {
    return SealedReport.openOuter(whole, gate).orElseThrow().inner();
  }

  private byte[] inOuter(int lane, byte[] inner) {
    return AgeFile.seal(Mutant.join(new byte[] {1, (byte) lane}, inner), List.of(gate.publicKey()));
  }

  private static byte[] padded(byte[] content, SealedSize size) {
    return ByteBuffer.allocate(Integer.BYTES + size.capacity()).putInt(content.length).put(content).array();
  }

  private static byte[] cut(byte[] content, SealedSize size) {
    return Arrays.copyOf(content, Math.min(content.length, size.capacity()));
  }

  /// The way of a file from the hub's slot to a report, without journal and members.
  private Optional<Bytes> opened(byte[] file) throws FormatException {
    Optional<SealedReport.Outer> outer = SealedReport.openOuter(file, gate);
    if (outer.isEmpty()) {
      return Optional.empty();
    }
    Optional<byte[]> content = SealedReport.openInner(outer.get().inner(), lanes.get(outer.get().lane()));
    if (content.isEmpty()) {
      return Optional.empty();
    }
    if (Photo.isOne(content.get())) {
      Photo _ = Photo.read(content.get());
    } else if (Continuation.is(content.get())) {
      Continuation _ = Continuation.read(content.get());
    } else {
      ReportFormat.Opened _ = format.read(content.get());
    }
    return content.map(Bytes::of);
  }
}
