package watchword.console;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A member at the desk, from unlocking to locking.
public interface Session {

  /// The member's pseudonym.
  String member();

  /// What every page tells the member, such as a revocation that waits; one sentence each.
  default List<String> notices() {
    return List.of();
  }

  /// What every page asks the member to confirm, while the desk doubts its machine's clock.
  default Optional<TimeQuestion> timeQuestion() {
    return Optional.empty();
  }

  /// The member says that the machine's time is right; false where it says another by now.
  default boolean confirmTime(Instant said) {
    return false;
  }

  /// How the public door was found by the last test report; empty where none are sent.
  default Optional<String> door() {
    return Optional.empty();
  }

  /// Called once when the console locks: keys held for the member go.
  void lock();

  /// A session that holds no keys.
  static Session of(String member) {
    return new Session() {
      @Override
      public String member() {
        return member;
      }

      @Override
      public void lock() {}
    };
  }
}
