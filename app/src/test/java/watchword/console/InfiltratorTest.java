package watchword.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import watchword.core.bulletin.Status;
import watchword.core.report.Channel;
import watchword.core.report.Report;
import watchword.core.report.ReportId;
import watchword.core.report.SourceKey;
import watchword.core.report.Stance;
import watchword.core.time.Span;
import watchword.desk.Case;
import watchword.desk.Desk;
import watchword.desk.Entry;

/// What a person at the console, or with something of theirs, can do that its pages do not offer.
class InfiltratorTest {

  private final Evening evening = new Evening(0);
  private final Browser anna = Browser.unlocked(evening);

  @AfterEach
  void close() {
    evening.close();
  }

  @Test
  void a_stolen_cookie_opens_nothing_once_its_session_is_locked() {
    Browser thief = new Browser(evening.console.port());
    thief.cookie = anna.cookie;
    assertThat(thief.get("/").statusCode()).as("stolen while unlocked").isEqualTo(200);
    anna.post("/lock");
    assertThat(thief.get("/").statusCode()).isEqualTo(303);
    assertThat(thief.post("/act/judge").statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"I-0", "none", "%3Cscript%3Ealert(1)%3C%2Fscript%3E", "..%2F..%2Fjournal.db", "%00", ""})
  void a_guessed_address_shows_nothing_and_says_nothing_back(String id) {
    HttpResponse<String> answer = anna.get("/incident?id=" + id);
    assertThat(answer.statusCode()).isIn(400, 404);
    assertThat(answer.body()).doesNotContain("<script>alert", "journal.db");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/act/finding", "/act/judge", "/act/publish", "/act/withdraw", "/act/close", "/act/join-series", "/act/leave-series", "/read", "/read-all", "/act/agree", "/act/stop", "/lock"})
  void an_act_is_never_a_link(String path) {
    int entries = evening.ledger.entries().size();
    String id = first().incident().id().value();
    assertThat(anna.get(path + "?id=" + id + "&truth=REFUTED&status=CONFIRMED&token=" + anna.token).statusCode()).isEqualTo(404);
    assertThat(evening.ledger.entries()).hasSize(entries);
  }

  @Test
  void an_act_is_its_own_members_whatever_the_form_says() {
    anna.post("/act/judge", "id", first().incident().id().value(), "truth", "REFUTED", "member", Evening.OTHER, "author", Evening.OTHER);
    assertThat(evening.ledger.last()).isInstanceOfSatisfying(Entry.Judged.class, judged -> assertThat(judged.verdict().member()).isEqualTo(Evening.MEMBER));
  }

  @Test
  void asking_twice_is_not_two_members() {
    Case one = first();
    anna.post("/act/finding", "id", one.incident().id().value(), "method", "CALL", "outcome", "FOUND");
    anna.post("/act/finding", "id", one.incident().id().value(), "method", "SATELLITE", "outcome", "FOUND");
    for (int i = 0; i < 3; i++) {
      publish(one, "CONFIRMED", "");
    }
    assertThat(published(one)).isNotEqualTo(Optional.of(Status.CONFIRMED));
  }

  @Test
  void what_is_never_published_is_not_by_a_form_made_by_hand_either() {
    Case shelter = shelter();
    for (Status status : Status.values()) {
      publish(shelter, status.name(), "");
    }
    assertThat(published(shelter)).isEmpty();
    assertThat(anna.get("/published").body()).doesNotContain("Shelter");
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 9_000})
  void a_note_longer_than_its_field_is_refused_and_nothing_goes_out_without_it(int length) {
    Case one = first();
    int entries = evening.ledger.entries().size();
    assertThat(publish(one, "NOT_CONFIRMED", "x".repeat(length)).statusCode()).isEqualTo(400);
    assertThat(evening.ledger.entries()).hasSize(entries);
  }

  private HttpResponse<String> publish(Case one, String status, String note) {
    return anna.post("/act/publish", "id", one.incident().id().value(), "status", status, "could", "many", "note", note);
  }

  private Optional<Status> published(Case one) {
    return evening.desk.holding(one.incident().reports().getFirst(), evening.now()).orElseThrow().published().map(notice -> notice.status());
  }

  private Case first() {
    return evening.desk.queue(evening.now()).getFirst();
  }

  private Case shelter() {
    Report report = new Report(
        new ReportId("shelter"), Channel.SEALED, new SourceKey("sealed-shelter"), evening.world.kinds().get("shelter"), Stance.SIGHTING,
        Optional.of(evening.world.gazetteer().towns().getFirst().place()), new Span(evening.now(), evening.now()), "words", List.of(), List.of());
    evening.desk.receive(report, "", Desk.DESK, evening.now());
    return evening.desk.holding(report.id(), evening.now()).orElseThrow();
  }
}
