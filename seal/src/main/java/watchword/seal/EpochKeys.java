package watchword.seal;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Makes each day's keys, hands out the gate's, and destroys what is due.
///
/// A key is gone from 96 hours after its day began: from that instant it is not handed out, even where
/// [#destroyDue] has yet to run.
public final class EpochKeys {

  /// Closes a lane's or the courier's private key before it is stored; how, is the desk's business.
  public interface Wrap {
    byte[] wrap(KeyName name, PrivateKey key);
  }

  /// The public keys of one day, as its bundle names them.
  ///
  /// @param laneKeys always eight; those beyond the lanes in use have no private part, nor has `second`
  public record Issued(
      Epoch epoch, PublicKey gate, List<PublicKey> laneKeys, PublicKey second, Epoch courierFrom, PublicKey courier) {

    public Issued {
      laneKeys = List.copyOf(laneKeys);
    }
  }

  private final KeyStore store;
  private final SecureRandom random;
  private final InstantSource clock;

  public EpochKeys(KeyStore store, SecureRandom random, InstantSource clock) {
    this.store = store;
    this.random = random;
    this.clock = clock;
  }

  /// Makes and stores the keys of a day, once; the gate's is stored last, so a day half made is made again.
  public Issued issue(Epoch epoch, int lanes, Wrap wrap) {
    if (lanes < 1 || lanes > Terms.MAX_LANES) {
      throw new IllegalArgumentException(lanes + " lanes, not 1 to 8");
    }
    KeyName gateName = KeyName.gate(epoch);
    if (store.find(gateName).isPresent()) {
      throw new IllegalStateException("the keys of day " + epoch.day() + " are issued already");
    }
    if (isDue(gateName, clock.instant())) {
      throw new IllegalStateException("day " + epoch.day() + " is over");
    }
    PublicKey courier = courier(epoch.courierFrom(), wrap);
    List<PublicKey> laneKeys = laneKeys(epoch, lanes, wrap);
    PublicKey second = Dummy.forgotten(random);
    PublicKey gate = storeWrapped(gateName, (name, key) -> key.secretSeed());
    return new Issued(epoch, gate, laneKeys, second, epoch.courierFrom(), courier);
  }

  /// Makes a day's lane keys anew, for a bundle that replaces its first one; gate and courier keys stay, so that what was sealed to the first passes the gate.
  ///
  /// Move the lane keys that still have to open something to another name before.
  public Issued reissue(Epoch epoch, int lanes, Wrap wrap) {
    PublicKey gate = find(KeyName.gate(epoch)).map(KeyStore.Entry::publicKey)
        .orElseThrow(() -> new IllegalStateException("the keys of day " + epoch.day() + " are not issued, or over"));
    return new Issued(epoch, gate, laneKeys(epoch, lanes, wrap), Dummy.forgotten(random), epoch.courierFrom(), courier(epoch.courierFrom(), wrap));
  }

  private List<PublicKey> laneKeys(Epoch epoch, int lanes, Wrap wrap) {
    List<PublicKey> laneKeys = new ArrayList<>();
    for (int lane = 0; lane < Terms.MAX_LANES; lane++) {
      laneKeys.add(lane < lanes ? storeWrapped(KeyName.lane(epoch, lane), wrap) : Dummy.forgotten(random));
    }
    return laneKeys;
  }

  /// Returns the gate's private key of a day, if it was made and is not due for destruction.
  public Optional<PrivateKey> gateKey(Epoch epoch) {
    Optional<KeyStore.Entry> entry = find(KeyName.gate(epoch));
    if (entry.isEmpty()) {
      return Optional.empty();
    }
    byte[] seed = entry.get().secret();
    try {
      return Optional.of(PrivateKey.of(seed));
    } catch (FormatException e) {
      throw new IllegalStateException("the gate key of day " + epoch.day() + " is damaged", e);
    } finally {
      Arrays.fill(seed, (byte) 0);
    }
  }

  /// Returns the days whose gate key can still open, oldest first.
  public List<Epoch> gateEpochs() {
    Instant now = clock.instant();
    return store.list().stream()
        .filter(name -> name.role() == KeyName.Role.GATE && !isDue(name, now))
        .map(KeyName::epoch)
        .toList();
  }

  /// Returns a key as stored, if it was made and is not due for destruction.
  public Optional<KeyStore.Entry> find(KeyName name) {
    return isDue(name, clock.instant()) ? Optional.empty() : store.find(name);
  }

  /// Destroys every key that is due and returns the statement to publish, or empty when none was.
  public Optional<Destruction> destroyDue() {
    Instant now = clock.instant();
    List<Destruction.Key> destroyed = new ArrayList<>();
    for (KeyName name : store.list()) {
      if (isDue(name, now)) {
        PublicKey publicKey = store.find(name).orElseThrow().publicKey();
        store.destroy(name);
        destroyed.add(Destruction.Key.of(name, publicKey));
      }
    }
    return destroyed.isEmpty() ? Optional.empty() : Optional.of(new Destruction(now, destroyed));
  }

  private static boolean isDue(KeyName name, Instant now) {
    return !now.isBefore(name.destroyAt());
  }

  private PublicKey courier(Epoch from, Wrap wrap) {
    KeyName name = KeyName.courier(from);
    return store.find(name).map(KeyStore.Entry::publicKey).orElseGet(() -> storeWrapped(name, wrap));
  }

  private PublicKey storeWrapped(KeyName name, Wrap wrap) {
    try (PrivateKey key = PrivateKey.generate(random)) {
      byte[] secret = wrap.wrap(name, key);
      store.put(name, new KeyStore.Entry(key.publicKey(), secret));
      Arrays.fill(secret, (byte) 0);
      return key.publicKey();
    }
  }
}
