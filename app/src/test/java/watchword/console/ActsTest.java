package watchword.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import watchword.core.bulletin.Bulletin;
import watchword.core.bulletin.Status;
import watchword.core.corroboration.Finding;
import watchword.core.corroboration.Verdict;
import watchword.core.decision.Decision;
import watchword.core.incident.Incident;
import watchword.core.report.Channel;
import watchword.core.report.ReportId;
import watchword.desk.Case;
import watchword.desk.Entry;

class ActsTest {

  private final Evening evening = new Evening(0);
  private final Browser anna = Browser.unlocked(evening);

  @AfterEach
  void close() {
    evening.close();
  }

  @Test
  void pages_hold_no_words_of_reports_until_a_member_asks_and_the_asking_is_noted() {
    Incident incident = queue().getFirst().incident();
    ReportId id = incident.reports().getFirst();
    String words = evening.world.sending(id).report().text();
    String page = anna.get(Link.incident(incident.id(), Tab.VERIFY)).body();
    assertThat(page).doesNotContain(words);
    assertThat(evening.world.sendings()).noneMatch(sending -> sending.marker().filter(page::contains).isPresent());
    assertThat(evening.shown()).isZero();

    HttpResponse<String> read = anna.post("/read", "report", id.value(), "id", incident.id().value());

    assertThat(read.body()).contains(words.lines().findFirst().orElseThrow().replace("'", "&#39;").replace("\"", "&quot;"));
    assertThat(evening.ledger.last()).isEqualTo(new Entry.Shown(evening.now(), Evening.MEMBER, id));
    assertThat(evening.shown()).isEqualTo(1);
  }

  @Test
  void the_lines_of_an_incident_are_shown_with_their_sum() {
    Case one = queue().getFirst();
    String page = page(one);
    double sum = one.corroboration().lines().stream().mapToDouble(line -> line.logOdds()).sum();
    assertThat(page).contains(Say.logOdds(sum), Say.percent(one.corroboration().probability()), Say.percent(one.corroboration().ifOneMoreProven()));
  }

  @Test
  void a_finding_is_the_members_and_shows_on_the_page() {
    Case one = queue().getFirst();
    String after = anna.follow(act("finding", one, "method", "CALL", "outcome", "FOUND")).body();

    assertThat(evening.ledger.last()).isEqualTo(new Entry.Found(new Finding(Evening.MEMBER, Finding.Method.CALL, Finding.Outcome.FOUND, evening.now(), one.incident().reports())));
    assertThat(after).contains("anna found it (call)");
  }

  @Test
  void a_verdict_is_noted_and_moves_the_incident_from_the_front_of_the_queue() {
    Case one = inTab(Tab.VERIFY);
    String after = anna.follow(act("judge", one, "truth", "REFUTED")).body();

    assertThat(evening.ledger.last()).isEqualTo(new Entry.Judged(new Verdict(Evening.MEMBER, Verdict.Truth.REFUTED, evening.now(), one.incident().reports())));
    assertThat(after).contains("anna refuted");
    assertThat(view().find(one.incident().id()).orElseThrow().tab()).isEqualTo(Tab.DONE);
  }

  @Test
  void same_joins_two_incidents_and_both_addresses_lead_to_the_one() {
    Case one = queue().get(0);
    Case other = queue().get(1);
    anna.follow(act("same", one, "other", other.incident().id().value()));

    ReportId first = one.incident().reports().getFirst();
    ReportId second = other.incident().reports().getFirst();
    Case joined = evening.desk.holding(first, evening.now()).orElseThrow();
    assertThat(joined.incident().reports()).contains(first, second);
    for (Case before : List.of(one, other)) {
      HttpResponse<String> answer = anna.get(Link.incident(before.incident().id(), Tab.VERIFY));
      assertThat(answer.statusCode() == 200 ? answer.body() : anna.follow(answer).body()).contains(Say.percent(joined.corroboration().probability()));
    }
  }

  @Test
  void an_act_from_a_page_of_before_a_join_reaches_what_the_incident_became() {
    Case one = queue().get(0);
    Case other = queue().get(1);
    anna.follow(act("same", one, "other", other.incident().id().value()));

    for (Case before : List.of(one, other)) {
      act("finding", before, "method", "CALL", "outcome", "FOUND");
      assertThat(evening.ledger.last()).isInstanceOfSatisfying(Entry.Found.class, found -> assertThat(found.finding().reports())
          .contains(one.incident().reports().getFirst(), other.incident().reports().getFirst()));
    }
    int entries = evening.ledger.entries().size();
    assertThat(act("same", one, "other", other.incident().id().value()).body()).contains("The two are one incident already");
    assertThat(evening.ledger.entries()).hasSize(entries);
  }

