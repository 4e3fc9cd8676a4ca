package watchword.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import watchword.core.decision.Policy;
import watchword.core.report.Channel;
import watchword.core.report.Reading;
import watchword.core.report.ReportId;
import watchword.desk.Case;
import watchword.desk.Entry;

/// A report is a line until somebody asks; the page says how much is left, and a second member answers on theirs.
class ReadingPageTest {

  private static final Pattern CLOCK = Pattern.compile("\\b([0-2][0-9]):([0-5][0-9])\\b");
  private static final Pattern AT = Pattern.compile("name=\"at\" value=\"([^\"]+)\"");

  private final Evening evening = new Evening(0);
  private final Browser anna = Browser.unlocked(evening);
  private final Browser marek = Browser.unlocked(evening, Evening.OTHER, Evening.OTHERS_PASSPHRASE);

  @AfterEach
  void close() {
    evening.close();
  }

  @Test
  void the_list_of_reports_tells_hours_and_cells_and_never_a_minute_or_a_yard() {
    int lines = 0;
    for (Case one : evening.desk.queue(evening.now())) {
      String page = page(anna, one);
      String list = page.substring(page.indexOf("<ol class=\"reports\">"), page.indexOf("<aside class=\"acts\""));
      Matcher clock = CLOCK.matcher(list);
      boolean sealed = one.incident().readings().stream().allMatch(reading -> reading.channel() == Channel.SEALED || reading.channel() == Channel.OBSERVER);
      while (sealed && clock.find()) {
        assertThat(clock.group(2)).as(clock.group()).isEqualTo("00");
        lines++;
      }
      for (Reading reading : one.incident().readings()) {
        reading.place().filter(_ -> sealed).ifPresent(place -> assertThat(page).doesNotContain(String.format(Locale.ROOT, "%.3f, %.3f", place.latitude(), place.longitude())));
      }
    }
    assertThat(lines).isGreaterThan(100);
  }

  @Test
  void when_exactly_is_told_by_the_hour_where_it_comes_of_sealed_reports() {
    int told = 0;
    for (Case one : evening.desk.queue(evening.now())) {
      String page = page(anna, one);
      int at = page.indexOf("When exactly");
      if (at >= 0 && Lined.applies(one.incident())) {
        Matcher clock = CLOCK.matcher(page.substring(at, page.indexOf("</b>", at)));
        assertThat(clock.find()).isTrue();
        assertThat(clock.group(2)).as(clock.group()).isEqualTo("00");
        told++;
      }
    }
    assertThat(told).isGreaterThan(3);
  }

  @Test
  void the_page_says_how_many_are_left_and_refuses_the_sixty_first_in_one_sentence() {
    Case one = evening.desk.queue(evening.now()).getFirst();
    assertThat(page(anna, one)).contains("You may ask for 60 of 60 until 10 Mar").doesNotContain("asked for more than 60");
    List<ReportId> all = evening.desk.queue(evening.now()).stream().flatMap(each -> each.incident().reports().stream()).toList();
    assertThat(all).hasSizeGreaterThan(Policy.SHOWN_A_DAY);
    for (ReportId id : all.subList(0, Policy.SHOWN_A_DAY)) {
      read(anna, id);
    }
    assertThat(evening.shown()).isEqualTo(60);
    assertThat(page(anna, one)).contains("You may ask for 0 of 60");
    HttpResponse<String> refused = read(anna, all.get(Policy.SHOWN_A_DAY));
    assertThat(refused.body()).contains("Not shown: of 60 reports a day 0 are left to you until midnight UTC, and this asks for 1 more.");
    assertThat(evening.shown()).isEqualTo(60);
    assertThat(marek.get("/published").body()).contains("anna asked for more than 60 reports on the day of");
    assertThat(anna.get("/published").body()).doesNotContain("asked for more than 60");
  }

  @Test
  void more_than_ten_at_once_wait_on_every_page_until_another_member_agrees() {
    Case many = big();
    HttpResponse<String> asked = anna.post("/read-all", "id", many.incident().id().value());
    assertThat(asked.body()).contains("Not shown yet: more than 10 at once. It takes another member&#39;s word");
    assertThat(evening.shown()).isZero();
    assertThat(anna.get("/record").body()).contains("You ask to be shown").doesNotContain("/act/agree");
    String marks = marek.get("/published").body();
    assertThat(marks).contains("anna asks to be shown", "/act/agree", "/act/stop");

    assertThat(anna.post("/act/agree", "asker", Evening.MEMBER, "at", at(marks)).statusCode()).isEqualTo(303);
    assertThat(evening.ledger.last()).as("one's own word").isInstanceOf(Entry.Asked.class);
    marek.follow(marek.post("/act/agree", "asker", Evening.MEMBER, "at", at(marks)));
    assertThat(evening.ledger.last()).isInstanceOfSatisfying(Entry.Agreed.class, agreed -> assertThat(agreed.member()).isEqualTo(Evening.OTHER));

    String shown = anna.post("/read-all", "id", many.incident().id().value()).body();
    assertThat(evening.shown()).isEqualTo(many.incident().reports().size());
    assertThat(shown).contains("Exactly: ");
    assertThat(marek.get("/published").body()).doesNotContain("asks to be shown");
  }

  @Test
  void what_waits_can_be_stopped_by_a_form_of_each_page() {
    Case many = big();
    anna.post("/read-all", "id", many.incident().id().value());
    String marks = marek.get("/").body();
    assertThat(marek.follow(marek.post("/act/stop", "asker", Evening.MEMBER, "at", at(marks))).body()).contains("Stopped. Nothing of it is shown.");
    assertThat(marek.post("/act/stop", "asker", Evening.MEMBER, "at", at(marks)).statusCode()).isEqualTo(409);
    assertThat(anna.post("/read-all", "id", many.incident().id().value()).body()).contains("Not shown yet");
    assertThat(evening.shown()).isZero();
  }

  @Test
  void an_older_report_says_why_it_is_not_shown() {
    evening.desksClockMoves(Duration.ofDays(5));
    Case one = evening.desk.queue(evening.now()).getFirst();
    assertThat(read(anna, one.incident().reports().getFirst()).body()).contains("Not shown yet: came more than 96 hours ago.");
  }

  private Case big() {
    List<Case> all = new ArrayList<>(evening.desk.queue(evening.now()));
    return all.stream().filter(one -> one.incident().reports().size() > Policy.SHOWN_AT_ONCE && one.incident().reports().size() <= Policy.SHOWN_A_DAY).findFirst().orElseThrow();
  }

  private static String at(String page) {
    Matcher at = AT.matcher(page);
    assertThat(at.find()).isTrue();
    return at.group(1);
  }

  private static String page(Browser browser, Case one) {
    return browser.get(Link.incident(one.incident().id(), Tab.VERIFY)).body();
  }

  private HttpResponse<String> read(Browser browser, ReportId id) {
    String incident = evening.desk.holding(id, evening.now()).orElseThrow().incident().id().value();
    return browser.post("/read", "report", id.value(), "id", incident);
  }
}
