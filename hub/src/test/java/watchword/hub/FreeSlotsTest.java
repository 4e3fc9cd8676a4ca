package watchword.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreeSlotsTest {
  private final SecureRandom random = new SecureRandom();

  @ParameterizedTest
  @CsvSource({"64, 48, 64", "1, 1, 1", "2, 2, 2", "8, 6, 8", "7, 6, 7", "32, 24, 32"})
  void of_the_upper_half_one_half_asks_for_work(int count, int withoutWork, int withWork) {
    assertThat(taken(new FreeSlots(count, random), false)).isEqualTo(withoutWork);
    assertThat(taken(new FreeSlots(count, random), true)).isEqualTo(withWork);
  }

  @Test
  void every_slot_is_given_once_until_it_is_given_back() {
    FreeSlots slots = new FreeSlots(64, random);
    Set<Integer> indices = new HashSet<>();
    Optional<FreeSlots.Taken> last = Optional.empty();
    for (Optional<FreeSlots.Taken> next = slots.take(true); next.isPresent(); next = slots.take(true)) {
      assertThat(indices.add(next.get().index())).isTrue();
      last = next;
    }
    assertThat(indices).hasSize(64);
    slots.giveBack(last.orElseThrow());
    assertThat(slots.take(last.orElseThrow().terms() == FreeSlots.Terms.FOR_WORK).orElseThrow().index())
        .isEqualTo(last.orElseThrow().index());
    assertThat(slots.take(true)).isEmpty();
  }

  @Test
  void a_claim_of_work_that_fails_takes_what_is_left_for_those_without_work_and_leaves_its_own_class() {
    FreeSlots slots = new FreeSlots(8, random);
    for (int i = 0; i < 4; i++) {
      slots.take(false);
    }
    for (int i = 0; i < 2; i++) {
      FreeSlots.Taken claimed = slots.take(true).orElseThrow();
      assertThat(claimed.terms()).isEqualTo(FreeSlots.Terms.FOR_WORK);
      assertThat(slots.waiveWork(claimed)).contains(new FreeSlots.Taken(claimed.index(), FreeSlots.Terms.WITHOUT_WORK));
    }
    FreeSlots.Taken last = slots.take(true).orElseThrow();
    assertThat(slots.waiveWork(last)).as("no slot without work is left").isEmpty();
    slots.giveBack(last);
    assertThat(slots.take(false)).isEmpty();
    assertThat(taken(slots, true)).isEqualTo(2);
  }

  private static int taken(FreeSlots slots, boolean offersWork) {
    int taken = 0;
    while (slots.take(offersWork).isPresent()) {
      taken++;
    }
    return taken;
  }
}
