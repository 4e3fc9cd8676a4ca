package watchword.journal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Stream;
import watchword.journal.BrokenJournalException.Fault;
import watchword.member.Head;
import watchword.member.MemberKey;
import watchword.member.SealedShare;
import watchword.seal.Bytes;
import watchword.seal.Epoch;
import watchword.seal.PublicKey;
import watchword.seal.SigningKey;
import watchword.seal.VerifyKey;

/// What happened at the desk and cannot be derived: chained, signed, sealed, and cut after 30 days.
///
/// Appending is from any thread and returns when the entry is on disk. What is read was verified: an entry missing,
/// changed, reordered or forged is a [BrokenJournalException] that says which. Format: spec/journal.md.
public final class Journal implements AutoCloseable {
  /// Days for which entries name who did what; older ones are folded into a checkpoint and destroyed.
  public static final int KEPT_DAYS = 30;

  /// Enough for all that waits at a busy desk; each entry of a group still has its own signature and hash.
  private static final int MAX_GROUP = 256;

  /// Tags no holder: a real one is a hash.
  private static final Bytes NOBODY = Bytes.of(new byte[0]);

  private final JournalStore store;
  private final VerifyKey desk;
  private final GroupCommit<Work, Long> writer = new GroupCommit<>("journal writer", MAX_GROUP, this::commit);
  private final Object writing = new Object();
  private volatile Head head;
  private volatile Epochs epochs;
  private boolean failed;

  private record Work(Keyring keyring, SigningKey author, Draft draft) {}

  private Journal(JournalStore store, VerifyKey desk, Head head) {
    this.store = store;
    this.desk = desk;
    this.head = head;
    this.epochs = new Epochs(store.epochs());
  }

  /// Opens a journal after checking its whole chain, for which no key is needed.
  ///
  /// @param desk the desk's own key, by which shares and checkpoints are believed
  public static Journal open(JournalStore store, VerifyKey desk) {
    return new Journal(store, desk, new Chain(store).check());
  }

  public Head head() {
    return head;
  }

  /// Returns the newest epoch's number, or empty before the first.
  public OptionalInt epoch() {
    return epochs.newest().map(epoch -> OptionalInt.of(epoch.number())).orElse(OptionalInt.empty());
  }

  /// Returns the number of the epoch that begins after this entry.
  public int epochAfter(long through) {
    return epochs.beginningAt(through + 1).map(StoredEpoch::number)
        .orElseThrow(() -> new IllegalArgumentException("entry " + through + " does not end an epoch"));
  }

  /// Returns the day of each epoch whose key is kept, by number.
  public SortedMap<Integer, Epoch> days() {
    SortedMap<Integer, Epoch> days = new TreeMap<>();
    epochs.list().forEach(epoch -> days.put(epoch.number(), epoch.day()));
    return days;
  }

  /// Says whether an epoch's key is shared with this device.
  public boolean holds(int epoch, PublicKey device) {
    String name = ShareName.epoch(epoch);
    return store.share(name, ShareName.holderTag(name, device)).isPresent();
  }

  /// Returns the newest epoch's day, or empty before the first.
  public Optional<Epoch> day() {
    return epochs.newest().map(StoredEpoch::day);
  }

  /// Begins a key of this day, sealed to these holders, under which all that follows is written.
  ///
  /// Called each day, and at once when someone comes or goes: a newcomer gets no key under which anything was written
  /// before, and who left gets none after. Returns the key's number.
  public int beginEpoch(Epoch day, List<PublicKey> holders, SigningKey desk) {
    requireDesk(desk);
    byte[] key = Sealing.newSecret();
    try {
      synchronized (writing) {
        requireWorking();
        Optional<StoredEpoch> newest = epochs.newest();
        if (newest.isPresent() && day.compareTo(newest.get().day()) < 0) {
          throw new IllegalArgumentException("epoch day " + day.day() + " is before " + newest.get().day().day());
        }
        int number = newest.map(StoredEpoch::number).orElse(0) + 1;
        StoredEpoch epoch = new StoredEpoch(number, day, head.sequence() + 1);
        store.begin(epoch, shares(ShareName.epoch(number), key, holders, desk));
        epochs = epochs.with(epoch);
        return number;
      }
    } finally {
      Arrays.fill(key, (byte) 0);
    }
  }

  /// Shares a secret of the caller's, such as a lane's keys or a shelf of [Bodies], with these holders.
  public void share(String name, byte[] secret, List<PublicKey> holders, SigningKey desk) {
    requireDesk(desk);
    requireFree(name);
    store.add(shares(name, secret, holders, desk));
  }

