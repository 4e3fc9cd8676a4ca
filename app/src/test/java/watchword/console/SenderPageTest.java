package watchword.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import watchword.core.place.Town;
import watchword.core.report.Channel;
import watchword.core.report.Report;
import watchword.core.report.ReportId;
import watchword.desk.Continuation;
import watchword.desk.Desk;
import watchword.desk.Entry;
import watchword.desk.ReportFormat;
import watchword.drill.Sending;
import watchword.seal.FormatException;
import watchword.seal.Mailbox;

/// Writing to a sender, and what comes back, on the console's pages.
class SenderPageTest {

  private final Evening evening = new Evening(0);
  private final Browser anna = Browser.unlocked(evening);
  private ReportFormat.Mailbox mailbox = new ReportFormat.Mailbox("", "");
  private Report report = evening.world.sendings().getFirst().report();

  @BeforeEach
  void aReportWithAMailbox() throws FormatException {
    try (Mailbox made = Mailbox.of(Mailbox.newSecret(new SecureRandom()))) {
      mailbox = new ReportFormat.Mailbox(Base64.getUrlEncoder().withoutPadding().encodeToString(made.key().publicKey().raw()), made.tag().toString());
    }
    report = evening.world.sendings().stream().filter(sending -> sending.at().isAfter(evening.now())).map(Sending::report)
        .filter(one -> one.channel() == Channel.SEALED && one.place().isPresent() && one.text().split(" ", -1).length > 8).findFirst().orElseThrow();
    assertThat(evening.desk.receive(report, mailbox.spelling(), Desk.DESK, evening.now())).isTrue();
  }

  @AfterEach
  void close() {
    evening.close();
  }

  @Test
  void a_report_with_a_mailbox_offers_to_write_and_one_without_does_not() {
    String page = anna.get(incident()).body();
    assertThat(page).containsOnlyOnce("Write to its sender");
    Report without = evening.world.sendings().getFirst().report();
    assertThat(anna.get(Link.sender(without.id())).body()).contains("Nothing reaches this sender").doesNotContain("<textarea");
  }

  @Test
  void what_is_written_stands_with_its_end_and_is_noted_in_the_journal() {
    read();
    String page = anna.follow(anna.post("/sender", "report", report.id().value(), "text", "Which way did it go?")).body();
    assertThat(page).contains("It goes out with the next file", "Which way did it go?", "1 of 64 places are taken", "anna wrote");
    assertThat(evening.ledger.last()).isInstanceOfSatisfying(Entry.Replied.class, replied -> {
      assertThat(replied.member()).isEqualTo(Evening.MEMBER);
      assertThat(replied.report()).isEqualTo(report.id());
      assertThat(replied.toString()).doesNotContain("Which way");
    });
    assertThat(anna.get("/senders").body()).contains("WAITS", "1 of 64 places are taken");
  }

  @Test
  void a_question_that_repeats_the_report_is_kept_back_until_its_writer_says_so_again() {
    Town town = evening.world.gazetteer().nearest(report.place().orElseThrow(), 0).orElseThrow();
    String text = "Were you near " + town.name() + "? You said: " + report.text();
    read();
    int before = evening.ledger.entries().size();

    HttpResponse<String> warned = anna.post("/sender", "report", report.id().value(), "text", text);
    assertThat(warned.statusCode()).isEqualTo(422);
    assertThat(warned.body()).contains("a town beside it", "repeats five words", "Send it all the same", "what you wrote is kept");
    assertThat(evening.ledger.entries()).hasSize(before);

    assertThat(anna.post("/sender", "report", report.id().value(), "text", text, "despite", "PLACE").statusCode()).as("warned of the place alone").isEqualTo(422);
    assertThat(anna.follow(anna.post("/sender", "report", report.id().value(), "text", text, "despite", "PLACE TIME WORDS")).body()).contains("It goes out with the next file");
  }

  @Test
  void who_has_not_read_a_report_is_sent_to_it_before_they_write_and_warned_of_nothing() {
    int before = evening.ledger.entries().size();
    assertThat(anna.get(Link.sender(report.id())).body()).contains("Read the report first").doesNotContain("<textarea");
    HttpResponse<String> refused = anna.post("/sender", "report", report.id().value(), "text", "You said: " + report.text());
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("Read the report first").doesNotContain("repeats five words", "a town beside it");
    assertThat(evening.ledger.entries()).hasSize(before);
  }

  @Test
  void what_comes_back_is_shown_when_asked_for_and_that_is_noted() throws FormatException {
    read();
    evening.desk.letters().write(Evening.MEMBER, report.id(), "Which way did it go?", evening.now());
    Continuation came = Continuation.read(Continuation.write(Continuation.Act.CORRECT, "It was \u202etwo, not twelve. <b>https://example.org</b>", mailbox));
    evening.desk.letters().receive(came, 0, evening.now());

    assertThat(anna.get(incident()).body()).contains("Its sender wrote back (1)");
    String page = anna.get(Link.sender(report.id())).body();
    assertThat(page).contains("the sender corrected something").doesNotContain("not twelve");
    assertThat(evening.shown()).isEqualTo(1);

    String read = anna.post("/sender/read", "report", report.id().value(), "words", came.id().value()).body();
    assertThat(read).contains("two, not twelve.", "⟦RLO⟧", "&lt;b&gt;").doesNotContain("href=\"https://example.org");
    assertThat(evening.shown()).isEqualTo(2);
    assertThat(anna.post("/sender/read", "report", report.id().value(), "words", report.id().value()).statusCode()).isEqualTo(404);
    assertThat(anna.get("/senders").body()).contains("CAME BACK");
  }

  @Test
  void when_all_places_are_taken_the_page_says_until_when() throws Exception {
    for (int i = 0; i < 64; i++) {
      Report other = evening.world.sendings().get(i).report();
      ReportId id = new ReportId("other-" + i);
      try (Mailbox made = Mailbox.of(Mailbox.newSecret(new SecureRandom()))) {
        String spelling = made.tag() + " " + Base64.getUrlEncoder().withoutPadding().encodeToString(made.key().publicKey().raw());
        evening.desk.receive(
            new Report(id, Channel.SEALED, other.source(), other.kind(), other.stance(), other.place(), other.when(), other.text(), other.figures(), other.media()),
            spelling, Desk.DESK, evening.now());
        String writer = i % 2 == 0 ? Evening.MEMBER : Evening.OTHER; // nobody reads so many in a day
        evening.desk.words(writer, id, evening.now());
        evening.desk.letters().write(writer, id, "Which way?", evening.now());
      }
    }
    read();
    assertThat(anna.get(Link.sender(report.id())).body()).contains("All 64 places are taken");
    HttpResponse<String> full = anna.post("/sender", "report", report.id().value(), "text", "Which way?");
    assertThat(full.statusCode()).isEqualTo(422);
    assertThat(full.body()).contains("Every place is taken", "Which way?");
  }

  private void read() {
    assertThat(evening.desk.words(Evening.MEMBER, report.id(), evening.now())).isPresent();
  }

  private String incident() {
    return Link.incident(evening.desk.holding(report.id(), evening.now()).orElseThrow().incident().id(), Tab.VERIFY);
  }
}
