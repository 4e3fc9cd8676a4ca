package watchword.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import watchword.seal.Epoch;
import watchword.seal.FormatException;
import watchword.seal.PrivateKey;
import watchword.seal.SigningKey;
import watchword.seal.Term;

/// What a desk tells its gate, and what a gate tells its desk, byte for byte.
class GateOrdersTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Term DAY = Term.day(new Epoch(20_779));
  private static final Term COURIER = Term.courier(new Epoch(20_760));

  @Test
  void a_gate_reads_what_its_desk_wrote_each_list_whole() throws Exception {
    ByteArrayOutputStream pipe = new ByteArrayOutputStream();
    byte[] day = seed();
    byte[] courier = seed();
    try (SigningKey key = SigningKey.generate(RANDOM)) {
      GateOrders.write(pipe, key);
      GateOrders.write(pipe, List.of(new GateKeys.Seed(DAY, day), new GateKeys.Seed(COURIER, courier)));
      GateOrders.write(pipe, List.of(new GateKeys.Seed(COURIER, courier)));
      GateOrders.write(pipe, List.of());
      GateOrders orders = new GateOrders(new ByteArrayInputStream(pipe.toByteArray()));
      try (SigningKey read = orders.receiptKey()) {
        assertThat(read.verifyKey()).isEqualTo(key.verifyKey());
      }
      List<GateKeys.Seed> both = orders.next().orElseThrow();
      assertThat(both).extracting(GateKeys.Seed::term).containsExactly(DAY, COURIER);
      assertThat(both).extracting(GateKeys.Seed::bytes).containsExactly(day, courier);
      assertThat(orders.next().orElseThrow()).extracting(GateKeys.Seed::term).containsExactly(COURIER);
      assertThat(orders.next().orElseThrow()).isEmpty();
      assertThat(orders.next()).as("the desk is gone").isEmpty();
    }
  }

  @Test
  void after_each_secret_as_many_zeros_go_into_the_pipe() throws Exception {
    List<byte[]> writes = new ArrayList<>();
    OutputStream pipe = new OutputStream() {
      @Override
      public void write(int one) {
        throw new AssertionError("a secret goes in one piece");
      }

      @Override
      public void write(byte[] bytes, int from, int length) {
        writes.add(java.util.Arrays.copyOfRange(bytes, from, from + length));
      }
    };
    try (SigningKey key = SigningKey.generate(RANDOM); GateKeys.Seed seed = new GateKeys.Seed(DAY, seed())) {
      GateOrders.write(pipe, key);
      GateOrders.write(pipe, List.of(seed));
      assertThat(writes).hasSize(4);
      assertThat(writes.get(0)).isEqualTo(key.secretSeed());
      assertThat(writes.get(1)).isEqualTo(new byte[32]);
      assertThat(writes.get(2)).hasSize(40).endsWith(seed.bytes());
      assertThat(writes.get(3)).isEqualTo(new byte[40]);
    }
  }

  @Test
  void an_order_of_another_kind_a_term_that_is_none_and_half_an_order_are_refused() {
    assertThatThrownBy(() -> orders(2).next()).isInstanceOf(FormatException.class).hasMessage("an order is a list of keys, or zeros");
    byte[] noTerm = new byte[40];
    noTerm[0] = 1;
    noTerm[2] = 1;
    noTerm[7] = 7;
    assertThatThrownBy(() -> new GateOrders(new ByteArrayInputStream(noTerm)).next()).isInstanceOf(FormatException.class).hasMessage("a gate key is of no term");
    assertThatThrownBy(() -> orders(1, 0, 1, 9).next()).isInstanceOf(EOFException.class);
    assertThatThrownBy(() -> orders(1, 2, 3).receiptKey()).isInstanceOf(EOFException.class);
  }

  @Test
  void a_key_off_the_list_opens_nothing_more_and_its_seed_is_wiped() throws Exception {
    GateKeys keys = new GateKeys();
    GateKeys.Seed seed = new GateKeys.Seed(DAY, seed());
    byte[] bytes = seed.bytes();
    keys.replace(List.of(seed));
    assertThat(keys.terms()).containsExactly(DAY);
    seed.close();
    assertThat(bytes).isEqualTo(new byte[32]);
    keys.replace(List.of());
    assertThat(keys.terms()).isEmpty();
  }

  @Test
  void a_gate_says_counts_or_a_word_and_nothing_else_is_read() throws Exception {
    Visit done = new Visit.Done(new Collected(1, 64, 3, 0));
    assertThat(done.line()).isEqualTo("collected 1 64 3 0");
    assertThat(Visit.parse("collected 1 64 3 0")).isEqualTo(done);
    for (Visit.Failed failed : Visit.Failed.values()) {
      assertThat(failed.line()).matches("[a-z]+").hasSizeLessThan(Visit.LONGEST_LINE);
      assertThat(Visit.parse(failed.line())).isEqualTo(failed);
    }
    for (String other : new String[] {"", "collected 1 64 3", "collected 01 64 3 0", "collected 1 64 3 0 ", "Rubbish", "collected -1 0 0 0", "collected 1 64 3 0 lane 2"}) {
      assertThatThrownBy(() -> Visit.parse(other)).as(other).isInstanceOf(FormatException.class).hasMessage("the gate said what no gate says");
    }
  }

  private static GateOrders orders(int... bytes) {
    byte[] all = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      all[i] = (byte) bytes[i];
    }
    return new GateOrders(new ByteArrayInputStream(all));
  }

  private static byte[] seed() {
    byte[] seed = new byte[PrivateKey.LENGTH];
    RANDOM.nextBytes(seed);
    return seed;
  }
}
