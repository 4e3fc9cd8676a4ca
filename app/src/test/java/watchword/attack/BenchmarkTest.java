package watchword.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import watchword.core.corroboration.Origins;

/// The world is the anchors' world, and the desk's weighing holds what it promises in it.
class BenchmarkTest {

  private static final long SEED = 7;

  @Test
  void A01_one_seed_is_one_world() {
    assertThat(World.seeded(SEED, true, 0).events()).isEqualTo(World.seeded(SEED, true, 0).events());
  }

  @Test
  void A02_a_fifth_is_planted_and_four_tenths_are_so() {
    List<Event> events = World.seeded(SEED, true, 0).events();
    assertThat(share(events, event -> event.making().planted())).isCloseTo(0.2, within(0.04));
    assertThat(share(events, Event::so)).isCloseTo(0.4, within(0.05));
    assertThat(World.seeded(SEED, false, 0).events()).noneMatch(event -> event.making().planted());
  }

  @Test
  void A03_copies_are_found_from_texts_and_paraphrases_are_not() {
    Crowd crowd = World.seeded(SEED, true, 0).crowd();
    assertThat(Origins.of(crowd.planted(1, Making.TEMPLATE, 20, 0).readings())).hasSize(2);
    assertThat(Origins.of(crowd.planted(2, Making.PARAPHRASE, 20, 0).readings())).hasSizeGreaterThanOrEqualTo(19);
  }

  /// Mean of ten worlds, spec/credibility.md 6.7; one world differs by about .02.
  @Test
  void B01_the_vote_lands_near_its_anchors() {
    double brier = 0;
    double auc = 0;
    for (long seed = 1; seed <= 10; seed++) {
      World world = World.seeded(seed, true, 0);
      Figures figures = Figures.of(world.scored(), new Vote().judge(world, Double.MAX_VALUE));
      brier += figures.brier() / 10;
      auc += figures.auc() / 10;
    }
    assertThat(brier).isCloseTo(0.310, within(0.03));
    assertThat(auc).isCloseTo(0.745, within(0.03));
  }

  @Test
  void B02_a_vote_publishes_a_lie_for_eight_reports() {
    Siege siege = new Siege(new Vote(), World.seeded(SEED, true, 0), World.seeded(SEED, false, 0));
    assertThat(siege.floods().get("paraphrase-0-unseen")).containsOnly(8);
  }

  @Test
  void C01_nothing_planted_is_published_by_the_desks_rules_in_any_cell() {
    World seen = World.seeded(SEED, true, 0);
    Siege siege = new Siege(new Ours(), seen, World.seeded(SEED, false, 0));
    assertThat(siege.floods()).hasSize(12).allSatisfy((cell, taken) -> assertThat(Trial.half(taken)).isEqualTo(Siege.MORE));
    assertThat(siege.suppressed()).isLessThanOrEqualTo(0.02);
    assertThat(siege.price()).isGreaterThanOrEqualTo(6);
  }

  @Test
  void C02_the_desk_tells_what_is_so_better_than_naive_bayes() {
    World world = World.seeded(SEED, true, 0);
    Figures ours = Figures.of(world.scored(), new Ours().judge(world, Double.MAX_VALUE));
    Figures bayes = Figures.of(world.scored(), new NaiveBayes().judge(world, Double.MAX_VALUE));
    assertThat(ours.auc()).isGreaterThan(bayes.auc());
    assertThat(ours.brier()).isLessThan(bayes.brier());
  }

  private static double share(List<Event> events, java.util.function.Predicate<Event> which) {
    return (double) events.stream().filter(which).count() / events.size();
  }
}
