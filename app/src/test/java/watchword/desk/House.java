package watchword.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import watchword.core.report.Report;
import watchword.core.report.ReportId;
import watchword.member.Admission;
import watchword.member.Invitation;
import watchword.member.JoinRequest;
import watchword.member.MemberKey;
import watchword.member.Pseudonym;
import watchword.member.Role;
import watchword.seal.Bundle;
import watchword.seal.Epoch;
import watchword.seal.FormatException;
import watchword.seal.Mailbox;
import watchword.seal.PrivateKey;
import watchword.seal.PublicKey;
import watchword.seal.SealedReport;
import watchword.seal.SealedSize;
import watchword.seal.SignedBundle;

/// A desk in a folder, its clock, and people with telephones.
final class House implements AutoCloseable {

  static final SecureRandom RANDOM = new SecureRandom();
  static final Pseudonym HERON = new Pseudonym("heron");
  static final Pseudonym WREN = new Pseudonym("wren");
  static final Pseudonym ROOK = new Pseudonym("rook");

  private static final String MAILBOX_KEY = mailboxKey();

  final Path path;
  Instant now = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(9));
  InstantSource clock = () -> now;
  Office office;
  byte[] stopSheet;
  private int sent;

  House(Path path, int lanes) throws IOException {
    this.path = path;
    Founding.Founded founded = Founding.found(path, "Lorne Watch", lanes, HERON, passphrase(HERON), tools());
    office = founded.office();
    stopSheet = founded.stopSheet();
  }

  private static String mailboxKey() {
    try (PrivateKey key = PrivateKey.generate(RANDOM)) {
      return spelled(key.publicKey());
    }
  }

  private static String spelled(PublicKey key) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(key.raw());
  }

  /// What a sender who keeps their words writes into each report.
  static ReportFormat.Mailbox mailbox(Mailbox sender) {
    return new ReportFormat.Mailbox(spelled(sender.key().publicKey()), sender.tag().toString());
  }

  Office.Tools tools() {
    return new Office.Tools(clock, RANDOM, 10, RandomDesk.WORLD.kinds());
  }

  static char[] passphrase(Pseudonym member) {
    return ("seven quiet " + member).toCharArray();
  }

  /// Locks, and unlocks for these members alone.
  boolean reopen(Pseudonym... members) throws IOException, FormatException {
    office.close();
    office = Office.open(path, tools());
    boolean all = true;
    for (Pseudonym member : members) {
      all &= office.unlock(member, passphrase(member));
    }
    return all;
  }

  Desk desk() {
    return office.desk(RandomDesk.setup(new Random(1)));
  }

  /// Closes the desk and takes an image of its disk.
  Path copy(Path to) throws IOException {
    office.close();
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(path.relativize(file).toString()));
      }
    }
    return to;
  }

  void later(Duration duration) {
    now = now.plus(duration);
  }

  /// Someone's telephone seals a report by today's bundle; the gate opens the outer layer.
  byte[] inner(Report report, int lane) throws Exception {
    return inner(report, lane, Files.readAllBytes(office.folder().bundle(Epoch.of(now))));
  }

  /// The same by a bundle that the telephone has from before.
  byte[] inner(Report report, int lane, byte[] bundleOfToday) throws Exception {
    return throughTheGate(sealed(report, lane, bundleOfToday));
  }

  /// As it leaves the telephone.
  byte[] sealed(Report report, int lane) throws Exception {
    return sealed(report, lane, Files.readAllBytes(office.folder().bundle(Epoch.of(now))));
  }

  byte[] sealed(Report report, int lane, byte[] bundleOfToday) throws Exception {
    return sealed(content(report), lane, bundleOfToday);
  }

  /// What a telephone seals: the report, and a mailbox of its own.
  byte[] content(Report report) {
    ReportFormat.Mailbox mailbox = new ReportFormat.Mailbox(MAILBOX_KEY, "%032x".formatted(++sent));
    return new ReportFormat(RandomDesk.WORLD.kinds()).write(report, mailbox);
  }

  byte[] inner(byte[] content, int lane) throws Exception {
    return throughTheGate(sealed(content, lane));
  }

  byte[] sealed(byte[] content, int lane) throws Exception {
    return sealed(content, lane, Files.readAllBytes(office.folder().bundle(Epoch.of(now))));
  }

  private byte[] sealed(byte[] content, int lane, byte[] bundleOfToday) throws Exception {
    SignedBundle signed = SignedBundle.parse(bundleOfToday);
    if (!(signed.check(office.file().root(), now) instanceof SignedBundle.Valid(Bundle bundle))) {
      throw new AssertionError("the page refuses the bundle");
    }
    return SealedReport.seal(content, bundle, lane, SealedSize.SMALL);
  }

  private byte[] throughTheGate(byte[] sealed) throws Exception {
    try (PrivateKey gate = gateKey(Epoch.of(now))) {
      return SealedReport.openOuter(sealed, gate).orElseThrow().inner();
    }
  }

  private PrivateKey gateKey(Epoch day) throws Exception {
    var store = new watchword.seal.DirectoryKeyStore(office.folder().keys());
    return PrivateKey.of(store.find(watchword.seal.KeyName.gate(day)).orElseThrow().secret());
  }

  /// A report goes all the way; returns its id at the desk.
  ReportId report(int of, int lane) throws Exception {
    Desk desk = desk();
    Set<ReportId> before = ids(desk);
    Opening.Came came = new Opening(office, desk, RandomDesk.WORLD.kinds()).take(inner(told(of), lane), lane, now);
    if (came != Opening.Came.NEW) {
      throw new AssertionError("the report came to " + came);
    }
    Set<ReportId> after = new java.util.HashSet<>(ids(desk));
    after.removeAll(before);
    return after.iterator().next();
  }

  Set<ReportId> ids(Desk desk) {
    Set<ReportId> ids = new java.util.HashSet<>();
    desk.queue(now).forEach(one -> ids.addAll(one.incident().reports()));
    return ids;
  }

  /// What someone tells of this minute.
  Report told(int of) {
    Report report = RandomDesk.WORLD.sendings().get(of).report();
    Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
    return new Report(
        report.id(), report.channel(), report.source(), report.kind(), report.stance(), report.place(), new watchword.core.time.Span(minute, minute),
        report.text(), java.util.List.of(), java.util.List.of());
  }

  MemberKey device(Pseudonym name) {
    return MemberKey.generate(name, RANDOM);
  }

  Invitation invite(Pseudonym by, MemberKey device) {
    return office.invite(by, JoinRequest.of(device), new Invitation.Newcomer(Role.EDITOR, Set.of(0)));
  }

  /// Admits the device and leaves its key file where it unlocks.
  Admission admit(Invitation invitation, MemberKey device) {
    Admission admission = office.admit(invitation, JoinRequest.of(device));
    if (admission instanceof Admission.Admitted) {
      bring(device);
    }
    return admission;
  }

  void bring(MemberKey device) {
    DeskFolder.write(office.folder().keyFile(device.pseudonym(), device.device()), device.lock(passphrase(device.pseudonym()), 10));
  }

  static Optional<Admission.Reason> reason(Admission admission) {
    return admission instanceof Admission.Refused(Admission.Reason reason) ? Optional.of(reason) : Optional.empty();
  }

  @Override
  public void close() {
    office.close();
  }
}