  @Test
  void what_readers_are_told_already_of_kind_and_place_is_said_before_a_second_thread_begins() {
    Case one = queue().stream()
        .filter(held -> mayGoOutAlone(held) && held.incident().reports().size() > 2).findFirst().orElseThrow();
    assertThat(page(one)).doesNotContain("Out already");
    act("publish", one, "status", "UNCONFIRMED", "note", "", "could", "many");
    ReportId out = one.incident().reports().getLast();
    act("split", one, "report", out.value());

    Case apart = evening.desk.holding(out, evening.now()).orElseThrow();
    Case published = evening.desk.holding(one.incident().reports().getFirst(), evening.now()).orElseThrow();
    assertThat(page(apart)).contains("Out already: <b>UNCONFIRMED.", "or readers are told of it twice");
    assertThat(page(published)).as("its own thread").doesNotContain("Out already");
  }

  @Test
  void an_empty_part_of_the_queue_names_the_part_where_something_waits() {
    assertThat(anna.get(Link.tab(Tab.DONE)).body()).contains("Nothing is judged or published yet")
        .containsPattern("[0-9]+ incidents? under (Ready|Verify first)");
  }

  @Test
  void not_the_same_keeps_a_doubted_pair_apart() {
    var pair = evening.desk.doubts(evening.now()).possiblySame().getFirst();
    assertThat(anna.get("/doubts").body()).contains(pair.first().value(), pair.second().value());

    anna.post("/act/different", "id", pair.first().value(), "other", pair.second().value());

    assertThat(evening.desk.doubts(evening.now()).possiblySame()).noneMatch(left -> left.first().equals(pair.first()) && left.second().equals(pair.second()));
  }

  @Test
  void a_series_is_listed_on_the_pages_of_all_its_incidents_and_each_stays_its_own() {
    List<Case> before = queue();
    Case one = before.get(0);
    Case other = before.get(1);
    assertThat(page(one)).doesNotContain("of a series", "<h2>In a series with</h2>");

    String said = anna.follow(act("join-series", one, "other", other.incident().id().value())).body();

    assertThat(said).contains("Linked: a series of 2");
    assertThat(Stream.of(Tab.values()).map(tab -> anna.get(Link.tab(tab)).body()).reduce("", String::concat))
        .contains("1st of a series", "2nd of a series").doesNotContain("3rd of a series");
    assertThat(evening.ledger.last()).isEqualTo(
        new Entry.JoinedSeries(evening.now(), Evening.MEMBER, one.incident().reports(), other.incident().reports()));
    assertThat(listed(page(one))).containsExactly(other.incident().id().value());
    assertThat(listed(page(other))).containsExactly(one.incident().id().value());
    assertThat(queue()).extracting(Case::incident).isEqualTo(before.stream().map(Case::incident).toList());
    int entries = evening.ledger.entries().size();
    assertThat(anna.follow(act("join-series", other, "other", one.incident().id().value())).body()).contains("in one series already");
    assertThat(act("join-series", one, "other", one.incident().id().value()).body()).contains("The two are one incident already");
    assertThat(evening.ledger.entries()).hasSize(entries);
  }

  @Test
  void an_incident_is_taken_out_of_its_series_and_the_others_stay_one() {
    List<Case> three = queue().subList(0, 3);
    act("join-series", three.get(0), "other", three.get(1).incident().id().value());
    act("join-series", three.get(1), "other", three.get(2).incident().id().value());

    assertThat(anna.follow(act("leave-series", three.get(1))).body()).contains("Taken out. The others stay a series.");

    assertThat(evening.ledger.last()).isEqualTo(new Entry.LeftSeries(evening.now(), Evening.MEMBER, three.get(1).incident().reports()));
    assertThat(listed(page(three.get(0)))).containsExactly(three.get(2).incident().id().value());
    assertThat(anna.follow(act("leave-series", three.get(1))).body()).contains("It is in no series");
    assertThat(anna.follow(act("leave-series", three.get(0))).body()).contains("The two are no series any more");
    assertThat(listed(page(three.get(2)))).isEmpty();
  }

