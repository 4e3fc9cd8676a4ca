package watchword.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchword.seal.Bytes;
import watchword.seal.FormatException;
import watchword.seal.PrivateKey;
import watchword.seal.SigningKey;

class MemberKeyTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final char[] PASSPHRASE = "seven quiet herons ågé".toCharArray();
  private static final int QUICK = 10;
  private static final Pattern QUESTION = Pattern.compile("(Enter|Confirm) passphrase[^:]*:");

  private final MemberKey key = MemberKey.generate(new Pseudonym("heron"), RANDOM);

  @TempDir Path folder;

  @Test
  void a_key_file_opens_with_its_passphrase_alone() throws FormatException {
    key.saw(new Head(7, Bytes.of(new byte[32])));
    byte[] file = key.lock(PASSPHRASE, QUICK);

    MemberKey opened = MemberKey.unlock(file, PASSPHRASE).orElseThrow();
    assertThat(opened.device()).isEqualTo(key.device());
    assertThat(opened.pseudonym()).isEqualTo(key.pseudonym());
    assertThat(opened.seen()).isEqualTo(key.seen());
    assertThat(MemberKey.unlock(file, "seven quiet heron".toCharArray())).isEmpty();
  }

  @Test
  void a_real_key_file_asks_for_the_work_that_age_asks_for() throws FormatException {
    byte[] file = key.lock(PASSPHRASE);

    assertThat(new String(file, StandardCharsets.ISO_8859_1)).containsPattern("\n-> scrypt [A-Za-z0-9+/]{22} 18\n");
    assertThat(MemberKey.unlock(file, PASSPHRASE)).isPresent();
  }

  @Test
  void a_file_that_asks_for_more_than_a_gibibyte_is_refused() {
    String file = new String(key.lock(PASSPHRASE, QUICK), StandardCharsets.ISO_8859_1);
    for (String work : List.of("21", "30", "0", "010", "99999999999", "-1")) {
      byte[] changed = file.replaceFirst("(-> scrypt \\S+) 10\n", "$1 " + work + "\n").getBytes(StandardCharsets.ISO_8859_1);
      assertThatThrownBy(() -> MemberKey.unlock(changed, PASSPHRASE)).as(work).isInstanceOf(FormatException.class);
    }
  }

  @Test
  void a_file_changed_at_any_byte_does_not_open() {
    byte[] file = key.lock(PASSPHRASE, 2);
    for (int at = 0; at < file.length; at += 7) {
      byte[] changed = file.clone();
      changed[at] ^= 1;
      Optional<MemberKey> opened;
      try {
        opened = MemberKey.unlock(changed, PASSPHRASE);
      } catch (FormatException e) {
        continue;
      }
      assertThat(opened).as("byte %d", at).isEmpty();
    }
  }

  @Test
  void a_key_refuses_to_remember_an_older_head() {
    key.saw(new Head(7, Bytes.of(new byte[32])));

    assertThatThrownBy(() -> key.saw(new Head(6, Bytes.of(new byte[32]))))
        .hasMessage("this journal ends at 6, and the key saw 7");
  }

  @Test
  void stock_age_opens_a_key_file() throws Exception {
    Path file = Files.write(folder.resolve("heron.age"), key.lock(PASSPHRASE, QUICK));
    Path plain = folder.resolve("heron.txt");

    age("-d -o " + plain + " " + file, 1);

    assertThat(Files.readAllLines(plain)).hasSize(5).satisfies(lines -> {
      assertThat(lines.get(0)).isEqualTo("# watchword.member/1");
      assertThat(lines.get(1)).isEqualTo("# pseudonym heron");
      assertThat(lines.get(2)).matches("# signing [0-9a-f]{64}");
      assertThat(lines.get(3)).isEqualTo("# head none");
      assertThat(PrivateKey.parse(lines.get(4))).isEqualTo(key.decryption());
    });
  }

  @Test
  void a_key_file_written_by_stock_age_opens_here() throws Exception {
    byte[] plaintext = PassphraseFile.open(key.lock(PASSPHRASE, QUICK), PASSPHRASE).orElseThrow();
    Path plain = Files.write(folder.resolve("heron.txt"), plaintext);
    Path file = folder.resolve("heron.age");

    age("-e -p -o " + file + " " + plain, 2);

    assertThat(MemberKey.unlock(Files.readAllBytes(file), PASSPHRASE).orElseThrow().device()).isEqualTo(key.device());
  }

  @Test
  void a_share_opens_for_its_holders_under_its_own_name() throws FormatException {
    MemberKey other = MemberKey.generate(new Pseudonym("wren"), RANDOM);
    SigningKey desk = SigningKey.generate(RANDOM);
    byte[] secret = "lane key".getBytes(StandardCharsets.US_ASCII);
    byte[] share = SealedShare.seal("lane 3", secret, List.of(key.device().sealing()), desk);

    assertThat(SealedShare.open(share, "lane 3", key.decryption(), desk.verifyKey())).contains(secret);
    assertThat(SealedShare.open(share, "lane 3", other.decryption(), desk.verifyKey())).isEmpty();
    assertThatThrownBy(() -> SealedShare.open(share, "lane 4", key.decryption(), desk.verifyKey()))
        .hasMessage("share: not one for this name");
    assertThatThrownBy(() -> SealedShare.open(share, "lane 3", key.decryption(), other.device().signing()))
        .hasMessage("share: the signature is not the desk's");
  }

  @Test
  void a_commitment_fits_one_head_and_one_salt() {
    Head head = new Head(7, Bytes.of(new byte[32]));
    byte[] salt = new byte[32];
    byte[] otherSalt = new byte[32];
    otherSalt[0] = 1;

    assertThat(head.commitment(salt)).isEqualTo(new Head(7, Bytes.of(new byte[32])).commitment(salt));
    assertThat(head.commitment(salt)).isNotEqualTo(head.commitment(otherSalt));
    assertThat(head.commitment(salt)).isNotEqualTo(new Head(8, Bytes.of(new byte[32])).commitment(salt));
  }

  /// Runs `age`, which asks a terminal for passphrases: `script` gives it one.
  private void age(String arguments, int timesAsked) throws IOException, InterruptedException {
    Process process = new ProcessBuilder("script", "-qec", "age " + arguments, "/dev/null")
        .redirectErrorStream(true).redirectOutput(folder.resolve("age.out").toFile()).start();
    try (var terminal = process.outputWriter(StandardCharsets.UTF_8)) {
      for (int asked = 1; asked <= timesAsked; asked++) {
        awaitQuestion(asked);
        terminal.write(String.valueOf(PASSPHRASE) + "\n");
        terminal.flush();
      }
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(process.exitValue()).as(Files.readString(folder.resolve("age.out"))).isZero();
  }

  /// Waits until the terminal shows that many questions: what is typed before one is thrown away.
  private void awaitQuestion(int asked) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (QUESTION.matcher(Files.readString(folder.resolve("age.out"))).results().count() < asked) {
      assertThat(System.nanoTime()).as("age asks %d times", asked).isLessThan(deadline);
      TimeUnit.MILLISECONDS.sleep(20);
    }
    TimeUnit.MILLISECONDS.sleep(50); // it shows the question, then reads
  }
}
