package watchword.seal;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes each term's keys, hands out the gate's, and destroys what is due.
///
/// A key is gone from 96 hours after the last day of its term began: from that instant it is not handed out, even where
/// [#destroyDue] has yet to run.
public final class EpochKeys {

  /// Closes a lane's private key before it is stored; how, is the desk's business.
  public interface Wrap {
    byte[] wrap(KeyName name, PrivateKey key);
  }

  /// The public keys of one term, as its bundle names them.
  ///
  /// @param laneKeys always eight; those beyond the lanes in use have no private part, nor has `second`
  public record Issued(Term term, PublicKey gate, List<PublicKey> laneKeys, PublicKey second) {

    public Issued {
      laneKeys = List.copyOf(laneKeys);
    }
  }

  /// What became of the keys that were due.
  ///
  /// @param statement to publish; empty where it would name none
  /// @param unnamed destroyed, and named by no statement: what was stored as their public part is none
  /// @param resisting still there, since the store could not destroy them; the next call tries again
  public record Ended(Optional<Destruction> statement, List<KeyName> unnamed, List<KeyName> resisting) {

    public Ended {
      unnamed = List.copyOf(unnamed);
      resisting = List.copyOf(resisting);
    }
  }

  private final KeyStore store;
  private final SecureRandom random;
  private final InstantSource clock;
  /// Of keys that resist: a store may have overwritten what it could not remove, and a statement is still to name them.
  private final Map<KeyName, PublicKey> resisted = new HashMap<>();

  public EpochKeys(KeyStore store, SecureRandom random, InstantSource clock) {
    this.store = store;
    this.random = random;
    this.clock = clock;
  }

  /// Makes and stores the keys of a term, once; the gate's is stored last, so a term half made is made again.
  public Issued issue(Term term, int lanes, Wrap wrap) {
    if (lanes < 1 || lanes > Terms.MAX_LANES) {
      throw new IllegalArgumentException(lanes + " lanes, not 1 to 8");
    }
    KeyName gateName = KeyName.gate(term);
    if (store.find(gateName).isPresent()) {
      throw new IllegalStateException("the keys of " + term + " are issued already");
    }
    if (isDue(gateName, clock.instant())) {
      throw new IllegalStateException("the term " + term + " is over");
    }
    List<PublicKey> laneKeys = laneKeys(term, lanes, wrap);
    PublicKey second = Dummy.forgotten(random);
    PublicKey gate = storeWrapped(gateName, (name, key) -> key.secretSeed());
    return new Issued(term, gate, laneKeys, second);
  }

  /// Makes a term's lane keys anew, for a bundle that replaces its first one; the gate's key stays, so that what was sealed to the first passes the gate.
  ///
  /// Move the lane keys that still have to open something to another name before.
  public Issued reissue(Term term, int lanes, Wrap wrap) {
    PublicKey gate = find(KeyName.gate(term)).map(KeyStore.Entry::publicKey)
        .orElseThrow(() -> new IllegalStateException("the keys of " + term + " are not issued, or over"));
    return new Issued(term, gate, laneKeys(term, lanes, wrap), Dummy.forgotten(random));
  }

  private List<PublicKey> laneKeys(Term term, int lanes, Wrap wrap) {
    List<PublicKey> laneKeys = new ArrayList<>();
    for (int lane = 0; lane < Terms.MAX_LANES; lane++) {
      laneKeys.add(lane < lanes ? storeWrapped(KeyName.lane(term, lane), wrap) : Dummy.forgotten(random));
    }
    return laneKeys;
  }

  /// Returns the gate's private key of a term, if it was made and is not due for destruction.
  public Optional<PrivateKey> gateKey(Term term) {
    Optional<KeyStore.Entry> entry = find(KeyName.gate(term));
    if (entry.isEmpty()) {
      return Optional.empty();
    }
    byte[] seed = entry.get().secret();
    entry.get().wipe();
    try {
      return Optional.of(PrivateKey.of(seed));
    } catch (FormatException e) {
      throw new IllegalStateException("the gate key of " + term + " is damaged", e);
    } finally {
      Arrays.fill(seed, (byte) 0);
    }
  }

  /// Returns the terms whose gate key can still open, by their first day.
  public List<Term> gateTerms() {
    Instant now = clock.instant();
    return store.list().stream()
        .filter(name -> name.role() == KeyName.Role.GATE && !isDue(name, now))
        .map(KeyName::term)
        .toList();
  }

  /// Returns a key as stored, if it was made and is not due for destruction.
  public Optional<KeyStore.Entry> find(KeyName name) {
    return isDue(name, clock.instant()) ? Optional.empty() : store.find(name);
  }

  /// Destroys every key that is due, whatever becomes of the others.
  public Ended destroyDue() {
    Instant now = clock.instant();
    List<Destruction.Key> named = new ArrayList<>();
    List<KeyName> unnamed = new ArrayList<>();
    List<KeyName> resisting = new ArrayList<>();
    for (KeyName name : store.list().stream().filter(one -> isDue(one, now)).toList()) {
      Optional<PublicKey> publicKey = Optional.ofNullable(resisted.get(name)).or(() -> publicKey(name));
      try {
        store.destroy(name);
        resisted.remove(name);
        publicKey.ifPresentOrElse(key -> named.add(Destruction.Key.of(name, key)), () -> unnamed.add(name));
      } catch (RuntimeException e) {
        publicKey.ifPresent(key -> resisted.put(name, key));
        resisting.add(name);
      }
    }
    return new Ended(named.isEmpty() ? Optional.empty() : Optional.of(new Destruction(now, named)), unnamed, resisting);
  }

  /// Empty where the key is damaged: it goes all the same.
  private Optional<PublicKey> publicKey(KeyName name) {
    try {
      return store.find(name).map(entry -> {
        entry.wipe();
        return entry.publicKey();
      });
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  private static boolean isDue(KeyName name, Instant now) {
    return !now.isBefore(name.destroyAt());
  }

  private PublicKey storeWrapped(KeyName name, Wrap wrap) {
    try (PrivateKey key = PrivateKey.generate(random)) {
      byte[] secret = wrap.wrap(name, key);
      KeyStore.Entry entry = new KeyStore.Entry(key.publicKey(), secret);
      Arrays.fill(secret, (byte) 0);
      try {
        store.put(name, entry);
      } finally {
        entry.wipe();
      }
      return key.publicKey();
    }
  }
}
