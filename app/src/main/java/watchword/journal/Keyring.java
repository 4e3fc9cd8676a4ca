package watchword.journal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import watchword.member.MemberKey;
import watchword.member.SealedShare;
import watchword.seal.FormatException;
import watchword.seal.PrivateKey;
import watchword.seal.VerifyKey;

/// What one member's session can open, in memory only: wiped when closed, which is what locking is.
public final class Keyring implements AutoCloseable {
  private final JournalStore store;
  private final VerifyKey desk;
  private final PrivateKey holder;
  private final Map<String, byte[]> secrets = new HashMap<>();
  private boolean closed;

  Keyring(JournalStore store, VerifyKey desk, MemberKey member) {
    this.store = store;
    this.desk = desk;
    byte[] seed = member.decryption().secretSeed();
    try {
      this.holder = PrivateKey.of(seed);
    } catch (FormatException e) {
      throw new IllegalStateException("a key gave no key", e);
    } finally {
      Arrays.fill(seed, (byte) 0);
    }
  }

  /// Returns a copy of the named secret, or empty when it is not shared with this member; the caller wipes it.
  ///
  /// @throws BadShareException if the share is not one that the desk made for this name
  public synchronized Optional<byte[]> secret(String name) {
    if (closed) {
      throw new IllegalStateException("locked");
    }
    Optional<byte[]> secret = Optional.ofNullable(secrets.get(name)).or(() -> opened(name));
    secret.ifPresent(bytes -> secrets.put(name, bytes));
    return secret.map(byte[]::clone);
  }

  private Optional<byte[]> opened(String name) {
    Optional<byte[]> share = store.share(name, ShareName.holderTag(name, holder.publicKey()));
    if (share.isEmpty()) {
      return Optional.empty();
    }
    try {
      Optional<byte[]> secret = SealedShare.open(share.get(), name, holder, desk);
      if (secret.isPresent()) {
        return secret;
      }
    } catch (FormatException e) {
      throw new BadShareException(name, e);
    }
    throw new BadShareException(name, new FormatException("share: not sealed to its holder"));
  }

  @Override
  public synchronized void close() {
    closed = true;
    secrets.values().forEach(secret -> Arrays.fill(secret, (byte) 0));
    secrets.clear();
    holder.close();
  }

  @Override
  public String toString() {
    return "Keyring of " + holder.publicKey();
  }
}
