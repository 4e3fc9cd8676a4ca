package watchword.path;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
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
import watchword.seal.SigningKey;

/// An unlocked desk that collects and opens without a pause; tells how many reports its journal holds.
final class DeskAlone {

  static final Pseudonym MEMBER = new Pseudonym("heron");
  private static final long PAUSE_MILLIS = 50;

  private DeskAlone() {}

  /// Key files of a throw-away desk cost little work.
  static Office.Tools tools() {
    return new Office.Tools(InstantSource.system(), new SecureRandom(), 10, KindsFile.builtIn());
  }

  static char[] passphrase() {
    return "seven quiet herons".toCharArray();
  }

  static Office unlocked(Path folder) throws Exception {
    Office office = Office.open(folder, tools());
    if (!office.unlock(MEMBER, passphrase())) {
      throw new IllegalStateException("the desk does not unlock");
    }
    return office;
  }

  static Desk desk(Office office) {
    return office.desk(new Desk.Setup(Models.standard(Policy.DEFAULT), Policy.DEFAULT, Gazetteer.EMPTY, ZoneOffset.UTC, () -> new BulletinId("b")));
  }

  /// Works until it is killed.
  ///
  /// @param args the desk's folder, the hub's address
  public static void main(String[] args) throws Exception {
    Office office = unlocked(Path.of(args[0]));
    Desk desk = desk(office);
    Opening opening = new Opening(office, desk, KindsFile.builtIn());
    Inbox inbox = new DirectoryInbox(office.folder().inbox());
    EpochKeys keys = new EpochKeys(new DirectoryKeyStore(office.folder().keys()), new SecureRandom(), InstantSource.system());
    SigningKey receiptKey = SigningKey.of(Files.readAllBytes(office.folder().gateKey()));
    Gate gate = new Gate(new HttpDoor(URI.create(args[1])), keys, receiptKey, inbox, InstantSource.system());
    while (true) {
      try {
        gate.collect();
      } catch (IOException e) {
        System.err.println("the hub is away: " + e.getClass().getSimpleName());
      }
      open(inbox, opening, desk);
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  private static void open(Inbox inbox, Opening opening, Desk desk) throws IOException {
    System.out.println(desk.reports());
    for (Inbox.Item item : inbox.list(0)) {
      Opening.Came came = opening.take(inbox.read(item), item.lane(), Instant.now());
      if (came == Opening.Came.LOCKED || came == Opening.Came.UNREADABLE) {
        throw new IllegalStateException("a report came to " + came);
      }
      inbox.remove(item);
      System.out.println(desk.reports());
    }
  }
}
