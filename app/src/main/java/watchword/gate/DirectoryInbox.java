package watchword.gate;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import watchword.seal.Bytes;
import watchword.seal.FormatException;
import watchword.seal.SealedReport;
import watchword.seal.Term;
import watchword.seal.Terms;

/// An inbox as files that only their owner may read.
///
/// ```
/// 0/ … 7/            ⟨sha256⟩.age: what waits for a lane
/// staged/            ⟨lane⟩-⟨sha256⟩.age: a batch not yet committed
/// seen-⟨term⟩        the hashes taken by that term's key, 32 bytes each, sorted
/// late               how many files were dropped unopened since their keys are gone, in digits
/// ```
///
/// A batch is on disk in `staged`, then its hashes are in `seen`, then it moves to its lanes. So a staged file whose hash
/// is in `seen` was committed and one whose hash is not was never: the gate's next visit moves the one and drops the other. Times
/// of files are always 1970; the system's change time cannot be set and tells the visit that brought a file.
public final class DirectoryInbox implements Inbox {
  private static final Pattern WAITING = Pattern.compile("([0-9a-f]{64})\\.age");
  private static final Pattern STAGED = Pattern.compile("([0-7])-([0-9a-f]{64})\\.age");
  private static final Pattern SEEN = Pattern.compile("seen-((?:courier-)?[0-9]+)");
  private static final String LATE = "late";
  private static final int HASH = 32;
  private static final FileTime NO_TIME = FileTime.from(Instant.EPOCH);

  private final Path directory;
  private final Path staged;
  private boolean busy;

  /// Opens the directory, made if it is not there.
  public DirectoryInbox(Path directory) throws IOException {
    this.directory = directory;
    this.staged = directory.resolve("staged");
    makeFolder(directory);
    makeFolder(staged);
    for (int lane = 0; lane < Terms.MAX_LANES; lane++) {
      makeFolder(lane(lane));
    }
    forceFolder(directory);
  }

  @Override
  public synchronized Batch begin() throws IOException {
    requireNoBatch();
    Seen seen = readSeen();
    settle(seen);
    busy = true;
    return new Staging(seen);
  }

  private void requireNoBatch() {
    if (busy) {
      throw new IllegalStateException("another batch is open");
    }
  }

  /// Ends what a crash interrupted: what was committed goes to its lane, the rest is pulled again.
  private void settle(Seen seen) throws IOException {
    Set<Path> touched = new TreeSet<>();
    for (Path file : files(staged)) {
      Matcher name = STAGED.matcher(name(file));
      if (name.matches() && seen.contains(Bytes.ofHex(name.group(2)))) {
        touched.add(publish(new Item(Integer.parseInt(name.group(1)), Bytes.ofHex(name.group(2)))));
      } else {
        Files.delete(file);
      }
    }
    for (Path folder : touched) {
      forceFolder(folder);
    }
  }

  @Override
  public List<Item> list(int lane) throws IOException {
    List<Item> items = new ArrayList<>();
    for (Path file : files(lane(lane))) {
      Matcher name = WAITING.matcher(name(file));
      if (name.matches()) {
        items.add(new Item(lane, Bytes.ofHex(name.group(1))));
      }
    }
    return List.copyOf(items);
  }

  @Override
  public byte[] read(Item item) throws IOException {
    try {
      return Files.readAllBytes(waiting(item));
    } catch (NoSuchFileException _) {
      throw new NoSuchElementException("the inbox has no such file");
    }
  }

  @Override
  public void remove(Item item) throws IOException {
    Files.deleteIfExists(waiting(item));
  }

  @Override
  public synchronized void keepOnly(Collection<Term> terms) throws IOException {
    requireNoBatch();
    settle(readSeen());
    Seen living = new Seen();
    for (Path file : files(directory)) {
      Optional<Term> term = termOf(file);
      if (term.isPresent() && !terms.contains(term.get())) {
        Files.delete(file);
      } else if (term.isPresent()) {
        read(file, term.get(), living);
      }
    }
    forceFolder(directory);
    dropAllBut(living);
  }

  private void dropAllBut(Seen living) throws IOException {
    int dropped = 0;
    for (int lane = 0; lane < Terms.MAX_LANES; lane++) {
      for (Item item : list(lane)) {
        if (!living.contains(item.sha256()) && Files.deleteIfExists(waiting(item))) {
          dropped++;
        }
      }
    }
    if (dropped > 0) {
      Path next = directory.resolve("next");
      write(next, ByteBuffer.wrap(Long.toString(late() + dropped).getBytes(StandardCharsets.US_ASCII)));
      Files.move(next, directory.resolve(LATE), StandardCopyOption.ATOMIC_MOVE);
    }
  }

