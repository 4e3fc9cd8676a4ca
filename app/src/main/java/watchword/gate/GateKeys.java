package watchword.gate;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import watchword.seal.EpochKeys;
import watchword.seal.FormatException;
import watchword.seal.KeyName;
import watchword.seal.KeyStore;
import watchword.seal.PrivateKey;
import watchword.seal.SealedReport;
import watchword.seal.Term;

/// The gate keys that live, as the last list has them: a key that is on it no more opens nothing from then on, also in the middle of a visit.
final class GateKeys implements AutoCloseable {

  /// The newest first: most reports are of today. A file says nowhere which term it is of.
  private final NavigableMap<Term, PrivateKey> keys = new TreeMap<>(Comparator.reverseOrder());

  /// An envelope that was for this gate.
  record Opened(Term term, SealedReport.Outer outer) {}

  /// A gate key on its way from the desk; a secret, wiped when closed.
  static final class Seed implements AutoCloseable {
    private final Term term;
    private final byte[] bytes;

    /// Takes the bytes over, and wipes them when it is closed.
    Seed(Term term, byte[] bytes) throws FormatException {
      if (bytes.length != PrivateKey.LENGTH) {
        throw new FormatException("a gate key has " + bytes.length + " bytes, not " + PrivateKey.LENGTH);
      }
      this.term = term;
      this.bytes = bytes;
    }

    Term term() {
      return term;
    }

    byte[] bytes() {
      return bytes;
    }

    @Override
    public void close() {
      Arrays.fill(bytes, (byte) 0);
    }

    @Override
    public String toString() {
      return "Seed of " + term;
    }
  }

  /// Reads the keys that live from where they are kept; the caller closes what it gets.
  static List<Seed> living(EpochKeys keys) {
    return keys.gateTerms().stream().flatMap(term -> keys.find(KeyName.gate(term)).map(entry -> seed(term, entry)).stream()).toList();
  }

  private static Seed seed(Term term, KeyStore.Entry entry) {
    try {
      return new Seed(term, entry.secret());
    } catch (FormatException e) {
      throw new IllegalStateException("the gate key of " + term + " is damaged", e);
    } finally {
      entry.wipe();
    }
  }

  /// Holds these keys and no others; whoever gave the seeds closes them.
  synchronized void replace(Collection<Seed> living) throws FormatException {
    Map<Term, PrivateKey> held = new HashMap<>();
    for (Seed seed : living) {
      held.put(seed.term(), isHeld(seed) ? Optional.ofNullable(keys.remove(seed.term())).orElseThrow() : PrivateKey.of(seed.bytes()));
    }
    keys.values().forEach(PrivateKey::close);
    keys.clear();
    keys.putAll(held);
  }

  private boolean isHeld(Seed seed) {
    Optional<PrivateKey> key = Optional.ofNullable(keys.get(seed.term()));
    if (key.isEmpty()) {
      return false;
    }
    byte[] held = key.get().secretSeed();
    try {
      return MessageDigest.isEqual(held, seed.bytes());
    } finally {
      Arrays.fill(held, (byte) 0);
    }
  }

  synchronized List<Term> terms() {
    return List.copyOf(keys.keySet());
  }

  /// Opens a slot, or returns empty for a dummy, for what a killed hub left, and for what strangers put there.
  synchronized Optional<Opened> open(byte[] slot) {
    for (Map.Entry<Term, PrivateKey> key : keys.entrySet()) {
      try {
        Optional<SealedReport.Outer> outer = SealedReport.openOuter(slot, key.getValue());
        if (outer.isPresent()) {
          return Optional.of(new Opened(key.getKey(), outer.get()));
        }
      } catch (FormatException _) {
        // Not a report by this key; a key of another term may still say otherwise.
      }
    }
    return Optional.empty();
  }

  @Override
  public synchronized void close() {
    keys.values().forEach(PrivateKey::close);
    keys.clear();
  }
}
