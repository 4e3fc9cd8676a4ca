package watchword.core.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import watchword.core.assessment.Watchlist.Standing;
import watchword.core.bulletin.Likelihood;
import watchword.core.place.Place;
import watchword.core.time.Span;

/// When an indicator tells something, and when its silence does.
class WatchlistTest {

  private static final Instant NOW = Desk.NOW;

  @Test
  void nothing_seen_counts_only_when_somebody_looked_in_time_and_the_network_was_not_cut() {
    List<Indicator> indicators = List.of(Desk.indicator("rail", 10), Desk.indicator("fuel", 10, Desk.look(12)), Desk.indicator("field-hospitals", 10,
        Desk.look(3)),
        Desk.indicator("bridges", 10, Desk.look(5)));
    Span cut = new Span(NOW.minus(Duration.ofDays(6)), NOW.minus(Duration.ofDays(4)));
    Watchlist list = Watchlist.of(indicators, List.of(), List.of(), List.of(cut), NOW);
    assertThat(list.states()).extracting(Watchlist.State::standing)
        .containsExactly(Standing.NOBODY_LOOKED, Standing.LOOKED_TOO_LONG_AGO, Standing.LOOKED_AND_NOT_SEEN, Standing.NETWORK_CUT);
    assertThat(list.evidence()).extracting(one -> one.item().id()).containsExactly("not:field-hospitals");
    assertThat(list.evidence().get(0).likelihoods()).containsExactly(1 - .875, 1 - .125);
    assertThat(list.states().get(3).lastLooked()).contains(NOW.minus(Duration.ofDays(5)));
  }

  @Test
  void a_look_after_this_time_is_not_known_yet() {
    assertThat(Watchlist.of(List.of(Desk.indicator("rail", 10, Desk.look(-1))), List.of(), List.of(), List.of(), NOW).states().get(0).standing())
        .isEqualTo(Standing.NOBODY_LOOKED);
  }

  @Test
  void what_was_seen_in_time_is_not_also_absent_but_half_a_rumour_undoes_no_look() {
    List<Indicator> indicators = List.of(Desk.indicator("rail", 10, Desk.look(1)));
    assertThat(standing(indicators, Hedge.CERTAIN, 2)).isEqualTo(Standing.SEEN);
    assertThat(standing(indicators, Hedge.HEARSAY, 2)).isEqualTo(Standing.LOOKED_AND_NOT_SEEN);
    assertThat(standing(indicators, Hedge.CERTAIN, 11)).isEqualTo(Standing.LOOKED_AND_NOT_SEEN);
  }

  private static Standing standing(List<Indicator> indicators, Hedge hedge, int daysAgo) {
    Item item = indicators.get(0).item("said", "wagons", "an interview", NOW.minus(Duration.ofDays(daysAgo)));
    return Watchlist.of(indicators, List.of(new Evidence.OfStatement(item, hedge, false, false)), List.of(), List.of(),
        NOW).states().get(0).standing();
  }

  @Test
  void an_indicator_sees_incidents_of_its_kinds_in_its_area_by_itself() {
    Watch watch = new Watch(Set.of("military-train"), new Place(52, -33, 20_000, ""));
    Indicator rail = new Indicator("rail", Domain.LOGISTICS, "military trains", Desk.expects(Likelihood.VERY_LIKELY, Likelihood.UNLIKELY),
        Duration.ofDays(10), false,
        Optional.of(watch), List.of());
    Watched near = new Watched("i1", "military-train", new Place(52.1, -33, 100, ""), NOW, .7, "i1");
    Watched far = new Watched("i2", "military-train", new Place(53, -33, 100, ""), NOW, .7, "i2");
    Watched other = new Watched("i3", "fire", new Place(52, -33, 100, ""), NOW, .7, "i3");
    Watchlist list = Watchlist.of(List.of(rail), List.of(), List.of(near, far, other), List.of(), NOW);
    assertThat(list.evidence()).hasSize(1);
    assertThat(list.evidence().get(0).item().id()).isEqualTo("rail:i1");
    assertThat(list.evidence().get(0).reliability(NOW)).isEqualTo(.7);
    assertThat(list.states().get(0).standing()).isEqualTo(Standing.SEEN);
  }

  @Test
  void a_justification_is_fed_by_what_was_said_and_by_nothing_else() {
    Indicator excuse = new Indicator("they-would-attack", Domain.INFORMATION, "it is said that we were about to attack",
        Desk.expects(Likelihood.LIKELY, Likelihood.UNLIKELY), Duration.ofDays(10), true, Optional.empty(), List.of());
    Item item = excuse.item("speech", "a speech", "the speaker", NOW);
    Watchlist list = Watchlist.of(List.of(excuse), List.of(new Evidence.OfSpeaking(item)), List.of(), List.of(), NOW);
    assertThat(list.evidence().get(0).reliability(NOW)).isEqualTo(1);
    assertThatThrownBy(() -> Watchlist.of(List.of(excuse), List.of(new Evidence.OfDocument(item, 1)), List.of(), List.of(),
        NOW)).hasMessageContaining("justification");
    assertThatThrownBy(() -> new Indicator("x", Domain.INFORMATION, "x", Desk.expects(Likelihood.LIKELY), Duration.ofDays(1), true,
        Optional.of(new Watch(Set.of("fire"), new Place(1, 1, 1, ""))), List.of())).hasMessageContaining("fed by statements");
  }

  @Test
  void evidence_of_an_unknown_indicator_is_refused() {
    Item item = Desk.indicator("rail", 10).item("e", "t", "o", NOW);
    assertThatThrownBy(() -> Watchlist.of(List.of(), List.of(new Evidence.OfDocument(item, 1)), List.of(), List.of(),
        NOW)).hasMessageContaining("rail");
  }
}
