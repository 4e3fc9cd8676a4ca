package watchword.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchword.seal.BoardKey;
import watchword.seal.Bundle;
import watchword.seal.Bytes;
import watchword.seal.Epoch;
import watchword.seal.PrivateKey;
import watchword.seal.PublicKey;
import watchword.seal.SealedReport;
import watchword.seal.SealedSize;
import watchword.seal.SigningKey;
import watchword.seal.Term;

/// Five megabytes through npm's `age-encryption` alone, none of our TypeScript: what it seals we open, what we seal it opens.
class A06_OtherPeoplesAgeTest {

  private static final int LENGTH = 5_000_000;
  private static final Path WEB = Path.of("..", "web").toAbsolutePath().normalize();
  private static final String BEGIN = """
      import { readFileSync, writeFileSync } from 'node:fs';
      import { bech32 } from '@scure/base';
      import { Decrypter, Encrypter } from 'age-encryption';
      const [, from, to, ...keys] = process.argv;
      const key = (hex) => Uint8Array.from(Buffer.from(hex, 'hex'));
      """;
  private static final String SEAL = """
      const encryptTo = (plain, ...raw) => {
        const age = new Encrypter();
        for (const one of raw) age.addRecipient(bech32.encode('age1pq', bech32.toWords(key(one)), false));
        return age.encrypt(plain);
      };
      const content = readFileSync(from);
      const padded = Buffer.alloc(16764179);
      padded.writeUInt32BE(content.length);
      content.copy(padded, 4);
      const inner = await encryptTo(padded, keys[1], keys[2]);
      writeFileSync(to, await encryptTo(Buffer.concat([Buffer.from([1, 3]), inner]), keys[0]));
      """;
  private static final String OPEN = """
      const open = (file, seed) => {
        const age = new Decrypter();
        age.addIdentity(bech32.encodeFromBytes('AGE-SECRET-KEY-PQ-', key(seed)).toUpperCase());
        return age.decrypt(file);
      };
      const inner = await open((await open(readFileSync(from), keys[0])).subarray(2), keys[1]);
      const length = Buffer.from(inner).readUInt32BE();
      writeFileSync(to, inner.subarray(4, 4 + length));
      """;

  @TempDir Path folder;

  private final byte[] content = new byte[LENGTH];
  private final PrivateKey gate = PrivateKey.generate(new SecureRandom());
  private final PrivateKey lane = PrivateKey.generate(new SecureRandom());
  private final PrivateKey second = PrivateKey.generate(new SecureRandom());

  @BeforeEach
  void fill() {
    assumeTrue(Files.isDirectory(WEB.resolve("node_modules/age-encryption")), "the web module's packages are not installed");
    new Random(5).nextBytes(content);
  }

  @Test
  void what_npm_age_seals_gate_and_lane_open() throws Exception {
    byte[] sealed = node(SEAL, content, hex(gate.publicKey().raw()), hex(lane.publicKey().raw()), hex(second.publicKey().raw()));
    assertThat(sealed).hasSize(SealedSize.LARGEST.bytes());
    SealedReport.Outer outer = SealedReport.openOuter(sealed, gate).orElseThrow();
    assertThat(outer.lane()).isEqualTo(3);
    assertThat(SealedReport.openInner(outer.inner(), lane)).hasValue(content);
  }

  @Test
  void what_we_seal_npm_age_opens_layer_by_layer() throws Exception {
    byte[] sealed = SealedReport.seal(content, bundle(), 3, SealedSize.LARGEST);
    assertThat(node(OPEN, sealed, hex(gate.secretSeed()), hex(lane.secretSeed()))).isEqualTo(content);
  }

  private Bundle bundle() {
    List<PublicKey> lanes = IntStream.range(0, 8).mapToObj(number -> number == 3 ? lane.publicKey() : key()).toList();
    BoardKey board = new BoardKey(SigningKey.generate(new SecureRandom()).verifyKey(), Bytes.of(new byte[8]));
    return new Bundle(8, 16, Term.day(new Epoch(20_779)), board, Bytes.of(new byte[32]), gate.publicKey(), lanes, second.publicKey());
  }

  private static PublicKey key() {
    try (PrivateKey key = PrivateKey.generate(new SecureRandom())) {
      return key.publicKey();
    }
  }

  private byte[] node(String script, byte[] input, String... keys) throws IOException, InterruptedException {
    Path from = Files.write(folder.resolve("from"), input);
    Path to = folder.resolve("to");
    List<String> command = new java.util.ArrayList<>(List.of("node", "--input-type=module", "-e", BEGIN + script, from.toString(), to.toString()));
    command.addAll(List.of(keys));
    Path said = folder.resolve("said");
    Process node = new ProcessBuilder(command).directory(WEB.toFile()).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    assertThat(node.waitFor(5, TimeUnit.MINUTES)).isTrue();
    assertThat(node.exitValue()).as(Files.readString(said)).isZero();
    return Files.readAllBytes(to);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
