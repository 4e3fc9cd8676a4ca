package watchword.drill.crash;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.locks.LockSupport;
import watchword.archive.KindsFile;
import watchword.core.bulletin.BulletinId;
import watchword.core.decision.Policy;
import watchword.core.place.Gazetteer;
import watchword.desk.Desk;
import watchword.desk.Models;
import watchword.desk.Office;
import watchword.desk.Opening;
import watchword.gate.DirectoryInbox;
import watchword.gate.Gate;
import watchword.gate.HttpDoor;
import watchword.gate.Inbox;
import watchword.member.Pseudonym;
import watchword.seal.DirectoryKeyStore;
import watchword.seal.EpochKeys;
import watchword.seal.FormatException;
import watchword.seal.SigningKey;

/// An unlocked desk, its gate included, that collects and opens without a pause; tells how many reports its journal holds.
public final class QuickDesk {
  private static final Pseudonym MEMBER = new Pseudonym("heron");
  /// Throw-away keys need no slow passphrase, and no good one.
  private static final int WORK_FACTOR = 10;
  private static final long PAUSE_MILLIS = 50;

  private QuickDesk() {}

  /// Founds a desk of one member and one lane.
  public static Office found(Path folder) throws IOException {
    return Office.found(folder, "Lorne Watch", 1, MEMBER, passphrase(), tools()).office();
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
    Gate gate = new Gate(new HttpDoor(URI.create(args[1])), keys, receiptKey, inbox, InstantSource.system());
    // On a thread of its own, as a desk has it: what is there is opened while more comes.
    Thread collector = Thread.ofPlatform().daemon().name("gate").start(() -> collect(gate));
    int told = -1;
    while (collector.isAlive()) {
      told = tell(desk, told);
      for (Inbox.Item item : inbox.list(0)) {
        open(inbox, item, opening);
        told = tell(desk, told);
      }
      Thread.sleep(PAUSE_MILLIS);
    }
    throw new IllegalStateException("the gate ended");
  }

  private static void collect(Gate gate) {
    while (true) {
      try {
        gate.collect();
      } catch (IOException _) {
        // The hub is away; it comes back.
      }
      LockSupport.parkNanos(PAUSE_MILLIS * 1_000_000);
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
