package watchword.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import watchword.core.count.CountWatch;
import watchword.core.count.DailyCounts;
import watchword.core.count.Measure;
import watchword.desk.Entry;

/// Counts that ring, on their page, and what members say of them.
class CountsPageTest {

  private final Evening evening = new Evening(0);
  private final Browser anna = Browser.unlocked(evening);

  @AfterEach
  void close() {
    evening.close();
  }

  @Test
  void a_young_desk_is_told_from_when_on_something_is_judged_and_every_page_leads_there() {
    String page = anna.get("/counts").body();
    assertThat(page).contains("Nothing is judged yet.", "Eight weeks tell what is usual", "All that is counted").doesNotContain("<svg", "for nothing");
    assertThat(anna.get("/").body()).contains("<a href=\"/counts\">Counts</a>");
  }

  @Test
  void on_its_first_day_a_desk_sees_what_came_today_so_far() {
    String page = anna.get(CountsView.PATH).body();
    assertThat(page).contains("Today so far, the first day.").doesNotContain("On the last whole day").containsPattern("<td[^>]*>[1-9]");
    evening.desksClockMoves(Duration.ofDays(1));
    assertThat(Browser.unlocked(evening).get(CountsView.PATH).body()).contains("On the last whole day").doesNotContain("Today so far");
  }

  @Test
  void what_rings_stands_first_with_its_pictures_and_the_page_says_how_much_rings_for_nothing() {
    Months.before(evening);
    CountWatch watch = evening.desk.counts().watch(Evening.MEMBER, evening.now());
    List<DailyCounts> ringing = watch.watched().stream().filter(one -> !one.ringing(watch.today()).isEmpty()).toList();
    assertThat(ringing).hasSizeGreaterThanOrEqualTo(2);
    String page = anna.get("/counts").body();
    assertThat(Pattern.compile("<svg[^>]*class=\"counts-picture\"").matcher(page).results().count()).isGreaterThanOrEqualTo(ringing.size());
    assertThat(page.indexOf("Rings now")).isPositive().isLessThan(page.indexOf("All that is counted"));
    assertThat(page).contains(watch.judged() + " counts are watched").containsPattern("In a quiet month at most about [0-9.]+ alarms are for nothing");
    assertThat(page).contains("Nobody has said what it was.", "usually ", "by chance on ", "class=\"ring-mark\"", "class=\"usual\"");
    assertThat(anna.get("/").body()).containsPattern("<a href=\"/counts\">Counts \\([0-9]+\\)</a>");
  }

  @Test
  void where_more_is_told_and_no_more_happens_it_says_so_and_counts_the_copies() {
    Months.before(evening);
    CountWatch watch = evening.desk.counts().watch(Evening.MEMBER, evening.now());
    DailyCounts attention = watch.watched().stream().filter(one -> one.attentionAlone(watch.today()) && one.subject().kind().id().equals("drone")).findFirst().orElseThrow();
    DailyCounts activity = watch.watched().stream().filter(one -> one.ringing(watch.today()).contains(Measure.INCIDENTS)).findFirst().orElseThrow();
    String page = anna.get("/counts").body();
    assertThat(card(page, attention)).contains("More attention, not more activity").containsPattern("3[0-9] of the [3-6][0-9] reports on these days repeat another");
    assertThat(card(page, activity)).doesNotContain("More attention");
  }

  @Test
  void what_a_member_says_of_an_alarm_is_noted_shown_and_escaped() {
    Months.before(evening);
    DailyCounts one = ringing();
    String hostile = "<script>alert(1)</script>\u202E\"'&amp;";
    String page = anna.follow(post(one, "ATTENTION", hostile)).body();
    assertThat(page).contains("Noted: it was attention.", "What alarms were", "&lt;script&gt;alert(1)&lt;/script&gt;", "⟦RLO⟧").doesNotContain("<script>alert", "\u202E");
    assertThat(evening.ledger.last()).isInstanceOfSatisfying(Entry.Handled.class, word -> {
      assertThat(word.member()).isEqualTo(Evening.MEMBER);
      assertThat(word.cause()).isEqualTo(Entry.Cause.ATTENTION);
      assertThat(word.area()).isEqualTo(one.subject().area());
    });
    assertThat(evening.ledger.lastAuthor()).isEqualTo(Evening.MEMBER);
    assertThat(card(page, one)).contains("anna: ", "<b>attention</b>").doesNotContain("Nobody has said");

    Browser marek = Browser.unlocked(evening, Evening.OTHER, Evening.OTHERS_PASSPHRASE);
    String after = marek.follow(post(marek, one, "ERROR", "")).body();
    assertThat(after).contains("<b>an error, or nothing</b>", "<b>attention</b>", "an error, or nothing 1.").doesNotContain("attention 1");
  }

  @Test
  void a_word_on_no_alarm_without_a_cause_or_without_the_sessions_token_is_not_noted() {
    Months.before(evening);
    DailyCounts one = ringing();
    int before = evening.ledger.entries().size();
    assertThat(anna.follow(anna.post("/act/handle", "kind", one.subject().kind().id(), "area", "Nowhere", "measure", "REPORTS", "cause", "ERROR")).body()).contains("Nothing was noted");
    assertThat(post(one, "", "").statusCode()).isEqualTo(400);
    assertThat(post(one, "GUESS", "").statusCode()).isEqualTo(400);
    assertThat(post(one, "ERROR", "x".repeat(401)).statusCode()).isEqualTo(400);
    assertThat(anna.post("/act/handle", "kind", "<b>", "area", "", "measure", "REPORTS", "cause", "ERROR").statusCode()).isEqualTo(400);
    anna.token = "0".repeat(64);
    assertThat(post(one, "ERROR", "").statusCode()).isEqualTo(403);
    assertThat(evening.ledger.entries()).hasSize(before);
  }

  private DailyCounts ringing() {
    CountWatch watch = evening.desk.counts().watch(Evening.MEMBER, evening.now());
    return watch.watched().stream().filter(one -> one.ringing(watch.today()).contains(Measure.REPORTS)).findFirst().orElseThrow();
  }

  private HttpResponse<String> post(DailyCounts one, String cause, String note) {
    return post(anna, one, cause, note);
  }

  private static HttpResponse<String> post(Browser browser, DailyCounts one, String cause, String note) {
    return browser.post("/act/handle", "kind", one.subject().kind().id(), "area", one.subject().area(), "measure", "REPORTS", "cause", cause, "note", note);
  }

  private static String card(String page, DailyCounts one) {
    Matcher card = Pattern.compile("<h3>" + Pattern.quote(CountsView.title(one.subject())) + "</h3>.*?</form>", Pattern.DOTALL).matcher(page);
    assertThat(card.find()).as("its card").isTrue();
    return card.group();
  }
}
