package watchword.console;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import watchword.desk.Steps;

/// Who is unlocked, in memory only; an idle one is locked.
final class Sessions {

  private static final int TOKEN_BYTES = 32;

  /// After so many wrong passphrases in a row nobody is let in for a while.
  private static final int TRIES = 5;

  private static final Duration PAUSE = Duration.ofSeconds(30);

  private final Unlock unlock;
  private final Duration idle;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Sitting> byCookie = new HashMap<>();
  private long endings;
  private int wrong;
  private Instant pausedUntil = Instant.MIN;

  /// A new sitting and the cookie that names it.
  record Opened(String cookie, Sitting sitting) {}

  Sessions(Unlock unlock, Duration idle, InstantSource clock) {
    this.unlock = unlock;
    this.idle = idle;
    this.clock = clock;
  }

  /// A random 256-bit word.
  String secret() {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  Duration idle() {
    return idle;
  }

  synchronized boolean paused() {
    return clock.instant().isBefore(pausedUntil);
  }

  /// Empty where the passphrase is wrong or too many were.
  Optional<Opened> open(String member, String passphrase) {
    if (paused()) {
      return Optional.empty();
    }
    long before = endings();
    Optional<Session> session = unlock.open(member, passphrase);
    return count(session, before);
  }

  private synchronized long endings() {
    return endings;
  }

  private synchronized Optional<Opened> count(Optional<Session> session, long before) {
    if (session.isPresent() && endings != before) { // somebody was revoked meanwhile, and it may be they: whoever is none unlocks again
      session.get().lock();
      return Optional.empty();
    }
    if (session.isEmpty()) {
      wrong++;
      if (wrong >= TRIES) {
        wrong = 0;
        pausedUntil = clock.instant().plus(PAUSE);
      }
      return Optional.empty();
    }
    wrong = 0;
    Opened opened = new Opened(secret(), new Sitting(session.get(), secret(), clock.instant()));
    byCookie.put(opened.cookie(), opened.sitting());
    return Optional.of(opened);
  }

  synchronized Optional<Sitting> find(String cookie) {
    sweep();
    return Optional.ofNullable(byCookie.get(cookie));
  }

  synchronized void lock(String cookie) {
    Optional.ofNullable(byCookie.remove(cookie)).ifPresent(sitting -> sitting.session().lock());
  }

  void acted(Sitting sitting) {
    sitting.acted(clock.instant());
  }

  /// How long until a sitting locks by itself.
  Duration left(Sitting sitting) {
    Duration left = Duration.between(clock.instant(), sitting.lastAct().plus(idle));
    return left.isNegative() ? Duration.ZERO : left;
  }

  /// Locks whoever has been idle too long.
  synchronized void sweep() {
    end(sitting -> left(sitting).isZero());
  }

  /// Ends every sitting of a member, in whatever browser.
  synchronized void end(String member) {
    endings++;
    end(sitting -> sitting.member().equals(member));
  }

  synchronized void lockAll() {
    end(_ -> true);
  }

  /// Ends each of them, whatever becomes of the others, and fails as the first that failed did.
  private void end(Predicate<Sitting> which) {
    List<Sitting> over = byCookie.values().stream().filter(which).toList();
    byCookie.values().removeAll(over);
    Steps<RuntimeException> steps = new Steps<>();
    over.forEach(sitting -> steps.then(() -> sitting.session().lock()));
    steps.end();
  }
}
