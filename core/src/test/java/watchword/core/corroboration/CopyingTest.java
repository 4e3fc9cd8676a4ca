package watchword.core.corroboration;

import static org.assertj.core.api.Assertions.assertThat;
import static watchword.core.Story.report;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import watchword.core.Story;
import watchword.core.corroboration.Verdict.Truth;
import watchword.core.incident.Incident;
import watchword.core.report.Channel;
import watchword.core.report.Reading;
import watchword.core.report.ReportId;
import watchword.core.report.Stance;

/// Scenarios of sources that repeat others in words of their own.
class CopyingTest {

  private int told;

  @Test
  void A01_who_told_the_same_untruths_after_another_counts_less_beside_it_and_is_told_so() {
    Experience experience = Experience.NONE;
    for (int i = 0; i < 5; i++) {
      experience = learn(experience, Truth.REFUTED, supports("leader", 0, "follower", 10));
      experience = learn(experience, Truth.REFUTED, story(report().by(Channel.PUBLIC, "a" + i), report().by(Channel.PUBLIC, "follower").minute(10).as(Stance.DENIAL)));
      experience = learn(experience, Truth.REFUTED, story(report().by(Channel.PUBLIC, "b" + i), report().by(Channel.PUBLIC, "c" + i).minute(10).as(Stance.DENIAL)));
    }
    List<Reading> both = supports("leader", 0, "follower", 10);
    Line follower = line(experience, both, both.getLast());
    assertThat(follower.words()).contains("goes with an earlier source here in 5 of 5 false reports");
    assertThat(follower.reports()).containsExactly(both.getLast().id(), both.getFirst().id());
    List<Reading> alone = supports("somebody", 0, "follower", 10);
    assertThat(follower.logOdds()).isPositive().isLessThan(0.5 * line(experience, alone, alone.getLast()).logOdds());
  }

  @Test
  void A02_who_comes_first_is_not_discounted_nor_the_follower_where_the_other_is_silent() {
    Experience experience = Experience.NONE;
    for (int i = 0; i < 5; i++) {
      experience = learn(experience, Truth.REFUTED, supports("leader", 0, "follower", 10));
    }
    List<Reading> turned = supports("follower", 0, "leader", 10);
    assertThat(line(experience, turned, turned.getLast()).words()).doesNotContain("goes with");
    List<Reading> other = supports("somebody", 0, "follower", 10);
    assertThat(line(experience, other, other.getLast()).words()).doesNotContain("goes with");
  }

  @Test
  void A03_being_right_together_says_nothing() {
    Experience experience = Experience.NONE;
    for (int i = 0; i < 20; i++) {
      experience = learn(experience, Truth.CONFIRMED, supports("leader", 0, "follower", 10));
    }
    List<Reading> both = supports("leader", 0, "follower", 10);
    assertThat(weigh(experience, both).lines()).noneMatch(line -> line.words().contains("goes with"));
  }

  @Test
  void A04_whoever_denied_what_another_invented_is_no_copy_of_it() {
    Experience experience = Experience.NONE;
    for (int i = 0; i < 3; i++) {
      experience = learn(experience, Truth.REFUTED, supports("leader", 0, "witness", 10));
    }
    List<Reading> both = supports("leader", 0, "witness", 10);
    double before = Math.abs(line(experience, both, both.getLast()).logOdds());
    Experience learnt = experience;
    for (int i = 0; i < 2; i++) {
      learnt = learn(learnt, Truth.REFUTED, story(report().by(Channel.PUBLIC, "leader"), report().by(Channel.PUBLIC, "witness").minute(10).as(Stance.DENIAL)));
    }
    assertThat(line(experience, both, both.getLast()).words()).contains("3 of 3");
    assertThat(line(learnt, both, both.getLast()).words()).contains("3 of 5", "counts 1.0");
    assertThat(before).isPositive();
  }

  @Test
  void A05_copying_is_not_passed_on_to_a_third() {
    Experience experience = Experience.NONE;
    for (int i = 0; i < 5; i++) {
      experience = learn(experience, Truth.REFUTED, supports("one", 0, "two", 10));
      experience = learn(experience, Truth.REFUTED, supports("two", 0, "three", 10));
    }
    List<Reading> both = supports("one", 0, "three", 10);
    assertThat(weigh(experience, both).lines()).noneMatch(line -> line.words().contains("goes with"));
  }

