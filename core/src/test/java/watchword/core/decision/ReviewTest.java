package watchword.core.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static watchword.core.Story.TEN;
import static watchword.core.Story.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import watchword.core.Story;
import watchword.core.bulletin.Status;
import watchword.core.corroboration.Corroboration;
import watchword.core.corroboration.Evidence;
import watchword.core.corroboration.Experience;
import watchword.core.corroboration.Finding;
import watchword.core.corroboration.Finding.Outcome;
import watchword.core.corroboration.LogOddsWeigher;
import watchword.core.incident.Incident;
import watchword.core.report.Reading;
import watchword.core.report.Stance;

/// When what is out should be taken back, and why.
class ReviewTest {

  private final Decider decider = new RuleDecider(Policy.DEFAULT);

  @Test
  void what_still_holds_is_left_alone() {
    assertThat(decider.review(weighed(told(3, 0), Outcome.FOUND, Outcome.FOUND), Status.CONFIRMED)).isEmpty();
    assertThat(decider.review(weighed(told(3, 0)), Status.UNCONFIRMED)).isEmpty();
  }

  @Test
  void unconfirmed_is_taken_back_only_when_the_opposite_is_likely() {
    assertThat(decider.review(weighed(told(3, 3)), Status.UNCONFIRMED)).as("in doubt: it lapses by itself").isEmpty();
    assertThat(reasons(weighed(told(3, 3), Outcome.NOT_FOUND, Outcome.NOT_FOUND), Status.UNCONFIRMED))
        .containsSubsequence("3 origins deny it", "2 checks found nothing")
        .last().asString().endsWith("below 20 %");
  }

  @Test
  void confirmed_is_taken_back_once_it_could_not_even_go_out_as_unconfirmed() {
    Corroboration doubted = weighed(told(1, 1));
    assertThat(decider.review(doubted, Status.UNCONFIRMED)).isEmpty();
    assertThat(reasons(doubted, Status.CONFIRMED)).contains("one origin denies it").last().asString().endsWith("below 55 %");
  }

  @Test
  void a_check_that_reached_nobody_speaks_against_nothing() {
    assertThat(reasons(weighed(told(1, 1), Outcome.UNREACHABLE), Status.CONFIRMED)).noneMatch(reason -> reason.contains("check"));
  }

  @Test
  void what_claims_nothing_cannot_be_taken_back() {
    Corroboration nothing = weighed(told(1, 3), Outcome.NOT_FOUND, Outcome.NOT_FOUND, Outcome.NOT_FOUND);
    assertThat(List.of(Status.NOT_CONFIRMED, Status.NO_SIGN, Status.REFUTED, Status.RETRACTED))
        .allMatch(status -> decider.review(nothing, status).isEmpty());
  }

  private List<String> reasons(Corroboration corroboration, Status published) {
    Optional<Decision.Withdraw> review = decider.review(corroboration, published);
    assertThat(review).isPresent();
    return review.get().reasons();
  }

  private static Incident told(int sightings, int denials) {
    Story story = new Story();
    for (int i = 0; i < sightings; i++) {
      story.with(report());
    }
    for (int i = 0; i < denials; i++) {
      story.with(report().as(Stance.DENIAL));
    }
    return Incident.of(story.readings().stream().sorted(Reading.ORDER).toList());
  }

  private static Corroboration weighed(Incident incident, Outcome... checks) {
    List<Finding> findings = new ArrayList<>();
    for (Outcome outcome : checks) {
      findings.add(new Finding("m" + findings.size(), Finding.Method.CALL, outcome, TEN, incident.reports()));
    }
    return new LogOddsWeigher().weigh(incident, new Evidence(Experience.NONE, findings), TEN);
  }
}
