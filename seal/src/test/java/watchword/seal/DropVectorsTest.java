package watchword.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static watchword.seal.Vectors.list;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Runs spec/vectors/drop.json, which the page runs too.
class DropVectorsTest {
  private static final JsonNode VECTORS = Vectors.read(DropVectors.NAME);

  /// What our messages say for each refusal the vectors name.
  private static final Map<String, String> REFUSALS = Map.of(
      "magic", "drop: does not begin with watchword.drop/1", "order", "drop: its marks do not rise", "signature", "drop: the signature is not the board's");

  @Test
  void the_drop_of_the_vectors_says_what_they_say() throws FormatException {
    byte[] file = DropVectors.file(VECTORS);
    assertThat(Hashes.sha256(file)).hasToString(VECTORS.get("sha256").textValue());
    Drop drop = Drop.read(file, board());
    try (Mailbox mailbox = mailbox()) {
      assertThat(mailbox.tag()).hasToString(VECTORS.get("mailbox").get("tag").textValue());
      assertThat(drop.opened(mailbox.tag())).isTrue();
      assertThat(drop.destroyed(mailbox.tag())).isFalse();
      Reply reply = drop.find(mailbox).orElseThrow();
      assertThat(reply.text()).isEqualTo(VECTORS.get("text").textValue());
      assertThat(reply.quarter()).isEqualTo(VECTORS.get("quarter").longValue());
      JsonNode marks = VECTORS.get("marks");
      for (Mark mark : Mark.values()) {
        assertThat(mark.of(mailbox.tag(), VECTORS.get("quarter").longValue())).hasToString(marks.get(mark.name().toLowerCase(java.util.Locale.ROOT)).textValue());
      }
    }
  }

  @Test
  void changed_drops_are_refused_for_the_reason_the_vectors_name() {
    byte[] valid = DropVectors.file(VECTORS);
    for (JsonNode change : VECTORS.get("changes")) {
      assertThatThrownBy(() -> Drop.read(Vectors.changed(change, valid), board())).as(change.get("name").textValue())
          .isInstanceOf(FormatException.class).hasMessage(REFUSALS.get(change.get("refusal").textValue()));
    }
  }

  @Test
  void damaged_cells_never_give_a_reply() throws FormatException {
    assertThat(list(VECTORS.get("damagedCells"))).hasSizeGreaterThan(5);
    for (JsonNode vector : VECTORS.get("damagedCells")) {
      byte[] cell = Vectors.base64(vector.get("cell"));
      try (Mailbox mailbox = mailbox()) {
        Optional<Reply> opened;
        try {
          opened = Reply.open(Arrays.copyOfRange(cell, Mark.LENGTH, cell.length), mailbox.key());
        } catch (FormatException e) {
          assertThat(e).hasMessageMatching("(reply|age file): .*");
          continue;
        }
        assertThat(opened).as(vector.get("name").textValue()).isEmpty();
      }
    }
  }

  @Test
  void secrets_are_spelled_as_the_vectors_have_them() {
    for (JsonNode vector : VECTORS.get("secrets")) {
      byte[] secret = Bytes.ofHex(vector.get("secret").textValue()).toArray();
      assertThat(DropVectors.digits(secret)).isEqualTo(vector.get("digits").textValue()).matches("(\\d{5} ){7}\\d{5}");
      assertThat(list(vector.get("indices")).stream().map(JsonNode::intValue)).isEqualTo(DropVectors.indices(secret));
    }
  }

  /// The signature covers the hash of all before it, so that a slow phone hashes half a megabyte once.
  @Test
  void the_signature_is_that_of_the_hash() {
    byte[] file = DropVectors.file(VECTORS);
    byte[] body = Arrays.copyOf(file, Drop.LENGTH - 64);
    assertThat(ByteBuffer.wrap(file, Drop.LENGTH - 64, 64)).isEqualTo(ByteBuffer.wrap(DropVectors.sign(body)));
  }

  private static VerifyKey board() {
    return new VerifyKey(Bytes.ofHex(VECTORS.get("board").textValue()));
  }

  private static Mailbox mailbox() throws FormatException {
    return Mailbox.of(Bytes.ofHex(VECTORS.get("mailbox").get("secret").textValue()).toArray());
  }
}
