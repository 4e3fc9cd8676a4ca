package watchword.drill.crash;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.OptionalInt;
import watchword.archive.KindsFile;
import watchword.core.bulletin.BulletinId;
import watchword.core.decision.Policy;
import watchword.core.place.Gazetteer;
import watchword.desk.Desk;
import watchword.desk.Founding;
import watchword.desk.Models;
import watchword.desk.Office;
import watchword.desk.Opening;
import watchword.gate.DirectoryInbox;
import watchword.gate.GateChild;
import watchword.gate.Inbox;
import watchword.gate.Visit;
import watchword.member.Pseudonym;
import watchword.seal.DirectoryKeyStore;
import watchword.seal.EpochKeys;
import watchword.seal.FormatException;
import watchword.seal.SigningKey;

/// An unlocked desk that collects by a gate of its own and opens without a pause; tells how many reports its journal holds.
public final class QuickDesk {
  private static final Pseudonym MEMBER = new Pseudonym("heron");
  /// Throw-away keys need no slow passphrase, and no good one.
  private static final int WORK_FACTOR = 10;
  private static final long PAUSE_MILLIS = 50;
  /// A gate that is killed is back at once, since the next kill comes within the second.
  private static final GateChild.Pace PACE = new GateChild.Pace(
      Duration.ofMillis(PAUSE_MILLIS), GateChild.Pace.USUAL.silence(), Duration.ofMillis(PAUSE_MILLIS), Duration.ofMillis(PAUSE_MILLIS));

  private QuickDesk() {}

  /// Founds a desk of one member and one lane.
  public static Office found(Path folder) throws IOException {
    return Founding.found(folder, "Lorne Watch", 1, MEMBER, passphrase(), tools()).office();
  }

  /// Opens it for its member.
  public static Office unlocked(Path folder) throws IOException {
    try {
      Office office = Office.open(folder, tools());
      if (!office.unlock(MEMBER, passphrase())) {
        office.close();
        throw new IOException("the desk does not unlock");
      }
      return office;
    } catch (FormatException e) {
      throw new IOException("the desk's folder is damaged: " + e.getMessage(), e);
    }
  }

  /// Returns the desk of an unlocked office, without a gazetteer.
  public static Desk desk(Office office) {
    return office.desk(new Desk.Setup(Models.standard(Policy.DEFAULT), Policy.DEFAULT, Gazetteer.EMPTY, ZoneOffset.UTC, () -> new BulletinId("b")));
  }

  private static Office.Tools tools() {
    return new Office.Tools(InstantSource.system(), new SecureRandom(), WORK_FACTOR, KindsFile.builtIn());
  }

  private static char[] passphrase() {
    return "seven quiet herons".toCharArray();
  }

  /// Works until it is killed.
  ///
  /// @param args the desk's folder, the hub's address
  public static void main(String[] args) throws IOException, FormatException, InterruptedException {
    Office office = unlocked(Path.of(args[0]));
    Desk desk = desk(office);
    Opening opening = new Opening(office, desk, KindsFile.builtIn());
    Inbox inbox = new DirectoryInbox(office.folder().inbox());
    EpochKeys keys = new EpochKeys(new DirectoryKeyStore(office.folder().keys()), new SecureRandom(), InstantSource.system());
    SigningKey receiptKey = SigningKey.of(Files.readAllBytes(office.folder().gateKey()));
    GateChild.Setup setup = new GateChild.Setup(URI.create(args[1]), office.folder().inbox(), keys, receiptKey, InstantSource.system(), PACE);
    try (GateChild _ = GateChild.begin(setup, new Unheard())) {
      work(desk, inbox, opening);
    }
  }

  /// A gate's fate is the drill's doing, and what it collects is seen in the inbox.
  private static final class Unheard implements GateChild.Listener {
    @Override
    public void visited(Visit visit) {}

    @Override
    public void ended(OptionalInt exitCode) {}

    @Override
    public void failed(Exception why) {
      // tried again; a gate that never comes is seen by what is not opened
    }
  }

  private static void work(Desk desk, Inbox inbox, Opening opening) throws IOException, InterruptedException {
    int told = -1;
    while (true) {
      told = tell(desk, told);
      for (Inbox.Item item : inbox.list(0)) {
        open(inbox, item, opening);
        told = tell(desk, told);
      }
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  private static int tell(Desk desk, int before) {
    int now = desk.reports();
    if (now != before) {
      System.out.println(now);
    }
    return now;
  }

  private static void open(Inbox inbox, Inbox.Item item, Opening opening) throws IOException {
    Opening.Came came = opening.take(inbox.read(item), item.lane(), Instant.now());
    if (came == Opening.Came.LOCKED || came == Opening.Came.UNREADABLE) {
      throw new IllegalStateException("a report came to " + came);
    }
    inbox.remove(item);
  }
}
