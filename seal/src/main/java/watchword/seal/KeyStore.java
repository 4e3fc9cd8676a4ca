package watchword.seal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Where private keys wait until they are destroyed.
///
/// Names in use, each with its public key and secret bytes:
///
/// | name | secret |
/// |---|---|
/// | `gate-⟨term⟩` | the seed, plain: the gate works while the desk is locked |
/// | `lane-⟨term⟩-⟨lane⟩` | wrapped by the desk, to the members of that lane |
///
/// A [Term] is a day, `20779`, or the thirty days of an offline sealer, `courier-20760`.
public interface KeyStore {

  /// A public key and its private part, plain or wrapped.
  final class Entry {
    private final PublicKey publicKey;
    private final byte[] secret;

    public Entry(PublicKey publicKey, byte[] secret) {
      this.publicKey = publicKey;
      this.secret = secret.clone();
    }

    public PublicKey publicKey() {
      return publicKey;
    }

    /// Returns a copy of the secret bytes.
    public byte[] secret() {
      return secret.clone();
    }

    /// Wipes the secret bytes, for whoever has done with them.
    public void wipe() {
      Arrays.fill(secret, (byte) 0);
    }

    @Override
    public String toString() {
      return "Entry of " + publicKey;
    }
  }

  /// Keeps a key, in place of one of the same name; the entry stays the caller's.
  void put(KeyName name, Entry entry);

  /// Returns the key as the caller's own, if it is there.
  Optional<Entry> find(KeyName name);

  /// Returns all names in order.
  List<KeyName> list();

  /// Returns the names of what stands among the keys and is none, in order: nothing hands it out, and nothing destroys it by the clock.
  List<String> strays();

  /// Keeps a key under another name, which no key has: it stands whole under one of the two, whenever the process ends.
  void rename(KeyName name, KeyName other);

  /// Overwrites and removes the key; one that is not there is destroyed already.
  void destroy(KeyName name);
}
