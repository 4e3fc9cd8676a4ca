package watchword.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static watchword.seal.Fixtures.bundle;
import static watchword.seal.Fixtures.key;
import static watchword.seal.Fixtures.root;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BundleTest {
  private static final Epoch DAY = Epoch.of(Instant.parse("2026-11-22T10:00:00Z"));
  private static final Root ROOT = root(40);
  private static final byte[] FILE = bundle(DAY).write(ROOT);
  private static final byte[] COURIER = bundle(Term.courier(DAY)).write(ROOT);

  @Test
  void a_bundle_read_back_is_the_same_and_valid_on_its_day() throws FormatException {
    SignedBundle read = SignedBundle.parse(FILE);
    assertThat(FILE).hasSize(16_384);
    assertThat(read.claimed()).isEqualTo(bundle(DAY));
    assertThat(read.bytes()).isEqualTo(FILE);
    assertThat(read.check(ROOT.publicPart(), DAY.begin())).isEqualTo(new SignedBundle.Valid(bundle(DAY)));
  }

  @Test
  void what_a_bundle_names_stands_where_the_specification_says() {
    assertThat(Arrays.copyOfRange(FILE, 0, 20)).isEqualTo(concat("watchword.bundle", 1, 2, 16, 0));
    assertThat(Arrays.copyOfRange(FILE, 20, 28)).isEqualTo(new byte[] {0, 0, 0x51, 0x2b, 0, 0, 0, 1});
    assertThat(Arrays.copyOfRange(FILE, 60, 100)).isEqualTo(concat("", fill(8, 32), fill(32, 33)));
    assertThat(Arrays.copyOfRange(FILE, 100, 1_316)).isEqualTo(key(1).publicKey().raw());
    assertThat(Arrays.copyOfRange(FILE, 9_828, 11_044)).isEqualTo(key(18).publicKey().raw());
    assertThat(Arrays.copyOfRange(FILE, 11_044, 12_260)).isEqualTo(key(21).publicKey().raw());
    assertThat(Arrays.copyOfRange(FILE, 12_260, 13_900)).containsOnly(0);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-21T11:59:59Z, NotYet",
    "2026-11-21T12:00:00Z, Valid",
    "2026-12-10T00:00:00Z, Valid",
    "2026-12-22T12:00:00Z, Valid",
    "2026-12-22T12:00:01Z, Expired",
  })
  void a_courier_bundle_holds_for_thirty_days_with_the_same_grace(Instant now, String expected) throws FormatException {
    SignedBundle read = SignedBundle.parse(COURIER);
    assertThat(COURIER).hasSize(16_384);
    assertThat(Arrays.copyOfRange(COURIER, 16, 28)).isEqualTo(new byte[] {1, 2, 0, 0, 0, 0, 0x51, 0x2b, 0, 0, 0, 30});
    assertThat(read.claimed()).isEqualTo(bundle(Term.courier(DAY)));
    assertThat(read.check(ROOT.publicPart(), now).getClass().getSimpleName()).isEqualTo(expected);
  }

  @Test
  void a_courier_bundle_asks_for_no_work() {
    byte[] changed = COURIER.clone();
    changed[18] = 1;
    assertThatThrownBy(() -> SignedBundle.parse(changed)).isInstanceOf(FormatException.class)
        .hasMessage("bundle: 1 work bits for an offline sealer, which has no hour to bind work to");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-21T11:59:59Z, NotYet",
    "2026-11-21T12:00:00Z, Valid",
    "2026-11-22T00:00:00Z, Valid",
    "2026-11-23T12:00:00Z, Valid",
    "2026-11-23T12:00:01Z, Expired",
    "2027-11-22T10:00:00Z, Expired",
  })
  void a_bundle_holds_from_12_hours_before_its_day_to_12_hours_after(Instant now, String expected)
      throws FormatException {
    assertThat(SignedBundle.parse(FILE).check(ROOT.publicPart(), now).getClass().getSimpleName()).isEqualTo(expected);
  }

  @Test
  void a_bundle_of_another_root_is_forged_whatever_the_time() throws FormatException {
    SignedBundle bundle = SignedBundle.parse(FILE);
    for (Instant now : new Instant[] {DAY.begin(), DAY.begin().minus(Duration.ofDays(9)), DAY.destroyAt()}) {
      assertThat(bundle.check(root(41).publicPart(), now)).isInstanceOf(SignedBundle.Forged.class);
    }
  }

  @Test
  void a_bundle_with_any_byte_changed_is_refused_or_forged() {
    Random random = new Random(1);
    for (int i = 0; i < 200; i++) {
      byte[] changed = FILE.clone();
      changed[i < 100 ? i : random.nextInt(FILE.length)] ^= (byte) (1 << random.nextInt(8));
      assertThat(isValid(changed)).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 87, bundle: does not begin with watchword.bundle",
    "16, 2, bundle: version 2 is not 1",
    "17, 0, 'bundle: 0 lanes, not 1 to 8'",
    "17, 9, 'bundle: 9 lanes, not 1 to 8'",
    "18, 25, 'bundle: 25 work bits, not 0 to 24'",
    "19, 1, bundle: byte 19 is not zero",
    "20, 127, bundle: epoch day 2130727211 is not between 0 and 2932896",
    "27, 0, 'bundle: 0 days, not 1 or 30'",
    "27, 2, 'bundle: 2 days, not 1 or 30'",
    "24, 127, 'bundle: 2130706433 days, not 1 or 30'",
    "12260, 1, bundle: byte 12260 is not zero",
    "13899, 1, bundle: byte 13899 is not zero",
  })
  void another_spelling_is_refused_by_name(int position, int value, String reason) {
    byte[] changed = FILE.clone();
    changed[position] = (byte) value;
    assertThatThrownBy(() -> SignedBundle.parse(changed)).isInstanceOf(FormatException.class).hasMessage(reason);
  }

  @Test
  void a_key_out_of_range_a_key_used_twice_and_another_length_are_refused() {
    byte[] outOfRange = FILE.clone();
    Arrays.fill(outOfRange, 1_316, 1_319, (byte) 0xff);
    byte[] twice = FILE.clone();
    System.arraycopy(twice, 1_316, twice, 2_532, PublicKey.LENGTH);
    assertThatThrownBy(() -> SignedBundle.parse(outOfRange)).hasMessage("bundle: the key at byte 1316 is no public key");
    assertThatThrownBy(() -> SignedBundle.parse(twice)).hasMessage("bundle: two lanes have the same key");
    assertThatThrownBy(() -> SignedBundle.parse(new byte[16_383])).hasMessage("bundle: 16383 bytes, not 16384");
  }

  @Test
  void a_report_is_sealed_to_the_lane_the_bundle_names() throws FormatException {
    byte[] file = SealedReport.seal(new byte[] {7}, bundle(DAY), 1, SealedSize.SMALL);
    SealedReport.Outer outer = SealedReport.openOuter(file, key(1)).orElseThrow();
    assertThat(outer.lane()).isEqualTo(1);
    assertThat(SealedReport.openInner(outer.inner(), key(12))).hasValue(new byte[] {7});
    assertThat(SealedReport.openInner(outer.inner(), key(11))).isEmpty();
    assertThatThrownBy(() -> SealedReport.seal(new byte[1], bundle(DAY), 2, SealedSize.SMALL))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static boolean isValid(byte[] file) {
    try {
      return SignedBundle.parse(file).check(ROOT.publicPart(), DAY.begin()) instanceof SignedBundle.Valid;
    } catch (FormatException e) {
      return false;
    }
  }

  private static byte[] concat(String text, int... values) {
    byte[] joined = Arrays.copyOf(Hashes.ascii(text), text.length() + values.length);
    for (int i = 0; i < values.length; i++) {
      joined[text.length() + i] = (byte) values[i];
    }
    return joined;
  }

  private static byte[] concat(String text, byte[] first, byte[] second) {
    return ByteBuffer.allocate(text.length() + first.length + second.length)
        .put(Hashes.ascii(text)).put(first).put(second).array();
  }

  private static byte[] fill(int length, int value) {
    return Fixtures.bytes(length, value);
  }
}
