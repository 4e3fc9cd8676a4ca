package watchword.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import watchword.core.report.MediaHash;
import watchword.core.report.ReportId;

/// What every keeper of words promises.
abstract class BodiesContract {

  static final String MEMBER = "heron";
  private static final ReportId ONE = new ReportId("%064d".formatted(1));
  private static final ReportId TWO = new ReportId("%064d".formatted(2));

  private Bodies bodies = new MemoryBodies();

  /// An empty one, of which `MEMBER` may open lane 0.
  abstract Bodies open() throws Exception;

  abstract void shut() throws Exception;

  @BeforeEach
  void openBodies() throws Exception {
    bodies = open();
  }

  @AfterEach
  void shutBodies() throws Exception {
    shut();
  }

  @Test
  void words_of_any_script_and_length_come_back_to_the_desk_and_to_its_member() {
    String words = "калона ішла праз мост 🙂 " + "ł".repeat(3_000);
    bodies.put(ONE, 0, words);
    bodies.put(TWO, 0, "");
    assertThat(bodies.open(ONE)).contains(words);
    assertThat(bodies.open(ONE, MEMBER)).contains(words);
    assertThat(bodies.open(TWO)).contains("");
  }

  @Test
  void words_never_kept_do_not_open() {
    assertThat(bodies.open(ONE)).isEmpty();
    assertThat(bodies.open(ONE, MEMBER)).isEmpty();
  }

  @Test
  void forgotten_words_open_for_nobody_and_others_stay() {
    bodies.put(ONE, 0, "two bangs");
    bodies.put(TWO, 0, "a third");
    bodies.forget(List.of(ONE), List.of());
    assertThat(bodies.open(ONE)).isEmpty();
    assertThat(bodies.open(ONE, MEMBER)).isEmpty();
    assertThat(bodies.open(TWO, MEMBER)).contains("a third");
  }

  @Test
  void pictures_come_back_to_their_member_until_they_are_forgotten() {
    MediaHash photo = new MediaHash("%064d".formatted(1));
    byte[] picture = new byte[300_000];
    new Random(7).nextBytes(picture);
    bodies.put(ONE, 0, "words of the same name");
    bodies.put(photo, 0, picture);
    assertThat(bodies.open(photo, MEMBER)).hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(picture));
    bodies.forget(List.of(), List.of(photo));
    assertThat(bodies.open(photo, MEMBER)).isEmpty();
    assertThat(bodies.open(ONE, MEMBER)).contains("words of the same name");
  }

  @Test
  void what_stood_here_before_is_forgotten_but_what_is_named_and_what_came_later_stays() {
    MediaHash photo = new MediaHash("%064d".formatted(1));
    bodies.put(ONE, 0, "two bangs");
    bodies.put(TWO, 0, "a third");
    bodies.put(photo, 0, new byte[] {1});
    Set<String> before = bodies.held();
    ReportId later = new ReportId("%064d".formatted(3));
    bodies.put(later, 0, "a fourth");

    bodies.forgetAllBut(List.of(TWO), List.of(), before);

    assertThat(bodies.open(ONE)).isEmpty();
    assertThat(bodies.open(photo, MEMBER)).isEmpty();
    assertThat(bodies.open(TWO)).contains("a third");
    assertThat(bodies.open(later)).contains("a fourth");
  }

  @Test
  void the_lane_of_what_is_forgotten_is_none_and_not_the_first() {
    bodies.put(ONE, 0, "two bangs");
    assertThat(bodies.lane(ONE)).contains(0);
    bodies.forget(List.of(ONE), List.of());
    assertThat(bodies.lane(ONE)).isEmpty();
  }

  @Test
  void forgetting_twice_or_what_never_was_does_no_harm() {
    bodies.put(TWO, 0, "a third");
    bodies.forget(List.of(ONE, ONE), List.of());
    bodies.forget(List.of(ONE), List.of());
    assertThat(bodies.open(TWO)).contains("a third");
  }
}