  /// Destroys all shares of this name.
  public void dropShares(String name) {
    requireFree(name);
    store.drop(name);
  }

  /// Destroys every share of a device; its member's sessions are the caller's to close, and a new epoch to begin.
  public void revoke(PublicKey device) {
    store.dropHolder(name -> ShareName.holderTag(name, device));
  }

  /// Destroys the shares of these names that a device holds.
  public void revoke(PublicKey device, Set<String> names) {
    names.forEach(Journal::requireFree);
    store.dropHolder(name -> names.contains(name) ? ShareName.holderTag(name, device) : NOBODY);
  }

  /// Shares with a device, out of another member's keys, the epochs that began since it was last given one.
  ///
  /// @return their numbers
  public List<Integer> catchUp(PublicKey device, Keyring from, SigningKey desk) {
    requireDesk(desk);
    List<Integer> given = new ArrayList<>();
    for (StoredEpoch epoch : epochs.list().reversed()) {
      String name = ShareName.epoch(epoch.number());
      if (store.share(name, ShareName.holderTag(name, device)).isPresent()) {
        if (epoch.equals(epochs.list().getLast())) {
          continue; // the one begun at its return
        }
        break;
      }
      Optional<byte[]> key = from.secret(name);
      if (key.isEmpty()) {
        break;
      }
      store.add(shares(name, key.get(), List.of(device), desk));
      Arrays.fill(key.get(), (byte) 0);
      given.add(epoch.number());
    }
    return List.copyOf(given);
  }

  /// Opens what this member may open, unless the journal is older than what the member's key saw.
  ///
  /// Before the key is locked again, tell it [#head].
  public Keyring unlock(MemberKey member) {
    member.seen().ifPresent(this::requireNotOlder);
    return new Keyring(store, desk, member);
  }

  /// Appends an entry under the newest epoch's key; the promise holds its sequence once it is on disk.
  public CompletableFuture<Long> append(Keyring keyring, SigningKey author, Draft draft) {
    return writer.add(new Work(keyring, author, draft));
  }

  /// Returns the entries from this one to the present head, each verified when it is reached.
  ///
  /// @param mayWrite asked for each entry's author in turn, so that it may rest on entries before
  public Stream<Entry> read(Keyring keyring, long from, Predicate<VerifyKey> mayWrite) {
    return new Chain(store).read(keyring, from, head.sequence()).peek(entry -> {
      if (!mayWrite.test(entry.author())) {
        throw new BrokenJournalException(Fault.AUTHOR, entry.sequence());
      }
    });
  }

  /// Returns the state this member begins from: the last checkpoint, or the snapshot made for them.
  public Optional<Base> base(Keyring keyring) {
    return store.bases().stream().flatMap(base -> BaseForm.read(base, keyring, desk).stream()).findFirst();
  }

  /// Returns the last entry of the epochs that are over their 30 days, when there are any to cut.
  public Optional<Long> due(Epoch today) {
    return epochs.lastEntryBefore(today.plusDays(1 - KEPT_DAYS)).filter(through -> through >= firstKept());
  }

  /// Puts a checkpoint in the place of all entries up to `through`, and destroys them and their epochs' keys.
  ///
  /// The checkpoint is the desk's state after that entry, without members. Snapshots that reach less far go too: make new
  /// ones first for whoever does not hold the checkpoint.
  ///
  /// @param through the last entry of an epoch, as [#due] gives it
  public void cut(long through, byte[] checkpoint, List<PublicKey> holders, SigningKey desk) {
    requireDesk(desk);
    synchronized (writing) {
      requireWorking();
      StoredEpoch kept = epochs.beginningAt(through + 1)
          .orElseThrow(() -> new IllegalArgumentException("entry " + through + " does not end an epoch"));
      if (through < firstKept()) {
        throw new IllegalArgumentException("entries up to " + through + " were cut before");
      }
      BaseForm.Made made = BaseForm.write(through, hashAt(through), checkpoint, desk);
      store.cut(kept.number(), made.base(), shares(made.base().name(), made.key(), holders, desk));
      made.wipe();
      epochs = new Epochs(store.epochs());
    }
  }

