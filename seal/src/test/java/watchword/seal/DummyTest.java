package watchword.seal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static watchword.seal.Fixtures.key;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DummyTest {

  @ParameterizedTest
  @EnumSource
  void a_dummy_has_the_shape_of_a_report_of_its_size(SealedSize size) {
    byte[] report = SealedReport.seal(
        new byte[10], key(1).publicKey(), 0, key(2).publicKey(), key(3).publicKey(), size);
    byte[] dummy = Dummy.envelope(size);
    assertThat(dummy).hasSize(report.length);
    assertThat(lineLengths(dummy)).isEqualTo(lineLengths(report));
  }

  @Test
  void a_dummy_is_for_nobody() throws FormatException {
    assertThat(SealedReport.openOuter(Dummy.envelope(SealedSize.SMALL), key(1))).isEmpty();
  }

  @Test
  void no_two_dummies_share_a_line_of_the_header_or_a_block_of_the_payload() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 200; i++) {
      byte[] dummy = Dummy.envelope(SealedSize.SMALL);
      String share = new String(dummy, 40, 60, ISO_8859_1);
      String ephemeral = new String(dummy, 1_500, 30, ISO_8859_1);
      String payload = new String(dummy, 1_643, 32, ISO_8859_1);
      assertThat(List.of(share, ephemeral, payload)).allMatch(seen::add);
    }
  }

  /// A crude look, 1.6 million bytes: a dummy's payload is noise as a report's is.
  @Test
  void the_bytes_of_dummies_are_spread_as_those_of_reports() {
    double reports = chiSquare(() -> SealedReport.seal(
        new byte[10], key(1).publicKey(), 0, key(2).publicKey(), key(3).publicKey(), SealedSize.SMALL));
    double dummies = chiSquare(() -> Dummy.envelope(SealedSize.SMALL));
    // 255 degrees of freedom: beyond 400 less than once in a hundred million runs.
    assertThat(reports).isLessThan(400);
    assertThat(dummies).isLessThan(400);
  }

  private static double chiSquare(Supplier<byte[]> envelopes) {
    int[] counts = new int[256];
    int total = 0;
    for (int i = 0; i < 100; i++) {
      byte[] payload = Arrays.copyOfRange(envelopes.get(), 1_627, SealedSize.SMALL.bytes());
      for (byte value : payload) {
        counts[value & 0xff]++;
      }
      total += payload.length;
    }
    double expected = total / 256.0;
    return Arrays.stream(counts).mapToDouble(count -> (count - expected) * (count - expected) / expected).sum();
  }

  private static List<Integer> lineLengths(byte[] file) {
    String[] lines = new String(file, 0, 1_627, ISO_8859_1).split("\n", -1);
    return Arrays.stream(lines).map(String::length).toList();
  }
}
