package watchword.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/// Sittings end, also where the end of one fails: its keys could not be put away, and the next one's must be.
class SessionsTest {

  private static final Duration IDLE = Duration.ofMinutes(15);

  private final List<String> locked = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-30T06:40:00Z");
  private final Sessions sessions = new Sessions((member, _) -> Optional.of(new Failing(member)), IDLE, () -> now);

  /// Notes that it was locked, and fails.
  private final class Failing implements Session {
    private final String member;

    Failing(String member) {
      this.member = member;
    }

    @Override
    public String member() {
      return member;
    }

    @Override
    public void lock() {
      locked.add(member);
      throw new IllegalStateException("the end of " + locked.size());
    }
  }

  @Test
  void every_sitting_of_a_member_ends_though_the_end_of_each_fails() {
    List<String> cookies = List.of(open("heron"), open("wren"), open("heron"), open("heron"));
    assertThatThrownBy(() -> sessions.end("heron")).hasMessage("the end of 1").satisfies(first -> assertThat(first.getSuppressed())
        .extracting(Throwable::getMessage).containsExactly("the end of 2", "the end of 3"));
    assertThat(locked).containsExactly("heron", "heron", "heron");
    assertThat(cookies.stream().filter(cookie -> sessions.find(cookie).isPresent())).containsExactly(cookies.get(1));
  }

  @Test
  void everybody_is_locked_though_the_first_end_fails() {
    List<String> cookies = List.of(open("heron"), open("wren"));
    assertThatThrownBy(sessions::lockAll).hasMessage("the end of 1");
    assertThat(locked).containsExactlyInAnyOrder("heron", "wren");
    assertThat(cookies).allSatisfy(cookie -> assertThat(sessions.find(cookie)).isEmpty());
  }

  @Test
  void whoever_is_idle_is_locked_though_the_end_of_another_fails() {
    open("heron");
    open("wren");
    now = now.plus(IDLE);
    assertThatThrownBy(sessions::sweep).hasMessage("the end of 1");
    assertThat(locked).containsExactlyInAnyOrder("heron", "wren");
    sessions.sweep();
    assertThat(locked).as("once").hasSize(2);
  }

  @Test
  void who_is_revoked_between_their_passphrase_and_their_cookie_gets_none() {
    AtomicReference<Optional<Sessions>> meanwhile = new AtomicReference<>(Optional.empty());
    Sessions revoking = new Sessions((member, _) -> {
      meanwhile.get().ifPresent(console -> console.end(member));
      return Optional.of(new Failing(member));
    }, IDLE, () -> now);
    meanwhile.set(Optional.of(revoking));
    assertThatThrownBy(() -> revoking.open("wren", "")).as("their seat is left").hasMessage("the end of 1");
  }

  private String open(String member) {
    return sessions.open(member, "").orElseThrow().cookie();
  }
}
