package watchword.cli;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import watchword.console.Belonging;
import watchword.console.Ending;
import watchword.console.Session;
import watchword.console.TimeQuestion;
import watchword.member.Pseudonym;

/// A member's seat in the console, left once.
final class Seat implements Session {

  private final DeskAtWork desk;
  private final Pseudonym of;

  Seat(DeskAtWork desk, Pseudonym of) {
    this.desk = desk;
    this.of = of;
  }

  @Override
  public String member() {
    return of.name();
  }

  @Override
  public List<String> notices() {
    return desk.notices();
  }

  @Override
  public Optional<TimeQuestion> timeQuestion() {
    return desk.watch().question();
  }

  @Override
  public boolean confirmTime(Instant said) {
    return desk.confirm(of, said);
  }

  @Override
  public Optional<String> door() {
    return desk.watch().status();
  }

  @Override
  public Optional<Ending> ending() {
    return Optional.of(desk::panic);
  }

  @Override
  public Optional<Belonging> belonging() {
    return Optional.of(desk.members(of));
  }

  @Override
  public void lock() {
    desk.standUp(of);
  }
}
