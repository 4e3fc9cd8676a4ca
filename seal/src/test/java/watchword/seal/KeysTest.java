package watchword.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static watchword.seal.Fixtures.RANDOM;
import static watchword.seal.Fixtures.bytes;
import static watchword.seal.Fixtures.key;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {

  @Test
  void a_key_read_back_from_its_raw_form_or_its_spelling_is_the_same() throws FormatException {
    PrivateKey key = PrivateKey.generate(RANDOM);
    assertThat(PrivateKey.of(key.secretSeed())).isEqualTo(key);
    assertThat(PrivateKey.parse(key.secretSpelling())).isEqualTo(key);
    assertThat(PublicKey.of(key.publicKey().raw())).isEqualTo(key.publicKey());
    assertThat(PublicKey.parse(key.publicKey().spelling())).isEqualTo(key.publicKey());
    assertThat(PrivateKey.generate(RANDOM)).isNotEqualTo(key);
  }

  @Test
  void a_spelling_with_any_one_character_changed_is_refused() {
    String spelling = key(1).secretSpelling();
    for (int i = 0; i < spelling.length(); i++) {
      StringBuilder changed = new StringBuilder(spelling);
      changed.setCharAt(i, spelling.charAt(i) == 'Q' ? 'P' : 'Q');
      assertThatThrownBy(() -> PrivateKey.parse(changed.toString())).isInstanceOf(FormatException.class);
    }
  }

  @Test
  void a_spelling_in_the_other_case_or_of_the_other_kind_is_refused() {
    String recipient = key(1).publicKey().spelling();
    assertThatThrownBy(() -> PublicKey.parse(recipient.toUpperCase(Locale.ROOT)))
        .isInstanceOf(FormatException.class);
    assertThatThrownBy(() -> PublicKey.parse(key(1).secretSpelling())).isInstanceOf(FormatException.class);
  }

  @Test
  void a_public_key_of_another_length_or_with_a_coefficient_out_of_range_is_refused() {
    byte[] outOfRange = key(1).publicKey().raw();
    Arrays.fill(outOfRange, 0, 3, (byte) 0xff);
    assertThatThrownBy(() -> PublicKey.of(new byte[1215])).hasMessage("public key: 1215 bytes, not 1216");
    assertThatThrownBy(() -> PublicKey.of(outOfRange)).hasMessageContaining("out of range");
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0100000000000000000000000000000000000000000000000000000000000000",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
  })
  void a_public_key_whose_x25519_point_has_low_order_is_refused(String point) {
    byte[] key = key(1).publicKey().raw();
    System.arraycopy(HexFormat.of().parseHex(point), 0, key, XWing.MLKEM_PUBLIC_LENGTH, 32);
    assertThatThrownBy(() -> PublicKey.of(key)).hasMessage("public key: its X25519 point has low order");
  }

  @Test
  void a_closed_key_opens_nothing_and_gives_nothing_away() {
    PrivateKey key = PrivateKey.generate(RANDOM);
    byte[] file = AgeFile.seal(new byte[1], List.of(key.publicKey()));
    XWing.Expanded expanded = key.expanded();
    key.close();
    assertThat(key.isDestroyed()).isTrue();
    assertThat(expanded.mlKem().isDestroyed()).as("the half without which nothing opens, wiped and not left to the garbage").isTrue();
    assertThatThrownBy(() -> AgeFile.open(file, key)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(key::secretSeed).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(key::secretSpelling).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void no_text_form_shows_a_secret() throws FormatException {
    byte[] seed = bytes(32, 0x5a);
    String hex = HexFormat.of().formatHex(seed).substring(0, 16);
    PrivateKey key = PrivateKey.of(seed);
    byte[] rootSecret = bytes(Root.SECRET_LENGTH, 0x5a);
    rootSecret[0] = 1;
    KeyStore.Entry entry = new KeyStore.Entry(key.publicKey(), seed);
    String shown = key + " " + SigningKey.of(seed) + " " + Root.parse(rootSecret) + " " + entry + " "
        + Mailbox.of(bytes(16, 0x5a)) + " " + key.expanded() + " " + new SealedReport.Outer(0, seed);
    assertThat(shown).doesNotContain(hex).doesNotContain("90, 90").doesNotContain("AGE-SECRET").doesNotContain("ZZZZ");
  }
}
