package watchword.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import watchword.core.decision.Giveaway;
import watchword.core.report.Channel;
import watchword.core.report.Report;
import watchword.core.report.ReportId;
import watchword.core.report.SourceKey;
import watchword.drill.World;
import watchword.seal.Drop;
import watchword.seal.FormatException;
import watchword.seal.Mailbox;
import watchword.seal.SigningKey;

/// What members write to senders, and what comes back.
class LettersTest {

  private static final Instant NOW = World.START.plus(Duration.ofHours(3));
  private static final SigningKey BOARD = SigningKey.generate(House.RANDOM);

  private final MemoryLedger ledger = new MemoryLedger();
  private final MemoryBodies bodies = new MemoryBodies();
  private final Desk desk = new Desk(ledger, bodies, RandomDesk.setup(new Random(1)));
  private final Letters letters = desk.letters();

  @Test
  void a_reply_stands_in_the_drop_until_its_sender_answers() throws Exception {
    Mailbox sender = sender(1);
    ReportId report = arrived(1, sender);

    assertThat(write("anna", report, "Which way did it go?", NOW)).isEqualTo(new Letters.Outcome.Standing(NOW.plus(Duration.ofDays(7))));
    assertThat(drop(NOW).find(sender).orElseThrow().text()).isEqualTo("Which way did it go?");
    assertThat(drop(NOW).find(sender(2))).isEmpty();

    says(sender, Continuation.Act.ADD, "North.", NOW.plusSeconds(9_000));
    assertThat(drop(NOW.plusSeconds(9_000)).find(sender)).isEmpty();
    assertThat(letters.standing(NOW.plusSeconds(9_000))).isZero();
  }

  @Test
  void a_reply_nobody_answers_is_gone_after_seven_days() throws Exception {
    Mailbox sender = sender(1);
    write("anna", arrived(1, sender), "Which way did it go?", NOW);
    assertThat(drop(NOW.plus(Duration.ofDays(7).minusSeconds(1))).find(sender)).isPresent();
    assertThat(drop(NOW.plus(Duration.ofDays(7))).find(sender)).isEmpty();
  }

  @Test
  void every_opened_report_is_told_whether_or_not_words_were_shown_and_only_to_its_sender() throws Exception {
    arrived(1, sender(1));
    arrived(2, sender(2));
    Drop drop = drop(NOW);
    assertThat(drop.opened(sender(1).tag())).isTrue();
    assertThat(drop.opened(sender(2).tag())).isTrue();
    assertThat(drop.opened(sender(3).tag())).isFalse();
  }

  @Test
  void at_most_64_replies_stand_and_the_editor_hears_when_the_next_place_is_free() throws Exception {
    for (int i = 0; i < Drop.CELLS; i++) {
      assertThat(letters.nextFree(NOW)).isEmpty();
      write(i % 2 == 0 ? "anna" : "boris", arrived(i, sender(i)), "Which way?", NOW.plusSeconds(60L * i));
    }
    Instant later = NOW.plusSeconds(7_200);
    ReportId more = arrived(70, sender(70));
    Instant free = NOW.plus(Duration.ofDays(7));
    assertThat(write("boris", more, "Which way?", later)).isEqualTo(new Letters.Outcome.Full(free));
    assertThat(letters.nextFree(later)).contains(free);

    says(sender(5), Continuation.Act.ADD, "North.", later);
    assertThat(letters.nextFree(later)).isEmpty();
    assertThat(write("boris", more, "Which way?", later)).isInstanceOf(Letters.Outcome.Standing.class);
  }

  @Test
  void a_second_reply_to_one_sender_takes_the_place_of_the_first() throws Exception {
    Mailbox sender = sender(1);
    ReportId report = arrived(1, sender);
    write("anna", report, "Which way?", NOW);
    write("boris", report, "And how many?", NOW.plusSeconds(60));
    assertThat(letters.standing(NOW.plusSeconds(60))).isEqualTo(1);
    assertThat(drop(NOW.plusSeconds(60)).find(sender).orElseThrow().text()).isEqualTo("And how many?");
    assertThat(letters.thread("anna", report, NOW).letters()).hasSize(2);
  }