  @Test
  void a_closed_incident_stays_in_its_series_with_a_word_of_its_state_and_can_be_taken_out() {
    List<Case> two = queue().subList(0, 2);
    act("close", two.get(0));
    act("join-series", two.get(1), "other", two.get(0).incident().id().value());
    assertThat(series(page(two.get(1)))).contains(">NOT PUBLISHED<", ">CLOSED<");
    assertThat(listed(page(two.get(0)))).containsExactly(two.get(1).incident().id().value());
    assertThat(page(two.get(0))).contains("Take this one out of its series", "In a series with…");
  }

  @Test
  void a_long_series_shows_the_eight_that_began_last_newest_first_and_counts_the_rest() {
    List<Case> all = queue().subList(0, 11);
    for (Case other : all.subList(1, 11)) {
      act("join-series", all.get(0), "other", other.incident().id().value());
    }
    Case first = all.stream().min(BY_BEGINNING).orElseThrow();
    assertThat(listed(page(first))).isEqualTo(all.stream().sorted(BY_BEGINNING.reversed()).limit(8).map(one -> one.incident().id().value()).toList());
    assertThat(page(first)).contains("this is the 1st of 11", "2 more began earlier.");
  }

  @Test
  void what_is_like_it_and_near_is_offered_for_a_series_before_the_rest_of_the_queue() {
    Case one = queue().stream().filter(held -> !evening.desk.sight(Evening.MEMBER).alike(held).isEmpty()).findFirst().orElseThrow();
    String likely = evening.desk.sight(Evening.MEMBER).alike(one).getFirst().id().value();
    Matcher offered = Pattern.compile("action=\"/act/join-series\".*?</form>", Pattern.DOTALL).matcher(page(one));
    assertThat(offered.find()).isTrue();
    assertThat(offered.group()).containsOnlyOnce("value=\"" + likely + "\"");
    assertThat(offered.group().indexOf(likely)).isBetween(offered.group().indexOf("Like it and near"), offered.group().indexOf("In the queue"));
    assertThat(offered.group().replaceFirst("name=\"id\" value=\"[^\"]*\"", "")).doesNotContain("\"" + one.incident().id().value() + "\"");
  }

  @Test
  void places_in_a_series_are_said_as_people_say_them() {
    assertThat(Stream.of(1, 2, 3, 4, 11, 12, 13, 21, 22, 101, 111, 112).map(SeriesView::ordinal))
        .containsExactly("1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd", "101st", "111th", "112th");
  }

  private static final Comparator<Case> BY_BEGINNING =
      Comparator.comparing((Case one) -> one.incident().when().earliest()).thenComparing(one -> one.incident().id());

  /// The list of others in the series, empty where the page has none.
  private static String series(String page) {
    Matcher list = Pattern.compile("<ul class=\"series\">.*?</ul>", Pattern.DOTALL).matcher(page);
    return list.find() ? list.group() : "";
  }

  private static List<String> listed(String page) {
    return Pattern.compile("href=\"/incident\\?id=([^&]+)&").matcher(series(page)).results().map(link -> link.group(1)).toList();
  }

  @Test
  void ticked_reports_leave_an_incident() {
    Case one = queue().stream().filter(held -> held.incident().reports().size() > 3).findFirst().orElseThrow();
    ReportId out = one.incident().reports().getLast();
    act("split", one, "report", out.value());

    ReportId rest = one.incident().reports().getFirst();
    assertThat(evening.desk.holding(rest, evening.now()).orElseThrow().incident().reports()).doesNotContain(out);
  }

  @Test
  void what_is_put_aside_comes_back() {
    Case one = queue().getFirst();
    act("aside", one, "minutes", "30");

    assertThat(view().find(one.incident().id())).isEmpty();
    evening.desksClockMoves(Duration.ofMinutes(31));
    assertThat(view().find(one.incident().id())).isPresent();
  }

