package watchword.console;

import java.util.List;

/// A member at the desk, from unlocking to locking.
public interface Session {

  /// The member's pseudonym.
  String member();

  /// What every page tells the member, such as a revocation that waits; one sentence each.
  default List<String> notices() {
    return List.of();
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
