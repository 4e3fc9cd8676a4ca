package watchword.hub;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import watchword.seal.Bundle;
import watchword.seal.Epoch;
import watchword.seal.FormatException;
import watchword.seal.SignedBundle;
import watchword.seal.Term;

/// The zero bits asked of a proof of work: what the served bundles say, for by them a sender did the work.
///
/// Of yesterday's, today's and tomorrow's bundle the lowest counts: a device whose clock is within its grace may have sealed
/// by any of them. Signatures are the page's to check; who can write into this folder can do worse than lower a brake.
final class WorkLevel {
  private final Path bundles;
  private final InstantSource clock;
  private final int otherwise;
  private volatile int bits;

  /// @param otherwise what is asked while none of those bundles is there, when pages seal nothing
  WorkLevel(Path bundles, InstantSource clock, int otherwise) {
    this.bundles = bundles;
    this.clock = clock;
    this.otherwise = otherwise;
    this.bits = otherwise;
  }

  int bits() {
    return bits;
  }

  /// Reads the bundles once: at the start and at each tick.
  void look() {
    Epoch today = Epoch.of(clock.instant());
    bits = IntStream.rangeClosed(-1, 1).mapToObj(today::plusDays).map(this::of).flatMapToInt(OptionalInt::stream).min().orElse(otherwise);
  }

  private OptionalInt of(Epoch day) {
    Path file = bundles.resolve(day.date() + ".bin");
    if (!Files.isRegularFile(file)) {
      return OptionalInt.empty();
    }
    try (InputStream content = Files.newInputStream(file)) {
      Bundle bundle = SignedBundle.parse(content.readNBytes(Bundle.LENGTH + 1)).claimed();
      return bundle.term().equals(Term.day(day)) ? OptionalInt.of(bundle.workBits()) : OptionalInt.empty();
    } catch (IOException | FormatException _) {
      return OptionalInt.empty(); // taken away, or no bundle: pages refuse it too
    }
  }
}