  @Test
  void two_members_publish_what_two_checks_confirmed_and_one_withdraws_it() {
    Case one = queue().stream().filter(held -> held.corroboration().supportingOrigins() > 4 && !held.incident().kind().rule().never()).findFirst().orElseThrow();
    Browser marek = Browser.unlocked(evening, Evening.OTHER, Evening.OTHERS_PASSPHRASE);
    evening.desksClockMoves(Duration.ofHours(5));
    act("finding", one, "method", "CALL", "outcome", "FOUND");
    marek.post("/act/finding", "id", one.incident().id().value(), "method", "PHOTO_LOCATED", "outcome", "FOUND");

    String waits = anna.follow(act("publish", one, "status", "CONFIRMED", "note", "")).body();
    assertThat(waits).contains("Your wish is kept", "another member must agree");
    assertThat(view().find(one.incident().id()).orElseThrow().tab()).isEqualTo(Tab.WAITING);
    String before = marek.get(Link.incident(one.incident().id(), Tab.WAITING)).body();
    assertThat(before).contains("Readers would be told");

    marek.post("/act/publish", "id", one.incident().id().value(), "status", "CONFIRMED", "note", "");
    evening.desksClockMoves(Duration.ofMinutes(15));
    assertThat(evening.desk.bulletins(evening.now())).extracting(bulletin -> bulletin.notice().status()).containsExactly(Status.CONFIRMED);

    String thread = evening.desk.bulletins(evening.now()).getFirst().notice().thread().value();
    assertThat(anna.get("/published").body()).contains("CONFIRMED", thread);
    anna.post("/act/withdraw", "thread", thread);
    assertThat(evening.desk.bulletins(evening.now()).getLast()).isInstanceOf(Bulletin.Cancel.class);
    assertThat(anna.get("/published").body()).contains("RETRACTED").doesNotContain("Withdraw it now");
  }

  @Test
  void what_is_out_and_now_denied_is_asked_about_everywhere_and_withdrawn_by_a_members_act() {
    Case one = queue().stream().filter(this::mayGoOutAlone).findFirst().orElseThrow();
    act("publish", one, "status", "UNCONFIRMED", "note", "", "could", "many");
    assertThat(view().in(Tab.TAKE_BACK)).isEmpty();
    for (int i = 1; i <= 4; i++) {
      evening.desk.find("member-" + i, one.incident().id(), Finding.Method.CALL, Finding.Outcome.NOT_FOUND, evening.now());
    }

    assertThat(view().in(Tab.TAKE_BACK)).singleElement().satisfies(item -> assertThat(item.id()).isEqualTo(one.incident().id()));
    assertThat(inTab(Tab.VERIFY).incident().id()).isEqualTo(one.incident().id());
    assertThat(anna.get(Link.tab(Tab.VERIFY)).body()).contains("Published as UNCONFIRMED, and now 4 checks found nothing");
    assertThat(page(one)).contains("withdraw?", "until a member withdraws it", "Withdraw it now");
    String published = anna.get("/published").body();
    assertThat(published).contains("and now 4 checks found nothing");
    assertThat(evening.desk.bulletins(evening.now())).singleElement().isInstanceOf(Bulletin.Alert.class);

    act("withdraw", one, "thread", one(one).published().orElseThrow().thread().value());
    assertThat(evening.desk.bulletins(evening.now()).getLast()).isInstanceOf(Bulletin.Cancel.class);
    assertThat(view().in(Tab.TAKE_BACK)).isEmpty();
  }

  private boolean mayGoOutAlone(Case one) {
    return one.incident().kind().rule().dangerToLife()
        && one.corroboration().provenSupports() == 0
        && evening.desk.options(one, Evening.MEMBER, evening.now()).get(Status.UNCONFIRMED) instanceof Decision.Publish;
  }

  @Test
  void with_fewer_than_three_origins_the_console_asks_first_how_many_could_have_seen_it() {
    Case one = queue().stream().filter(held -> held.corroboration().supportingOrigins() < 3 && !held.incident().kind().rule().never()).findFirst().orElseThrow();
    int entries = evening.ledger.entries().size();

    String asked = anna.follow(act("publish", one, "status", "UNCONFIRMED", "note", "A wall was hit.")).body();
    assertThat(asked).as("what was typed is kept").contains("say first how many people", ">A wall was hit.</textarea>")
        .containsPattern("value=\"UNCONFIRMED\"[^>]*checked");
    assertThat(page(one)).as("once").doesNotContain("A wall was hit.");
    assertThat(anna.follow(act("publish", one, "status", "UNCONFIRMED", "could", "few")).body()).contains("only a handful");
    assertThat(evening.ledger.entries()).hasSize(entries);

    act("publish", one, "status", "UNCONFIRMED", "could", "many");
    assertThat(evening.ledger.entries()).hasSizeGreaterThan(entries);
  }

