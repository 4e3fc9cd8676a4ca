package watchword.seal;

import static watchword.seal.Fixtures.noise;
import static watchword.seal.Fixtures.signingKey;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How spec/vectors/drop.json tells a drop of half a megabyte in a few lines, and how secrets are spelled.
final class DropVectors {
  static final String NAME = "drop.json";
  static final Instant NOW = Instant.parse("2026-11-22T10:37:00Z");
  static final String TEXT = "Which way did it go?";
  static final int CELL = 17;
  static final SigningKey BOARD = signingKey(31);

  private static final byte[] FILLER = Hashes.ascii("watchword.drop/1 filler");
  private static final int BLOCK = 32;

  private DropVectors() {}

  static byte[] secret() {
    return noise(16, 1);
  }

  /// Everything before the signature.
  static byte[] body(long quarter, byte[] cell, byte[] opened) {
    byte[] filler = filler((Drop.CELLS * Reply.CELL_LENGTH + Drop.MARKS * Mark.LENGTH) / BLOCK);
    ByteBuffer body = ByteBuffer.allocate(Drop.LENGTH - VerifyKey.SIGNATURE_LENGTH);
    body.put(Hashes.ascii("watchword.drop/1")).putInt((int) quarter).put(filler, 0, Drop.CELLS * Reply.CELL_LENGTH);
    body.put(20 + CELL * Reply.CELL_LENGTH, cell);
    List<byte[]> marks = new ArrayList<>();
    for (int at = Drop.CELLS * Reply.CELL_LENGTH; at < filler.length - Mark.LENGTH; at += Mark.LENGTH) {
      marks.add(Arrays.copyOfRange(filler, at, at + Mark.LENGTH));
    }
    marks.add(opened);
    marks.stream().sorted(Arrays::compareUnsigned).forEach(body::put);
    return body.array();
  }

  private static byte[] filler(int blocks) {
    ByteBuffer filler = ByteBuffer.allocate(blocks * BLOCK);
    for (int i = 0; i < blocks; i++) {
      filler.put(Hashes.sha256(FILLER, ByteBuffer.allocate(4).putInt(i).array()).toArray());
    }
    return filler.array();
  }

  static byte[] file(JsonNode vectors) {
    byte[] body = body(vectors.get("quarter").longValue(), Vectors.base64(vectors.get("cell")), Bytes.ofHex(vectors.get("marks").get("opened").textValue()).toArray());
    return ByteBuffer.allocate(Drop.LENGTH).put(body).put(Bytes.ofHex(vectors.get("signature").textValue()).toArray()).array();
  }

  static byte[] sign(byte[] body) {
    byte[] hash = Hashes.sha256(body).toArray();
    return BOARD.sign(ByteBuffer.allocate(17 + hash.length).put(Hashes.ascii("watchword.drop/1\n")).put(hash).array());
  }

  /// The secret and four bits of its hash, as one number.
  static BigInteger number(byte[] secret) {
    int check = (Hashes.sha256(secret).toArray()[0] & 0xff) >> 4;
    return new BigInteger(1, secret).shiftLeft(4).add(BigInteger.valueOf(check));
  }

  static String digits(byte[] secret) {
    return String.format("%40s", number(secret)).replace(' ', '0').replaceAll(".{5}(?=.)", "$0 ");
  }

  static List<Integer> indices(byte[] secret) {
    List<Integer> indices = new ArrayList<>();
    for (int word = 11; word >= 0; word--) {
      indices.add(number(secret).shiftRight(11 * word).intValue() & 0x7ff);
    }
    return indices;
  }
}
