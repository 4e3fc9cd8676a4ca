package watchword.desk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import watchword.member.JoinRequest;
import watchword.member.MemberKey;
import watchword.member.Members;
import watchword.member.Pseudonym;
import watchword.seal.BoardKey;
import watchword.seal.Bytes;
import watchword.seal.Epoch;
import watchword.seal.FormatException;
import watchword.seal.Root;
import watchword.seal.SigningKey;

/// How a desk comes to be: its keys, its folder, its first member.
public final class Founding {

  private Founding() {}

  /// A new desk.
  ///
  /// @param office unlocked by its first member
  /// @param stopSheet to be printed once and kept nowhere else
  @SuppressWarnings("ArrayRecordComponent") // only carried, never compared
  public record Founded(Office office, byte[] stopSheet) {}

  /// Makes a desk in an empty folder: `init`.
  public static Founded found(Path path, String name, int lanes, Pseudonym first, char[] passphrase, Office.Tools tools) throws IOException {
    Membership.requireFree(first);
    DeskFile.requireName(name);
    DeskFolder folder = new DeskFolder(path);
    folder.make();
    try (Root root = Root.generate(tools.random()); SigningKey board = SigningKey.generate(tools.random()); SigningKey gate = SigningKey.generate(tools.random())) {
      SigningKey desk = SigningKey.generate(tools.random());
      byte[] boardId = new byte[8];
      tools.random().nextBytes(boardId);
      DeskFile file = new DeskFile(
          name, lanes, root.publicPart(), desk.verifyKey(), new BoardKey(board.verifyKey(), Bytes.of(boardId)), gate.verifyKey());
      DeskFolder.write(folder.file(), file.write());
      DeskFolder.write(folder.gatePublic(), (file.gate().raw() + "\n").getBytes(StandardCharsets.US_ASCII));
      DeskFolder.write(folder.rootPublic(), file.root().raw());
      writeSecret(folder.gateKey(), gate.secretSeed());
      Office office = new Office(folder, file, tools);
      begin(office, MemberKey.generate(first, tools.random()), passphrase, desk, root, board, tools.clock().instant());
      return new Founded(office, office.stopSheet());
    } catch (FormatException e) {
      throw new IOException("a new desk's folder cannot be read", e);
    }
  }

  /// @param desk the office's from now on
  private static void begin(Office office, MemberKey founder, char[] passphrase, SigningKey desk, Root root, SigningKey board, Instant now) {
    Epoch today = Epoch.of(now);
    Set<Integer> lanes = IntStream.range(0, office.file().lanes()).boxed().collect(Collectors.toSet());
    Members members = Members.founded(JoinRequest.of(founder), lanes, today);
    Shares shares = office.shares();
    shares.give(Shares.DESK_KEY, desk.secretSeed(), members, desk);
    shares.give(Shares.ROOT, root.secret(), members, desk);
    shares.give(Shares.BOARD_KEY, board.secretSeed(), members, desk);
    shares.beginEpoch(today, members, desk);
    office.enter(founder, passphrase, desk);
    office.ledger().append(members, now);
    office.remember();
    office.renew();
  }

  private static void writeSecret(Path file, byte[] secret) {
    DeskFolder.write(file, secret);
    Arrays.fill(secret, (byte) 0);
  }
}
