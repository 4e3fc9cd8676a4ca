package watchword.seal;

import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which of a desk's keys a key is: `gate-20779`, `lane-20779-3`, `gate-courier-20760`, `lane-courier-20760-3`; `lane-20779-3.1` stood in a bundle that was replaced.
///
/// @param lane 0 to 7; 0 for a gate's
/// @param replaced 0 for a key of the newest bundle; of a lane's earlier ones, which it was, from 1
public record KeyName(Role role, int lane, Term term, int replaced) implements Comparable<KeyName> {

  /// A day's keys are replaced when a member is revoked; more often than this it is an accident.
  private static final int MOST_REPLACED = 99;

  private static final Pattern SPELLING =
      Pattern.compile("(?:gate-((?:courier-)?[0-9]+)|lane-((?:courier-)?[0-9]+)-([0-7])(?:\\.([1-9][0-9]?))?)");
  private static final Comparator<KeyName> ORDER =
      Comparator.comparing(KeyName::term).thenComparing(KeyName::role).thenComparingInt(name -> name.lane).thenComparingInt(name -> name.replaced);

  /// Whose key it is.
  public enum Role {
    GATE,
    LANE
  }

  public KeyName {
    if (lane < 0 || lane >= Terms.MAX_LANES || (role != Role.LANE && lane != 0)) {
      throw new IllegalArgumentException("key name: no lane " + lane + " for a " + role);
    }
    if (replaced < 0 || replaced > MOST_REPLACED || (role != Role.LANE && replaced != 0)) {
      throw new IllegalArgumentException("key name: no " + role + " was replaced " + replaced + " times");
    }
  }

  public static KeyName gate(Term term) {
    return new KeyName(Role.GATE, 0, term, 0);
  }

  public static KeyName lane(Term term, int lane) {
    return new KeyName(Role.LANE, lane, term, 0);
  }

  public static KeyName gate(Epoch day) {
    return gate(Term.day(day));
  }

  public static KeyName lane(Epoch day, int lane) {
    return lane(Term.day(day), lane);
  }

  /// Returns the name under which this lane's key is kept once a new bundle has another in its place.
  ///
  /// @param times how often it was replaced by then
  public KeyName replaced(int times) {
    return new KeyName(role, lane, term, times);
  }

  public static KeyName parse(String spelling) throws FormatException {
    Matcher matcher = SPELLING.matcher(spelling);
    if (!matcher.matches()) {
      throw new FormatException("key name: not like gate-20779, lane-20779-3, lane-20779-3.1 or lane-courier-20760-3");
    }
    if (matcher.group(1) != null) {
      return gate(Term.parse(matcher.group(1)));
    }
    KeyName lane = lane(Term.parse(matcher.group(2)), Integer.parseInt(matcher.group(3)));
    return matcher.group(4) == null ? lane : lane.replaced(Integer.parseInt(matcher.group(4)));
  }

  /// Returns when the private part is destroyed.
  public Instant destroyAt() {
    return term.destroyAt();
  }

  @Override
  public int compareTo(KeyName other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    String name = role.name().toLowerCase(Locale.ROOT) + "-" + term;
    return role == Role.LANE ? name + "-" + lane + (replaced == 0 ? "" : "." + replaced) : name;
  }
}