  @Test
  void what_a_sender_adds_belongs_to_the_first_report_and_is_no_second_witness() throws Exception {
    Mailbox sender = sender(1);
    ReportId report = arrived(1, sender);
    int before = desk.reports();
    double probability = desk.queue(NOW).getFirst().corroboration().probability();

    says(sender, Continuation.Act.CORRECT, "It was two, not twelve.", NOW);

    assertThat(desk.reports()).isEqualTo(before);
    assertThat(desk.queue(NOW)).hasSize(1);
    assertThat(desk.queue(NOW).getFirst().corroboration().probability()).isEqualTo(probability);
    Letters.Exchange thread = letters.thread("anna", report, NOW);
    Entry.Continued came = (Entry.Continued) thread.letters().getFirst();
    assertThat(came.act()).isEqualTo(Continuation.Act.CORRECT);
    assertThat(desk.words("anna", came.id(), NOW)).contains("It was two, not twelve.");
    assertThat(entries()).filteredOn(entry -> entry instanceof Entry.Shown).hasSize(1);
  }

  @Test
  void the_same_continuation_twice_is_one() throws Exception {
    Mailbox sender = sender(1);
    arrived(1, sender);
    Continuation said = Continuation.read(Continuation.write(Continuation.Act.ADD, "North.", spelled(sender)));
    assertThat(letters.receive(said, 0, NOW)).isTrue();
    assertThat(letters.receive(said, 0, NOW.plusSeconds(60))).isFalse();
    assertThat(letters.threads("anna", NOW)).hasSize(1);
  }

  @Test
  void a_wish_to_destroy_is_done_at_once_with_all_that_passed_and_its_sender_sees_it() throws Exception {
    Mailbox sender = sender(1);
    ReportId report = arrived(1, sender);
    write("anna", report, "Which way?", NOW);
    says(sender, Continuation.Act.ADD, "North.", NOW);
    ReportId added = ((Entry.Continued) letters.thread("anna", report, NOW).letters().getLast()).id();
    ReportId written = ((Entry.Replied) letters.thread("anna", report, NOW).letters().getFirst()).words();
    assertThat(bodies.open(written)).isPresent();

    says(sender, Continuation.Act.DESTROY, "", NOW);

    assertThat(desk.words("anna", report, NOW)).isEmpty();
    assertThat(bodies.open(added)).isEmpty();
    assertThat(bodies.open(written)).isEmpty();
    Drop drop = drop(NOW);
    assertThat(drop.destroyed(sender.tag())).isTrue();
    assertThat(drop.opened(sender.tag())).isFalse();
    assertThat(drop.find(sender)).isEmpty();
    assertThat(drop(NOW.plus(Duration.ofDays(8))).destroyed(sender.tag())).isFalse();
    assertThat(letters.threads("anna", NOW)).isEmpty();
    assertThat(write("anna", report, "Are you safe?", NOW)).isInstanceOf(Letters.Outcome.Refused.class);
  }

  @Test
  void a_report_opened_only_after_its_sender_wished_it_destroyed_is_destroyed_when_it_is_opened() throws Exception {
    Mailbox sender = sender(1);
    says(sender, Continuation.Act.DESTROY, "", NOW);
    ReportId report = arrived(1, sender);
    assertThat(bodies.open(report)).isEmpty();
    assertThat(desk.words("anna", report, NOW)).isEmpty();
    assertThat(drop(NOW).destroyed(sender.tag())).isTrue();
    says(sender, Continuation.Act.ADD, "and more", NOW);
    assertThat(letters.threads("anna", NOW)).isEmpty();
  }

  @Test
  void what_passed_goes_with_the_report_when_it_is_forgotten() throws Exception {
    Mailbox sender = sender(1);
    ReportId report = arrived(1, sender);
    write("anna", report, "Which way?", NOW);
    says(sender, Continuation.Act.ADD, "North.", NOW);
    ReportId added = ((Entry.Continued) letters.thread("anna", report, NOW).letters().getLast()).id();
    ReportId written = ((Entry.Replied) letters.thread("anna", report, NOW).letters().getFirst()).words();
    assertThat(bodies.open(written)).isPresent();
    desk.forget(List.of(report), NOW);
    assertThat(bodies.open(added)).isEmpty();
    assertThat(bodies.open(written)).isEmpty();
    assertThat(drop(NOW).opened(sender.tag())).isFalse();
    assertThat(drop(NOW).destroyed(sender.tag())).isFalse();
  }

  @Test
  void a_report_without_a_mailbox_and_a_reply_that_is_too_long_are_refused() throws Exception {
    Report byHand = RandomDesk.WORLD.sendings().getFirst().report();
    desk.receive(byHand, "", "anna", NOW);
    assertThat(letters.write("anna", byHand.id(), "Which way?", NOW)).isInstanceOf(Letters.Outcome.Refused.class);
    ReportId report = arrived(1, sender(1));
    assertThat(write("anna", report, "я".repeat(1_300), NOW)).isInstanceOf(Letters.Outcome.Refused.class);
    assertThat(write("anna", report, "  ", NOW)).isInstanceOf(Letters.Outcome.Refused.class);
    assertThat(letters.standing(NOW)).isZero();
  }

