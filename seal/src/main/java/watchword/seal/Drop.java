package watchword.seal;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// The public file of sealed replies, the same for everyone and always of one size: spec/drop.md.
///
/// Each drop is made anew, cells and marks alike: a reply that is repeated is sealed again, every dummy is fresh, and where a cell stands is drawn. So
/// nothing in one drop can be found again in the next, and no life of a cell tells a reply from a dummy. Without a mailbox's
/// key and tag a drop is noise of a known length.
public final class Drop {
  /// Under which the hub serves it, beside the bundles.
  public static final String FILE_NAME = "drop.bin";

  /// Replies one drop has room for.
  public static final int CELLS = 64;

  /// Marks one drop has room for: what is opened and what is destroyed.
  public static final int MARKS = 16_384;

  private static final byte[] MAGIC = Hashes.ascii("watchword.drop/1");
  private static final byte[] SIGNED = Hashes.ascii("watchword.drop/1\n");

  /// Length of what stands before the cells.
  public static final int HEAD_LENGTH = 20;

  private static final int CELLS_AT = HEAD_LENGTH;
  private static final int MARKS_AT = CELLS_AT + CELLS * Reply.CELL_LENGTH;
  private static final int SIGNATURE_AT = MARKS_AT + MARKS * Mark.LENGTH;

  /// Length of every drop.
  public static final int LENGTH = SIGNATURE_AT + VerifyKey.SIGNATURE_LENGTH;

  private final long quarter;
  private final byte[] file;

  private Drop(long quarter, byte[] file) {
    this.quarter = quarter;
    this.file = file;
  }

  /// A reply and whom it is for.
  public record Addressed(PublicKey key, Bytes tag, Reply reply) {}

  /// What a desk has to say in a drop.
  ///
  /// @param replies at most [#CELLS], each to another mailbox
  /// @param opened tags of opened reports, newest first; of more than there is room for the newest count
  /// @param destroyed tags of reports that are gone because their sender asked
  public record Content(List<Addressed> replies, List<Bytes> opened, List<Bytes> destroyed) {
    public Content {
      replies = List.copyOf(replies);
      opened = List.copyOf(opened);
      destroyed = List.copyOf(destroyed);
      if (replies.size() > CELLS) {
        throw new IllegalArgumentException(replies.size() + " replies do not fit into " + CELLS + " cells");
      }
      if (replies.stream().map(Addressed::tag).distinct().count() != replies.size()) {
        throw new IllegalArgumentException("two replies to one mailbox");
      }
    }
  }

  /// Returns the drop of this quarter of an hour.
  ///
  /// @param signer signs with the board's key
  public static byte[] write(Content content, Instant now, SecureRandom random, UnaryOperator<byte[]> signer) {
    long quarter = quarter(now);
    ByteBuffer file = ByteBuffer.allocate(LENGTH).put(MAGIC).putInt((int) quarter);
    cells(content.replies(), quarter, random).forEach(file::put);
    marks(content, quarter, random).forEach(file::put);
    return file.put(signer.apply(signed(file.array()))).array();
  }

  private static List<byte[]> cells(List<Addressed> replies, long quarter, SecureRandom random) {
    PublicKey nobody = Dummy.forgotten(random);
    List<byte[]> cells = new ArrayList<>();
    for (Addressed one : replies) {
      cells.add(cell(Mark.CELL.of(one.tag(), quarter).toArray(), one.reply().seal(one.key())));
    }
    while (cells.size() < CELLS) {
      byte[] mark = new byte[Mark.LENGTH];
      random.nextBytes(mark);
      cells.add(cell(mark, new Reply(Instant.EPOCH, "-").seal(nobody)));
    }
    Collections.shuffle(cells, random);
    return cells;
  }

  private static byte[] cell(byte[] mark, byte[] file) {
    return ByteBuffer.allocate(Reply.CELL_LENGTH).put(mark).put(file).array();
  }

