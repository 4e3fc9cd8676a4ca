package watchword.seal;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// One day's keys and terms, which a desk's root signs and every page seals by; or those of thirty days, for an offline sealer.
///
/// Bytes: spec/bundle.md. One that came from outside is a [SignedBundle] until its signatures and day hold.
///
/// @param lanes how many lanes are in use, 1 to 8; a sender draws one uniformly
/// @param workBits zero bits a proof of work begins with; 0 for an offline sealer
/// @param journalHead commitment to the head of the desk's journal
/// @param laneKeys always eight; those of unused lanes have no private part
/// @param second the inner file's second recipient, without a private part
public record Bundle(
    int lanes,
    int workBits,
    Term term,
    BoardKey boardKey,
    Bytes journalHead,
    PublicKey gate,
    List<PublicKey> laneKeys,
    PublicKey second) {

  /// Length of the file.
  public static final int LENGTH = 16 * 1024;

  static final int SIGNED_LENGTH = 13_900;
  static final byte[] MAGIC = Hashes.ascii("watchword.bundle");
  static final byte VERSION = 1;
  static final int KEYS = 100;
  static final int PADDING = 12_260;

  public Bundle {
    if (lanes < 1 || lanes > Terms.MAX_LANES) {
      throw new IllegalArgumentException(lanes + " lanes, not 1 to 8");
    }
    if (workBits < 0 || workBits > Terms.MAX_WORK_BITS) {
      throw new IllegalArgumentException(workBits + " work bits, not 0 to " + Terms.MAX_WORK_BITS);
    }
    if (term.isCourier() && workBits != 0) {
      throw new IllegalArgumentException(workBits + " work bits for an offline sealer, which has no hour to bind work to");
    }
    journalHead.requireLength(32, "journal head");
    laneKeys = List.copyOf(laneKeys);
    if (laneKeys.size() != Terms.MAX_LANES) {
      throw new IllegalArgumentException(laneKeys.size() + " lane keys, not 8");
    }
    if (Set.copyOf(laneKeys).size() != Terms.MAX_LANES) {
      throw new IllegalArgumentException("two lanes have the same key");
    }
  }

  /// Returns the file of exactly 16,384 bytes, with the root's signatures.
  public byte[] write(Root root) {
    ByteBuffer file = ByteBuffer.allocate(LENGTH);
    file.put(MAGIC).put(VERSION).put((byte) lanes).put((byte) workBits).put((byte) 0);
    file.putInt(term.first().day()).putInt(term.days());
    file.put(boardKey.key().raw().toArray()).put(boardKey.id().toArray()).put(journalHead.toArray());
    file.put(gate.raw());
    laneKeys.forEach(key -> file.put(key.raw()));
    file.put(second.raw());
    file.position(SIGNED_LENGTH).put(root.sign(Arrays.copyOf(file.array(), SIGNED_LENGTH)));
    return file.array();
  }
}
