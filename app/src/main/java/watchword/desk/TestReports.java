package watchword.desk;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import watchword.core.kind.Kind;
import watchword.core.kind.Kinds;
import watchword.core.place.Place;
import watchword.core.place.Town;
import watchword.core.report.Channel;
import watchword.core.report.Report;
import watchword.core.report.ReportId;
import watchword.core.report.SourceKey;
import watchword.core.report.Stance;
import watchword.core.time.Span;
import watchword.seal.Bytes;
import watchword.seal.FormatException;
import watchword.seal.PrivateKey;
import watchword.seal.Terms;

/// The desk's own test reports: when they go out, what stands in them, which are on their way, and whether what came is one.
///
/// One goes out in each fifth of a UTC day, at a moment drawn anew. Inside, it is a report like another; the tag of its mailbox is an
/// HMAC of the mailbox's key, which looks like any sender's tag to whoever lacks this desk's key. It counts once, when the very report
/// that went out comes back; a copy is dropped and counts nothing.
public final class TestReports {

  /// As many as this a day.
  public static final int A_DAY = 5;

  /// When one is missed: two ticks, the hub's and the desk's, and the quarter of an hour that one visit to a slow hub may take.
  public static final Duration MISSED_AFTER = Terms.TICK.multipliedBy(2).plusMinutes(15);

  private static final Duration PART = Duration.ofDays(1).dividedBy(A_DAY);
  private static final Duration STATED = Duration.ofHours(1);
  private static final double METRES = 2_000;
  private static final Bytes NOT_SEALED = Bytes.of(new byte[32]);

  private final DeskFolder folder;
  private final Kinds kinds;
  private final List<Town> towns;
  private final SecureRandom random;
  private final Instant watchedSince;
  private TestState state;
  private TestState saved;
  private int drawnFor = -1;
  private Instant drawn = Instant.MAX;

  /// A test report that went out, to be sealed.
  @SuppressWarnings("ArrayRecordComponent") // only carried, never compared
  public record Made(ReportId id, byte[] content) {}

  /// One that is missing, told once.
  ///
  /// @param taken whether the door acknowledged it
  public record Missed(Instant sent, boolean taken) {

    private static Missed of(TestState.Waiting one) {
      return new Missed(one.sent(), one.taken());
    }
  }

  private TestReports(DeskFolder folder, Kinds kinds, List<Town> towns, SecureRandom random, TestState state, Instant now) {
    this.folder = folder;
    this.kinds = kinds;
    this.towns = towns;
    this.random = random;
    this.state = state;
    this.saved = state;
    this.watchedSince = now;
  }

  /// Goes on from what the folder remembers. What was never acknowledged has no sender any more and is forgotten, unless it was rung for.
  public static TestReports open(DeskFolder folder, Kinds kinds, List<Town> towns, SecureRandom random, Instant now) throws FormatException {
    TestState state = Files.exists(folder.doorbell()) ? TestState.read(DeskFolder.bytes(folder.doorbell())) : TestState.first(random);
    TestReports tests = new TestReports(folder, kinds, towns, random, state, now);
    tests.keep(state.withoutUntaken());
    return tests;
  }

  /// Makes the one that is due, one in each part of the day; it is on its way from now on.
  public synchronized Optional<Made> due(Instant now) {
    int part = part(now);
    if (state.lastPart() >= part) {
      return Optional.empty();
    }
    if (drawnFor != part) {
      drawnFor = part;
      drawn = draw(now);
    }
    if (now.isBefore(drawn)) {
      return Optional.empty();
    }
    Made made = make(now);
    keep(state.sent(part, new TestState.Waiting(made.id(), NOT_SEALED, now, false, TestState.Told.UNTOLD)));
    return Optional.of(made);
  }

  /// It was sealed.
  ///
  /// @param inner the SHA-256 of its inner file
  public synchronized void sealed(ReportId id, Bytes inner) {
    keep(state.with(id, waiting -> waiting.as(inner)));
  }

  /// Parts of days since 1970.
  private static int part(Instant now) {
    return Math.toIntExact(Math.floorDiv(now.getEpochSecond(), PART.toSeconds()));
  }

  /// Some moment of what is left of this part, a tick before its end at the latest, for a desk looks once a tick.
  private Instant draw(Instant now) {
    long left = (part(now) + 1L) * PART.toSeconds() - Terms.TICK.toSeconds() - now.getEpochSecond();
    return now.plusSeconds(left > 0 ? random.nextLong(left) : 0);
  }

