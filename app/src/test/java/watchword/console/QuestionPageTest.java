package watchword.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import watchword.core.bulletin.Bulletin;
import watchword.core.bulletin.Status;
import watchword.core.incident.Incident;
import watchword.core.kind.Language;

/// A standing question from the form that puts it to the bulletin that answers it, by two members at their pages.
class QuestionPageTest {

  private final Evening evening = new Evening(0);
  private final Browser anna = Browser.unlocked(evening);
  private final Browser marek = Browser.unlocked(evening, Evening.OTHER, Evening.OTHERS_PASSPHRASE);
  private final LocalDate today = LocalDate.ofInstant(evening.now(), ZoneOffset.UTC);

  @AfterEach
  void close() {
    evening.close();
  }

  @Test
  void a_question_is_put_and_its_sheet_shows_what_usually_happens_with_answers_in_rows() {
    String page = sheet(put(anna));
    assertThat(page).contains("Will they attack within two months?", "OPEN", "5.0\u00a0%", "very unlikely (5–20 %)");
    assertThat(page).containsPattern("<th scope=\"row\"><bdi[^>]*>they attack</bdi></th><td>5\\.0\u00a0%</td>");
    assertThat(page).contains("Nothing yet: what is left is what usually happens.", "No sign is watched for.");
  }

  @Test
  void a_form_that_makes_no_question_is_refused_with_what_to_mend() {
    assertThat(anna.post("/act/question/put", fields("events", "")).body()).contains("The base rate is missing", "Nothing was done");
    assertThat(anna.post("/act/question/put", fields("id", "Attack!")).body()).contains("The short name has other signs");
    assertThat(anna.post("/act/question/put", fields("closes", today.minusDays(3).toString())).body()).contains("A question closes before it is opened");
    assertThat(anna.get("/questions").body()).contains("No question is put yet.");
  }

  @Test
  void what_was_said_moves_the_figure_and_shows_what_would_be_without_it() {
    put(anna);
    String page = sheet(add(anna, "e", "an interview: it is possible", "a speaker", "POSSIBLE"));
    assertThat(page).contains("E1 ", "an interview: it is possible", "relied on 0.40", "Without it 5.0\u00a0%");
    page = sheet(add(anna, "e", "the same in another paper", "a speaker", "HEARSAY"));
    assertThat(page).contains("A stronger one of its origin counts; this one adds 0.", "1 independent origin;");
    page = sheet(anna.post("/act/question/strike", "id", "attack", "what", "e1", "why", "they took it back"));
    assertThat(page).containsPattern("<li><bdi[^>]*>an interview: it is possible</bdi> \\(e1\\), by anna: <bdi[^>]*>they took it back</bdi></li>");
  }

  @Test
  void one_speaker_in_two_spellings_counts_once_and_two_names_that_differ_little_are_asked_about() {
    put(anna);
    add(anna, "e", "in one paper", "General Orlik", "POSSIBLE");
    assertThat(sheet(add(anna, "e", "in another paper", "\u00abgeneral  orlik\u00bb", "POSSIBLE"))).contains("1 independent origin;").doesNotContain("Two origins or one?");
    assertThat(sheet(add(anna, "e", "in a third paper", "General Orlick", "POSSIBLE"))).contains("2 independent origins;", "Two origins or one?", "differ little and count as two");
  }

  @Test
  void of_three_answers_the_one_that_a_piece_moves_most_is_told_whichever_it_is() {
    List<String> all = new ArrayList<>(List.of(fields("events", "")));
    all.addAll(List.of("usual1", "10", "answer2", "they close the road", "usual2", "60"));
    anna.post("/act/question/put", all.toArray(String[]::new));
    String page = sheet(anna.post("/act/question/evidence", "id", "attack", "type", "document", "text", "an order", "origin", "the order", "when", field(), "reliability", "100",
        "seen-h1", "ROUGHLY_EVEN", "seen-h2", "VERY_LIKELY", "seen-none", "VERY_UNLIKELY"));
    assertThat(page).contains(": now 85.7\u00a0%. Without it 60.0\u00a0%, without its origin 60.0\u00a0%. ", "Rests on it: another word.", "rests on one source");
    page = sheet(anna.post("/act/question/watch", "id", "attack", "text", "a convoy goes home", "domain", "FORCES", "days", "7",
        "seen-h1", "LIKELY", "seen-h2", "VERY_UNLIKELY", "seen-none", "ALMOST_CERTAIN"));
    assertThat(page).containsPattern("Seen, it would make [0-9.]+\u00a0% of 85\\.7\u00a0% \\(-[0-9.]+ points\\) for <bdi[^>]*>they close the road</bdi>");
    assertThat(page).containsPattern("they close the road</bdi>: now 85\\.7");
  }

