package watchword.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.zip.InflaterInputStream;
import watchword.seal.FormatException;

/// C2SP's test kit for age (CCTV), as npm's `cctv-age` carries it: files, who opens them, and what must become of it.
public final class C2spKit {

  private static final Path WEB = Path.of("..", "web").toAbsolutePath().normalize();

  /// What each says of itself before its file.
  private static final String READ = """
      import * as kit from 'cctv-age';
      import { writeFileSync } from 'node:fs';
      writeFileSync(process.argv[1], JSON.stringify(Object.entries(kit).filter(([, bytes]) => bytes instanceof Uint8Array).map(([name, bytes]) => {
        const all = Buffer.from(bytes);
        const end = all.indexOf('\\n\\n');
        const head = Object.fromEntries(all.subarray(0, end).toString().split('\\n').map((line) => line.split(': ')));
        return { name, ...head, file: all.subarray(end + 2).toString('base64') };
      })));
      """;

  private C2spKit() {}

  /// One file of the kit.
  ///
  /// @param expect `success`, `no match`, or which part is broken
  /// @param payload SHA-256 of what it opens to, in hexadecimal
  /// @param armored whether it is text around base64, which no file of ours is
  @SuppressWarnings("ArrayRecordComponent") // only carried, never compared
  public record Vector(String name, String expect, Optional<String> payload, Optional<String> identity, Optional<String> passphrase, boolean armored, byte[] file) {

    /// Holds what became of it to what the kit expects; armor, which no file of ours has, is refused.
    public void requireFrom(Opening opening) {
      Optional<byte[]> opened;
      try {
        opened = opening.open(file.clone());
      } catch (FormatException e) {
        assertThat(armored || expect.endsWith("failure")).as("%s was refused: %s", name, e.getMessage()).isTrue();
        return;
      }
      assertThat(opened.isPresent() ? "success" : "no match").as(name).isEqualTo(expect);
      opened.ifPresent(plain -> assertThat(sha256(plain)).as(name).isEqualTo(payload.orElseThrow()));
    }

    /// Where the kit and a reader may differ in why: it opens nothing.
    public void requireShut(Opening opening) {
      Optional<byte[]> opened;
      try {
        opened = opening.open(file.clone());
      } catch (FormatException e) {
        return;
      }
      assertThat(opened).as(name).isEmpty();
    }
  }

  public interface Opening {
    Optional<byte[]> open(byte[] file) throws FormatException;
  }

  /// All of it; tests are skipped, visibly, where the pages' packages are not installed.
  public static List<Vector> vectors() throws IOException, InterruptedException {
    assumeTrue(Files.isDirectory(WEB.resolve("node_modules/cctv-age")), "the web module's packages are not installed");
    Path read = Files.createTempFile("kit", ".json");
    try {
      Process node = new ProcessBuilder("node", "--input-type=module", "-e", READ, read.toString()).directory(WEB.toFile()).inheritIO().start();
      assertThat(node.waitFor(1, TimeUnit.MINUTES)).isTrue();
      assertThat(node.exitValue()).isZero();
      List<Vector> all = new ArrayList<>();
      for (JsonNode one : JsonMapper.builder().build().readTree(read.toFile())) {
        byte[] file = one.get("file").binaryValue();
        all.add(new Vector(one.get("name").textValue(), one.get("expect").textValue(), find(one, "payload"), find(one, "identity"), find(one, "passphrase"),
            one.has("armored"), one.has("compressed") ? inflated(file) : file));
      }
      return all;
    } finally {
      Files.delete(read);
    }
  }

  private static byte[] inflated(byte[] file) throws IOException {
    try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(file))) {
      return in.readAllBytes();
    }
  }

  private static Optional<String> find(JsonNode one, String name) {
    return Optional.ofNullable(one.get(name)).map(JsonNode::textValue);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