  private Made make(Instant now) {
    ReportFormat.Mailbox mailbox = mailbox();
    Kind kind = kinds.list().get(random.nextInt(kinds.list().size()));
    Instant minute = Instant.ofEpochSecond(now.getEpochSecond() / 60 * 60);
    Report report = new Report(
        new ReportId("test"), Channel.SEALED, new SourceKey(mailbox.tag()), kind, Stance.SIGHTING, place(), new Span(minute.minus(STATED), minute), "",
        List.of(), List.of());
    byte[] content = new ReportFormat(kinds).write(report, mailbox);
    return new Made(ReportFormat.id(content), content);
  }

  private Optional<Place> place() {
    if (towns.isEmpty()) {
      return Optional.empty();
    }
    Town town = towns.get(random.nextInt(towns.size()));
    return Optional.of(new Place(town.latitude(), town.longitude(), METRES, town.name()));
  }

  /// Of a key whose private part is never kept: nobody reads what would be written to it.
  private ReportFormat.Mailbox mailbox() {
    try (PrivateKey forgotten = PrivateKey.generate(random)) {
      String key = Base64.getUrlEncoder().withoutPadding().encodeToString(forgotten.publicKey().raw());
      return new ReportFormat.Mailbox(key, tag(key));
    }
  }

  private String tag(String mailboxKey) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(state.key().toArray(), "HmacSHA256"));
      return HexFormat.of().formatHex(Arrays.copyOf(mac.doFinal(("watchword.test/1 " + mailboxKey).getBytes(StandardCharsets.US_ASCII)), 16));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Whether a report of this mailbox is one of the desk's own.
  public boolean isOne(ReportFormat.Mailbox mailbox) {
    return MessageDigest.isEqual(
        tag(mailbox.key()).getBytes(StandardCharsets.US_ASCII), mailbox.tag().getBytes(StandardCharsets.US_ASCII));
  }

  /// The door acknowledged it.
  public synchronized void taken(ReportId id) {
    keep(state.with(id, TestState.Waiting::asTaken));
  }

  /// One came back and was opened; false for a copy, which counts nothing.
  public synchronized boolean cameBack(ReportId id, Instant now) {
    boolean waited = state.waiting().stream().anyMatch(one -> one.id().equals(id) && one.told() != TestState.Told.LATE);
    if (waited) {
      keep(state.cameBack(id, now));
    }
    return waited;
  }

  /// One came back to the inbox and need not be opened, so that a locked desk knows it too.
  ///
  /// @param inner as the inbox names what waits
  public synchronized boolean cameBack(Bytes inner, Instant now) {
    Optional<ReportId> id = state.waiting().stream().filter(one -> one.inner().equals(inner)).map(TestState.Waiting::id).findFirst();
    return id.isPresent() && cameBack(id.get(), now);
  }

  /// What is missing by now and was not told before; call [#remember] once it is told.
  ///
  /// @param rung whether one was rung for already: then the journal is owed no other
  public synchronized List<Missed> missed(Instant now, boolean rung) {
    List<Missed> missed = new ArrayList<>();
    TestState next = state;
    for (TestState.Waiting waiting : state.waiting()) {
      Instant from = waiting.sent().isBefore(watchedSince) ? watchedSince : waiting.sent();
      if (waiting.told() == TestState.Told.UNTOLD && !now.isBefore(from.plus(MISSED_AFTER))) {
        TestState.Told told = rung || !missed.isEmpty() ? TestState.Told.TOLD : TestState.Told.OWED;
        missed.add(Missed.of(waiting));
        next = next.with(waiting.id(), one -> one.as(told));
      }
    }
    state = next.since(now.minus(Terms.KEY_LIFETIME));
    return missed;
  }

  /// Keeps what is not kept yet. A desk that is killed before it rings again.
  public synchronized void remember() {
    if (!state.equals(saved)) {
      keep(state);
    }
  }

  /// When one was rung for, at the earliest, since which none came back: what a desk that starts again goes on from.
  public synchronized Optional<Instant> rung() {
    return state.waiting().stream().filter(one -> one.told() != TestState.Told.UNTOLD).map(one -> one.sent().plus(MISSED_AFTER))
        .filter(at -> state.back().filter(back -> !back.isBefore(at)).isEmpty()).findFirst();
  }

  /// The one that was rung for and is not in the journal yet.
  public synchronized Optional<Missed> owed() {
    return state.waiting().stream().filter(one -> one.told().isOwed()).map(Missed::of).findFirst();
  }

  /// What was owed is in the journal. A desk that is killed between the two enters it twice, and never not at all.
  public synchronized void noted() {
    keep(state.noted());
  }

  /// When the last one came back.
  public synchronized Optional<Instant> lastBack() {
    return state.back();
  }

  /// On disk first: what could not be saved did not happen.
  private void keep(TestState next) {
    DeskFolder.write(folder.doorbell(), next.write());
    state = next;
    saved = next;
  }
}
