package watchword.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import watchword.journal.BodyKeys.Wrapped;
import watchword.seal.FormatException;

/// Words and photos of reports, each under a key of its own that can be forgotten.
///
/// A *shelf* is a named secret that the journal shares with those who may read what stands on it: a lane's members of one
/// day, say. A body is put on one shelf; a newcomer gets no earlier shelf.
///
/// An arrival is journalled only after its [#put] is done: body on disk first, then its key, then the journal's entry.
/// A crash between leaves a body without a key, which the next start sweeps, or a body that no entry names, for which
/// there is [#forgetAllBut]; never an entry whose body is lost. Many puts at once share one transaction and one rewriting of the keys.
public final class Bodies implements AutoCloseable {
  /// Bodies are up to 16 MiB; a group is held in memory while it is written.
  private static final int MAX_GROUP = 64;

  /// Steps in which a body's length shows on the disk.
  private static final int STEP = 1024;

  private static final String PURPOSE = "watchword.body/1";
  private static final byte[] ID = "watchword.body-id/1\n".getBytes(StandardCharsets.US_ASCII);

  private final Handle handle;
  private final Path path;
  private final WholeFile file;
  private final ConcurrentSkipListMap<String, Wrapped> keys = new ConcurrentSkipListMap<>();
  private final GroupCommit<Work, Boolean> writer = new GroupCommit<>("bodies writer", MAX_GROUP, this::commit);
  private boolean failed;

  private sealed interface Work {}

  @SuppressWarnings("ArrayRecordComponent") // only carried, never compared; an array prints nothing of itself
  private record Put(String id, Wrapped key, byte[] sealed) implements Work {}

  private record Forget(Set<String> ids) implements Work {}

  private Bodies(Handle handle, Path path, WholeFile file, BodyKeys kept) {
    this.handle = handle;
    this.path = path;
    this.file = file;
    this.keys.putAll(kept.all());
    sweep();
  }

  /// Opens or makes `bodies.db` and `body-keys` in this folder.
  public static Bodies open(Path folder) throws IOException, FormatException {
    WholeFile file = new WholeFile(folder.resolve("body-keys"));
    Optional<byte[]> content = file.read();
    BodyKeys kept = content.isPresent() ? BodyKeys.read(content.get()) : new BodyKeys(new TreeMap<>());
    Path path = folder.resolve("bodies.db");
    return new Bodies(Sqlite.open(path, "bodies"), path, file, kept);
  }

  /// Puts a body on a shelf; the promise is kept when body and key are on disk. The same id again changes nothing.
  ///
  /// @param shelf the name of a share this member holds
  public CompletableFuture<Boolean> put(String id, byte[] body, String shelf, Keyring keyring) {
    String hash = hash(id);
    byte[] secret = keyring.secret(shelf)
        .orElseThrow(() -> new IllegalArgumentException("shelf " + shelf + " is not shared with this member"));
    byte[] key = Sealing.newSecret();
    int padded = Math.ceilDiv(Integer.BYTES + body.length, STEP) * STEP;
    byte[] message = ByteBuffer.allocate(padded).putInt(body.length).put(body).array();
    Put put = new Put(
        hash, Wrapped.of(hash, shelf, secret, key), Sealing.seal(key, PURPOSE, bytes(hash), message));
    Arrays.fill(key, (byte) 0);
    Arrays.fill(secret, (byte) 0);
    Arrays.fill(message, (byte) 0);
    return writer.add(put);
  }

  /// Opens a body.
  public Body open(String id, Keyring keyring) throws FormatException {
    String hash = hash(id);
    Optional<Wrapped> wrapped = Optional.ofNullable(keys.get(hash));
    Optional<byte[]> sealed = wrapped.flatMap(_ -> sealed(hash));
    if (wrapped.isEmpty() || sealed.isEmpty()) {
      return new Body.Forgotten();
    }
    Optional<byte[]> secret = keyring.secret(wrapped.get().shelf());
    if (secret.isEmpty()) {
      return new Body.Locked();
    }
    byte[] key = wrapped.get().unwrap(hash, secret.get());
    Arrays.fill(secret.get(), (byte) 0);
    byte[] message = Sealing.open(key, PURPOSE, bytes(hash), sealed.get())
        .orElseThrow(() -> new FormatException("a body does not open under its own key"));
    Arrays.fill(key, (byte) 0);
    return new Body.Opened(unpadded(message));
  }

  /// Forgets bodies for good; the promise is kept when their keys are on no file of ours. Takes no key.
  public CompletableFuture<Boolean> forget(Collection<String> ids) {
    return writer.add(new Forget(ids.stream().map(Bodies::hash).collect(Collectors.toSet())));
  }