  @Test
  void A06_two_proven_sources_that_were_wrong_together_are_one_proof_and_keep_their_weight() {
    Experience experience = usual();
    for (int i = 0; i < 80; i++) {
      experience = learn(experience, Truth.CONFIRMED, supports("leader", 0));
      experience = learn(experience, Truth.CONFIRMED, supports("follower", 0));
    }
    List<Reading> both = supports("leader", 0, "follower", 10);
    assertThat(weigh(experience, both).provenSupports()).isEqualTo(2);
    // Errors between many right reports: both stay proven.
    for (int i = 0; i < 3; i++) {
      experience = learn(experience, Truth.REFUTED, supports("leader", 0, "follower", 10));
    }
    assertThat(both).allMatch(experience::proven);
    assertThat(weigh(experience, both).provenSupports()).isEqualTo(1);
    assertThat(weigh(experience, both).lines()).filteredOn(line -> line.reason() == Line.Reason.PROVEN).hasSize(2)
        .anyMatch(line -> line.words().endsWith("no second proof"));
  }

  @Test
  void A07_of_a_crowd_nothing_is_remembered() {
    Experience experience = Experience.NONE;
    Story.Telling[] crowd = new Story.Telling[60];
    for (int i = 0; i < crowd.length; i++) {
      crowd[i] = report().by(Channel.PUBLIC, "p" + i).minute(i);
    }
    List<Reading> readings = story(crowd);
    experience = learn(experience, Truth.REFUTED, readings);
    assertThat(experience.track(readings.getFirst()).spoke()).isEmpty();
    assertThat(experience.track(readings.getFirst()).judged()).isEqualTo(1);
  }

  @Test
  void A08_a_support_is_held_against_the_first_fifty_known_ones_and_no_more() {
    Experience experience = learn(Experience.NONE, Truth.CONFIRMED, crowdAnd(50));
    for (int i = 0; i < 5; i++) {
      experience = learn(experience, Truth.REFUTED, supports("leader", 0, "follower", 10));
    }
    List<Reading> within = crowdAnd(49, "leader", "follower");
    assertThat(line(experience, within, within.getLast()).words()).contains("goes with an earlier source here");
    List<Reading> beyond = crowdAnd(50, "leader", "follower");
    assertThat(line(experience, beyond, beyond.getLast()).words()).doesNotContain("goes with");
  }

  @Test
  void A09_mailboxes_without_a_record_make_no_crowd_and_nothing_is_remembered_of_them() {
    Experience experience = Experience.NONE;
    for (int i = 0; i < 3; i++) {
      experience = learn(experience, Truth.REFUTED, mailboxesAnd(51, "new" + i + "-", "leader", "follower"));
    }
    List<Reading> planted = mailboxesAnd(51, "new0-", "leader", "follower");
    assertThat(experience.track(planted.getFirst()).judged()).isEqualTo(1);
    assertThat(experience.track(planted.getFirst()).spoke()).isEmpty();
    List<Reading> both = supports("leader", 0, "follower", 10);
    assertThat(line(experience, both, both.getLast()).words()).contains("goes with an earlier source here in 3 of 3 false reports");
  }

  @Test
  void A10_mailboxes_judged_once_do_not_stand_before_those_a_support_is_held_against() {
    Experience experience = learn(Experience.NONE, Truth.CONFIRMED, mailboxesAnd(50, "once"));
    for (int i = 0; i < 5; i++) {
      experience = learn(experience, Truth.REFUTED, supports("leader", 0, "follower", 10));
    }
    List<Reading> behind = mailboxesAnd(50, "once", "leader", "follower");
    assertThat(experience.track(behind.getFirst()).judged()).isEqualTo(1);
    assertThat(line(experience, behind, behind.getLast()).words()).contains("goes with an earlier source here");
  }

  @Test
  void B01_three_sources_that_came_together_three_times_are_told_beside_a_flag_and_lower_nothing() {
    List<Reading> wave = wave();
    Experience experience = Experience.NONE;
    assertThat(JointAction.among(wave, experience)).isEmpty();
    for (int i = 0; i < 3; i++) {
      assertThat(JointAction.among(wave, experience)).isEmpty();
      experience = learn(experience, Truth.CONFIRMED, wave());
    }
    assertThat(JointAction.among(wave, experience)).hasValue("3 of its sources reported within 2 minutes of each other on 3 earlier incidents or more");
    assertThat(weigh(experience, wave).wave()).hasValueSatisfying(reason -> assertThat(reason).contains("within 2 minutes of each other"));
    assertThat(JointAction.among(supports("p0", 0, "p1", 1), experience)).as("a couple at one window").isEmpty();
  }

  @Test
  void B02_who_takes_longer_than_two_minutes_acts_alone() {
    Experience experience = Experience.NONE;
    Story.Telling[] slow = {report().by(Channel.PUBLIC, "p0"), report().by(Channel.PUBLIC, "p1").minute(5), report().by(Channel.PUBLIC, "p2").minute(10)};
    for (int i = 0; i < 5; i++) {
      experience = learn(experience, Truth.CONFIRMED, story(slow));
    }
    assertThat(JointAction.among(story(slow), experience)).isEmpty();
  }

