package watchword.drill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import watchword.core.bulletin.BulletinId;
import watchword.core.decision.Policy;
import watchword.core.report.Report;
import watchword.core.report.ReportId;
import watchword.core.time.Span;
import watchword.desk.Desk;
import watchword.desk.DeskFolder;
import watchword.desk.Founding;
import watchword.desk.Models;
import watchword.desk.Office;
import watchword.desk.Opening;
import watchword.desk.ReportFormat;
import watchword.member.Admission;
import watchword.member.Invitation;
import watchword.member.JoinRequest;
import watchword.member.MemberKey;
import watchword.member.Pseudonym;
import watchword.member.Role;
import watchword.seal.Bundle;
import watchword.seal.DirectoryKeyStore;
import watchword.seal.Epoch;
import watchword.seal.FormatException;
import watchword.seal.KeyName;
import watchword.seal.PrivateKey;
import watchword.seal.SealedReport;
import watchword.seal.SealedSize;
import watchword.seal.SignedBundle;

/// A real desk in a folder, by a clock that the drill moves: its office, its members' devices, and telephones that seal to it.
///
/// Nothing is modelled but time and the road: reports are sealed by the day's bundle to a lane drawn as the page draws it, opened layer by layer, and taken in.
final class ClockedDesk implements AutoCloseable {

  static final Pseudonym FOUNDER = new Pseudonym("heron");

  /// Throw-away keys are not worth a second each.
  private static final int LITTLE_WORK = 10;

  private static final int TAG_BYTES = 16;

  private final DrillClock clock = new DrillClock(World.START.truncatedTo(ChronoUnit.DAYS));
  private final SecureRandom random = new SecureRandom();
  private final World world;
  private final Path path;
  private final ReportFormat format;
  private final String mailboxKey;
  private final Map<ReportId, Taken> taken = new HashMap<>();
  private final List<ReportId> order = new ArrayList<>();
  private final SplittableRandom dice;
  private Office office;
  private Desk desk;

  /// What the drill knows of a report, and no page of the console does.
  ///
  /// @param marker words of this report alone
  record Taken(int lane, String marker) {}

  ClockedDesk(Path path, int lanes, long seed) throws IOException {
    this.world = World.seeded(seed, WorldSize.USUAL);
    this.path = path;
    this.format = new ReportFormat(world.kinds());
    this.dice = new SplittableRandom(seed);
    try (PrivateKey mailbox = PrivateKey.generate(random)) {
      this.mailboxKey = Base64.getUrlEncoder().withoutPadding().encodeToString(mailbox.publicKey().raw());
    }
    this.office = Founding.found(path, "Watch of Lorne", lanes, FOUNDER, passphrase(FOUNDER), tools()).office();
    this.desk = office.desk(setup());
  }

  Office office() {
    return office;
  }

  Desk desk() {
    return desk;
  }

  World world() {
    return world;
  }

  DrillClock clock() {
    return clock;
  }

  /// The reports taken in so far, in the order of their arrival.
  List<ReportId> order() {
    return order;
  }

  Taken taken(ReportId id) {
    return Optional.ofNullable(taken.get(id)).orElseThrow();
  }

  static char[] passphrase(Pseudonym member) {
    return ("seven quiet " + member).toCharArray();
  }

  private Office.Tools tools() {
    return new Office.Tools(clock, random, LITTLE_WORK, world.kinds());
  }

  private Desk.Setup setup() {
    return new Desk.Setup(Models.standard(Policy.DEFAULT), Policy.DEFAULT, world.gazetteer(), ZoneOffset.UTC, () -> new BulletinId(HexFormat.of().toHexDigits(random.nextLong())));
  }

  MemberKey device(Pseudonym name) {
    return MemberKey.generate(name, random);
  }

  Invitation invite(Pseudonym by, MemberKey device, Set<Integer> lanes) {
    return office.invite(by, JoinRequest.of(device), new Invitation.Newcomer(Role.EDITOR, lanes));
  }

  /// Admits a device and leaves its key file where it unlocks.
  Admission admit(Invitation invitation, MemberKey device) {
    Admission admission = office.admit(invitation, JoinRequest.of(device));
    if (admission instanceof Admission.Admitted) {
      DeskFolder.write(office.folder().keyFile(device.pseudonym(), device.device()), device.lock(passphrase(device.pseudonym()), LITTLE_WORK));
    }
    return admission;
  }

  /// Locks, and unlocks for these members.
  void unlock(List<Pseudonym> members) throws IOException, FormatException {
    office.close();
    office = Office.open(path, tools());
    for (Pseudonym member : members) {
      if (!office.unlock(member, passphrase(member))) {
        throw new IllegalStateException(member + " could not unlock");
      }
    }
    desk = office.desk(setup());
  }

  /// The next day begins: keys, destruction, what the desk does by itself.
  void nextDay() {
    clock.advanceTo(Duration.ofDays(1));
    office.renew();
    desk.tick(clock.instant());
    desk.housekeeping(clock.instant());
  }

  /// Someone tells something now.
  void report() throws IOException, FormatException {
    Bundle bundle = bundle();
    // As the page draws: uniformly from the lanes of the bundle.
    int lane = random.nextInt(bundle.lanes());
    String marker = "marker" + Long.toString(order.size(), 36) + "q" + Long.toString(dice.nextLong(1L << 40), 36);
    Report like = world.sendings().get(dice.nextInt(world.sendings().size())).report();
    var minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
    Report told = new Report(
        like.id(), like.channel(), like.source(), like.kind(), like.stance(), like.place(), new Span(minute, minute.plusSeconds(60)),
        "seen from the " + marker + " window", List.of(), List.of());
    byte[] tag = new byte[TAG_BYTES];
    random.nextBytes(tag);
    byte[] content = format.write(told, new ReportFormat.Mailbox(mailboxKey, HexFormat.of().formatHex(tag)));
    ReportId id = ReportFormat.id(content);
    byte[] inner = throughTheGate(SealedReport.seal(content, bundle, lane, SealedSize.SMALL));
    if (new Opening(office, desk, world.kinds()).take(inner, lane, clock.instant()) != Opening.Came.NEW) {
      throw new IllegalStateException("a report was not taken in");
    }
    taken.put(id, new Taken(lane, marker));
    order.add(id);
  }

  private Bundle bundle() throws IOException, FormatException {
    SignedBundle signed = SignedBundle.parse(Files.readAllBytes(office.folder().bundle(Epoch.of(clock.instant()))));
    if (signed.check(office.file().root(), clock.instant()) instanceof SignedBundle.Valid(Bundle bundle)) {
      return bundle;
    }
    throw new IllegalStateException("a page would refuse today's bundle");
  }

  private byte[] throughTheGate(byte[] sealed) throws FormatException {
    byte[] seed = new DirectoryKeyStore(office.folder().keys()).find(KeyName.gate(Epoch.of(clock.instant()))).orElseThrow().secret();
    try (PrivateKey gate = PrivateKey.of(seed)) {
      return SealedReport.openOuter(sealed, gate).orElseThrow().inner();
    }
  }

  @Override
  public void close() {
    office.close();
  }
}