  /// Names the bodies that stand here now, by hashes that tell nothing of them: take it before reading the journal that says which are to stay.
  public Set<String> held() {
    return Set.copyOf(keys.keySet());
  }

  /// Forgets all bodies of `held` but these: those that no entry names.
  public CompletableFuture<Boolean> forgetAllBut(Collection<String> ids, Set<String> held) {
    Set<String> kept = ids.stream().map(Bodies::hash).collect(Collectors.toSet());
    Set<String> lost = held.stream().filter(id -> keys.containsKey(id) && !kept.contains(id)).collect(Collectors.toSet());
    return lost.isEmpty() ? CompletableFuture.completedFuture(true) : writer.add(new Forget(lost));
  }

  /// Says whether a body was put and not forgotten.
  public boolean holds(String id) {
    return keys.containsKey(hash(id));
  }

  /// Returns the shelf on which a body was put, unless it is forgotten.
  public Optional<String> shelf(String id) {
    return Optional.ofNullable(keys.get(hash(id))).map(Wrapped::shelf);
  }

  /// Returns the shelves on which a body stands; shares of others can be dropped.
  public Set<String> shelves() {
    return keys.values().stream().map(Wrapped::shelf).collect(Collectors.toSet());
  }

  /// Writes what waits, and closes the files.
  @Override
  public void close() {
    writer.close();
    Sqlite.close(handle, path);
  }

  private void commit(List<GroupCommit.Job<Work, Boolean>> group) {
    if (failed) {
      throw new IllegalStateException("a write to the bodies failed; open them again");
    }
    file.requireNoPanic();
    failed = true; // until all of it is written
    SortedMap<String, Wrapped> next = new TreeMap<>(keys);
    Map<String, byte[]> added = new HashMap<>();
    Set<String> removed = new HashSet<>();
    for (GroupCommit.Job<Work, Boolean> job : group) {
      switch (job.work()) {
        case Put(String id, Wrapped key, byte[] sealed) -> {
          if (next.putIfAbsent(id, key) == null) {
            added.put(id, sealed);
            removed.remove(id);
          }
        }
        case Forget(Set<String> ids) -> {
          next.keySet().removeAll(ids);
          added.keySet().removeAll(ids);
          removed.addAll(ids);
        }
      }
    }
    write(next, added, removed);
    failed = false;
    group.forEach(job -> job.done().complete(true));
  }

  /// Bodies before keys, and keys before rows are deleted: at no moment is a key without its body.
  private synchronized void write(SortedMap<String, Wrapped> next, Map<String, byte[]> added, Set<String> removed) {
    insert(added);
    try {
      file.replace(new BodyKeys(next).write());
    } catch (IOException e) {
      throw new UncheckedIOException("body-keys could not be written", e);
    }
    keys.keySet().retainAll(next.keySet());
    keys.putAll(next);
    delete(removed);
  }

  private void insert(Map<String, byte[]> bodies) {
    handle.useTransaction(transaction -> {
      for (Map.Entry<String, byte[]> body : bodies.entrySet()) {
        transaction.execute(
            "INSERT OR REPLACE INTO body (id, sealed) VALUES (?, ?)", bytes(body.getKey()), body.getValue());
      }
      file.requireNoPanic();
    });
  }

  private void delete(Set<String> ids) {
    if (ids.isEmpty()) {
      return;
    }
    handle.useTransaction(transaction -> {
      for (String id : ids) {
        transaction.execute("DELETE FROM body WHERE id = ?", (Object) bytes(id));
      }
      file.requireNoPanic();
    });
    Sqlite.emptyLog(handle, path);
  }

  /// Removes bodies whose key was never written.
  private synchronized void sweep() {
    Set<String> lost = handle.createQuery("SELECT id FROM body").mapTo(byte[].class).stream()
        .map(HexFormat.of()::formatHex).filter(id -> !keys.containsKey(id)).collect(Collectors.toSet());
    delete(lost);
  }

  private synchronized Optional<byte[]> sealed(String id) {
    return handle.select("SELECT sealed FROM body WHERE id = ?", (Object) bytes(id))
        .mapTo(byte[].class).findOne();
  }

  private static byte[] unpadded(byte[] message) throws FormatException {
    ByteBuffer in = ByteBuffer.wrap(message);
    int length = in.getInt();
    if (length < 0 || length > in.remaining()) {
      throw new FormatException("a body has another form");
    }
    return Arrays.copyOfRange(message, Integer.BYTES, Integer.BYTES + length);
  }

  private static String hash(String id) {
    return HexFormat.of().formatHex(Sealing.sha256(ID, id.getBytes(StandardCharsets.UTF_8)));
  }

  private static byte[] bytes(String hash) {
    return HexFormat.of().parseHex(hash);
  }
}
