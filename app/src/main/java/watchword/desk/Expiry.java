package watchword.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import watchword.seal.Destruction;
import watchword.seal.Epoch;
import watchword.seal.EpochKeys;
import watchword.seal.KeyName;
import watchword.seal.KeyStore;
import watchword.seal.SigningKey;

/// What ends by the clock: keys that are due, what is said of them, and bundles that ran out. Each is tried, whatever became of those before it.
final class Expiry {

  private final DeskFolder folder;
  private final KeyStore store;
  private final EpochKeys keys;
  private final Unsigned unsigned;
  /// Told for as long as the desk runs, for nothing else will ever say it.
  private final SortedSet<KeyName> unnamed = new TreeSet<>();

  Expiry(DeskFolder folder, KeyStore store, EpochKeys keys) {
    this.folder = folder;
    this.store = store;
    this.keys = keys;
    this.unsigned = new Unsigned(folder);
  }

  /// @param signer absent while the desk is locked: keys go all the same, and the statement waits for the next one
  Destroyed destroyDue(Instant now, Optional<SigningKey> signer) {
    List<String> troubles = new ArrayList<>();
    int gone = destroyKeys(troubles);
    unnamed.forEach(name -> troubles.add("a key file of " + day(name) + " was damaged (" + file(name) + "): it is destroyed, and the signed statement cannot name it"));
    say(now, signer, troubles);
    attempt(() -> store.strays().forEach(name -> troubles.add("a file in the desk's folder keys is no key (" + name + "), and nothing destroys it by the clock; delete it")),
        "whether a stray file stands in the desk's folder keys cannot be seen; give it its rights back", troubles);
    attempt(() -> deleteBundles(now), "a bundle that ran out cannot be deleted; look whether the desk's folder bundles can be written", troubles);
    return new Destroyed(gone, troubles);
  }

  private int destroyKeys(List<String> troubles) {
    EpochKeys.Ended ended;
    try {
      ended = keys.destroyDue();
    } catch (RuntimeException e) {
      troubles.add("the desk's folder keys cannot be listed, and keys that are due are not destroyed; give it its rights back, or destroy the disk");
      return 0;
    }
    List<Destruction.Key> named = ended.statement().map(Destruction::keys).orElse(List.of());
    unsigned.add(named);
    unnamed.addAll(ended.unnamed());
    ended.resisting().forEach(name -> troubles.add("a key of " + day(name) + " is due and could not be destroyed (" + file(name)
        + "); it is tried again each minute. Delete it by hand from the desk's folder keys, or destroy the disk"));
    return named.size() + ended.unnamed().size();
  }

  /// A statement says it for good; where there is none, `unsigned.txt` remembers it.
  private void say(Instant now, Optional<SigningKey> signer, List<String> troubles) {
    boolean signed = signer.isPresent() && attempt(() -> unsigned.sign(now, signer.get()),
        "what was destroyed cannot be signed for, which is tried again each minute; look whether the disk is full, and move unsigned.txt away if it is damaged: no key stands in it", troubles);
    if (!signed) {
      attempt(unsigned::write,
          "what was destroyed cannot be written down, which is tried again each minute; look whether the disk is full, and move unsigned.txt away if it is damaged: no key stands in it", troubles);
    }
  }

  private void deleteBundles(Instant now) {
    String oldest = Epoch.of(now).plusDays(-1).date() + ".bin";
    try (Stream<Path> files = Files.list(folder.bundles())) {
      for (Path bundle : files.filter(file -> String.valueOf(file.getFileName()).compareTo(oldest) < 0).toList()) {
        Files.deleteIfExists(bundle);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete a bundle", e);
    }
  }

  private static boolean attempt(Runnable step, String trouble, List<String> troubles) {
    try {
      step.run();
      return true;
    } catch (RuntimeException e) {
      troubles.add(trouble);
      return false;
    }
  }

  private static LocalDate day(KeyName name) {
    return name.term().first().date();
  }

  private static String file(KeyName name) {
    return name + ".key";
  }
}