  @Override
  public long late() throws IOException {
    Path file = directory.resolve(LATE);
    try {
      return Files.exists(file) ? Long.parseLong(Files.readString(file)) : 0;
    } catch (NumberFormatException e) {
      throw new IOException("the inbox holds a damaged file; delete it: " + LATE, e);
    }
  }

  private Seen readSeen() throws IOException {
    Seen seen = new Seen();
    for (Path file : files(directory)) {
      Optional<Term> term = termOf(file);
      if (term.isPresent()) {
        read(file, term.get(), seen);
      }
    }
    return seen;
  }

  private static void read(Path file, Term term, Seen seen) throws IOException {
    byte[] hashes = Files.readAllBytes(file);
    if (hashes.length % HASH != 0) {
      throw new IOException("the inbox holds a damaged file; move it away: " + name(file));
    }
    for (int at = 0; at < hashes.length; at += HASH) {
      seen.add(term, Bytes.of(hashes, at, at + HASH));
    }
  }

  private static Optional<Term> termOf(Path file) throws IOException {
    Matcher name = SEEN.matcher(name(file));
    try {
      return name.matches() ? Optional.of(Term.parse(name.group(1))) : Optional.empty();
    } catch (FormatException e) {
      throw new IOException("the inbox holds a file of no term; move it away: " + name(file), e);
    }
  }

  private void writeSeen(Term term, List<Bytes> hashes) throws IOException {
    ByteBuffer content = ByteBuffer.allocate(hashes.size() * HASH);
    hashes.forEach(hash -> content.put(hash.toArray()));
    Path next = directory.resolve("next");
    write(next, content.flip());
    Files.move(next, directory.resolve("seen-" + term), StandardCopyOption.ATOMIC_MOVE);
  }

  /// Moves a staged file to its lane and returns the lane's folder.
  private Path publish(Item item) throws IOException {
    Files.move(staged(item), waiting(item), StandardCopyOption.ATOMIC_MOVE);
    return lane(item.lane());
  }

  private Path lane(int lane) {
    return directory.resolve(Integer.toString(lane));
  }

  private Path waiting(Item item) {
    return lane(item.lane()).resolve(item.sha256() + ".age");
  }

  private Path staged(Item item) {
    return staged.resolve(item.lane() + "-" + item.sha256() + ".age");
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static void makeFolder(Path folder) throws IOException {
    Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
  }

  private static void write(Path file, ByteBuffer content) throws IOException {
    var options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
    var onlyOwner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    try (FileChannel channel = FileChannel.open(file, options, onlyOwner)) {
      while (content.hasRemaining()) {
        channel.write(content);
      }
      Files.getFileAttributeView(file, BasicFileAttributeView.class).setTimes(NO_TIME, NO_TIME, NO_TIME);
      channel.force(true);
    }
  }

  private static void forceFolder(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /// A batch in the folder `staged`.
  private final class Staging implements Batch {
    private final Seen seen;
    private final Map<Bytes, Item> items = new HashMap<>();
    private final Set<Term> terms = new TreeSet<>();

    private Staging(Seen seen) {
      this.seen = seen;
    }

    @Override
    public boolean add(Term term, SealedReport.Outer outer) throws IOException {
      Item item = new Item(outer.lane(), Hashes.sha256(outer.inner()));
      if (seen.contains(item.sha256())) {
        return false;
      }
      write(staged(item), ByteBuffer.wrap(outer.inner()));
      items.put(item.sha256(), item);
      terms.add(term);
      seen.add(term, item.sha256());
      return true;
    }

    @Override
    public void commit() throws IOException {
      forceFolder(staged);
      for (Term term : terms) {
        writeSeen(term, seen.sorted(term));
      }
      forceFolder(directory);
      Set<Path> touched = new TreeSet<>();
      for (Item item : items.values()) {
        touched.add(publish(item));
      }
      for (Path folder : touched) {
        forceFolder(folder);
      }
      items.clear();
      terms.clear();
    }

    /// Leaves what a failed commit left: [#begin] knows what was committed.
    @Override
    public void close() {
      synchronized (DirectoryInbox.this) {
        busy = false;
      }
    }
  }
}