  @Test
  void closing_freezes_an_incident() {
    Case one = queue().getFirst();
    act("close", one);
    assertThat(evening.desk.get(one.incident().id(), evening.now()).closed()).isTrue();
    assertThat(page(one)).contains("This incident is closed");
  }

  @Test
  void a_report_entered_by_hand_reaches_the_desk_once_under_its_members_name() {
    String town = evening.world.gazetteer().towns().getFirst().id();
    String[] form = {
      "kind", "explosion", "stance", "SIGHTING", "way", "PHONE", "town", town, "from", "2026-03-09T20:40", "to", "2026-03-09T20:50", "words", "three loud bangs"
    };
    int before = evening.desk.reports();
    String page = anna.follow(anna.post("/enter", form)).body();
    assertThat(page).contains("Entered.").doesNotContain("three loud bangs");
    assertThat(evening.ledger.lastAuthor()).isEqualTo(Evening.MEMBER);
    assertThat(evening.ledger.last()).isInstanceOfSatisfying(Entry.Arrived.class, arrived -> {
      assertThat(arrived.reading().channel()).isEqualTo(Channel.BY_HAND);
      assertThat(arrived.reading().when().earliest()).isEqualTo("2026-03-09T17:40:00Z");
    });
    assertThat(anna.follow(anna.post("/enter", form)).body()).contains("has this report already");
    assertThat(evening.desk.reports()).isEqualTo(before + 1);
  }

  @Test
  void an_official_source_keeps_a_record_of_its_own() {
    String town = evening.world.gazetteer().towns().getFirst().id();
    String[] form = {
      "kind", "explosion", "stance", "SIGHTING", "way", "OFFICIAL", "source", "Ministry", "town", town,
      "from", "2026-03-09T20:40", "to", "2026-03-09T20:50", "words", "shells at the depot"
    };
    assertThat(anna.follow(anna.post("/enter", form)).body()).contains("Entered.");
    assertThat(evening.ledger.last()).isInstanceOfSatisfying(Entry.Arrived.class, arrived -> {
      assertThat(arrived.reading().channel()).isEqualTo(Channel.PUBLIC);
      assertThat(arrived.reading().source().value()).isEqualTo("official:Ministry");
    });
  }

  @Test
  void a_form_with_a_fault_says_what_to_mend_and_keeps_what_was_typed() {
    HttpResponse<String> answer = anna.post("/enter", "kind", "explosion", "stance", "SIGHTING", "way", "PUBLIC", "from", "2026-03-09T23:40", "words", "kept words");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("Name the source", "later than now", "kept words");
  }

  @Test
  void a_live_queue_says_that_the_open_incident_grew() {
    Case one = queue().getFirst();
    String poll = anna.get(Link.queue(Tab.VERIFY, one.incident().id().value(), one.incident().readings().size() - 1)).body();
    assertThat(poll).contains("1 new report in this incident", "id=\"queue\"", "hx-swap-oob").doesNotContain("<html");
  }

  @Test
  void an_unknown_incident_is_refused_in_a_sentence() {
    assertThat(anna.get("/incident?id=I-nothing").body()).contains("The desk has no such incident");
    assertThat(anna.post("/act/judge", "id", "I-nothing", "truth", "CONFIRMED").statusCode()).isEqualTo(404);
    assertThat(anna.post("/act/judge", "id", "I-nothing", "truth", "MAYBE").statusCode()).isEqualTo(400);
  }

  private Case one(Case before) {
    return evening.desk.get(before.incident().id(), evening.now());
  }

  private List<Case> queue() {
    return evening.desk.queue(evening.now());
  }

  private Queue view() {
    return Queue.of(evening.desk, Evening.MEMBER, evening.now());
  }

  private Case inTab(Tab tab) {
    return view().in(tab).getFirst().one();
  }

  private String page(Case one) {
    return anna.get(Link.incident(one.incident().id(), Tab.VERIFY)).body();
  }

  private HttpResponse<String> act(String name, Case one, String... fields) {
    String[] all = new String[fields.length + 2];
    all[0] = "id";
    all[1] = one.incident().id().value();
    System.arraycopy(fields, 0, all, 2, fields.length);
    return anna.post("/act/" + name, all);
  }
}
