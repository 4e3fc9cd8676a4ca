package watchword.core.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import watchword.core.kind.Kind;

/// What a desk's daily counts ring on, and what they leave alone.
class CountWatchTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);
  private static final LocalDate YESTERDAY = TODAY.minusDays(1);
  private static final LocalDate FIRST = TODAY.minusDays(90);
  private static final KindInArea SHELLING = new KindInArea(Kind.ofArchive("shelling"), "Dal");
  private static final KindInArea QUIET = new KindInArea(Kind.ofArchive("drone"), "Fen");

  private final List<CountedIncident> happenings = new ArrayList<>();
  private final List<CountedReport> accounts = new ArrayList<>();

  @Test
  void incidents_reports_and_senders_are_counted_each_in_its_own_way() {
    happening(SHELLING, YESTERDAY);
    told(SHELLING, YESTERDAY, "a", 3);
    told(SHELLING, YESTERDAY, "b", 1);
    told(SHELLING, TODAY, "a", 1);
    told(SHELLING, FIRST.minusDays(1), "a", 1);
    told(SHELLING, TODAY.plusDays(1), "a", 1);
    DailyCounts watched = only(SHELLING);
    assertThat(ends(watched, Measure.INCIDENTS)).containsExactly(1, 0);
    assertThat(ends(watched, Measure.REPORTS)).containsExactly(4, 1);
    assertThat(ends(watched, Measure.SENDERS)).containsExactly(2, 1);
    assertThat(watched.line(Measure.REPORTS).counts()).hasSize(CountWatch.SHOWN);
  }

  @Test
  void where_reports_and_senders_rise_and_incidents_do_not_it_is_attention() {
    usual();
    for (int sender = 0; sender < 15; sender++) {
      told(SHELLING, YESTERDAY, "new " + sender, 1);
    }
    DailyCounts watched = only(SHELLING);
    assertThat(watched.ringing(TODAY)).containsExactlyInAnyOrder(Measure.REPORTS, Measure.SENDERS);
    assertThat(watched.attentionAlone(TODAY)).isTrue();
    assertThat(watched.line(Measure.REPORTS).alarm().orElseThrow()).satisfies(alarm -> {
      assertThat(alarm.first()).isEqualTo(YESTERDAY);
      assertThat(alarm.strongest()).isEqualTo(YESTERDAY);
      assertThat(alarm.days()).isEqualTo(1);
      assertThat(alarm.count()).isEqualTo(17);
      assertThat(alarm.probability()).isLessThan(Tail.RECOMMENDED.alpha());
      assertThat(alarm.also()).contains(Ears.Method.C1);
    });
  }

  @Test
  void where_one_sender_tells_it_all_only_reports_ring() {
    usual();
    told(SHELLING, YESTERDAY, "a", 15);
    assertThat(only(SHELLING).ringing(TODAY)).containsExactly(Measure.REPORTS);
  }

  @Test
  void where_incidents_rise_with_their_reports_it_is_activity() {
    usual();
    for (int i = 0; i < 12; i++) {
      happening(SHELLING, YESTERDAY);
      told(SHELLING, YESTERDAY, "new " + i, 1);
    }
    DailyCounts watched = only(SHELLING);
    assertThat(watched.ringing(TODAY)).containsExactlyInAnyOrder(Measure.values());
    assertThat(watched.attentionAlone(TODAY)).isFalse();
  }

  @Test
  void today_rings_once_it_is_high_enough_and_says_nothing_before() {
    usual();
    happenings.removeIf(happening -> happening.day().equals(TODAY));
    accounts.removeIf(account -> account.day().equals(TODAY));
    assertThat(only(SHELLING).alarms()).as("an empty morning is no news").isEmpty();
    told(SHELLING, TODAY, "a", 20);
    assertThat(only(SHELLING).line(Measure.REPORTS).alarm().orElseThrow().last()).isEqualTo(TODAY);
  }

  @Test
  void an_alarm_that_nobody_saw_stays_for_a_fortnight_and_does_not_ring_now() {
    usual();
    told(SHELLING, TODAY.minusDays(9), "a", 40);
    DailyCounts watched = only(SHELLING);
    assertThat(watched.ringing(TODAY)).isEmpty();
    assertThat(watched.line(Measure.REPORTS).alarm().orElseThrow()).satisfies(alarm -> assertThat(alarm.first()).isEqualTo(TODAY.minusDays(9)));
    told(SHELLING, TODAY.minusDays(30), "b", 40);
    accounts.removeIf(account -> account.day().equals(TODAY.minusDays(9)));
    assertThat(only(SHELLING).alarms()).isEmpty();
  }

  @Test
  void after_weeks_of_nothing_the_first_happening_does_not_ring_by_the_reports_it_brings() {
    usual();
    happening(QUIET, YESTERDAY);
    for (int sender = 0; sender < 2; sender++) {
      told(QUIET, YESTERDAY, "q" + sender, 1);
    }
    assertThat(only(QUIET).alarms()).isEmpty();
  }

  @Test
  void after_weeks_of_nothing_a_second_happening_rings_and_so_does_a_crowd_such_as_no_other_day_has() {
    usual();
    happening(QUIET, YESTERDAY);
    happening(QUIET, YESTERDAY.minusDays(1));
    assertThat(only(QUIET).ringing(TODAY)).containsExactly(Measure.INCIDENTS);
    for (int sender = 0; sender < 30; sender++) {
      told(QUIET, YESTERDAY, "q" + sender, 1);
    }
    DailyCounts watched = only(QUIET);
    assertThat(watched.ringing(TODAY)).containsExactlyInAnyOrder(Measure.values());
    assertThat(watched.line(Measure.REPORTS).alarm().orElseThrow()).satisfies(alarm -> {
      assertThat(alarm.isNew()).isTrue();
      assertThat(alarm.probability()).isLessThanOrEqualTo(CountWatch.REMARKABLE);
    });
  }

  @Test
  void a_desk_that_has_counted_for_less_than_nine_weeks_judges_nothing() {
    told(SHELLING, YESTERDAY, "a", 100);
    LocalDate young = TODAY.minusDays(CountWatch.daysBefore());
    assertThat(CountWatch.of(Tallies.of(young, TODAY, happenings, accounts)).judged()).isZero();
    assertThat(CountWatch.of(Tallies.of(young, TODAY, happenings, accounts)).watched().getFirst().alarms()).isEmpty();
    assertThat(CountWatch.of(Tallies.of(young.minusDays(1), TODAY, happenings, accounts)).judged()).isEqualTo(3);
  }

  /// Sixty kinds and places from one happening in fifty days to one a day, each bringing a flock of reports: what rings is for nothing.
  @Test
  void in_quiet_months_it_rings_for_nothing_as_seldom_as_it_says() {
    int days = 90;
    LocalDate begin = TODAY.minusDays(days + CountWatch.daysBefore() + 1L);
    SplittableRandom chance = new SplittableRandom(2026);
    for (int i = 0; i < 60; i++) {
      KindInArea subject = new KindInArea(Kind.ofArchive("k" + i), "Dal");
      double rate = .02 * Math.pow(50, i / 59.0);
      for (LocalDate day = begin; !day.isAfter(TODAY); day = day.plusDays(1)) {
        for (double left = rate; left > 0; left -= .1) {
          if (chance.nextDouble() < Math.min(left, .1)) {
            happening(subject, day);
            do {
              told(subject, day, "s" + chance.nextInt(1_000_000), 1);
            } while (chance.nextDouble() < .7);
          }
        }
      }
    }
    int alarms = 0;
    double expected = 0;
    for (LocalDate today = TODAY.minusDays(days - 1L); !today.isAfter(TODAY); today = today.plusDays(1)) {
      CountWatch watch = CountWatch.of(Tallies.of(begin, today, happenings, accounts));
      LocalDate whole = today.minusDays(1);
      alarms += (int) watch.watched().stream().flatMap(one -> one.alarms().values().stream())
          .filter(alarm -> alarm.first().equals(whole)).count();
      expected += watch.expected() / 30;
    }
    assertThat(alarms / 180.0).as("a count in 90 days").isLessThanOrEqualTo(1).isGreaterThan(0);
    assertThat((double) alarms).as("all of them").isLessThanOrEqualTo(expected);
    assertThat(expected).as("and no bound that says nothing").isLessThan(180);
  }

  /// One happening on two days in three, told by two.
  private void usual() {
    for (LocalDate day = FIRST; !day.isAfter(TODAY); day = day.plusDays(1)) {
      if (day.toEpochDay() % 3 != 0) {
        happening(SHELLING, day);
      }
      told(SHELLING, day, "a", 1);
      told(SHELLING, day, "b", 1);
    }
  }

  private void happening(KindInArea subject, LocalDate day) {
    happenings.add(new CountedIncident(subject, day));
  }

  private void told(KindInArea subject, LocalDate day, String sender, int times) {
    for (int i = 0; i < times; i++) {
      accounts.add(new CountedReport(subject, day, sender));
    }
  }

  private DailyCounts only(KindInArea subject) {
    return CountWatch.of(Tallies.of(FIRST, TODAY, happenings, accounts)).watched().stream().filter(one -> one.subject().equals(subject)).findFirst().orElseThrow();
  }

  private static List<Integer> ends(DailyCounts watched, Measure measure) {
    List<Integer> counts = watched.line(measure).counts();
    return counts.subList(counts.size() - 2, counts.size());
  }
}