  @Test
  void a_question_that_repeats_place_time_or_words_is_told() throws Exception {
    Report told = RandomDesk.WORLD.sendings().stream().map(sending -> sending.report())
        .filter(report -> report.place().isPresent() && report.text().split(" ", -1).length > 8).findFirst().orElseThrow();
    desk.receive(told, spelled(sender(1)).spelling(), Desk.DESK, NOW);
    desk.words("anna", told.id(), NOW);
    String town = RandomDesk.WORLD.gazetteer().nearest(told.place().orElseThrow(), 0).orElseThrow().name();
    String clock = told.when().earliest().toString().substring(11, 16);
    assertThat(letters.echoes("anna", told.id(), "Which way did it go?")).isEmpty();
    assertThat(letters.echoes("anna", told.id(), "What did you see near " + town + "?")).contains(Giveaway.PLACE);
    assertThat(letters.echoes("anna", told.id(), "Were you there at " + clock + "?")).contains(Giveaway.TIME);
    assertThat(letters.echoes("anna", told.id(), "You wrote: " + told.text())).contains(Giveaway.WORDS);
  }

  @Test
  void who_was_not_shown_a_report_learns_nothing_of_it_from_warnings_and_writes_nothing_to_its_sender() throws Exception {
    Report told = RandomDesk.WORLD.sendings().get(1).report();
    ReportId report = arrived(1, sender(1));
    ReportId other = arrived(2, sender(1));
    String repeated = "You wrote: " + told.text();
    desk.words("boris", report, NOW);
    desk.words("anna", other, NOW);

    assertThat(letters.echoes("anna", report, repeated)).doesNotContain(Giveaway.WORDS);
    assertThat(letters.write("anna", report, repeated, NOW)).isInstanceOf(Letters.Outcome.Refused.class);
    assertThat(letters.standing(NOW)).isZero();

    desk.words("anna", report, NOW);
    assertThat(letters.echoes("anna", report, repeated)).contains(Giveaway.WORDS);
    assertThat(letters.echoes("anna", other, repeated)).as("of the same mailbox").contains(Giveaway.WORDS);
    assertThat(letters.write("anna", report, "Which way?", NOW)).isInstanceOf(Letters.Outcome.Standing.class);
  }

  @Test
  void a_whole_report_by_the_same_mailbox_is_known_to_be_the_same_source_and_the_first_is_not_marked() throws Exception {
    arrived(1, sender(1));
    arrived(2, sender(1));
    arrived(3, sender(2));
    assertThat(entries()).filteredOn(entry -> entry instanceof Entry.Arrived).extracting(entry -> ((Entry.Arrived) entry).reading())
        .extracting(reading -> reading.channel() + " " + reading.source().equals(new SourceKey(sender(1).tag().toString())))
        .containsExactly("SEALED true", "MAILBOX true", "SEALED false");
    assertThat(letters.thread("anna", RandomDesk.WORLD.sendings().get(1).report().id(), NOW).reports()).hasSize(2);
  }

  @Test
  void a_checkpoint_keeps_what_stands_and_what_came_back() throws Exception {
    write("anna", arrived(1, sender(1)), "Which way?", NOW);
    says(sender(1), Continuation.Act.ADD, "North.", NOW);
    write("anna", arrived(2, sender(2)), "Which way?", NOW);
    says(sender(3), Continuation.Act.DESTROY, "", NOW);
    Casebook full = fold(entries());
    Casebook resumed = fold(Checkpoint.exact(full));
    assertThat(resumed.correspondence().letters()).isEqualTo(full.correspondence().letters()).hasSize(3);
    assertThat(resumed.correspondence().standing(NOW)).isEqualTo(full.correspondence().standing(NOW)).hasSize(1);
    assertThat(resumed.correspondence().openedTags()).isEqualTo(full.correspondence().openedTags());
    assertThat(resumed.correspondence().destroyedTags(NOW)).containsExactly(sender(3).tag().toString());
    assertThat(Checkpoint.nameless(full)).allSatisfy(entry -> assertThat(entry.toString()).doesNotContain("anna"));
    assertThat(Checkpoint.nameless(full)).noneMatch(LettersTest::isWish);
    assertThat(fold(Checkpoint.forNewcomer(full)).correspondence().letters()).isEmpty();
  }

