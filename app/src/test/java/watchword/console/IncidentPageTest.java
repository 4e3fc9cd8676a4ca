package watchword.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import watchword.core.corroboration.Attributes;
import watchword.core.corroboration.Verdict;
import watchword.core.incident.IncidentId;
import watchword.core.place.Place;
import watchword.core.report.Channel;
import watchword.core.report.Reading;
import watchword.core.report.ReportId;
import watchword.core.report.Stance;
import watchword.desk.Case;
import watchword.desk.Entry;

/// What an incident's page draws of its reports, and each act by its name, through the console's own routes.
class IncidentPageTest {

  private static final String DAY = "2026-03-09T";
  private static final double MIDDLE_LATITUDE = 52.6;

  private final Evening evening = new Evening(0);
  private final Browser anna = Browser.unlocked(evening);

  @AfterEach
  void close() {
    evening.close();
  }

  @Test
  void the_timeline_puts_each_report_at_its_time_in_the_order_of_their_beginnings() {
    String page = threeReports();
    List<String> timeline = found(page, "<svg[^>]*class=\"timeline\".*?</svg>", 0);
    assertThat(timeline).hasSize(1);
    // The picture is 360 wide with 14 to each side: an hour is 332 of it.
    assertThat(found(timeline.getFirst(), "<rect[^>]* x=\"([0-9.]+)\"[^>]*class=\"bar ", 1)).containsExactly("14.0", "180.0", "263.0");
    assertThat(found(timeline.getFirst(), "<rect[^>]* width=\"([0-9.]+)\"[^>]*class=\"bar ", 1)).containsExactly("110.7", "55.3", "83.0");
    assertThat(found(timeline.getFirst(), "class=\"bar ([a-z]+)\"", 1)).containsExactly("supports", "supports", "denies");
    assertThat(found(timeline.getFirst(), "class=\"mark-number[^\"]*\">([0-9]+)<", 1)).containsExactly("1", "2", "3");
    assertThat(found(timeline.getFirst(), "class=\"hour-name\">([^<]+)<", 1)).as("by the desk's clock").containsExactly("19:15", "19:30", "19:45");
  }

  @Test
  void of_a_state_the_page_tells_when_it_was_last_seen_and_since_when_nobody_sees_it() {
    assertThat(threeReports()).containsPattern("last seen [^;]*19:40; nobody sees it since [^.]*19:45\\.");
  }

