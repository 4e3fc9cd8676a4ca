package watchword.core.assessment;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import watchword.core.assessment.Indicator.Look;
import watchword.core.bulletin.Likelihood;
import watchword.core.kind.Language;

/// A question of the invented country and what is known of it.
final class Desk {

  static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  private Desk() {}

  static Question question(String... hypotheses) {
    List<Hypothesis> all = new ArrayList<>();
    for (String id : hypotheses) {
      all.add(new Hypothesis(id, "that " + id));
    }
    all.add(new Hypothesis(Question.NONE, "none of these"));
    return new Question("q1", "Lorne", "Is an attack from Tarn possible?", "Troops of Tarn cross the border, as two agencies report.",
        "the desk's resolver",
        LocalDate.parse("2026-11-01"), LocalDate.parse("2026-12-31"), all, List.of());
  }

  static Expectation expects(Likelihood... words) {
    return new Expectation(List.of(words));
  }

  static Item item(String id, String origin, Expectation expectation) {
    return new Item(id, "text of " + id, origin, NOW.minus(Duration.ofDays(1)), expectation, Optional.empty(), Optional.empty());
  }

  static Evidence document(String id, String origin, double reliability, Likelihood... words) {
    return new Evidence.OfDocument(item(id, origin, expects(words)), reliability);
  }

  static Indicator indicator(String id, int halfLifeDays, Look... looks) {
    return new Indicator(id, Domain.LOGISTICS, "sign " + id, expects(Likelihood.VERY_LIKELY, Likelihood.VERY_UNLIKELY),
        Duration.ofDays(halfLifeDays), false,
        Optional.empty(), Arrays.asList(looks));
  }

  static Look look(int daysAgo) {
    return new Look(NOW.minus(Duration.ofDays(daysAgo)), "the border observers");
  }

  static Estimate estimate(String member, int minute, double probability) {
    return new Estimate(member, NOW.plusSeconds(60L * minute), List.of(probability, 1 - probability), "because");
  }

  static Judgement judgement(int day, double probability, Confidence confidence, Optional<String> changed) {
    return new Judgement("heron", NOW.plus(Duration.ofDays(day)), List.of(probability, 1 - probability), confidence,
        List.of("the rail bridge stays open"),
        Map.of(Language.EN, "a field hospital near the border"), changed, List.of(new Judgement.Dissent("crane", "I hold it for likelier")));
  }
}
