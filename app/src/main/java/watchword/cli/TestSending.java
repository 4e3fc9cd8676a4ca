package watchword.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import watchword.desk.DeskFile;
import watchword.desk.DeskFolder;
import watchword.desk.HighWaterClock;
import watchword.desk.TestReports;
import watchword.gate.PublicDoor;
import watchword.seal.Bundle;
import watchword.seal.Bytes;
import watchword.seal.DirectoryKeyStore;
import watchword.seal.Epoch;
import watchword.seal.EpochKeys;
import watchword.seal.FormatException;
import watchword.seal.PrivateKey;
import watchword.seal.Proof;
import watchword.seal.SealedReport;
import watchword.seal.SealedSize;
import watchword.seal.SignedBundle;
import watchword.seal.StopSheet;
import watchword.seal.Term;

/// Sends one test report as a sender's page does: the front page and what it names, a while of writing, the stop sheet and the bundle, then the same bytes
/// until the hub has them.
final class TestSending {

  private static final Pattern NAMED = Pattern.compile("(?:src|href)=\"(assets/[A-Za-z0-9._/-]+\\.(?:js|css|json|svg))\"");
  private static final int OK = 200;
  private static final int TAKEN = 204;
  private static final int FULL = 503;

  private final EpochKeys keys;
  private final DeskFile desk;
  private final PublicDoor door;
  private final TestReports tests;
  private final InstantSource clock;
  private final SecureRandom random;
  private final Pace pace;
  private volatile Optional<String> trouble = Optional.empty();

  /// How long a person takes; a test is quicker.
  ///
  /// @param least and most between reading and sending
  /// @param first wait before the same bytes again, doubled up to `longest`; `longest` also where the hub is full
  record Pace(Duration least, Duration most, Duration first, Duration longest) {
    static final Pace USUAL = new Pace(Duration.ofSeconds(40), Duration.ofMinutes(4), Duration.ofSeconds(2), Duration.ofMinutes(1));
  }

  /// The public address does not serve what a sender needs; it is tried again. The message names no address and nothing that came.
  private static final class NotServed extends IOException {
    private static final long serialVersionUID = 1L;

    NotServed(String message) {
      super(message);
    }
  }

  TestSending(DeskFolder folder, DeskFile desk, PublicDoor door, TestReports tests, InstantSource clock, SecureRandom random, Pace pace) {
    // Opened once: opening destroys what a crash left half written, which at work may be a key that the desk writes.
    this.keys = new EpochKeys(new DirectoryKeyStore(folder.keys()), random, clock);
    this.desk = desk;
    this.door = door;
    this.tests = tests;
    this.clock = clock;
    this.random = random;
    this.pace = pace;
  }

  /// Sends until it is taken or missed; what came of it stands with the tests.
  void send(TestReports.Made made) throws InterruptedException {
    Instant begun = clock.instant();
    Optional<Sealed> sealed = Optional.empty();
    Duration wait = pace.first();
    boolean visited = false;
    trouble = Optional.empty();
    while (clock.instant().isBefore(begun.plus(TestReports.MISSED_AFTER))) {
      Duration next = wait;
      try {
        if (!visited) {
          read();
          visited = true;
          Thread.sleep(between(pace.least(), pace.most()));
        }
        if (sealed.isEmpty()) {
          sealed = Optional.of(seal(made));
        }
        int status = post(sealed.get());
        if (status == TAKEN) {
          tests.taken(made.id());
          return;
        }
        trouble = Optional.of(status == FULL ? "the hub is full" : "it refuses the report");
        next = status == FULL ? pace.longest() : wait;
      } catch (NotServed e) {
        trouble = Optional.ofNullable(e.getMessage());
      } catch (IOException _) {
        // a bad network at night comes and goes; a door that stays shut is rung for when the report is missed
        trouble = Optional.of("it does not answer, or breaks off");
      } catch (RuntimeException e) {
        trouble = Optional.of("it could not be sent, by a fault of ours (" + e.getClass().getSimpleName() + "); tell us");
      }
      Thread.sleep(between(next.dividedBy(2), next.multipliedBy(3).dividedBy(2)));
      wait = wait.multipliedBy(2).compareTo(pace.longest()) > 0 ? pace.longest() : wait.multipliedBy(2);
    }
  }

  /// Why the last one is not taken yet, for the ring.
  Optional<String> trouble() {
    return trouble;
  }

  private Duration between(Duration least, Duration most) {
    return least.plusMillis(random.nextLong(Math.max(1, most.minus(least).toMillis())));
  }

  /// What every visitor loads.
  private void read() throws IOException {
    PublicDoor.Answer page = served(door.get("/"), "its front page");
    Matcher names = NAMED.matcher(new String(page.body(), StandardCharsets.UTF_8));
    Set<String> files = new LinkedHashSet<>();
    while (names.find()) {
      files.add("/" + names.group(1));
    }
    for (String file : files) {
      PublicDoor.Answer _ = served(door.get(file), "a file its front page names");
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // only carried, never compared
  private record Sealed(byte[] body, int workBits) {}

  private Sealed seal(TestReports.Made made) throws IOException {
    refuseStopped();
    Epoch today = Epoch.of(clock.instant());
    byte[] served = served(door.get("/bundle/" + today.date() + ".bin"), "today's bundle").body();
    try {
      if (!(SignedBundle.parse(served).check(desk.root(), clock.instant()) instanceof SignedBundle.Valid(Bundle bundle))) {
        throw new NotServed("the public address serves a bundle that pages refuse");
      }
      byte[] body = SealedReport.seal(made.content(), bundle, random.nextInt(bundle.lanes()), SealedSize.SMALL);
      tests.sealed(made.id(), inner(body, bundle.term()));
      return new Sealed(body, bundle.workBits());
    } catch (FormatException e) {
      throw new NotServed("the public address serves a bundle that is none");
    }
  }

  /// As the gate will name it.
  private Bytes inner(byte[] body, Term term) throws IOException, FormatException {
    try (PrivateKey gate = keys.gateKey(term).orElseThrow(() -> new NotServed("the public address serves a bundle whose key is not here"))) {
      byte[] inner = SealedReport.openOuter(body, gate).orElseThrow(() -> new NotServed("the public address serves another desk's bundle")).inner();
      return Bytes.of(MessageDigest.getInstance("SHA-256").digest(inner));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The work is always done, as pages do.
  private int post(Sealed sealed) throws IOException {
    long nonce = Proof.make(sealed.body(), HighWaterClock.machine(clock).instant(), sealed.workBits());
    refuseStopped();
    return door.post("/report/" + Proof.spell(nonce), sealed.body()).status();
  }

  /// As pages do: what the root did not sign closes nothing.
  private void refuseStopped() throws IOException {
    PublicDoor.Answer stop = door.get("/bundle/" + StopSheet.FILE_NAME);
    if (stop.status() == OK && closes(stop.body())) {
      throw new NotServed("the public address shows a stop sheet");
    }
  }

  private boolean closes(byte[] text) {
    try {
      StopSheet _ = StopSheet.read(text, desk.root());
      return true;
    } catch (FormatException _) {
      return false;
    }
  }

  private static PublicDoor.Answer served(PublicDoor.Answer answer, String what) throws IOException {
    if (answer.status() != OK) {
      throw new NotServed("the public address does not serve " + what);
    }
    return answer;
  }
}
