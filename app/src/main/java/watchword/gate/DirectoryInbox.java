package watchword.gate;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
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
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import watchword.seal.Bytes;
import watchword.seal.FormatException;
import watchword.seal.PanicMark;
import watchword.seal.SealedReport;
import watchword.seal.Term;
import watchword.seal.Terms;

/// An inbox as files that only their owner may read.
///
/// ```
/// 0/ … 7/            ⟨sha256⟩.age: what waits for a lane
/// staged/            ⟨lane⟩-⟨sha256⟩.age: a batch not yet committed
/// seen-⟨term⟩        the hashes taken by that term's key, 32 bytes each, sorted
/// late               how many files were dropped because nobody opened them in time, in digits
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
  private static final FileTime NO_TIME = FileTime.from(Instant.EPOCH);

  private final Path directory;
  private final Path staged;
  private boolean busy;

  /// Opens the directory, made if it is not there.
  ///
  /// @throws IOException also in the folder of a desk that a panic destroyed
  public DirectoryInbox(Path directory) throws IOException {
    this.directory = directory;
    this.staged = directory.resolve("staged");
    requireNoPanic();
    makeFolder(directory);
    makeFolder(staged);
    for (int lane = 0; lane < Terms.MAX_LANES; lane++) {
      makeFolder(lane(lane));
    }
    forceFolder(directory);
  }

  /// Before the first byte of a file, and before what is staged stays: the hub keeps what nobody signs for.
  private void requireNoPanic() throws IOException {
    if (PanicMark.isAbove(directory)) {
      throw new IOException("this desk was destroyed; nothing is written any more");
    }
  }

  @Override
  public synchronized Batch begin() throws IOException {
    requireNoPanic();
    requireNoBatch();
    settle();
    busy = true;
    return new Staging();
  }

  private void requireNoBatch() {
    if (busy) {
      throw new IllegalStateException("another batch is open");
    }
  }

  /// Ends what a crash interrupted: what was committed goes to its lane, the rest is pulled again.
  private void settle() throws IOException {
    Collection<SeenFile> seen = seen().values();
    Set<Path> touched = new TreeSet<>();
    for (Path file : files(staged)) {
      Matcher name = STAGED.matcher(name(file));
      if (name.matches() && isIn(seen, Bytes.ofHex(name.group(2)))) {
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
    settle();
    for (Map.Entry<Term, SeenFile> seen : seen().entrySet()) {
      if (!terms.contains(seen.getKey())) {
        dropLate(seen.getValue());
        Files.delete(seen.getValue().path());
      }
    }
    forceFolder(directory);
  }

  /// Counted first: who is killed in between counts once more what is there, and loses nothing unsaid. One file is looked at a time, however many wait.
  private void dropLate(SeenFile dying) throws IOException {
    long dropped = eachWaiting(dying, _ -> {});
    if (dropped > 0) {
      byte[] all = Long.toString(late() + dropped).getBytes(StandardCharsets.US_ASCII);
      Path next = directory.resolve("next");
      write(next, file -> writeAll(file, all));
      Files.move(next, directory.resolve(LATE), StandardCopyOption.ATOMIC_MOVE);
      eachWaiting(dying, Files::deleteIfExists);
    }
  }

  private interface Act {
    void on(Path waiting) throws IOException;
  }

  private long eachWaiting(SeenFile seen, Act act) throws IOException {
    long found = 0;
    for (int lane = 0; lane < Terms.MAX_LANES; lane++) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(lane(lane))) {
        for (Path file : files) {
          Matcher name = WAITING.matcher(name(file));
          if (name.matches() && seen.contains(Bytes.ofHex(name.group(1)))) {
            act.on(file);
            found++;
          }
        }
      } catch (DirectoryIteratorException e) {
        throw e.getCause();
      }
    }
    return found;
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

  private Map<Term, SeenFile> seen() throws IOException {
    Map<Term, SeenFile> seen = new HashMap<>();
    for (Path file : files(directory)) {
      Optional<Term> term = termOf(file);
      if (term.isPresent()) {
        SeenFile one = new SeenFile(file);
        if (!one.isWhole()) {
          throw new IOException("the inbox holds a damaged file; move it away: " + name(file));
        }
        seen.put(term.get(), one);
      }
    }
    return seen;
  }

  private static boolean isIn(Collection<SeenFile> files, Bytes sha256) throws IOException {
    for (SeenFile file : files) {
      if (file.contains(sha256)) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Term> termOf(Path file) throws IOException {
    Matcher name = SEEN.matcher(name(file));
    try {
      return name.matches() ? Optional.of(Term.parse(name.group(1))) : Optional.empty();
    } catch (FormatException e) {
      throw new IOException("the inbox holds a file of no term; move it away: " + name(file), e);
    }
  }

  private void addSeen(Term term, SortedSet<Bytes> fresh) throws IOException {
    SeenFile seen = new SeenFile(directory.resolve("seen-" + term));
    Path next = directory.resolve("next");
    write(next, file -> seen.writeWith(fresh, file));
    Files.move(next, seen.path(), StandardCopyOption.ATOMIC_MOVE);
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

  private interface Content {
    void to(FileChannel file) throws IOException;
  }

  private void write(Path file, Content content) throws IOException {
    requireNoPanic();
    var options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
    var onlyOwner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    try (FileChannel channel = FileChannel.open(file, options, onlyOwner)) {
      content.to(channel);
      Files.getFileAttributeView(file, BasicFileAttributeView.class).setTimes(NO_TIME, NO_TIME, NO_TIME);
      channel.force(true);
    }
  }

  private static void writeAll(FileChannel file, byte[] bytes) throws IOException {
    ByteBuffer content = ByteBuffer.wrap(bytes);
    while (content.hasRemaining()) {
      file.write(content);
    }
  }

  private static void forceFolder(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /// A batch in the folder `staged`.
  private final class Staging implements Batch {
    private final Collection<SeenFile> seen;
    private final Map<Bytes, Item> items = new HashMap<>();
    private final Map<Term, SortedSet<Bytes>> fresh = new TreeMap<>();

    private Staging() throws IOException {
      this.seen = seen().values();
    }

    @Override
    public boolean add(Term term, SealedReport.Outer outer) throws IOException {
      Item item = new Item(outer.lane(), Hashes.sha256(outer.inner()));
      if (items.containsKey(item.sha256()) || isIn(seen, item.sha256())) {
        return false;
      }
      write(staged(item), file -> writeAll(file, outer.inner()));
      items.put(item.sha256(), item);
      fresh.computeIfAbsent(term, _ -> new TreeSet<>(SeenFile.ORDER)).add(item.sha256());
      return true;
    }

    @Override
    public void commit() throws IOException {
      requireNoPanic();
      forceFolder(staged);
      for (Map.Entry<Term, SortedSet<Bytes>> term : fresh.entrySet()) {
        addSeen(term.getKey(), term.getValue());
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
      fresh.clear();
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
