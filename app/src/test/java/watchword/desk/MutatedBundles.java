package watchword.desk;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import watchword.seal.Bundle;
import watchword.seal.Bytes;
import watchword.seal.FormatException;
import watchword.seal.PrivateKey;
import watchword.seal.Root;
import watchword.seal.RootPublic;
import watchword.seal.SealedReport;
import watchword.seal.SealedSize;
import watchword.seal.SignedBundle;

/// Bundles, wrong somewhere; half of them signed all the same, so that what lies behind the signature is reached.
final class MutatedBundles implements MutatedFiles.Kind {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  private final Root root = Root.generate(new SecureRandom());
  private final RootPublic known = root.publicPart();
  private final byte[] right = MutatedEnvelopes.bundle(key(), Stream.generate(MutatedBundles::key).limit(8).toList(), key().publicKey()).write(root);

  private static PrivateKey key() {
    return PrivateKey.generate(new SecureRandom());
  }

  @Override
  public Optional<String> wrong(SplittableRandom random) {
    byte[] file = Mutant.of(right, random);
    boolean signed = random.nextBoolean() && file.length == right.length;
    if (signed) {
      int end = file.length - RootPublic.SIGNATURE_LENGTH;
      System.arraycopy(root.sign(Arrays.copyOf(file, end)), 0, file, end, RootPublic.SIGNATURE_LENGTH);
    }
    try {
      return switch (SignedBundle.parse(file).check(known, NOW)) {
        case SignedBundle.Valid(Bundle bundle) -> {
          byte[] _ = SealedReport.seal(new byte[1], bundle, bundle.lanes() - 1, SealedSize.SMALL);
          yield signed || Bytes.of(file).equals(Bytes.of(right)) ? Optional.empty() : Optional.of("a changed bundle was believed");
        }
        case SignedBundle.Forged _, SignedBundle.Expired _, SignedBundle.NotYet _ -> Optional.empty();
      };
    } catch (FormatException _) {
      return Optional.empty();
    }
  }
}