  @Test
  void a_sign_names_the_incidents_that_feed_it_and_when_it_was_last_looked_for() {
    put(anna);
    String town = evening.world.gazetteer().towns().getFirst().id();
    String page = sheet(anna.post("/act/question/watch", "id", "attack", "text", "field hospitals", "domain", "MEDICAL", "days", "7", "kind", "field-hospital",
        "town", town, "km", "90", "seen-h1", "LIKELY", "seen-none", "VERY_UNLIKELY"));
    assertThat(page).contains("field hospitals", "Nobody looked, so it tells nothing", "Fed by incidents of");
    page = sheet(anna.post("/act/question/look", "id", "attack", "indicator", "i1", "origin", "observers", "when", field()));
    assertThat(page).contains("Looked for and not seen").doesNotContain("The network was cut,");
    page = sheet(anna.post("/act/question/cut", "id", "attack", "from", field(), "to", field()));
    assertThat(page).contains("The network was cut, ", "Looked for while the network was cut, so it tells nothing");
  }

  @Test
  void an_incident_that_no_sign_sees_is_added_by_hand_and_leads_to_its_reports() {
    put(anna);
    Incident incident = evening.desk.questions().incidents(Evening.MEMBER).getFirst();
    String id = incident.id().value();
    assertThat(anna.get(Link.question("attack")).body()).contains("Add an incident of the desk\u2026", "value=\"" + id + "\"");
    String page = sheet(anna.post("/act/question/incident", "id", "attack", "incident", id, "text", "a bridge was built", "seen-h1", "VERY_LIKELY", "seen-none", "VERY_UNLIKELY"));
    double relied = evening.desk.get(incident.id(), evening.now()).corroboration().probability();
    assertThat(page).contains("a bridge was built", Link.incident(incident.id(), Tab.VERIFY).replace("&", "&amp;"), String.format(Locale.ROOT, "relied on %.2f", relied)).doesNotContain("by <bdi>I-");
    page = sheet(anna.post("/act/question/incident", "id", "attack", "incident", id, "text", "again", "seen-h1", "VERY_LIKELY", "seen-none", "VERY_UNLIKELY"));
    assertThat(page).contains("Not taken: this incident bears on the question already.");
    assertThat(anna.post("/act/question/incident", "id", "attack", "incident", "I-nobody", "text", "x", "seen-h1", "LIKELY", "seen-none", "LIKELY").body())
        .contains("The desk holds no such incident");
  }

  @Test
  void what_others_think_is_not_on_the_page_before_ones_own_first_estimate() {
    put(anna);
    estimate(anna, "17", "annas reason");
    assertThat(marek.get(Link.question("attack")).body()).doesNotContain("annas reason", "17.0\u00a0%").contains("a first estimate is blind");
    estimate(marek, "30", "mareks reason");
    assertThat(marek.get(Link.question("attack")).body()).contains("annas reason", "17.0\u00a0%", "A median is shown from three people on");
  }

  @Test
  void a_judgement_is_told_by_the_word_of_the_other_member_and_scored_when_it_has_ended() {
    put(anna);
    estimate(anna, "17", "why");
    estimate(marek, "30", "why");
    assertThat(sheet(judge(anna, "MODERATE"))).contains("Not taken: a judgement claims MODERATE confidence");
    assertThat(sheet(judge(anna, "LOW"))).contains("anna, ", "We judge it", "unlikely (20–45 %)");
    assertThat(sheet(anna.post("/act/question/wish", "id", "attack", "hypothesis", "h1", "judged", judged()))).contains("It waits for the word of another member");
    assertThat(evening.desk.tick(evening.now())).isEmpty();
    sheet(marek.post("/act/question/wish", "id", "attack", "hypothesis", "h1", "judged", judged()));
    List<Bulletin> out = evening.desk.tick(evening.now());
    assertThat(out).singleElement().satisfies(bulletin -> assertThat(bulletin.notice().status()).isEqualTo(Status.JUDGED));

    evening.desksClockMoves(Duration.ofHours(1));
    assertThat(marek.get(Link.question("attack")).body()).contains("Out since").doesNotContain("Tell the public");
    evening.desksClockMoves(Duration.ofDays(3));
    String page = sheet(marek.post("/act/question/end", "id", "attack", "came", "none", "on", today.plusDays(3).toString(), "why", "two agencies say so"));
    assertThat(page).contains("Outcome: none", "This stays inside the desk").doesNotContain("No computed figure is scored");
    assertThat(page).as(".17² and .3²").contains("<th scope=\"row\">anna</th><td>0.029</td>", "<th scope=\"row\">marek</th><td>0.090</td>");
    assertThat(anna.get("/questions").body()).contains("Over 1 question: Brier 0.090 (0 at best, 1 at worst), of what usually happens alone 0.003; skill -");
  }