  @Test
  void B03_who_tells_fifty_reports_hides_nobody_that_comes_after() {
    Experience experience = Experience.NONE;
    for (int i = 0; i < 3; i++) {
      experience = learn(learn(experience, Truth.CONFIRMED, wave()), Truth.CONFIRMED, supports("talker", 0));
    }
    Story.Telling[] tellings = new Story.Telling[53];
    for (int i = 0; i < tellings.length; i++) {
      tellings[i] = report().minute(i).by(Channel.PUBLIC, i < 50 ? "talker" : "p" + (i - 50));
    }
    assertThat(JointAction.among(story(tellings), experience)).hasValueSatisfying(words -> assertThat(words).startsWith("3 of its sources"));
  }

  @Test
  void B04_the_first_fifty_known_sources_are_looked_at_and_no_more() {
    Experience experience = Experience.NONE;
    for (int i = 0; i < 3; i++) {
      experience = learn(learn(experience, Truth.CONFIRMED, wave()), Truth.CONFIRMED, crowdAnd(50));
    }
    assertThat(JointAction.among(crowdAnd(20, "p0", "p1", "p2"), experience)).hasValueSatisfying(words -> assertThat(words).startsWith("23 of its sources"));
    assertThat(JointAction.among(crowdAnd(50, "p0", "p1", "p2"), experience)).hasValueSatisfying(words -> assertThat(words).startsWith("50 of its sources"));
  }

  private List<Reading> wave() {
    Story.Telling[] tellings = new Story.Telling[6];
    for (int i = 0; i < tellings.length; i++) {
      tellings[i] = report().minute(i < 3 ? i / 2 : 5 * i).saying("attack tonight at 21:00 variant " + "abcdef".charAt(i));
      tellings[i] = i < 3 ? tellings[i].by(Channel.PUBLIC, "p" + i) : tellings[i];
    }
    return story(tellings);
  }

  /// A desk whose sources err alone; two of them deny what others invent.
  private Experience usual() {
    Experience experience = Experience.NONE;
    for (int i = 0; i < 20; i++) {
      experience = learn(experience, Truth.REFUTED, story(report().by(Channel.PUBLIC, "a" + i), report().by(Channel.PUBLIC, "b" + i).minute(10).as(Stance.DENIAL)));
      String one = i % 2 == 0 ? "leader" : "follower";
      experience = learn(experience, Truth.REFUTED, story(report().by(Channel.PUBLIC, "c" + i), report().by(Channel.PUBLIC, one).minute(10).as(Stance.DENIAL)));
    }
    return experience;
  }

  /// So many sources a minute apart, then these.
  private List<Reading> crowdAnd(int crowd, String... others) {
    return crowdAnd(Channel.PUBLIC, crowd, "k", others);
  }

  private List<Reading> mailboxesAnd(int crowd, String names, String... others) {
    return crowdAnd(Channel.MAILBOX, crowd, names, others);
  }

  private List<Reading> crowdAnd(Channel channel, int crowd, String names, String... others) {
    List<Story.Telling> tellings = new ArrayList<>();
    for (int i = 0; i < crowd; i++) {
      tellings.add(report().by(channel, names + i).minute(i));
    }
    List.of(others).forEach(other -> tellings.add(report().by(Channel.PUBLIC, other).minute(tellings.size())));
    return story(tellings.toArray(new Story.Telling[0]));
  }

  private List<Reading> supports(String source, int minute) {
    return story(report().by(Channel.PUBLIC, source).minute(minute));
  }

  private List<Reading> supports(String source, int minute, String other, int later) {
    return story(report().by(Channel.PUBLIC, source).minute(minute), report().by(Channel.PUBLIC, other).minute(later));
  }

  private List<Reading> story(Story.Telling... tellings) {
    Story story = new Story();
    List.of(tellings).forEach(story::with);
    List<Reading> readings = new ArrayList<>();
    for (Reading one : story.readings()) {
      readings.add(new Reading(new ReportId("r%06d".formatted(told++)), one.channel(), one.source(), one.kind(), one.stance(), one.places(), one.when(), one.words(),
          one.towns(), one.foretells(), one.figures(), one.media()));
    }
    return readings.stream().sorted(Reading.ORDER).toList();
  }

  private static Experience learn(Experience experience, Truth truth, List<Reading> readings) {
    return experience.with(new Verdict("m1", truth, Story.TEN.plusSeconds(3_600), readings.stream().map(Reading::id).toList()), readings);
  }

  private static Line line(Experience experience, List<Reading> readings, Reading of) {
    return weigh(experience, readings).lines().stream().filter(line -> !line.reports().isEmpty() && line.reports().getFirst().equals(of.id()) && line.reason() != Line.Reason.BOUND)
        .findFirst().orElseThrow();
  }

  private static Corroboration weigh(Experience experience, List<Reading> readings) {
    return new LogOddsWeigher().weigh(Incident.of(readings), new Evidence(experience, List.of()), Story.TEN.plusSeconds(7_200));
  }
}