  /// Leaves a newcomer the state, at publication precision, from which they read on with this epoch.
  ///
  /// @param epoch the first one shared with them
  public void snapshotFor(PublicKey newcomer, int epoch, byte[] snapshot, SigningKey desk) {
    requireDesk(desk);
    synchronized (writing) {
      StoredEpoch first = epochs.find(epoch)
          .orElseThrow(() -> new IllegalArgumentException("there is no epoch " + epoch));
      String name = ShareName.epoch(epoch);
      if (store.share(name, ShareName.holderTag(name, newcomer)).isEmpty()) {
        throw new IllegalArgumentException("epoch " + epoch + " is not shared with the newcomer");
      }
      long through = first.first() - 1;
      BaseForm.Made made = BaseForm.write(through, hashAt(through), snapshot, desk);
      store.add(made.base(), shares(made.base().name(), made.key(), List.of(newcomer), desk));
      made.wipe();
    }
  }

  /// Writes what waits, and closes the store.
  @Override
  public void close() {
    writer.close();
    store.close();
  }

  private void commit(List<GroupCommit.Job<Work, Long>> group) {
    synchronized (writing) {
      requireWorking();
      Group formed = new Group(head, epochs);
      group.forEach(formed::form);
      try {
        store.append(formed.rows());
      } catch (RuntimeException e) {
        failed = true; // whether it is on disk is only known after opening again
        throw e;
      }
      head = formed.head();
      formed.acknowledge();
    }
  }

  /// The entries of one transaction, each chained to the one before.
  private static final class Group {
    private final Epochs epochs;
    private final List<StoredEntry> rows = new ArrayList<>();
    private final List<CompletableFuture<Long>> promises = new ArrayList<>();
    private Head head;

    Group(Head head, Epochs epochs) {
      this.head = head;
      this.epochs = epochs;
    }

    /// Forms an entry, or fails that one alone: its keyring may have been locked while it waited.
    void form(GroupCommit.Job<Work, Long> job) {
      Work work = job.work();
      try {
        StoredEpoch epoch =
            epochs.newest().orElseThrow(() -> new IllegalStateException("no epoch has begun"));
        byte[] key = work.keyring().secret(ShareName.epoch(epoch.number())).orElseThrow(
            () -> new IllegalStateException("epoch " + epoch.number() + " is not shared with this member"));
        StoredEntry row = EntryForm.write(head, epoch, key, work.author(), work.draft());
        Arrays.fill(key, (byte) 0);
        rows.add(row);
        promises.add(job.done());
        head = new Head(row.sequence(), row.hash());
      } catch (RuntimeException e) {
        job.done().completeExceptionally(e);
      }
    }

    List<StoredEntry> rows() {
      return rows;
    }

    Head head() {
      return head;
    }

    void acknowledge() {
      for (int i = 0; i < rows.size(); i++) {
        promises.get(i).complete(rows.get(i).sequence());
      }
    }
  }

  private static List<StoredShare> shares(String name, byte[] secret, List<PublicKey> holders, SigningKey desk) {
    if (holders.isEmpty()) {
      throw new IllegalArgumentException("what is shared with nobody is lost");
    }
    return holders.stream()
        .map(holder -> new StoredShare(
            name, ShareName.holderTag(name, holder), SealedShare.seal(name, secret, List.of(holder), desk)))
        .toList();
  }

  private long firstKept() {
    return epochs.first().map(StoredEpoch::first).orElse(1L);
  }

  private Bytes hashAt(long sequence) {
    return new Chain(store).hashAt(sequence)
        .orElseThrow(() -> new BrokenJournalException(Fault.MISSING, sequence));
  }

  /// Refuses a journal that lacks this entry, or has another in its place; one that was cut is not looked for.
  ///
  /// @throws BrokenJournalException older or forked
  public void requireNotOlder(Head seen) {
    if (seen.sequence() > head.sequence()) {
      throw new BrokenJournalException(Fault.OLDER, seen.sequence());
    }
    new Chain(store).hashAt(seen.sequence()).filter(hash -> !hash.equals(seen.hash())).ifPresent(_ -> {
      throw new BrokenJournalException(Fault.FORKED, seen.sequence());
    });
  }

  private void requireDesk(SigningKey key) {
    if (!key.verifyKey().equals(desk)) {
      throw new IllegalArgumentException("not the desk's key");
    }
  }

  private static void requireFree(String name) {
    if (!ShareName.isFree(name)) {
      throw new IllegalArgumentException("the journal keeps names like this for itself");
    }
  }

  private void requireWorking() {
    if (failed) {
      throw new IllegalStateException("a write to the journal failed; open it again");
    }
  }
}
