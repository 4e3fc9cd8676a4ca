package watchword.desk;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import watchword.member.Head;
import watchword.member.MemberKey;
import watchword.member.Pseudonym;
import watchword.seal.FormatException;

/// The key files of a desk's members, and, of who is unlocked, the passphrase that they are written under: in memory only.
final class KeyFiles {

  private final DeskFolder folder;
  private final int workFactor;
  private final Map<Pseudonym, char[]> passphrases = new LinkedHashMap<>();

  /// @param workFactor of what is written
  KeyFiles(DeskFolder folder, int workFactor) {
    this.folder = folder;
    this.workFactor = workFactor;
  }

  /// Where a member's devices may have their key: one file each.
  List<Path> candidates(Pseudonym member) {
    return folder.keyFiles(member);
  }

  /// Opens one of them; empty when the passphrase is another, or the key another member's. It takes about a second.
  static Optional<MemberKey> open(Path candidate, Pseudonym member, char[] passphrase) throws FormatException {
    return MemberKey.unlock(DeskFolder.bytes(candidate), passphrase).filter(key -> key.pseudonym().equals(member));
  }

  /// Keeps a copy of a passphrase until it is forgotten.
  void keep(Pseudonym member, char[] passphrase) {
    forget(member);
    passphrases.put(member, passphrase.clone());
  }

  /// Has a member's key file remember the journal's head.
  void write(MemberKey key, Head head) {
    if (folder.isDestroyed()) {
      return; // what nothing opens has no head to remember
    }
    key.saw(head);
    char[] passphrase = Optional.ofNullable(passphrases.get(key.pseudonym())).orElseThrow();
    DeskFolder.write(folder.keyFile(key.pseudonym(), key.device()), key.lock(passphrase, workFactor));
  }

  void forget(Pseudonym member) {
    Optional.ofNullable(passphrases.remove(member)).ifPresent(passphrase -> Arrays.fill(passphrase, '\0'));
  }

  void forgetAll() {
    passphrases.values().forEach(passphrase -> Arrays.fill(passphrase, '\0'));
    passphrases.clear();
  }
}
