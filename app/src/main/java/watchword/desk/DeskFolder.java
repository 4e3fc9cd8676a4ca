package watchword.desk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import watchword.journal.WholeFile;
import watchword.member.Device;
import watchword.member.Pseudonym;
import watchword.seal.Compromise;
import watchword.seal.Epoch;
import watchword.seal.FormatException;
import watchword.seal.PanicMark;
import watchword.seal.Zeros;

/// Where a desk keeps what; only its owner may look.
///
/// ```
/// desk.txt                what is public
/// journal.db bodies.db body-keys
/// keys/                   gate keys plain; lane keys wrapped
/// gate.key gate.pub       the gate's receipt key, 32 bytes; its public part for the hub
/// root.pub                the root's public keys, for who seals on a command line
/// members/heron.⟨8 hex⟩.key  one for each device that unlocks here
/// inbox/                  what the gate took
/// bundles/2026-11-22.bin  for the hub, and drop.bin beside them; a `.gz` of each bundle, what the hub sends to a browser that unpacks
/// courier.bin             the newest courier bundle, for the board's sealer.html
/// destroyed/              signed statements, for the board
/// board/                  what readers get
/// compromise.txt          the notice of compromise, once one was given; the board carries it
/// clock.txt               the latest time the desk held
/// panic.txt               the desk was destroyed: whoever still runs here writes nothing any more
/// unsigned.txt            keys destroyed while the desk was locked, until a member's keys can sign for it
/// doorbell.txt            the desk's own test reports, and the key they are known by
/// area.txt places.csv     the part of the world the desk works in, and its own list of places; either may be missing
/// ```
public record DeskFolder(Path path) {

  private static final FileAttribute<Set<PosixFilePermission>> OWNER_FOLDER = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  public Path file() {
    return path.resolve("desk.txt");
  }

  public Path keys() {
    return path.resolve("keys");
  }

  public Path gateKey() {
    return path.resolve("gate.key");
  }

  /// The gate's public key in 64 hexadecimal digits, for the hub.
  public Path gatePublic() {
    return path.resolve("gate.pub");
  }

  /// The root's public keys, 1,344 bytes: public, and handed out with the words they are known by.
  public Path rootPublic() {
    return path.resolve("root.pub");
  }

  public Path inbox() {
    return path.resolve("inbox");
  }

