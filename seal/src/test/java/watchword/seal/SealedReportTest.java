package watchword.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static watchword.seal.Fixtures.key;
import static watchword.seal.Fixtures.noise;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SealedReportTest {
  private static final PrivateKey GATE = key(1);
  private static final PrivateKey LANE = key(2);
  private static final PrivateKey SECOND = key(3);

  @ParameterizedTest
  @EnumSource
  void a_sealed_report_opens_to_what_was_sealed(SealedSize size) throws FormatException {
    byte[] content = noise(size.capacity() / 2, 7);

    SealedReport.Outer outer = SealedReport.openOuter(seal(content, size), GATE).orElseThrow();

    assertThat(outer.lane()).isEqualTo(5);
    assertThat(SealedReport.openInner(outer.inner(), LANE)).hasValue(content);
  }

  @ParameterizedTest
  @EnumSource
  void a_sealed_report_has_exactly_its_size_whatever_it_holds(SealedSize size) {
    int capacity = size.capacity();
    int random = new Random(capacity).nextInt(capacity);
    for (int length : new int[] {0, 1, random, capacity - 1, capacity}) {
      assertThat(seal(new byte[length], size)).hasSize(size.bytes());
    }
    assertThatThrownBy(() -> seal(new byte[capacity + 1], size)).isInstanceOf(IllegalArgumentException.class);
  }

  /// As reports and photos are: three of four are words, photos of any size from a line to the largest.
  @Test
  void a_thousand_random_reports_have_five_sizes_on_the_wire() {
    Random random = new Random(11);
    Map<Integer, Integer> seen = new TreeMap<>();
    for (int i = 0; i < 1_000; i++) {
      boolean words = random.nextInt(4) > 0;
      int most = (words ? SealedSize.SMALL : SealedSize.LARGEST).capacity();
      int length = words ? random.nextInt(most + 1) : (int) Math.exp(random.nextDouble() * Math.log(most));
      SealedSize size = SealedSize.smallestFor(length).orElseThrow();
      seen.merge(seal(noise(length, i), size).length, 1, Integer::sum);
    }
    assertThat(seen.keySet()).containsExactly(16_384, 262_144, 1_048_576, 4_194_304, 16_777_216);
    assertThat(seen.values()).allMatch(count -> count > 5);
  }

  @Test
  void the_capacities_are_those_of_the_specification() {
    assertThat(Arrays.stream(SealedSize.values()).map(SealedSize::capacity))
        .containsExactly(11_503, 257_167, 1_043_215, 4_187_407, 16_764_175);
    assertThat(SealedSize.smallestFor(11_503)).hasValue(SealedSize.SMALL);
    assertThat(SealedSize.smallestFor(11_504)).hasValue(SealedSize.MEDIUM);
    assertThat(SealedSize.smallestFor(16_764_176)).isEmpty();
  }

  @Test
  void another_key_opens_neither_layer() throws FormatException {
    byte[] file = seal(noise(100, 1), SealedSize.SMALL);
    byte[] inner = SealedReport.openOuter(file, GATE).orElseThrow().inner();

    assertThat(SealedReport.openOuter(file, LANE)).isEmpty();
    assertThat(SealedReport.openInner(inner, GATE)).isEmpty();
    assertThat(SealedReport.openInner(inner, SECOND)).isEmpty();
  }

  @Test
  void two_hundred_tampered_files_are_refused() {
    byte[] file = seal(noise(500, 2), SealedSize.SMALL);
    Random random = new Random(3);
    for (int i = 0; i < 200; i++) {
      byte[] tampered = file.clone();
      // The first half of the positions in the header, where the parsers are.
      int position = random.nextInt(i < 100 ? 1_643 : tampered.length);
      tampered[position] ^= (byte) (1 << random.nextInt(8));
      assertThat(opens(tampered)).as("byte %d", position).isFalse();
    }
  }

  @Test
  void a_truncated_or_lengthened_file_is_refused() {
    byte[] file = seal(noise(500, 2), SealedSize.SMALL);
    for (int length : new int[] {0, 1, 100, 1_643, 16_383, 16_385}) {
      assertThatThrownBy(() -> SealedReport.openOuter(Arrays.copyOf(file, length), GATE))
          .isInstanceOf(FormatException.class)
          .hasMessageContaining(length + " bytes is not one of the five sizes");
    }
  }

  @Test
  void an_inner_file_with_a_nonzero_pad_byte_is_refused() {
    byte[] padded = new byte[SealedSize.SMALL.padded()];
    padded[padded.length - 1] = 1;
    assertThatThrownBy(() -> SealedReport.openInner(inner(padded, LANE, SECOND), LANE))
        .hasMessage("sealed report: a pad byte is not zero");
  }

  @Test
  void an_inner_file_whose_length_does_not_fit_is_refused() {
    byte[] padded = new byte[SealedSize.SMALL.padded()];
    ByteBuffer.wrap(padded).putInt(SealedSize.SMALL.capacity() + 1);
    assertThatThrownBy(() -> SealedReport.openInner(inner(padded, LANE, SECOND), LANE))
        .hasMessage("sealed report: the content's length does not fit its size");
  }

  @Test
  void an_inner_file_with_another_number_of_stanzas_is_refused() {
    byte[] one = new byte[AgeFile.plaintextLength(SealedSize.SMALL.innerFile(), 1)];
    byte[] three = new byte[AgeFile.plaintextLength(SealedSize.SMALL.innerFile(), 3)];
    assertThatThrownBy(() -> SealedReport.openInner(inner(one, LANE), LANE)).hasMessageContaining("1 stanzas, not 2");
    assertThatThrownBy(() -> SealedReport.openInner(inner(three, LANE, SECOND, GATE), LANE))
        .hasMessageContaining("3 stanzas, not 2");
  }

  @Test
  void an_outer_file_of_another_version_lane_or_shape_is_refused() {
    assertThatThrownBy(() -> SealedReport.openOuter(outer(2, 0), GATE)).hasMessage("sealed report: version 2 is not 1");
    assertThatThrownBy(() -> SealedReport.openOuter(outer(1, 8), GATE)).hasMessage("sealed report: lane 8 is not 0 to 7");
    byte[] shorter = new byte[AgeFile.plaintextLength(SealedSize.SMALL.bytes(), 2)];
    assertThatThrownBy(() -> SealedReport.openOuter(inner(shorter, GATE, LANE), GATE))
        .hasMessageContaining("2 stanzas, not 1");
  }

  private static boolean opens(byte[] file) {
    try {
      return SealedReport.openOuter(file, GATE).isPresent();
    } catch (FormatException e) {
      return false;
    }
  }

  private static byte[] seal(byte[] content, SealedSize size) {
    return SealedReport.seal(content, GATE.publicKey(), 5, LANE.publicKey(), SECOND.publicKey(), size);
  }

  private static byte[] inner(byte[] padded, PrivateKey... recipients) {
    return AgeFile.seal(padded, Arrays.stream(recipients).map(PrivateKey::publicKey).toList());
  }

  private static byte[] outer(int version, int lane) {
    byte[] plaintext = new byte[AgeFile.plaintextLength(SealedSize.SMALL.bytes(), 1)];
    plaintext[0] = (byte) version;
    plaintext[1] = (byte) lane;
    return AgeFile.seal(plaintext, List.of(GATE.publicKey()));
  }
}
