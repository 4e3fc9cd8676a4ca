package watchword.console;

/// A member at the desk, from unlocking to locking.
public interface Session {

  /// The member's pseudonym.
  String member();

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
