package watchword.hub;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchword.seal.Dummy;
import watchword.seal.GenerationHeader;
import watchword.seal.Layout;
import watchword.seal.Pull;
import watchword.seal.SealedSize;

/// What goes from hub to gate, as who watches that way sees it, does not depend on what arrived.
class A12_SameBatchTest {
  private static final Slots SLOTS = new Slots(new Layout(6, 0, 0, 0, 0), new Layout(0, 2, 1, 0, 0), new Layout(12, 0, 0, 0, 0));
  /// Version line, stanza, MAC line and what follows them; base64 without pad characters.
  private static final Pattern HEADER = Pattern.compile(
      "age-encryption\\.org/v1\n-> mlkem768x25519 [A-Za-z0-9+/]{1494}\n[A-Za-z0-9+/]{43}\n--- [A-Za-z0-9+/]{43}\n");
  private static final int HEADER_BYTES = 1_627;

  @TempDir Path folder;

  @Test
  void the_answer_has_the_same_head_size_and_slots_for_nothing_for_some_and_for_all_that_fits() throws Exception {
    List<Wire.Answer> small = new ArrayList<>();
    List<Wire.Answer> large = new ArrayList<>();
    for (int fill : List.of(0, 2, 100)) {
      try (Scene scene = Scene.with(folder.resolve("fill" + fill), SLOTS, 4)) {
        int taken = fill(scene, SealedSize.SMALL, fill) + fill(scene, SealedSize.MEDIUM, fill) + fill(scene, SealedSize.LARGE, fill);
        assertThat(taken).as("of nine slots one is kept for who offers work").isEqualTo(fill == 0 ? 0 : fill == 2 ? 5 : 8);
        scene.hub().tickSmall();
        small.add(pull(scene));
        assertThat(scene.postReceipt(scene.receipt(small.getLast().body()))).isEqualTo(204);
        scene.hub().tickLarge();
        large.add(pull(scene));
        assertThat(scene.hub().faults()).isZero();
      }
    }
    assertSameShape(small, SLOTS.small());
    assertSameShape(large, SLOTS.large());
  }

  /// Sends sealed files of this size until so many came or the hub is full; returns how many it took.
  private static int fill(Scene scene, SealedSize size, int most) throws IOException {
    int taken = 0;
    while (taken < most && scene.post(Dummy.envelope(size)) == 204) {
      taken++;
    }
    return taken;
  }

  private static Wire.Answer pull(Scene scene) throws IOException {
    return scene.get("/generation/" + Pull.token(scene.gateKey, Scene.NOON.instant()));
  }

  private static void assertSameShape(List<Wire.Answer> answers, Layout layout) throws Exception {
    for (Wire.Answer answer : answers) {
      assertThat(answer.lines()).isEqualTo(answers.getFirst().lines());
      byte[] body = answer.body();
      assertThat((long) body.length).isEqualTo(layout.bytes());
      assertThat(GenerationHeader.parse(Arrays.copyOf(body, GenerationHeader.BYTES)).layout()).isEqualTo(layout);
      for (SealedSize size : SealedSize.values()) {
        for (int slot = 0; slot < layout.count(size); slot++) {
          String header = new String(body, (int) layout.offset(size, slot), HEADER_BYTES, ISO_8859_1);
          assertThat(HEADER.matcher(header).matches()).as("%s slot %d", size, slot).isTrue();
        }
      }
    }
  }
}
