package watchword.desk;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import watchword.journal.Journal;
import watchword.journal.Keyring;
import watchword.member.Device;
import watchword.member.Head;
import watchword.member.Members;
import watchword.seal.Bytes;
import watchword.seal.Epoch;
import watchword.seal.FormatException;
import watchword.seal.PublicKey;
import watchword.seal.Root;
import watchword.seal.SigningKey;

/// What members hold in common, each sealed to their devices: the desk's own key, its root, its board key, the journal's epochs and shelves.
final class Shares {

  static final String DESK_KEY = "desk key";
  static final String ROOT = "root";
  static final String BOARD_KEY = "board key";

  /// What all members share, beside the keys of days.
  static final Set<String> COMMON = Set.of(DESK_KEY, ROOT, BOARD_KEY);

  private static final int SALT = 32;

  private final Journal journal;
  private final int lanes;
  private final SecureRandom random;

  Shares(Journal journal, int lanes, SecureRandom random) {
    this.journal = journal;
    this.lanes = lanes;
    this.random = random;
  }

  /// Shares a secret with every member, and wipes it.
  void give(String name, byte[] secret, Members members, SigningKey desk) {
    journal.share(name, secret, members.holders(), desk);
    Arrays.fill(secret, (byte) 0);
  }

  /// Shares what is common with every member there is now, and what opens the commitments of bundles that are out.
  ///
  /// Whoever unlocks compares these with the journal ([Witnesses]), so who comes today is told which heads they name.
  void giveCommon(Members members, Sessions sessions, Epoch today) {
    COMMON.forEach(name -> give(name, common(name, sessions), members, sessions.desk()));
    for (int ahead = -1; ahead < DayKeys.DAYS; ahead++) {
      String name = commitment(today.plusDays(ahead));
      kept(name, sessions).ifPresent(secret -> give(name, secret, members, sessions.desk()));
    }
  }

  /// By a keyring of the moment: one that was opened earlier may remember what was replaced since.
  private Optional<byte[]> kept(String name, Sessions sessions) {
    for (Sessions.Session session : sessions.all().toList()) {
      try (Keyring keyring = journal.unlock(session.key())) {
        Optional<byte[]> secret = keyring.secret(name);
        if (secret.isPresent()) {
          return secret;
        }
      }
    }
    return Optional.empty();
  }

  /// Returns a common secret out of the keys by which the desk reads; the caller wipes it.
  static byte[] common(String name, Sessions sessions) {
    return sessions.first().keyring().secret(name).orElseThrow(() -> new IllegalStateException("the " + name + " is not shared with this member"));
  }

  /// Works with the desk's root, which is wiped afterwards.
  static <T> T withRoot(Sessions sessions, Function<Root, T> work) {
    byte[] secret = common(ROOT, sessions);
    try (Root root = Root.parse(secret)) {
      return work.apply(root);
    } catch (FormatException e) {
      throw new IllegalStateException("the root is damaged", e);
    } finally {
      Arrays.fill(secret, (byte) 0);
    }
  }

  /// Signs for the board.
  static byte[] signBoard(byte[] content, Sessions sessions) {
    byte[] seed = common(BOARD_KEY, sessions);
    try (SigningKey key = SigningKey.of(seed)) {
      return key.sign(content);
    } catch (FormatException e) {
      throw new IllegalStateException("the board's key is damaged", e);
    } finally {
      Arrays.fill(seed, (byte) 0);
    }
  }

  /// A key for the journal, and a shelf for each lane, that only these members hold.
  int beginEpoch(Epoch today, Members members, SigningKey desk) {
    int epoch = journal.beginEpoch(today, members.holders(), desk);
    for (int lane = 0; lane < lanes; lane++) {
      List<PublicKey> holders = members.holders(lane);
      if (!holders.isEmpty()) {
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        journal.share(SealedBodies.shelf(epoch, lane), secret, holders, desk);
        Arrays.fill(secret, (byte) 0);
      }
    }
    return epoch;
  }

  /// Commits a day's bundle to a head of the journal, and keeps what opens the commitment for every member.
  Bytes commit(Epoch day, Head head, Members members, SigningKey desk) {
    byte[] salt = new byte[SALT];
    random.nextBytes(salt);
    journal.dropShares(commitment(day));
    give(commitment(day), ByteBuffer.allocate(SALT + Long.BYTES + head.hash().length()).put(salt).putLong(head.sequence()).put(head.hash().toArray()).array(), members, desk);
    return head.commitment(salt);
  }

  /// Returns the head that a bundle's commitment names; empty where this key does not open it, or the commitment is another.
  ///
  /// @param keyring of the moment
  static Optional<Head> committed(Epoch day, Bytes commitment, Keyring keyring) {
    return keyring.secret(commitment(day)).flatMap(kept -> {
      ByteBuffer in = ByteBuffer.wrap(kept);
      byte[] salt = new byte[SALT];
      in.get(salt);
      long sequence = in.getLong();
      byte[] hash = new byte[in.remaining()];
      in.get(hash);
      Head head = new Head(sequence, Bytes.of(hash));
      return head.commitment(salt).equals(commitment) ? Optional.of(head) : Optional.empty();
    });
  }

  /// Forgets what opens the commitments of days whose entries are cut.
  void forgetCommitments(Epoch today) {
    for (int ago = Journal.KEPT_DAYS; ago < 2 * Journal.KEPT_DAYS; ago++) {
      journal.dropShares(commitment(today.plusDays(-ago)));
    }
  }

  private static String commitment(Epoch day) {
    return "head " + day.day();
  }

  /// Gives a device back the epochs and shelves that began while it was suspended.
  void giveBack(Device device, Set<Integer> held, Sessions sessions) {
    Keyring keyring = sessions.first().keyring();
    for (int epoch : journal.catchUp(device.sealing(), keyring, sessions.desk())) {
      for (int lane : held) {
        String shelf = SealedBodies.shelf(epoch, lane);
        Optional<byte[]> secret = keyring.secret(shelf);
        secret.ifPresent(bytes -> {
          journal.share(shelf, bytes, List.of(device.sealing()), sessions.desk());
          Arrays.fill(bytes, (byte) 0);
        });
      }
    }
  }
}
