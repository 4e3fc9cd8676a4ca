package watchword.cli;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import watchword.console.ConsoleConfig;
import watchword.member.Pseudonym;

/// Who sits at a desk: each member as often as they have a session open, and who unlocked where the desk was started.
final class Seats {

  private final Map<Pseudonym, Integer> taken = new HashMap<>();
  private Optional<Terminal> terminal = Optional.empty();

  /// Who unlocked where the desk was started; without a session in the console they are away from then on.
  private record Terminal(Pseudonym member, Instant since) {}

  void take(Pseudonym member) {
    taken.merge(member, 1, Integer::sum);
  }

  /// @param now by a clock that nobody sets
  void takeAtTerminal(Pseudonym member, Instant now) {
    take(member);
    terminal = Optional.of(new Terminal(member, now));
  }

  /// Who has been away from the terminal for [ConsoleConfig#IDLE], told once; their seat there is still to be left.
  Optional<Pseudonym> leaveTerminal(Instant now) {
    Optional<Terminal> away = terminal.filter(who -> !now.isBefore(who.since().plus(ConsoleConfig.IDLE)));
    if (away.isPresent()) {
      terminal = Optional.empty();
    }
    return away.map(Terminal::member);
  }

  /// Leaves one seat of a member, and returns whether it was the last.
  boolean leave(Pseudonym member) {
    return Optional.ofNullable(taken.computeIfPresent(member, (_, count) -> count > 1 ? Integer.valueOf(count - 1) : null)).isEmpty();
  }

  /// Leaves all seats of a member.
  void clear(Pseudonym member) {
    taken.remove(member);
    terminal = terminal.filter(who -> !who.member().equals(member));
  }

  void clear() {
    taken.clear();
    terminal = Optional.empty();
  }
}
