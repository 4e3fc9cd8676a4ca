package watchword.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import org.bouncycastle.crypto.digests.SHAKEDigest;
import org.junit.jupiter.api.Test;

class Shake256Test {

  @Test
  void its_first_64_bytes_are_those_of_the_jdk_for_every_input_length() throws GeneralSecurityException {
    for (int length = 0; length < 136; length++) {
      byte[] input = Fixtures.noise(length, length);
      byte[] jdk = MessageDigest.getInstance("SHAKE256-512").digest(input);
      assertThat(Arrays.copyOf(Shake256.of(input, 96), 64)).isEqualTo(jdk);
    }
  }

  @Test
  void all_its_136_bytes_are_those_of_bouncy_castle() {
    byte[] input = Fixtures.noise(32, 1);
    SHAKEDigest oracle = new SHAKEDigest(256);
    oracle.update(input, 0, input.length);
    byte[] expected = new byte[136];
    oracle.doFinal(expected, 0, expected.length);
    assertThat(Shake256.of(input, 136)).isEqualTo(expected);
  }

  @Test
  void more_than_one_block_is_refused() {
    assertThatThrownBy(() -> Shake256.of(new byte[136], 32)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Shake256.of(new byte[32], 137)).isInstanceOf(IllegalArgumentException.class);
  }
}
