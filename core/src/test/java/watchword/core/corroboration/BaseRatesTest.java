package watchword.core.corroboration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import watchword.core.kind.Kind;
import watchword.core.place.Place;

/// What is so of a kind and of a place, before any report.
class BaseRatesTest {

  private static final Kind ONE = Kind.ofArchive("one");
  private static final Kind OTHER = Kind.ofArchive("other");
  private static final Optional<Place> HERE = Optional.of(new Place(50.1, 20.1, 500, ""));
  private static final Optional<Place> NEAR = Optional.of(new Place(50.4, 20.4, 500, ""));
  private static final Optional<Place> FAR = Optional.of(new Place(52.1, 20.1, 500, ""));

  @Test
  void A01_before_any_verdict_two_in_five() {
    assertThat(LogOddsWeigher.sigmoid(BaseRates.NONE.prior(ONE, HERE))).isCloseTo(0.4, within(1e-12));
  }

  @Test
  void A02_a_verdict_says_most_of_its_kind_there_less_of_its_kind_elsewhere_least_of_others() {
    BaseRates rates = BaseRates.NONE;
    for (int i = 0; i < 5; i++) {
      rates = rates.plus(ONE, HERE, true, 1).plus(ONE, FAR, i > 0, 1);
    }
    assertThat(rates.prior(ONE, HERE)).isEqualTo(rates.prior(ONE, NEAR)).isGreaterThan(rates.prior(ONE, FAR));
    assertThat(rates.prior(ONE, FAR)).isGreaterThan(rates.prior(OTHER, HERE));
    assertThat(rates.prior(OTHER, HERE)).isGreaterThan(BaseRates.NONE.prior(OTHER, HERE));
  }

  @Test
  void A02b_a_verdict_counts_once_however_many_rates_it_belongs_to() {
    BaseRates rates = BaseRates.NONE;
    for (int i = 0; i < 10; i++) {
      rates = rates.plus(ONE, HERE, true, 1);
    }
    assertThat(LogOddsWeigher.sigmoid(rates.prior(ONE, HERE))).isCloseTo((10 + 4) / 20.0, within(1e-12));
  }

  @Test
  void A03_lies_planted_at_a_place_until_they_are_refuted_do_not_close_it() {
    BaseRates rates = BaseRates.NONE;
    for (int i = 0; i < 300; i++) {
      rates = rates.plus(ONE, HERE, false, 1).plus(ONE, FAR, true, 1);
    }
    assertThat(rates.prior(ONE, Optional.empty()) - rates.prior(ONE, HERE)).isCloseTo(1, within(1e-9));
  }
}
