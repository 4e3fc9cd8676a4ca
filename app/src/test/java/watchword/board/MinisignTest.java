package watchword.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Our signatures and stock minisign's are the same thing.
class MinisignTest {

  private static final byte[] CONTENT = "what was published\n".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  private final Lorne.BoardKey key = Lorne.BoardKey.generate();

  @Test
  void stock_minisign_accepts_what_we_sign() throws Exception {
    signed(CONTENT);
    assertThat(run("minisign", "-V", "-p", "minisign.pub", "-m", "file")).isZero();
    assertThat(run("minisign", "-V", "-P", key.key().line(), "-m", "file")).isZero();
  }

  @Test
  void stock_minisign_refuses_it_after_one_changed_byte() throws Exception {
    signed(CONTENT);
    Files.writeString(folder.resolve("file"), "what was publishes\n");
    assertThat(run("minisign", "-V", "-p", "minisign.pub", "-m", "file")).isNotZero();
  }

  @Test
  void we_accept_what_stock_minisign_signs() throws Exception {
    Files.write(folder.resolve("file"), CONTENT);
    assertThat(run("minisign", "-G", "-W", "-p", "their.pub", "-s", "their.key")).isZero();
    assertThat(run("minisign", "-S", "-H", "-s", "their.key", "-t", "said aloud", "-m", "file")).isZero();
    Minisign.Key theirs = Minisign.Key.parse(Files.readString(folder.resolve("their.pub")));
    assertThat(Minisign.verify(theirs, CONTENT, Files.readString(folder.resolve("file.minisig")))).contains("said aloud");
    // The first line is a comment: versions of minisign differ in a leading zero of the id.
    assertThat(theirs.file().lines().skip(1)).containsExactly(theirs.line());
    assertThat(Files.readString(folder.resolve("their.pub"))).endsWith("\n" + theirs.line() + "\n");
  }

  @Test
  void the_vector_of_the_spec_holds() throws Exception {
    JsonNode vector = new ObjectMapper().readTree(Path.of("../spec/publication-vectors.json").toFile()).required("minisign");
    PrivateKey seed = KeyFactory.getInstance("Ed25519").generatePrivate(
        new EdECPrivateKeySpec(NamedParameterSpec.ED25519, HexFormat.of().parseHex(vector.required("seed").asText())));
    Minisign.Key known = Minisign.Key.parse(vector.required("publicKeyFile").asText());
    byte[] content = vector.required("content").asText().getBytes(StandardCharsets.UTF_8);
    String comment = vector.required("trustedComment").asText();
    String minisig = Minisign.sign(known, message -> signed(seed, message), content, comment);
    assertThat(minisig).isEqualTo(vector.required("minisig").asText());
    assertThat(Minisign.verify(known, content, minisig)).contains(comment);
  }

  @Test
  void content_comment_key_and_both_signatures_are_bound() {
    String minisig = Minisign.sign(key.key(), key.signer(), CONTENT, "serial 12");
    assertThat(Minisign.verify(key.key(), CONTENT, minisig)).contains("serial 12");
    assertThat(Minisign.verify(key.key(), CONTENT, minisig.replace("serial 12", "serial 13"))).isEmpty();
    assertThat(Minisign.verify(key.key(), "else".getBytes(StandardCharsets.UTF_8), minisig)).isEmpty();
    assertThat(Minisign.verify(Lorne.BoardKey.generate().key(), CONTENT, minisig)).isEmpty();
    String other = Minisign.sign(key.key(), key.signer(), "other".getBytes(StandardCharsets.UTF_8), "serial 12");
    String mixed = minisig.lines().limit(3).reduce("", (a, b) -> a + b + "\n") + other.lines().toList().get(3) + "\n";
    assertThat(Minisign.verify(key.key(), CONTENT, mixed)).as("a comment's signature from another file").isEmpty();
    assertThat(Minisign.verify(key.key(), CONTENT, minisig + "\n")).as("more lines than four").isEmpty();
    assertThat(Minisign.verify(key.key(), CONTENT, "")).isEmpty();
  }

  @Test
  void what_is_no_key_is_refused_by_name() {
    assertThatThrownBy(() -> new Minisign.Key("nonsense!")).hasMessage("a minisign key is not base64");
    assertThatThrownBy(() -> new Minisign.Key("AAAA")).hasMessage("not a minisign Ed25519 key");
    assertThatThrownBy(() -> Minisign.Key.parse("one line")).hasMessage("a minisign key file has two lines");
  }

  private void signed(byte[] content) throws IOException {
    Files.write(folder.resolve("file"), content);
    Files.writeString(folder.resolve("file.minisig"), Minisign.sign(key.key(), key.signer(), content, "serial 12"));
    Files.writeString(folder.resolve("minisign.pub"), key.key().file());
  }

  private static byte[] signed(PrivateKey seed, byte[] message) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(seed);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private int run(String... command) throws Exception {
    Process process = new ProcessBuilder(List.of(command)).directory(folder.toFile()).redirectErrorStream(true)
        .redirectOutput(folder.resolve("output").toFile()).start();
    process.getOutputStream().close();
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }
}