  /// Writes a day's bundle and its packed form, shorter by what the layout leaves empty.
  void writeBundle(Epoch day, byte[] bundle) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(bundle);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot pack a bundle", e);
    }
    publish(packed(day), packed.toByteArray());
    publish(bundle(day), bundle);
  }

  void deleteBundle(Epoch day) {
    try {
      Files.deleteIfExists(packed(day));
      Files.deleteIfExists(bundle(day));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete a bundle", e);
    }
  }

  private Path packed(Epoch day) {
    return bundles().resolve(day.date() + ".bin.gz");
  }

  /// The bundle of the newest courier term, which `sealer.html` carries.
  public Path courier() {
    return path.resolve("courier.bin");
  }

  public Path bundles() {
    return path.resolve("bundles");
  }

  public Path bundle(Epoch day) {
    return bundles().resolve(day.date() + ".bin");
  }

  public Path destroyed() {
    return path.resolve("destroyed");
  }

  public Path board() {
    return path.resolve("board");
  }

  /// The notice of compromise, if one was given.
  public Path compromise() {
    return path.resolve(Compromise.FILE_NAME);
  }

  Path clock() {
    return path.resolve("clock.txt");
  }

  Path unsigned() {
    return path.resolve("unsigned.txt");
  }

  /// The test reports of the public door.
  public Path doorbell() {
    return path.resolve("doorbell.txt");
  }

  /// The area in one line: countries or a box.
  public Path area() {
    return path.resolve("area.txt");
  }

  /// The desk's own list of places.
  public Path places() {
    return path.resolve("places.csv");
  }

  /// Where a device's key file is: a member may have several.
  public Path keyFile(Pseudonym member, Device device) {
    return path.resolve("members").resolve(member + "." + device.signing().raw().toString().substring(0, 8) + ".key");
  }

  /// Returns a member's key files.
  List<Path> keyFiles(Pseudonym member) {
    if (Files.notExists(path.resolve("members"))) {
      return List.of(); // destroyed
    }
    try (Stream<Path> files = Files.list(path.resolve("members"))) {
      return files.filter(file -> file.getFileName().toString().matches(member + "\\.[0-9a-f]{8}\\.key")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list the members' key files", e);
    }
  }

  /// Reads what is public of the desk.
  public DeskFile read() throws FormatException {
    if (!Files.exists(file())) {
      throw new FormatException("no desk in this folder; make one with init");
    }
    return DeskFile.read(bytes(file()));
  }

  /// Makes the folders of a new desk.
  void make() throws IOException {
    Files.createDirectories(path, OWNER_FOLDER);
    try (Stream<Path> files = Files.list(path)) {
      if (files.findAny().isPresent()) {
        throw new IOException("the folder is not empty");
      }
    }
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
    for (Path folder : List.of(path.resolve("members"), inbox(), bundles(), destroyed(), board())) {
      Files.createDirectory(folder, OWNER_FOLDER);
    }
  }

  static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file.getFileName(), e);
    }
  }

  /// Writes a file whole, for its owner alone: there is all of the old or all of the new, and zeros over what the old one held.
  public static void write(Path file, byte[] content) {
    try {
      new WholeFile(file).replace(content);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file.getFileName(), e);
    }
  }

  /// The same for what everyone may read: hub, board or gate may be reading the old file, which is left as it was.
  static void publish(Path file, byte[] content) {
    try {
      new WholeFile(file).publish(content);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file.getFileName(), e);
    }
  }

  /// Overwrites what a crash left of writes whose files may never be written again, as a former member's key; for who has the folder open alone.
  void shredUnfinished() throws IOException {
    for (Path folder : Stream.of(path, path.resolve("members")).filter(Files::isDirectory).toList()) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path left : files.filter(file -> file.getFileName().toString().endsWith(WholeFile.UNFINISHED) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)).toList()) {
          Zeros.shred(left);
        }
      }
    }
  }

  /// Whether a panic destroyed this desk.
  public boolean isDestroyed() {
    return PanicMark.isIn(path);
  }

  /// Refuses a folder in which nothing opens any more.
  public void requireNotDestroyed() throws FormatException {
    if (isDestroyed()) {
      throw new FormatException("this desk was destroyed by a panic, and nothing in its folder opens anything; make a new one with init, in another folder");
    }
  }

  /// Refuses a folder of which a part lies elsewhere: a panic would delete the link, and leave what it leads to.
  public void requireWhole() throws IOException, FormatException {
    try (Stream<Path> files = Files.list(path)) {
      Optional<Path> link = files.filter(file -> Files.isSymbolicLink(file) && !Erasure.isPublic(String.valueOf(file.getFileName()))).findFirst();
      if (link.isPresent()) {
        throw new FormatException(link.get().getFileName() + " in the desk's folder is a link, and a panic would leave what it leads to; "
            + "put it into the folder itself, or the whole folder where it leads");
      }
    }
  }

  /// Marks the folder, and destroys everything in it that is not public.
  ///
  /// @return how many files are gone
  public int destroy() throws IOException {
    return new Erasure(path).destroy();
  }

  /// The same twice, for what is still being written or was kept open: the second round comes whatever became of the first.
  ///
  /// @param between what there is to wait for, or to close
  /// @return how many files are gone
  public int destroyTwice(Runnable between) throws IOException {
    int gone;
    try {
      gone = destroy();
    } catch (IOException | RuntimeException first) {
      try {
        between.run();
        destroy();
      } catch (IOException | RuntimeException second) {
        first.addSuppressed(second);
      }
      throw first;
    }
    between.run();
    return gone + destroy();
  }
}
