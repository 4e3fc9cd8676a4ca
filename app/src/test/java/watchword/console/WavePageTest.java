package watchword.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import watchword.core.corroboration.Verdict.Truth;
import watchword.core.incident.IncidentId;
import watchword.core.place.Place;
import watchword.core.report.Channel;
import watchword.core.report.Report;
import watchword.core.report.ReportId;
import watchword.core.report.SourceKey;
import watchword.core.report.Stance;
import watchword.core.time.Span;
import watchword.desk.Case;
import watchword.desk.Desk;
import watchword.desk.Entry;

/// A wave judged from its page: the list, the question, the act.
class WavePageTest {

  private static final String PLANTED = "attack on the town tonight at 23:30, pass it on to everyone you know";

  private final Evening evening = new Evening(0);
  private final Browser anna = Browser.unlocked(evening);
  private IncidentId wave = new IncidentId("none");

  @BeforeEach
  void sixReportsOfOneWordingAndOneOfItsOwn() {
    IntStream.range(0, 6).forEach(i -> take(i, PLANTED));
    take(6, "two flashes over the depot and then smoke");
    wave = evening.desk.holding(report(0), evening.now()).orElseThrow().incident().id();
    for (int i = 1; i < 7; i++) {
      IncidentId other = evening.desk.holding(report(i), evening.now()).orElseThrow().incident().id();
      if (!other.equals(holding())) {
        evening.desk.same(Evening.MEMBER, holding(), other, evening.now());
      }
    }
    wave = holding();
  }

  @AfterEach
  void close() {
    evening.close();
  }

  @Test
  void only_a_flagged_incident_offers_it() {
    assertThat(anna.get(Link.incident(wave, Tab.WAVE)).body()).contains("Judge the wave…", "id=\"key-v\"");
    Case plain = evening.desk.queue(evening.now()).stream().filter(one -> one.corroboration().wave().isEmpty()).findFirst().orElseThrow();
    assertThat(anna.get(Link.incident(plain.incident().id(), Tab.VERIFY)).body()).doesNotContain("Judge the wave…");
    assertThat(anna.get(Link.wave(plain.incident().id(), Tab.VERIFY)).statusCode()).isEqualTo(409);
  }

  @Test
  void the_list_groups_by_wording_shows_every_report_with_a_box_and_what_stands_alone_first() {
    String page = anna.get(Link.wave(wave, Tab.WAVE)).body();
    for (int i = 0; i < 7; i++) {
      assertThat(page).containsOnlyOnce("type=\"checkbox\" name=\"report\" value=\"" + report(i).value() + "\"");
    }
    assertThat(page.indexOf(report(6).value())).as("own words before the same words").isLessThan(page.indexOf(report(0).value()));
    assertThat(page).contains("7 reports in 2 wordings", "<b>6 reports</b> that go back to report").doesNotContain(PLANTED);
    assertThat(evening.shown()).as("no words are shown by listing").isZero();
  }

  @Test
  void ticked_reports_are_lifted_out_and_the_rest_refuted_after_one_question() {
    anna.get(Link.wave(wave, Tab.WAVE));
    int before = evening.ledger.entries().size();
    String question = anna.post("/wave", "id", wave.value(), "tab", "wave", "report", report(6).value()).body();
    assertThat(question).contains("1 report lifted out", "6 reports refuted", "Lift out 1 and refute 6", "autofocus");
    assertThat(evening.ledger.entries()).as("nothing is done by asking").hasSize(before);

    String after = anna.follow(anna.post("/act/wave", "id", wave.value(), "tab", "wave", "report", report(6).value())).body();

    assertThat(after).contains("Lifted out: 1 report. Refuted: 6 reports. Nothing is published by this.");
    assertThat(evening.ledger.entries()).hasSize(before + 2);
    assertThat(evening.ledger.last()).isInstanceOfSatisfying(Entry.Judged.class, judged -> {
      assertThat(judged.verdict().truth()).isEqualTo(Truth.REFUTED);
      assertThat(judged.verdict().member()).isEqualTo(Evening.MEMBER);
      assertThat(judged.verdict().reports()).hasSize(6).doesNotContain(report(6));
    });
    assertThat(evening.desk.holding(report(6), evening.now()).orElseThrow().incident().reports()).doesNotContain(report(0));
    assertThat(evening.desk.bulletins(evening.now())).isEmpty();
  }