  @Test
  void a_wish_to_destroy_leaves_the_checkpoint_once_it_is_carried_out_and_no_sooner() throws Exception {
    arrived(1, sender(1));
    List<Entry> taken = new ArrayList<>(entries());
    taken.add(new Entry.Continued(NOW, new ReportId("wish"), sender(1).tag().toString(), Continuation.Act.DESTROY));
    Casebook owing = fold(Checkpoint.nameless(fold(taken)));
    assertThat(owing.correspondence().owed()).hasSize(1);
    assertThat(owing.correspondence().destroyedTags(NOW)).as("not told before it is done").isEmpty();

    taken.add(new Entry.Forgot(NOW, List.copyOf(owing.correspondence().owed())));
    assertThat(fold(taken).correspondence().destroyedTags(NOW)).containsExactly(sender(1).tag().toString());
    assertThat(Checkpoint.nameless(fold(taken))).noneMatch(LettersTest::isWish);
  }

  @Test
  void a_wish_that_is_over_ends_no_letter_of_later_and_the_newest_is_told_first() throws Exception {
    arrived(1, sender(1));
    says(sender(1), Continuation.Act.DESTROY, "", NOW);
    says(sender(3), Continuation.Act.DESTROY, "", NOW);
    says(sender(4), Continuation.Act.DESTROY, "", NOW.plusSeconds(3_600));
    assertThat(fold(entries()).correspondence().destroyedTags(NOW))
        .containsExactly(sender(4).tag().toString(), sender(3).tag().toString(), sender(1).tag().toString());

    Instant later = NOW.plus(Duration.ofDays(8));
    write("anna", arrived(2, sender(1), later), "Which way?", later);
    Casebook resumed = fold(Checkpoint.exact(fold(entries())));
    assertThat(resumed.correspondence().standing(later)).hasSize(1);
    assertThat(resumed.correspondence().owed()).isEmpty();
  }

  @Test
  void what_is_said_of_a_report_that_never_comes_is_kept_four_days_and_else_as_long_as_its_report() throws Exception {
    says(sender(1), Continuation.Act.ADD, "North.", NOW);
    says(sender(2), Continuation.Act.ADD, "South.", NOW);
    List<ReportId> said = fold(entries()).correspondence().bodies();
    arrived(2, sender(2));

    desk.housekeeping(NOW.plus(Duration.ofDays(4)));
    assertThat(said).allSatisfy(words -> assertThat(bodies.open(words)).isPresent());
    desk.housekeeping(NOW.plus(Duration.ofHours(97)));
    assertThat(bodies.open(said.getFirst())).isEmpty();
    assertThat(bodies.open(said.getLast())).contains("South.");
    assertThat(fold(entries()).correspondence().bodies()).containsExactly(said.getLast());
  }

  private static boolean isWish(Entry entry) {
    return entry instanceof Entry.Continued continued && continued.act() == Continuation.Act.DESTROY;
  }

  /// Reads, and writes.
  private Letters.Outcome write(String member, ReportId report, String text, Instant now) {
    desk.words(member, report, now);
    return letters.write(member, report, text, now);
  }

  private List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    ledger.replay(entries::add);
    return entries;
  }

  private static Casebook fold(List<Entry> entries) {
    Casebook casebook = new Casebook();
    entries.forEach(casebook::apply);
    return casebook;
  }

  private void says(Mailbox sender, Continuation.Act act, String text, Instant now) throws FormatException {
    assertThat(letters.receive(Continuation.read(Continuation.write(act, text, spelled(sender))), 0, now)).isTrue();
  }

  private ReportId arrived(int of, Mailbox sender) {
    return arrived(of, sender, NOW);
  }

  private ReportId arrived(int of, Mailbox sender, Instant now) {
    Report told = RandomDesk.WORLD.sendings().get(of).report();
    Report report = new Report(
        told.id(), Channel.SEALED, new SourceKey(sender.tag().toString()), told.kind(), told.stance(), told.place(), told.when(), told.text(), told.figures(), told.media());
    assertThat(desk.receive(report, spelled(sender).spelling(), Desk.DESK, now)).isTrue();
    return report.id();
  }

  private Drop drop(Instant now) throws FormatException {
    return Drop.read(Drop.write(letters.drop(now), now, House.RANDOM, BOARD::sign), BOARD.verifyKey());
  }

  private static ReportFormat.Mailbox spelled(Mailbox mailbox) {
    return new ReportFormat.Mailbox(Base64.getUrlEncoder().withoutPadding().encodeToString(mailbox.key().publicKey().raw()), mailbox.tag().toString());
  }

  private static Mailbox sender(int of) {
    byte[] secret = new byte[Mailbox.SECRET_LENGTH];
    new Random(of).nextBytes(secret);
    try {
      return Mailbox.of(secret);
    } catch (FormatException e) {
      throw new AssertionError(e);
    }
  }
}