  @Test
  void beside_it_stand_who_told_and_when_under_the_same_numbers() {
    String page = threeReports();
    assertThat(found(page, "class=\"report-number\">([0-9]+)<", 1)).containsExactly("1", "2", "3");
    List<String> lines = found(page, "class=\"report-number\">[0-9]+</b><span>([^<]+)<", 1);
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0)).contains("entered by hand", "19:00", "19:20");
    assertThat(lines.get(1)).contains("public source official:Waterworks", "19:30", "19:40");
    assertThat(lines.get(2)).startsWith("Is there and sees nothing").contains("partner partner:Desk of the east", "19:45", "20:00");
  }

  @Test
  void the_map_puts_each_report_at_its_place_as_wide_as_it_is_unsure() {
    String page = threeReports();
    String map = found(page, "<svg[^>]*class=\"map\".*?</svg>", 0).getFirst();
    List<Double> x = numbers(map, "<circle cx=\"([0-9.]+)\"[^>]*class=\"pin ");
    List<Double> y = numbers(map, "<circle[^>]* cy=\"([0-9.]+)\"[^>]*class=\"pin ");
    List<Double> radius = numbers(map, "<circle[^>]* r=\"([0-9.]+)\"[^>]*class=\"area ");
    assertThat(x).hasSize(3);
    assertThat(x).as("west, east, middle").satisfies(at -> {
      assertThat(at.get(0)).isLessThan(at.get(2));
      assertThat(at.get(2)).isLessThan(at.get(1));
    });
    assertThat(y).as("the last is north of the others").satisfies(at -> {
      assertThat(at.get(0)).isEqualTo(at.get(1));
      assertThat(at.get(2)).isLessThan(at.get(0));
    });
    assertThat(radius.get(1) / radius.get(0)).as("2 km to 1 km").isBetween(1.9, 2.1);
    assertThat(found(map, "class=\"pin ([a-z]+)\"", 1)).containsExactly("supports", "supports", "denies");
    double metres = new Place(MIDDLE_LATITUDE, -33.02, 1, "").distanceMetres(new Place(MIDDLE_LATITUDE, -32.98, 1, ""));
    assertThat((x.get(1) - x.get(0)) / radius.get(0)).as("distances by the same scale as radii").isBetween(metres / 1_030, metres / 970);
  }

  @Test
  void what_was_counted_stands_on_the_page_with_how_likely_it_is() {
    Case counted = evening.desk.queue(evening.now()).stream()
        .filter(one -> one.incident().readings().stream()
            .anyMatch(reading -> reading.stance() == Stance.SIGHTING && !reading.figures().isEmpty()))
        .findFirst().orElseThrow();
    String page = anna.get(Link.incident(counted.incident().id(), Tab.VERIFY)).body();
    String list = found(page, "<ul class=\"attributes\">.*?</ul>", 0).getFirst();
    assertThat(found(list,
        "<b>(?:about )?[^<]+</b>, [0-9]+ % \\([0-9]+–[0-9]+ %\\), <span class=\"muted\">[0-9]+ independent voice", 0))
        .hasSameSizeAs(Attributes.of(counted.incident()));
  }

  @ParameterizedTest
  @EnumSource(Verdict.Truth.class)
  void a_verdict_is_kept_by_its_name_and_said_on_the_page(Verdict.Truth truth) {
    Case one = evening.desk.queue(evening.now()).getFirst();
    String after = anna.follow(anna.post("/act/judge", "id", one.incident().id().value(), "truth", truth.name())).body();
    assertThat(evening.ledger.last()).isEqualTo(
        new Entry.Judged(new Verdict(Evening.MEMBER, truth, evening.now(), one.incident().reports())));
    assertThat(after).contains("anna " + Say.verdict(truth) + ".");
    assertThat(evening.desk.bulletins(evening.now())).as("nothing is published by it").isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "PHONE, BY_HAND, phone-", "IN_PERSON, BY_HAND, in-person-", "RADIO, BY_HAND, radio-", "PUBLIC, PUBLIC, public:Lorne roads",
    "OFFICIAL, PUBLIC, official:Lorne roads", "PARTNER, PARTNER, partner:Lorne roads", "OBSERVER, OBSERVER, Lorne roads"
  })
  void a_report_by_hand_comes_by_the_way_its_member_says(String way, Channel channel, String source) {
    assertThat(anna.get("/enter").body()).contains("value=\"" + way + "\"");
    String said = anna.follow(enter(way, "Lorne roads", "SIGHTING", "19:00", "19:20", -33.0, MIDDLE_LATITUDE, "1")).body();
    assertThat(said).contains("Entered.");
    assertThat(arrived()).satisfies(reading -> {
      assertThat(reading.channel()).isEqualTo(channel);
      assertThat(reading.source().value()).startsWith(source);
    });
    assertThat(evening.ledger.lastAuthor()).isEqualTo(Evening.MEMBER);
  }

  @ParameterizedTest
  @CsvSource({"PHONE, false", "IN_PERSON, false", "RADIO, false", "PUBLIC, true", "OFFICIAL, true", "PARTNER, true", "OBSERVER, true"})
  void ways_that_can_have_a_record_need_a_name(String way, boolean needsName) {
    var answer = enter(way, "", "SIGHTING", "19:00", "19:20", -33.0, MIDDLE_LATITUDE, "1");
    assertThat(answer.statusCode()).isEqualTo(needsName ? 422 : 303);
    assertThat(answer.body().contains("Name the source")).isEqualTo(needsName);
  }

  /// A page over three reports typed in, made one incident by a member: 19:00–19:20 in the west, 19:30–19:40 in the east and
  /// less sure, 19:45–20:00 between them to the north, denied.
  private String threeReports() {
    List<ReportId> ids = new ArrayList<>();
    enter("PHONE", "", "SIGHTING", "19:00", "19:20", -33.02, MIDDLE_LATITUDE, "1");
    ids.add(arrived().id());
    enter("OFFICIAL", "Waterworks", "SIGHTING", "19:30", "19:40", -32.98, MIDDLE_LATITUDE, "2");
    ids.add(arrived().id());
    enter("PARTNER", "Desk of the east", "DENIAL", "19:45", "20:00", -33.0, MIDDLE_LATITUDE + 0.02, "1");
    ids.add(arrived().id());
    for (ReportId other : ids) {
      if (!holding(other).equals(holding(ids.getFirst()))) {
        anna.post("/act/same", "id", holding(ids.getFirst()).value(), "other", holding(other).value());
      }
    }
    return anna.get(Link.incident(holding(ids.getFirst()), Tab.VERIFY)).body();
  }

  private IncidentId holding(ReportId report) {
    return evening.desk.holding(report, evening.now()).orElseThrow().incident().id();
  }

  private Reading arrived() {
    return ((Entry.Arrived) evening.ledger.last()).reading();
  }

  private java.net.http.HttpResponse<String> enter(
      String way, String source, String stance, String from, String to, double longitude, double latitude, String kilometres) {
    return anna.post(
        "/enter", "kind", "water-cut", "stance", stance, "way", way, "source", source, "from", DAY + from, "to", DAY + to,
        "latitude", String.valueOf(latitude), "longitude", String.valueOf(longitude), "uncertainty", kilometres,
        "words", "no water on our street");
  }

  private static List<Double> numbers(String page, String pattern) {
    return found(page, pattern, 1).stream().map(Double::valueOf).toList();
  }

  private static List<String> found(String page, String pattern, int group) {
    Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(page);
    return matcher.results().map(result -> result.group(group)).toList();
  }
}
