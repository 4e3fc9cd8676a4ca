package watchword.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchword.seal.Bytes;
import watchword.seal.GenerationHeader;
import watchword.seal.Pull;
import watchword.seal.Receipt;
import watchword.seal.SealedSize;
import watchword.seal.SigningKey;

class A03_GateTest {
  private final Scene scene;

  A03_GateTest(@TempDir Path folder) throws IOException {
    scene = Scene.in(folder);
  }

  @BeforeEach
  void tick() throws IOException {
    scene.hub().tickSmall();
  }

  @AfterEach
  void close() throws IOException {
    assertThat(scene.hub().faults()).isZero();
    scene.close();
  }

  @Test
  void a_generation_is_the_same_bytes_however_often_and_whatever_happens_meanwhile() throws IOException {
    byte[] first = scene.pull().orElseThrow();
    assertThat(first).hasSize((int) Scene.FEW.small().bytes());
    assertThat(scene.post(Scene.report(SealedSize.SMALL, 1))).isEqualTo(204);
    scene.hub().tickSmall();
    scene.hub().tickLarge();
    assertThat(scene.pull().orElseThrow()).isEqualTo(first);
    scene.restart();
    assertThat(scene.pull().orElseThrow()).isEqualTo(first);
  }

  @Test
  void a_signed_receipt_deletes_the_generation_once_and_the_next_one_comes() throws Exception {
    scene.hub().tickSmall();
    byte[] first = scene.pull().orElseThrow();
    byte[] receipt = scene.receipt(first);
    assertThat(scene.postReceipt(receipt)).isEqualTo(204);
    assertThat(scene.pull().orElseThrow()).isNotEqualTo(first);
    assertThat(scene.postReceipt(receipt)).as("unknown by now").isEqualTo(400);
    assertThat(scene.hub().waiting()).isEqualTo(1);
  }

  @Test
  void a_receipt_with_another_hash_id_signature_or_length_deletes_nothing() throws Exception {
    byte[] generation = scene.pull().orElseThrow();
    Bytes id = GenerationHeader.parse(Arrays.copyOf(generation, GenerationHeader.BYTES)).id();
    Bytes hash = Scene.sha256(generation);
    SigningKey other = SigningKey.generate(new SecureRandom());
    byte[] tampered = scene.receipt(generation);
    tampered[131] ^= 1;

    assertThat(scene.postReceipt(new Receipt(id, Scene.sha256(new byte[1])).write(scene.gateKey))).isEqualTo(400);
    assertThat(scene.postReceipt(new Receipt(Bytes.of(new byte[16]), hash).write(scene.gateKey))).isEqualTo(400);
    assertThat(scene.postReceipt(new Receipt(id, hash).write(other))).isEqualTo(400);
    assertThat(scene.postReceipt(tampered)).isEqualTo(400);
    assertThat(scene.postReceipt(Arrays.copyOf(tampered, 131))).isEqualTo(400);
    assertThat(scene.postReceipt(new byte[0])).isEqualTo(400);

    assertThat(scene.pull().orElseThrow()).isEqualTo(generation);
  }

  @Test
  void whoever_is_not_the_gate_now_finds_nothing() throws IOException {
    SigningKey other = SigningKey.generate(new SecureRandom());
    String late = Pull.token(scene.gateKey, Scene.NOON.instant().plus(Duration.ofMinutes(3)));
    String good = Pull.token(scene.gateKey, Scene.NOON.instant());
    assertThat(scene.get("/generation/" + Pull.token(other, Scene.NOON.instant())).status()).isEqualTo(404);
    assertThat(scene.get("/generation/" + late).status()).isEqualTo(404);
    assertThat(scene.get("/generation/" + good + "=").status()).isEqualTo(404);
    assertThat(scene.get("/generation/" + good.substring(1)).status()).isEqualTo(404);
    assertThat(scene.get("/generation/").status()).isEqualTo(404);
    assertThat(scene.get("/generation/" + good).status()).isEqualTo(200);
  }

  @Test
  void when_as_many_wait_as_may_the_current_one_fills_and_a_receipt_makes_room() throws Exception {
    for (int i = 0; i < 5; i++) {
      scene.hub().tickSmall();
    }
    assertThat(scene.hub().waiting()).as("no more than may").isEqualTo(4);
    int taken = 0;
    while (scene.post(Scene.report(SealedSize.SMALL, taken)) == 204) {
      taken++;
    }
    assertThat(taken).isEqualTo(6);
    scene.hub().tickSmall();
    assertThat(scene.post(Scene.report(SealedSize.SMALL, 50))).as("still the same one").isEqualTo(503);
    assertThat(scene.postReceipt(scene.receipt(scene.pull().orElseThrow()))).isEqualTo(204);
    scene.hub().tickSmall();
    assertThat(scene.post(Scene.report(SealedSize.SMALL, 50))).isEqualTo(204);
  }
}
