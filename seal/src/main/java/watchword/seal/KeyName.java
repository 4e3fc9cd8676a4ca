package watchword.seal;

import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which of a desk's keys a key is: `gate-20779`, `lane-20779-3`, `gate-courier-20760`, `lane-courier-20760-3`.
///
/// @param lane 0 to 7; 0 for a gate's
public record KeyName(Role role, int lane, Term term) implements Comparable<KeyName> {
  private static final Pattern SPELLING = Pattern.compile("(?:gate-((?:courier-)?[0-9]+)|lane-((?:courier-)?[0-9]+)-([0-7]))");
  private static final Comparator<KeyName> ORDER =
      Comparator.comparing(KeyName::term).thenComparing(KeyName::role).thenComparingInt(name -> name.lane);

  /// Whose key it is.
  public enum Role {
    GATE,
    LANE
  }

  public KeyName {
    if (lane < 0 || lane >= Terms.MAX_LANES || (role != Role.LANE && lane != 0)) {
      throw new IllegalArgumentException("key name: no lane " + lane + " for a " + role);
    }
  }

  public static KeyName gate(Term term) {
    return new KeyName(Role.GATE, 0, term);
  }

  public static KeyName lane(Term term, int lane) {
    return new KeyName(Role.LANE, lane, term);
  }

  public static KeyName gate(Epoch day) {
    return gate(Term.day(day));
  }

  public static KeyName lane(Epoch day, int lane) {
    return lane(Term.day(day), lane);
  }

  public static KeyName parse(String spelling) throws FormatException {
    Matcher matcher = SPELLING.matcher(spelling);
    if (!matcher.matches()) {
      throw new FormatException("key name: not like gate-20779, lane-20779-3 or lane-courier-20760-3");
    }
    return matcher.group(1) != null
        ? gate(Term.parse(matcher.group(1)))
        : lane(Term.parse(matcher.group(2)), Integer.parseInt(matcher.group(3)));
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
    return role == Role.LANE ? name + "-" + lane : name;
  }
}