  @Test
  void where_no_figure_was_kept_the_sheet_says_so() {
    put(anna);
    String page = sheet(anna.post("/act/question/end", "id", "attack", "came", "none", "on", today.toString(), "why", "two agencies say so"));
    assertThat(page).contains("Outcome: none", "No computed figure is scored").doesNotContain("computed figure  ");
  }

  @Test
  void a_judgement_that_was_replaced_and_who_disagreed_stay_on_the_sheet() {
    put(anna);
    estimate(anna, "17", "why");
    judge(anna, "LOW");
    marek.post("/act/question/dissent", "id", "attack", "text", "far less");
    assertThat(anna.get(Link.question("attack")).body()).contains("marek disagrees", "far less", "Would change it");
    List<String> again = new ArrayList<>(List.of("id", "attack", "p-h1", "20", "p-none", "80", "confidence", "LOW", "assumptions", "the same", "changed", "the trains went back"));
    for (Language language : Language.values()) {
      again.addAll(List.of("change-" + language.code(), "trains that come"));
    }
    evening.desksClockMoves(Duration.ofHours(1));
    assertThat(sheet(anna.post("/act/question/judge", again.toArray(String[]::new)))).contains("1 earlier judgement", "marek disagreed: ", "far less", "the trains went back");
  }

  @Test
  void a_wish_is_for_the_judgement_that_the_page_showed_and_no_other() {
    put(anna);
    estimate(anna, "17", "why");
    judge(anna, "LOW");
    String shown = judged();
    assertThat(anna.get(Link.question("attack")).body()).contains("name=\"judged\" value=\"" + shown + "\"");
    HttpResponse<String> answer = marek.post("/act/question/wish", "id", "attack", "hypothesis", "h1", "judged", evening.now().minusSeconds(60).toString());
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(evening.desk.questions().find(Evening.MEMBER, "attack", evening.now()).orElseThrow().wish()).isEmpty();
  }

  @Test
  void whoever_opens_the_page_sees_that_a_judgement_waits_and_may_stop_it() {
    put(anna);
    estimate(anna, "17", "why");
    judge(anna, "LOW");
    anna.post("/act/question/wish", "id", "attack", "hypothesis", "h1", "judged", judged());
    assertThat(marek.get("/questions").body()).contains("A judgement waits to be told.");
    assertThat(marek.get(Link.question("attack")).body()).contains("Members wish the judgement told: anna.", "Stop it").doesNotContain("17.0\u00a0%");
  }

  @Test
  void nobody_is_scored_for_what_was_said_on_the_day_of_the_answer_and_for_an_annulled_question() {
    put(anna);
    estimate(anna, "17", "why");
    String page = sheet(anna.post("/act/question/end", "id", "attack", "came", "none", "on", today.toString(), "why", "known at noon"));
    assertThat(page).contains("<th scope=\"row\">anna</th><td>none</td>");
    page = sheet(anna.post("/act/question/end", "id", "attack", "came", "annulled", "on", today.toString(), "why", "the agencies differ"));
    assertThat(page).contains("annulled", "nobody is scored").doesNotContain("This stays inside the desk");
    assertThat(anna.get("/questions").body()).doesNotContain("How our judgements were");
  }

