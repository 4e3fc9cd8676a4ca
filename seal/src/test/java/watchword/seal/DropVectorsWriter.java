package watchword.seal;

import static watchword.seal.Fixtures.bytes;
import static watchword.seal.Fixtures.noise;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// Writes spec/vectors/drop.json anew, as [VectorsWriter] does the others.
@EnabledIfSystemProperty(named = "watchword.vectors", matches = "write")
class DropVectorsWriter {
  private static final int PADDED = 2_421;

  @Test
  void drop() throws FormatException {
    ObjectNode vectors = Vectors.JSON.createObjectNode();
    vectors.put("about", "A drop and spellings of secrets, spec/drop.md. Bytes in hex, cells in base64.");
    try (Mailbox mailbox = Mailbox.of(DropVectors.secret())) {
      long quarter = Drop.quarter(DropVectors.NOW);
      vectors.put("board", DropVectors.BOARD.verifyKey().raw().toString());
      vectors.putObject("mailbox").put("secret", HexFormat.of().formatHex(DropVectors.secret())).put("tag", mailbox.tag().toString());
      vectors.put("now", DropVectors.NOW.toString()).put("quarter", quarter);
      ObjectNode marks = vectors.putObject("marks");
      marks.put("opened", Mark.OPENED.of(mailbox.tag(), quarter).toString());
      marks.put("destroyed", Mark.DESTROYED.of(mailbox.tag(), quarter).toString());
      marks.put("cell", Mark.CELL.of(mailbox.tag(), quarter).toString());
      byte[] cell = cell(mailbox, quarter, new Reply(DropVectors.NOW, DropVectors.TEXT).seal(mailbox.key().publicKey()));
      byte[] body = DropVectors.body(quarter, cell, Mark.OPENED.of(mailbox.tag(), quarter).toArray());
      byte[] signature = DropVectors.sign(body);
      vectors.put("cellAt", DropVectors.CELL).put("text", DropVectors.TEXT).put("cell", Vectors.base64(cell));
      vectors.put("signature", HexFormat.of().formatHex(signature));
      vectors.put("sha256", Hashes.sha256(body, signature).toString());
      changes(vectors.putArray("changes"), body, signature);
      cells(vectors.putArray("damagedCells"), mailbox, quarter);
    }
    secrets(vectors.putArray("secrets"));
    Vectors.write(DropVectors.NAME, vectors);
  }

  private static byte[] cell(Mailbox mailbox, long quarter, byte[] file) {
    return ByteBuffer.allocate(Reply.CELL_LENGTH).put(Mark.CELL.of(mailbox.tag(), quarter).toArray()).put(file).array();
  }

  private static void changes(ArrayNode changes, byte[] body, byte[] signature) {
    change(changes, "version 2", 15, '2', "magic");
    change(changes, "another quarter", 19, 0, "signature");
    change(changes, "a cell", 70_000, body[70_000] ^ 1, "signature");
    change(changes, "a mark that falls behind", 262_164 + 16 * 5_000, 0, "order");
    change(changes, "the last byte of a mark", 262_164 + 15, body[262_164 + 15] ^ 1, "signature");
    change(changes, "the signature", Drop.LENGTH - 10, signature[54] ^ 1, "signature");
  }

  private static void change(ArrayNode changes, String name, int at, int value, String refusal) {
    changes.addObject().put("name", name).put("at", at).put("set", value & 0xff).put("refusal", refusal);
  }

  private static void cells(ArrayNode cells, Mailbox mailbox, long quarter) {
    damaged(cells, "version 2", mailbox, quarter, plaintext(2, 4, "word"));
    damaged(cells, "no text", mailbox, quarter, plaintext(1, 0, ""));
    damaged(cells, "a length beyond the end", mailbox, quarter, plaintext(1, 2_415, "word"));
    damaged(cells, "a pad byte of 1", mailbox, quarter, plaintext(1, 3, "word"));
    damaged(cells, "blanks alone", mailbox, quarter, plaintext(1, 2, "  "));
    byte[] half = plaintext(1, 1, "");
    half[7] = (byte) 0xd1;
    damaged(cells, "half a letter", mailbox, quarter, half);
    cells.addObject().put("name", "sealed to another key")
        .put("cell", Vectors.base64(cell(mailbox, quarter, new Reply(DropVectors.NOW, "word").seal(Fixtures.key(9).publicKey()))));
    byte[] two = AgeFile.seal(new byte[AgeFile.plaintextLength(4_080, 2)], List.of(mailbox.key().publicKey(), Fixtures.key(9).publicKey()));
    cells.addObject().put("name", "two stanzas").put("cell", Vectors.base64(cell(mailbox, quarter, two)));
  }

  private static byte[] plaintext(int version, int length, String text) {
    return ByteBuffer.allocate(PADDED).put((byte) version).putInt((int) Drop.quarter(DropVectors.NOW)).putShort((short) length).put(Hashes.ascii(text)).array();
  }

  private static void damaged(ArrayNode cells, String name, Mailbox mailbox, long quarter, byte[] plaintext) {
    byte[] file = AgeFile.seal(plaintext, List.of(mailbox.key().publicKey()));
    cells.addObject().put("name", name).put("cell", Vectors.base64(cell(mailbox, quarter, file)));
  }

  private static void secrets(ArrayNode secrets) {
    for (byte[] secret : List.of(new byte[16], bytes(16, 0xff), noise(16, 1), noise(16, 2), Arrays.copyOf(new byte[] {0, 0, 1}, 16))) {
      ObjectNode node = secrets.addObject().put("secret", HexFormat.of().formatHex(secret)).put("digits", DropVectors.digits(secret));
      DropVectors.indices(secret).forEach(node.withArray("indices")::add);
    }
  }
}
