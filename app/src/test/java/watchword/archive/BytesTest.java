package watchword.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BytesTest {

  /// Ends, beginnings, a zero, two scripts, a pair of surrogates, each half alone, the last unit.
  private static final List<String> TEXTS = List.of(
      "", "a", "ab", "b", "\u0000", "\u0001", "\u0002", "a\u0000", "a\u0001", "\u007f", "\u0080", "\u07ff", "\u0800",
      "Łódź", "пожар", "\ud83d\ude92", "\ud83d", "\ude92x", "\uffff");

  @Test
  void texts_come_back_as_they_were() {
    for (String text : TEXTS) {
      Bytes bytes = Bytes.of(Bytes.empty().putText(text).putInt(5).putOptional(Optional.of(text)).toArray());
      assertThat(bytes.getText()).isEqualTo(text);
      assertThat(bytes.getInt()).isEqualTo(5);
      assertThat(bytes.getOptional()).contains(text);
    }
  }

  @Test
  void texts_compare_as_bytes_the_way_they_compare_as_strings() {
    for (String a : TEXTS) {
      for (String b : TEXTS) {
        int asBytes = Arrays.compareUnsigned(Bytes.empty().putText(a).putInt(1).toArray(), Bytes.empty().putText(b).putInt(1).toArray());
        assertThat(Integer.signum(asBytes)).as("%s and %s", a, b).isEqualTo(Integer.signum(a.compareTo(b)));
      }
    }
  }

  @Test
  void instants_compare_as_bytes_the_way_they_compare_in_time() {
    List<Instant> instants = new ArrayList<>(List.of(Instant.MIN, Instant.EPOCH.minusNanos(1), Instant.EPOCH, Instant.EPOCH.plusNanos(1), Instant.MAX));
    for (Instant a : instants) {
      assertThat(Bytes.of(Bytes.empty().putInstant(a).toArray()).getInstant()).isEqualTo(a);
      for (Instant b : instants) {
        int asBytes = Arrays.compareUnsigned(Bytes.empty().putInstant(a).toArray(), Bytes.empty().putInstant(b).toArray());
        assertThat(Integer.signum(asBytes)).isEqualTo(Integer.signum(a.compareTo(b)));
      }
    }
  }
}
