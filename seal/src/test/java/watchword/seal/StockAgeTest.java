package watchword.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static watchword.seal.Fixtures.key;
import static watchword.seal.Fixtures.noise;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Debian's `age`, which knows classical recipients alone, and our files: header, MAC and chunks are the same for every kind of stanza.
class StockAgeTest {
  private static final Path AGE = Path.of("/usr/bin/age");
  private static final int CHUNK = 65_536;

  @TempDir Path folder;

  @BeforeEach
  void isThere() {
    assumeTrue(Files.isExecutable(AGE), "age is not installed (Debian: age)");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, CHUNK, CHUNK + 1, 3 * CHUNK + 7})
  void what_stock_age_seals_to_classical_recipients_opens_here(int length) throws Exception {
    ClassicalKey ours = newKey("ours");
    byte[] plaintext = noise(length, length);
    byte[] file = age(plaintext, 0, "-r", newKey("other").recipient(), "-r", ours.recipient());
    assertThat(AgeFile.open(file, ours.reader())).hasValue(plaintext);
    assertThat(AgeFile.open(file, newKey("third").reader())).isEmpty();
    assertThat(AgeFile.open(file, key(1))).as("a hybrid key passes over stanzas of another kind").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, CHUNK, CHUNK + 1, 3 * CHUNK + 7})
  void what_is_sealed_here_to_classical_recipients_stock_age_opens(int length) throws Exception {
    ClassicalKey ours = newKey("ours");
    byte[] plaintext = noise(length, length);
    byte[] file = AgeFile.seal(plaintext, List.of(newKey("other").writer(), ours.writer()), AgeFile.fileLength(length, 0) + 2 * ClassicalKey.STANZA);
    assertThat(age(file, 0, "-d", "-i", identity("ours"))).isEqualTo(plaintext);
    assertThat(age(file, 1, "-d", "-i", newIdentity("third"))).isEmpty();
  }

  @Test
  void a_file_with_a_hybrid_and_a_classical_recipient_opens_for_both_and_stock_age_finds_our_stanza_well_formed() throws Exception {
    ClassicalKey ours = newKey("ours");
    byte[] plaintext = noise(1_000, 7);
    byte[] file = AgeFile.seal(plaintext, List.of(HybridStanza.writer(key(1).publicKey()), ours.writer()), AgeFile.fileLength(1_000, 1) + ClassicalKey.STANZA);
    assertThat(AgeFile.open(file, key(1))).hasValue(plaintext);
    assertThat(age(file, 0, "-d", "-i", identity("ours"))).isEqualTo(plaintext);

    file[file.length - 1] ^= 1;
    assertThat(age(file, 1, "-d", "-i", identity("ours"))).as("a changed file").isEmpty();
    file[file.length - 1] ^= 1;
    file[60] ^= 1;
    assertThat(age(file, 1, "-d", "-i", identity("ours"))).as("a changed stanza of ours, under the same MAC").isEmpty();
  }

  private ClassicalKey newKey(String name) throws Exception {
    List<String> lines = Files.readAllLines(Path.of(newIdentity(name)));
    return ClassicalKey.parse(lines.getLast());
  }

  private String newIdentity(String name) throws Exception {
    run(new byte[0], 0, List.of("/usr/bin/age-keygen", "-o", identity(name)));
    return identity(name);
  }

  private String identity(String name) {
    return folder.resolve(name + ".txt").toString();
  }

  private byte[] age(byte[] input, int status, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(AGE.toString()));
    command.addAll(List.of(arguments));
    return run(input, status, command);
  }

  private byte[] run(byte[] input, int status, List<String> command) throws IOException, InterruptedException {
    Path out = folder.resolve("out");
    Path said = folder.resolve("said");
    Process process = new ProcessBuilder(command)
        .redirectInput(Files.write(folder.resolve("in"), input).toFile()).redirectOutput(out.toFile()).redirectError(said.toFile()).start();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(said, StandardCharsets.UTF_8)).isEqualTo(status);
    return Files.readAllBytes(out);
  }
}
