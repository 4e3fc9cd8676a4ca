package watchword.seal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static watchword.seal.Fixtures.key;
import static watchword.seal.Fixtures.noise;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgeFileTest {
  private static final PrivateKey KEY = key(1);
  private static final byte[] ONE = AgeFile.seal(noise(100, 1), List.of(KEY.publicKey()));
  private static final int CHUNK = 65_536;
  private static final int HEADER = 1_627;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK + 7})
  void a_file_opens_to_its_plaintext_and_has_the_length_the_format_says(int length) throws FormatException {
    byte[] plaintext = noise(length, length);
    byte[] file = AgeFile.seal(plaintext, List.of(KEY.publicKey()));
    assertThat(file).hasSize(AgeFile.fileLength(length, 1));
    assertThat(AgeFile.open(file, KEY)).hasValue(plaintext);
  }

  @Test
  void each_of_several_recipients_opens_and_nobody_else() throws FormatException {
    byte[] file = AgeFile.seal(noise(9, 1), List.of(KEY.publicKey(), key(2).publicKey()));
    assertThat(AgeFile.open(file, KEY)).isPresent();
    assertThat(AgeFile.open(file, key(2))).isPresent();
    assertThat(AgeFile.open(file, key(3))).isEmpty();
  }

  @Test
  void a_stanza_of_an_unknown_type_is_passed_over_by_the_open_reader_but_breaks_the_mac() {
    byte[] file = edited("v1\n", "v1\n-> other\n\n");
    assertThatThrownBy(() -> AgeFile.open(file, KEY)).isInstanceOf(FormatException.class);
  }

  @Test
  void two_files_of_the_same_words_share_no_secret_part() {
    byte[] one = AgeFile.seal(new byte[64], List.of(KEY.publicKey()));
    byte[] two = AgeFile.seal(new byte[64], List.of(KEY.publicKey()));
    assertThat(Arrays.copyOfRange(one, 40, 80)).isNotEqualTo(Arrays.copyOfRange(two, 40, 80));
    assertThat(Arrays.copyOfRange(one, HEADER, HEADER + 16)).isNotEqualTo(Arrays.copyOfRange(two, HEADER, HEADER + 16));
    assertThat(Arrays.copyOfRange(one, HEADER + 16, HEADER + 80))
        .isNotEqualTo(Arrays.copyOfRange(two, HEADER + 16, HEADER + 80));
  }

  /// The refusals that the C2SP test kit asks of the hybrid recipient, made anew.
  @Test
  void a_stanza_of_another_shape_is_refused_by_name() {
    String file = text(ONE);
    String line = file.substring(file.indexOf("-> "), file.indexOf('\n', file.indexOf("-> ")));
    String share = line.substring("-> mlkem768x25519 ".length());
    Map<String, String> refusals = Map.of(
        line + " extra", "3 arguments",
        "-> mlkem768x25519", "1 arguments",
        line.substring(0, line.length() - 2), "1119 bytes, not 1120",
        line + "AA", "1122 bytes, not 1120",
        line + "=", "not canonical base64",
        // 1120 bytes leave two bits of the last character unused.
        line.substring(0, line.length() - 1) + next(share.charAt(share.length() - 1)), "not canonical base64");
    refusals.forEach((changed, reason) -> assertThatThrownBy(() -> AgeFile.open(edited(line, changed), KEY))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining(reason));
  }

  @Test
  void a_body_of_another_length_or_spelling_is_refused() {
    String file = text(ONE);
    int start = file.indexOf('\n', file.indexOf("-> ")) + 1;
    String body = file.substring(start, start + 43);
    String unusedBit = body.substring(0, 42) + next(body.charAt(42));
    for (String changed : List.of(body + "AAA", body.substring(0, 40), body + "=", unusedBit)) {
      assertThatThrownBy(() -> AgeFile.open(edited(body, changed), KEY)).isInstanceOf(FormatException.class);
    }
  }

  @Test
  void a_type_in_capitals_is_not_ours() throws FormatException {
    assertThat(AgeFile.open(edited("mlkem768x25519", "MLKEM768X25519"), KEY)).isEmpty();
    assertThatThrownBy(() -> AgeFile.open(edited("mlkem768x25519", "MLKEM768X25519"), KEY, 1, 0))
        .hasMessageContaining("not of type mlkem768x25519");
  }

  @Test
  void a_wrong_mac_version_or_line_end_is_refused() {
    String mac = text(ONE).substring(HEADER - 44, HEADER - 1);
    String otherMac = (mac.charAt(0) == 'A' ? 'B' : 'A') + mac.substring(1);
    for (byte[] file : List.of(edited(mac, otherMac), edited("/v1\n", "/v2\n"), edited("/v1\n", "/v1\r\n"))) {
      assertThatThrownBy(() -> AgeFile.open(file, KEY)).isInstanceOf(FormatException.class);
    }
  }

  @Test
  void a_file_cut_anywhere_or_with_bytes_after_it_is_refused() {
    byte[] file = AgeFile.seal(noise(2 * CHUNK, 1), List.of(KEY.publicKey()));
    int firstChunkEnd = HEADER + 16 + CHUNK + 16;
    int[] lengths = {
      0, 10, HEADER - 1, HEADER, HEADER + 15, HEADER + 16, firstChunkEnd, file.length - 1, file.length + 1
    };
    for (int length : lengths) {
      assertThatThrownBy(() -> AgeFile.open(Arrays.copyOf(file, length), KEY))
          .as("cut to %d", length)
          .isInstanceOf(FormatException.class);
    }
  }

  @Test
  void chunks_in_another_order_are_refused() {
    byte[] file = AgeFile.seal(noise(3 * CHUNK, 1), List.of(KEY.publicKey()));
    byte[] swapped = file.clone();
    int first = HEADER + 16;
    int length = CHUNK + 16;
    System.arraycopy(file, first + length, swapped, first, length);
    System.arraycopy(file, first, swapped, first + length, length);
    assertThatThrownBy(() -> AgeFile.open(swapped, KEY)).isInstanceOf(FormatException.class);
  }

  @Test
  void whatever_is_done_to_a_file_it_is_opened_refused_or_not_ours() {
    Random random = new Random(5);
    for (int i = 0; i < 3_000; i++) {
      byte[] file = Arrays.copyOf(ONE, random.nextInt(4) == 0 ? random.nextInt(ONE.length) : ONE.length);
      for (int changes = random.nextInt(4); changes > 0 && file.length > 0; changes--) {
        int at = random.nextInt(Math.min(file.length, random.nextBoolean() ? 60 : file.length));
        file[at] = (byte) (random.nextBoolean() ? "\n- >A=".charAt(random.nextInt(6)) : random.nextInt(256));
      }
      assertThatCode(() -> open(file)).doesNotThrowAnyException();
    }
  }

  private static void open(byte[] file) {
    try {
      assertThat(AgeFile.open(file, KEY)).matches(content -> content.isEmpty() || Arrays.equals(file, ONE));
    } catch (FormatException refused) {
      assertThat(refused).hasMessageStartingWith("age file: ");
    }
  }

  @Test
  void a_refusal_never_quotes_the_file() {
    assertThatThrownBy(() -> AgeFile.open("my neighbour's name".getBytes(ISO_8859_1), KEY))
        .isInstanceOf(FormatException.class)
        .hasMessageNotContaining("neighbour");
  }

  private static String text(byte[] file) {
    return new String(file, ISO_8859_1);
  }

  private static byte[] edited(String part, String replacement) {
    return text(ONE).replace(part, replacement).getBytes(ISO_8859_1);
  }

  private static char next(char base64) {
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    return alphabet.charAt(alphabet.indexOf(base64) ^ 1);
  }
}
