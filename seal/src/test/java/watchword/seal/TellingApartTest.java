package watchword.seal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static watchword.seal.Fixtures.key;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Dummies against reports, as who holds the hub's disk and knows the format would tell them apart; and dummies made badly, which must be told.
class TellingApartTest {
  private static final int LEARNT = 800;
  /// The area's standard deviation is 0.0065 for so many of each: 0.03 is exceeded by chance once in three hundred thousand runs.
  private static final int JUDGED = 4_000;
  private static final double MOST = 0.03;
  private static final int BAD = 400;

  private static final Random RANDOM = new Random(20261130);
  private static final PublicKey GATE = key(1).publicKey();
  private static final List<Slot> REPORTS = many(BAD, TellingApartTest::report);
  private static final List<Slot> OTHER_REPORTS = many(BAD, TellingApartTest::report);

  private static Slot report() {
    byte[] words = new byte[RANDOM.nextInt(SealedSize.SMALL.capacity())];
    return Slot.of(SealedReport.seal(words, GATE, RANDOM.nextInt(8), key(2).publicKey(), key(3).publicKey(), SealedSize.SMALL));
  }

  private static Slot dummy() {
    return Slot.of(Dummy.envelope(SealedSize.SMALL));
  }

  private static List<Slot> many(int count, Supplier<Slot> made) {
    return Stream.generate(made).limit(count).toList();
  }

  @Test
  void dummies_and_reports_are_not_told_apart_by_parts_nor_by_bits() {
    Suspicion suspicion = Suspicion.learnt(many(LEARNT, TellingApartTest::report), many(LEARNT, TellingApartTest::dummy));
    List<Slot> reports = many(JUDGED, TellingApartTest::report);
    List<Slot> dummies = many(JUDGED, TellingApartTest::dummy);
    assertThat(suspicion.areaByPart(reports, dummies)).isCloseTo(0.5, within(MOST));
    assertThat(suspicion.areaByPlace(reports, dummies)).isCloseTo(0.5, within(MOST));
  }

  @Test
  void dummies_of_random_bytes_in_the_right_shape_would_be_told_apart() {
    assertThat(areaAgainstReports(() -> with(dummy(), noise(XWing.ENCAPSULATION_LENGTH)))).isGreaterThan(0.95);
  }

  @Test
  void dummies_whose_share_alone_is_random_would_be_told_apart() {
    assertThat(areaAgainstReports(() -> {
      Slot dummy = dummy();
      byte[] encapsulation = dummy.encapsulation().clone();
      System.arraycopy(noise(32), 0, encapsulation, XWing.MLKEM_CIPHERTEXT_LENGTH, 32);
      return with(dummy, encapsulation);
    })).isGreaterThan(0.7);
  }

  @Test
  void dummies_whose_payload_is_not_noise_would_be_told_apart() {
    assertThat(areaAgainstReports(() -> {
      byte[] file = Dummy.envelope(SealedSize.SMALL);
      for (int i = Slot.HEADER; i < file.length; i += 8) {
        file[i] &= 0x7f;
      }
      return Slot.of(file);
    })).isGreaterThan(0.9);
  }

  private static double areaAgainstReports(Supplier<Slot> bad) {
    return Suspicion.learnt(REPORTS, many(BAD, bad)).areaByPart(OTHER_REPORTS, many(BAD, bad));
  }

  @Test
  void both_have_one_header_shape_canonical_base64_and_shares_of_the_base_point() {
    for (Slot slot : Stream.concat(many(300, TellingApartTest::report).stream(), many(300, TellingApartTest::dummy).stream()).toList()) {
      assertThat(slot.lineLengths()).containsExactly(21, 1_512, 43, 47, 0);
      assertThat(slot.isCanonical()).isTrue();
      assertThat(slot.u()).as("in its one spelling, the highest bit zero").isLessThan(Slot.PRIME);
      assertThat(slot.isOnCurve()).isTrue();
      assertThat(slot.isOfBasePoint()).isTrue();
    }
  }

  /// The page's envelopes are held to the same frequencies (web/test/seal/sizes.test.ts).
  @Test
  void the_ten_bit_numbers_of_a_dummy_have_the_frequencies_of_the_standard() {
    assertThat(chiSquare(many(200, TellingApartTest::dummy))).as("1,023 degrees of freedom, six deviations").isLessThan(1_023 + 6 * 45);
    assertThat(chiSquare(many(200, () -> with(dummy(), noise(XWing.ENCAPSULATION_LENGTH))))).isGreaterThan(2_000);
  }

  /// Against what compression of numbers below 3,329 gives (FIPS 203, 4.2.1): three or four of them to each.
  private static double chiSquare(List<Slot> slots) {
    double[] weights = new double[1_024];
    for (int y = 0; y < 3_329; y++) {
      weights[(int) Math.round(1_024.0 * y / 3_329) % 1_024]++;
    }
    int[] counts = new int[1_024];
    slots.forEach(slot -> Arrays.stream(slot.coefficients()).limit(768).forEach(number -> counts[number]++));
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      double expected = 768.0 * slots.size() * weights[i] / 3_329;
      sum += (counts[i] - expected) * (counts[i] - expected) / expected;
    }
    return sum;
  }

  @Test
  void random_bytes_are_seldom_such_a_share() {
    Slot dummy = dummy();
    List<Slot> random = many(400, () -> with(dummy, noise(XWing.ENCAPSULATION_LENGTH)));
    assertThat(random.stream().filter(Slot::isOnCurve).count()).as("about half").isBetween(130L, 270L);
    assertThat(random.stream().limit(100).filter(slot -> slot.isOnCurve() && slot.isOfBasePoint()).count()).as("one in sixteen").isLessThan(30);
  }

  private static byte[] noise(int length) {
    byte[] noise = new byte[length];
    RANDOM.nextBytes(noise);
    return noise;
  }

  private static Slot with(Slot slot, byte[] encapsulation) {
    byte[] file = slot.file().clone();
    byte[] text = Base64.getEncoder().withoutPadding().encode(encapsulation);
    System.arraycopy(text, 0, file, new String(file, 0, 60, ISO_8859_1).indexOf("x25519 ") + 7, text.length);
    return Slot.of(file);
  }
}