  @Test
  void a_report_that_came_in_between_is_named_and_not_judged() {
    anna.get(Link.wave(wave, Tab.WAVE));
    take(7, PLANTED);
    assertThat(evening.desk.holding(report(7), evening.now()).orElseThrow().incident().id()).isEqualTo(holding());
    assertThat(anna.post("/wave", "id", wave.value(), "tab", "wave").body()).contains("7 reports refuted", "1 report of it was not on the list you saw, and is not judged.");
    assertThat(anna.follow(anna.post("/act/wave", "id", wave.value(), "tab", "wave")).body()).contains("Refuted: 7 reports. 1 report of it was not on the list");
    assertThat(((Entry.Judged) evening.ledger.last()).verdict().reports()).hasSize(7).doesNotContain(report(7));
  }

  @Test
  void nothing_is_judged_that_was_not_listed_first() {
    int before = evening.ledger.entries().size();
    HttpResponse<String> unseen = anna.post("/act/wave", "id", wave.value(), "tab", "wave");
    assertThat(unseen.statusCode()).isEqualTo(409);
    assertThat(unseen.body()).contains("Nothing was done");
    Browser marek = Browser.unlocked(evening, Evening.OTHER, Evening.OTHERS_PASSPHRASE);
    anna.get(Link.wave(wave, Tab.WAVE));
    assertThat(marek.post("/act/wave", "id", wave.value(), "tab", "wave").statusCode()).as("another's list is not mine").isEqualTo(409);
    assertThat(evening.ledger.entries()).hasSize(before);
  }

  @Test
  void where_all_are_ticked_there_is_no_wave_to_judge() {
    anna.get(Link.wave(wave, Tab.WAVE));
    List<String> fields = new java.util.ArrayList<>(List.of("id", wave.value(), "tab", "wave"));
    IntStream.range(0, 7).forEach(i -> fields.addAll(List.of("report", report(i).value())));
    assertThat(anna.follow(anna.post("/wave", fields.toArray(String[]::new))).body()).contains("there is no wave to judge");
  }

  /// Three hundred and forty copies are a row of few marks, whose numbers are all of them.
  @Test
  void hundreds_of_copies_stay_a_row_that_can_be_read() {
    IntStream.range(7, 341).forEach(i -> take(i, PLANTED));
    String page = anna.get(Link.incident(holding(), Tab.WAVE)).body();
    Matcher picture = Pattern.compile("<svg[^>]*class=\"origins-picture\".*?</svg>", Pattern.DOTALL).matcher(page);
    assertThat(picture.find()).isTrue();
    long marks = Pattern.compile("class=\"copy ").matcher(picture.group()).results().count();
    List<Integer> numbers = Pattern.compile("class=\"copies\">([0-9]+)<").matcher(picture.group()).results().map(match -> Integer.valueOf(match.group(1))).toList();
    assertThat(marks).isBetween(1L, 8L);
    assertThat(numbers.stream().mapToInt(Integer::intValue).sum() + marks - numbers.size()).isEqualTo(339);
    assertThat(page).contains("339 copies within", "and 331 more.");
  }

  private IncidentId holding() {
    return evening.desk.holding(report(0), evening.now()).orElseThrow().incident().id();
  }

  private void take(int number, String words) {
    Place place = new Place(52.6, -33.0, 500, "");
    evening.desk.receive(
        new Report(report(number), Channel.SEALED, new SourceKey("fresh " + number), evening.world.kinds().get("shelling"), Stance.SIGHTING,
            Optional.of(place), new Span(evening.now().minusSeconds(900), evening.now().minusSeconds(600)), words, List.of(), List.of()),
        "", Desk.DESK, evening.now());
  }

  private static ReportId report(int number) {
    return new ReportId("%064d".formatted(number + 1));
  }
}
