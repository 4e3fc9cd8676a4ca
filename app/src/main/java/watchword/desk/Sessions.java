package watchword.desk;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import watchword.journal.Keyring;
import watchword.member.MemberKey;
import watchword.seal.SigningKey;

/// The members unlocked now, in the order they came, and the desk's own key: in memory only.
final class Sessions implements AutoCloseable {

  private final Map<String, Session> sessions = new LinkedHashMap<>();
  private final SigningKey desk;

  /// One unlocked member.
  record Session(MemberKey key, Keyring keyring) {
    @Override
    public String toString() {
      return "Session of " + key.pseudonym();
    }
  }

  Sessions(SigningKey desk) {
    this.desk = desk;
  }

  synchronized void add(Session session) {
    sessions.put(session.key().pseudonym().name(), session);
  }

  /// Lets the desk read its journal by this session from now on.
  synchronized void prefer(String member) {
    Map<String, Session> others = new LinkedHashMap<>(sessions);
    Session preferred = Optional.ofNullable(others.remove(member)).orElseThrow(() -> new IllegalStateException("member " + member + " is locked"));
    sessions.clear();
    sessions.put(member, preferred);
    sessions.putAll(others);
  }

  synchronized Optional<Session> find(String member) {
    return Optional.ofNullable(sessions.get(member));
  }

  /// The session by which the desk reads its journal.
  synchronized Session first() {
    return sessions.values().stream().findFirst().orElseThrow(() -> new IllegalStateException("the desk is locked"));
  }

  synchronized Stream<Session> all() {
    return sessions.values().stream().toList().stream();
  }

  SigningKey desk() {
    return desk;
  }

  /// The key by which this author's entries are signed.
  SigningKey signer(String author) {
    return author.equals(Desk.DESK)
        ? desk
        : find(author).map(session -> session.key().signing()).orElseThrow(() -> new IllegalStateException("member " + author + " is locked"));
  }

  /// Ends one member's session.
  synchronized void end(String member) {
    Optional.ofNullable(sessions.remove(member)).ifPresent(Sessions::wipe);
  }

  private static void wipe(Session session) {
    session.keyring().close();
    session.key().close();
  }

  @Override
  public synchronized void close() {
    sessions.values().forEach(Sessions::wipe);
    sessions.clear();
    desk.close();
  }
}