  @Test
  void an_outcome_noted_too_early_shows_no_estimates_and_is_taken_back() {
    put(anna);
    estimate(anna, "17", "annas reason");
    String page = marek.follow(marek.post("/act/question/end", "id", "attack", "came", "none", "on", today.toString(), "why", "it is over")).body();
    assertThat(page).contains("The answer came before the last day.", "what was noted is taken back").doesNotContain("annas reason", "This stays inside the desk", "Brier");
    page = sheet(anna.post("/act/question/end", "id", "attack", "came", "taken-back", "on", today.toString(), "why", "it goes on"));
    assertThat(page).contains("OPEN", "Outcome: none, the question goes on", "Noted before, and holds no more: none", "Your estimate\u2026");
  }

  @Test
  void a_look_that_was_none_is_struck_from_the_sheet() {
    put(anna);
    anna.post("/act/question/watch", "id", "attack", "text", "field hospitals", "domain", "MEDICAL", "days", "7", "seen-h1", "LIKELY", "seen-none", "VERY_UNLIKELY");
    String page = sheet(anna.post("/act/question/look", "id", "attack", "indicator", "i1", "origin", "observers", "when", field()));
    Matcher look = Pattern.compile("<option value=\"(i1@[^\"]+)\">look of observers for field hospitals").matcher(page);
    assertThat(look.find()).isTrue();
    page = sheet(marek.post("/act/question/strike", "id", "attack", "what", look.group(1), "why", "they looked elsewhere"));
    assertThat(page).contains("Nobody looked, so it tells nothing", "look of observers for field hospitals").contains("by marek");
  }

  @Test
  void words_in_a_question_are_shown_and_never_run() {
    String hostile = "<script>alert(1)</script>\u202E";
    anna.post("/act/question/put", fields("asks", hostile, "why", hostile, "rule", hostile, "answer1", hostile));
    add(anna, "e", hostile, hostile, "POSSIBLE");
    estimate(anna, "20", hostile);
    for (String page : List.of("/questions", Link.question("attack"))) {
      assertThat(anna.get(page).body()).as(page).doesNotContain("<script>alert").doesNotContain("\u202E").contains("&lt;script&gt;", "⟦RLO⟧");
    }
  }

  private String sheet(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return anna.follow(answer).body();
  }

  private String judged() {
    return evening.desk.questions().find(Evening.MEMBER, "attack", evening.now()).orElseThrow().judgement().orElseThrow().at().toString();
  }

  private HttpResponse<String> put(Browser browser) {
    return browser.post("/act/question/put", fields());
  }

  private String[] fields(String... others) {
    List<String> all = new ArrayList<>(List.of(
        "id", "attack", "asks", "Will they attack within two months?", "territory", "the border", "rule", "forces are on the territory", "resolver", "two agencies",
        "opens", today.toString(), "closes", today.plusDays(60).toString(), "answer1", "they attack", "events", "1", "months", "57", "horizon", "2", "why", "one in 57 months"));
    for (Language language : Language.values()) {
      all.addAll(List.of("claim-" + language.code(), "armed forces of Vesk are on the territory of Lorne"));
    }
    for (int i = 0; i < others.length; i += 2) {
      all.set(all.indexOf(others[i]) + 1, others[i + 1]);
    }
    return all.toArray(String[]::new);
  }

  private HttpResponse<String> add(Browser browser, String type, String text, String origin, String hedge) {
    return browser.post("/act/question/evidence", "id", "attack", "type", type.equals("e") ? "statement" : type, "text", text, "origin", origin, "when", field(), "hedge", hedge,
        "seen-h1", "LIKELY", "seen-none", "UNLIKELY");
  }

  private static void estimate(Browser browser, String percent, String why) {
    assertThat(browser.post("/act/question/estimate", "id", "attack", "p-h1", percent, "p-none", Integer.toString(100 - Integer.parseInt(percent)), "why", why).statusCode()).isEqualTo(303);
  }

  private static HttpResponse<String> judge(Browser browser, String confidence) {
    List<String> all = new ArrayList<>(List.of("id", "attack", "p-h1", "30", "p-none", "70", "confidence", confidence, "assumptions", "the agencies go on reporting"));
    for (Language language : Language.values()) {
      all.addAll(List.of("change-" + language.code(), "trains that go back"));
    }
    return browser.post("/act/question/judge", all.toArray(String[]::new));
  }

  private String field() {
    return new DeskTime(Evening.ZONE).field(evening.now().minusSeconds(120));
  }
}