  private static List<byte[]> marks(Content content, long quarter, SecureRandom random) {
    Set<Bytes> marks = new HashSet<>();
    content.destroyed().stream().limit(MARKS).forEach(tag -> marks.add(Mark.DESTROYED.of(tag, quarter)));
    content.opened().stream().distinct().limit(MARKS - marks.size()).forEach(tag -> marks.add(Mark.OPENED.of(tag, quarter)));
    byte[] noise = new byte[Mark.LENGTH];
    while (marks.size() < MARKS) {
      random.nextBytes(noise);
      marks.add(Bytes.of(noise));
    }
    return marks.stream().map(Bytes::toArray).sorted(Arrays::compareUnsigned).toList();
  }

  private static byte[] signed(byte[] file) {
    byte[] hash = Hashes.sha256(Arrays.copyOf(file, SIGNATURE_AT)).toArray();
    return ByteBuffer.allocate(SIGNED.length + hash.length).put(SIGNED).put(hash).array();
  }

  /// Reads a drop that this board's key signed; a refusal names the rule.
  public static Drop read(byte[] file, VerifyKey board) throws FormatException {
    if (file.length != LENGTH) {
      throw new FormatException("drop: " + file.length + " bytes, not " + LENGTH);
    }
    if (!Arrays.equals(MAGIC, 0, MAGIC.length, file, 0, MAGIC.length)) {
      throw new FormatException("drop: does not begin with watchword.drop/1");
    }
    for (int at = MARKS_AT + Mark.LENGTH; at < SIGNATURE_AT; at += Mark.LENGTH) {
      if (Arrays.compareUnsigned(file, at - Mark.LENGTH, at, file, at, at + Mark.LENGTH) >= 0) {
        throw new FormatException("drop: its marks do not rise");
      }
    }
    if (!board.verifies(signed(file), Arrays.copyOfRange(file, SIGNATURE_AT, LENGTH))) {
      throw new FormatException("drop: the signature is not the board's");
    }
    return new Drop(quarterOf(file), file.clone());
  }

  /// The quarter of an hour in a drop's head, whoever signed it.
  public static long quarterOf(byte[] head) {
    return Integer.toUnsignedLong(ByteBuffer.wrap(head).getInt(MAGIC.length));
  }

  /// The beginning of the quarter of an hour it was made in.
  public Instant made() {
    return begin(quarter);
  }

  /// Says whether the desk had opened a report with this mailbox.
  public boolean opened(Bytes tag) {
    return holds(Mark.OPENED.of(tag, quarter));
  }

  /// Says whether the reports with this mailbox are destroyed because their sender asked.
  public boolean destroyed(Bytes tag) {
    return holds(Mark.DESTROYED.of(tag, quarter));
  }

  private boolean holds(Bytes mark) {
    byte[] wanted = mark.toArray();
    int low = 0;
    int high = MARKS - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int at = MARKS_AT + middle * Mark.LENGTH;
      int order = Arrays.compareUnsigned(file, at, at + Mark.LENGTH, wanted, 0, Mark.LENGTH);
      if (order == 0) {
        return true;
      }
      low = order < 0 ? middle + 1 : low;
      high = order < 0 ? high : middle - 1;
    }
    return false;
  }

  /// Opens the reply to this mailbox, if there is one.
  public Optional<Reply> find(Mailbox mailbox) throws FormatException {
    byte[] mark = Mark.CELL.of(mailbox.tag(), quarter).toArray();
    for (int at = CELLS_AT; at < MARKS_AT; at += Reply.CELL_LENGTH) {
      if (Arrays.equals(mark, 0, Mark.LENGTH, file, at, at + Mark.LENGTH)) {
        return Reply.open(Arrays.copyOfRange(file, at + Mark.LENGTH, at + Reply.CELL_LENGTH), mailbox.key());
      }
    }
    return Optional.empty();
  }

  /// Quarters of an hour since 1970: a drop's name.
  public static long quarter(Instant instant) {
    return Math.floorDiv(instant.getEpochSecond(), Terms.DROP_PERIOD.toSeconds());
  }

  static Instant begin(long quarter) {
    return Instant.ofEpochSecond(quarter * Terms.DROP_PERIOD.toSeconds());
  }
}
