package watchword.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// A notice names days and lanes in one spelling, and only the root's is believed.
class CompromiseTest {
  private static final Instant AT = Instant.parse("2026-11-26T10:00:59Z");
  private static final Root ROOT = Root.generate(new SecureRandom());

  private static Compromise notice() {
    TreeMap<Epoch, TreeSet<Integer>> days = new TreeMap<>();
    days.put(new Epoch(20_779), new TreeSet<>(Set.of(1, 0)));
    days.put(new Epoch(20_780), new TreeSet<>(Set.of(0)));
    return Compromise.sign(ROOT, AT, days);
  }

  @Test
  void it_is_read_as_it_was_written() throws FormatException {
    Compromise read = Compromise.read(notice().text(), ROOT.publicPart());
    assertThat(read.at()).isEqualTo("2026-11-26T10:00:00Z");
    assertThat(read.days()).isEqualTo(Map.of(new Epoch(20_779), Set.of(0, 1), new Epoch(20_780), Set.of(0)));
    assertThat(new String(read.text(), StandardCharsets.US_ASCII)).startsWith("watchword.compromise/1\nat 2026-11-26T10:00Z\nday 2026-11-22 0,1\nday 2026-11-23 0\nsignature ");
  }

  @Test
  void another_roots_notice_and_any_other_spelling_are_refused() {
    byte[] text = notice().text();
    assertThatThrownBy(() -> Compromise.read(text, Root.generate(new SecureRandom()).publicPart())).isInstanceOf(FormatException.class).hasMessageContaining("not this root's");
    String good = new String(text, StandardCharsets.US_ASCII);
    for (String bad : new String[] {
        good.replace("0,1", "1,0"), good.replace("0,1", "0,1,1"), good.replace("0,1", "0,8"), good.replace("day 2026-11-23 0\n", ""), good.replace("2026-11-23", "2026-11-22"),
        good.replace("at ", "At "), good + "\n", good.strip(), good.replace("/1", "/2"), good.replace("2026-11-22", "2026-02-30"), good.replace(" 0\n", "\n"), ""}) {
      assertThatThrownBy(() -> Compromise.read(bad.getBytes(StandardCharsets.US_ASCII), ROOT.publicPart())).as(bad.lines().findFirst().orElse("")).isInstanceOf(FormatException.class);
    }
  }

  @Test
  void a_notice_of_nothing_is_none() {
    assertThatThrownBy(() -> Compromise.sign(ROOT, AT, new TreeMap<Epoch, TreeSet<Integer>>())).isInstanceOf(IllegalArgumentException.class);
  }
}
