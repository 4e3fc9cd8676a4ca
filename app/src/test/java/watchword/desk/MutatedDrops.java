package watchword.desk;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import watchword.seal.AgeFile;
import watchword.seal.Bytes;
import watchword.seal.Drop;
import watchword.seal.FormatException;
import watchword.seal.Mailbox;
import watchword.seal.Reply;
import watchword.seal.SigningKey;
import watchword.seal.VerifyKey;

/// Drops of replies, wrong as a file or in a cell; half of them signed all the same, as by a desk that went astray.
final class MutatedDrops implements MutatedFiles.Kind {
  private static final Instant NOW = Instant.parse("2026-11-22T12:07:00Z");
  private static final int SIGNATURE = VerifyKey.SIGNATURE_LENGTH;
  /// As spec/drop.md has it: a cell is a mark and an age file, whose plaintext is a head and the words.
  private static final int CELL = 4_096;
  private static final int MARK = 16;
  private static final int REPLY = 2_421;

  private final SigningKey board = SigningKey.generate(new SecureRandom());
  private final Mailbox mailbox;
  private final byte[] drop;
  private final int cell;

  MutatedDrops() throws FormatException {
    mailbox = Mailbox.of(Mailbox.newSecret(new SecureRandom()));
    Drop.Addressed reply = new Drop.Addressed(mailbox.key().publicKey(), mailbox.tag(), new Reply(NOW, "Which side of the bridge?"));
    Drop.Content content = new Drop.Content(List.of(reply), List.of(mailbox.tag()), List.of());
    drop = Drop.write(content, NOW, new SecureRandom(), board::sign);
    cell = cell();
  }

  /// Where the reply stands, found as its sender finds it.
  private int cell() {
    byte[] quarter = ByteBuffer.allocate(Integer.BYTES).putInt((int) Drop.quarter(NOW)).array();
    byte[] mark = sha256(Mutant.join("watchword.drop/1 cell\n".getBytes(US_ASCII), mailbox.tag().toArray(), quarter));
    int at = Drop.HEAD_LENGTH;
    while (!Arrays.equals(drop, at, at + MARK, mark, 0, MARK)) {
      at += CELL;
    }
    return at + MARK;
  }

  @Override
  public Optional<String> wrong(SplittableRandom random) {
    int layer = random.nextInt(4);
    byte[] file = switch (layer) {
      case 0 -> Mutant.of(drop, random);
      case 1 -> signed(Mutant.of(drop, random));
      case 2 -> signed(with(Mutant.of(Arrays.copyOfRange(drop, cell, cell + CELL - MARK), random)));
      default -> signed(with(AgeFile.seal(Mutant.of(words(), random), List.of(mailbox.key().publicKey()))));
    };
    try {
      Drop read = Drop.read(file, board.verifyKey());
      boolean forged = layer == 0 && !Bytes.of(file).equals(Bytes.of(drop));
      read.made();
      read.opened(mailbox.tag());
      read.destroyed(mailbox.tag());
      Optional<Reply> _ = read.find(mailbox);
      return forged ? Optional.of("a changed drop was believed") : Optional.empty();
    } catch (FormatException _) {
      return Optional.empty();
    }
  }

  private static byte[] words() {
    return ByteBuffer.allocate(REPLY).put((byte) 1).putInt((int) Drop.quarter(NOW)).putShort((short) 5).put("Where".getBytes(US_ASCII)).array();
  }

  /// The drop with this file in the mailbox's cell, as much of it as fits.
  private byte[] with(byte[] file) {
    byte[] changed = drop.clone();
    System.arraycopy(file, 0, changed, cell, Math.min(file.length, CELL - MARK));
    return changed;
  }

  private byte[] signed(byte[] file) {
    if (file.length != Drop.LENGTH) {
      return file;
    }
    byte[] hash = sha256(Arrays.copyOf(file, Drop.LENGTH - SIGNATURE));
    byte[] signature = board.sign(Mutant.join("watchword.drop/1\n".getBytes(US_ASCII), hash));
    System.arraycopy(signature, 0, file, Drop.LENGTH - SIGNATURE, SIGNATURE);
    return file;
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
