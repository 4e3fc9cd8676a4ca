package watchword.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchword.seal.BoardKey;
import watchword.seal.Bundle;
import watchword.seal.Bytes;
import watchword.seal.Epoch;
import watchword.seal.Layout;
import watchword.seal.PrivateKey;
import watchword.seal.Proof;
import watchword.seal.PublicKey;
import watchword.seal.Root;
import watchword.seal.SealedSize;
import watchword.seal.SigningKey;
import watchword.seal.Term;

/// A sender works by the bundle, so the hub asks by it; [Scene] itself says eight bits where there is none.
class A13_WorkLevelTest {
  private static final Slots FULL_AFTER_SIX = new Slots(new Layout(8, 0, 0, 0, 0), new Layout(0, 2, 0, 0, 0), new Layout(8, 0, 0, 0, 0));
  private final Epoch today = Epoch.of(Scene.NOON.instant());

  private final SecureRandom random = new SecureRandom();

  @TempDir Path folder;

  @Test
  void the_hub_asks_for_the_work_that_the_served_bundle_asks_for_from_the_next_tick_on() throws IOException {
    try (Scene scene = Scene.with(folder, FULL_AFTER_SIX, 4)) {
      serve(today, Term.day(today), 11);
      assertThat(filledUp(scene, worth(8, 11))).as("11 bits").isEqualTo(503);
      assertThat(scene.post(worth(11, 24), proofOf(worth(11, 24), 11))).isEqualTo(204);
      serve(today, Term.day(today), 5);
      assertThat(filledUp(scene, worth(5, 8))).as("5 bits").isEqualTo(204);
    }
  }

  @Test
  void of_bundles_that_a_clock_within_its_grace_may_take_the_lowest_level_counts_and_no_other_file_does() throws IOException {
    try (Scene scene = Scene.with(folder, FULL_AFTER_SIX, 4)) {
      serve(today, Term.day(today), 11);
      serve(today.plusDays(1), Term.day(today.plusDays(1)), 6);
      assertThat(filledUp(scene, worth(6, 8))).as("tomorrow's 6 bits").isEqualTo(204);
      serve(today.plusDays(1), Term.courier(today.plusDays(1)), 0);
      serve(today.plusDays(2), Term.day(today.plusDays(2)), 1);
      assertThat(filledUp(scene, worth(6, 8))).as("a courier bundle's 0 bits and a later day's 1").isEqualTo(503);
    }
  }

  /// Leaves only slots for work, and posts a report whose work is worth as many bits.
  private static int filledUp(Scene scene, byte[] report) throws IOException {
    scene.hub().tickSmall();
    for (int i = 0; i < 6; i++) {
      assertThat(scene.post(Scene.report(SealedSize.SMALL, i))).isEqualTo(204);
    }
    return scene.post(report, proofOf(report, bitsOf(report)));
  }

  /// A report whose first proof of so many bits is no proof of more: which one is told by its last byte.
  private static byte[] worth(int bits, int less) {
    for (long seed = 100; ; seed++) {
      byte[] report = Scene.report(SealedSize.SMALL, seed);
      report[report.length - 1] = (byte) bits;
      if (!Proof.holds(hash(report), Scene.NOON.instant(), Proof.make(report, Scene.NOON.instant(), bits), less)) {
        return report;
      }
    }
  }

  private static int bitsOf(byte[] report) {
    return report[report.length - 1];
  }

  private static String proofOf(byte[] report, int bits) {
    return Proof.spell(Proof.make(report, Scene.NOON.instant(), bits));
  }

  private static Bytes hash(byte[] report) {
    MessageDigest hash = StaticFiles.sha256();
    return Bytes.of(hash.digest(report));
  }

  private void serve(Epoch day, Term says, int workBits) throws IOException {
    BoardKey board = new BoardKey(SigningKey.generate(random).verifyKey(), Bytes.of(new byte[8]));
    Bundle bundle = new Bundle(
        1, workBits, says, board, Bytes.of(new byte[32]), key(), IntStream.range(0, 8).mapToObj(_ -> key()).toList(), key());
    try (Root root = Root.generate(random)) {
      Files.write(folder.resolve("bundles").resolve(day.date() + ".bin"), bundle.write(root));
    }
  }

  private PublicKey key() {
    try (PrivateKey key = PrivateKey.generate(random)) {
      return key.publicKey();
    }
  }
}
