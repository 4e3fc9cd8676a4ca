package watchword.seal;

import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which of a desk's keys a key is: `gate-20779`, `lane-20779-3`, `courier-20760`; `lane-20779-3.1` stood in a bundle that was replaced.
///
/// @param lane 0 to 7; 0 for gate and courier
/// @param epoch the day, or the first of the courier key's days
/// @param replaced 0 for a key of the newest bundle; of a lane's earlier ones, which it was, from 1
public record KeyName(Role role, int lane, Epoch epoch, int replaced) implements Comparable<KeyName> {

  /// A day's keys are replaced when a member is revoked; more often than this it is an accident.
  private static final int MOST_REPLACED = 99;

  private static final Pattern SPELLING =
      Pattern.compile("(?:(gate|courier)-(0|[1-9][0-9]{0,6})|(lane)-(0|[1-9][0-9]{0,6})-([0-7])(?:\\.([1-9][0-9]?))?)");
  private static final Comparator<KeyName> ORDER =
      Comparator.comparing(KeyName::epoch).thenComparing(KeyName::role).thenComparingInt(name -> name.lane).thenComparingInt(name -> name.replaced);

  /// Whose key it is.
  public enum Role {
    GATE,
    LANE,
    COURIER
  }

  public KeyName {
    if (lane < 0 || lane >= Terms.MAX_LANES || (role != Role.LANE && lane != 0)) {
      throw new IllegalArgumentException("key name: no lane " + lane + " for a " + role);
    }
    if (replaced < 0 || replaced > MOST_REPLACED || (role != Role.LANE && replaced != 0)) {
      throw new IllegalArgumentException("key name: no " + role + " was replaced " + replaced + " times");
    }
  }

  public static KeyName gate(Epoch epoch) {
    return new KeyName(Role.GATE, 0, epoch, 0);
  }

  public static KeyName lane(Epoch epoch, int lane) {
    return new KeyName(Role.LANE, lane, epoch, 0);
  }

  /// Returns the name under which this lane's key is kept once a new bundle has another in its place.
  ///
  /// @param times how often it was replaced by then
  public KeyName replaced(int times) {
    return new KeyName(role, lane, epoch, times);
  }

  public static KeyName courier(Epoch from) {
    return new KeyName(Role.COURIER, 0, from, 0);
  }

  public static KeyName parse(String spelling) throws FormatException {
    Matcher matcher = SPELLING.matcher(spelling);
    if (!matcher.matches()) {
      throw new FormatException("key name: not like gate-20779, lane-20779-3, lane-20779-3.1 or courier-20760");
    }
    try {
      if (matcher.group(3) != null) {
        KeyName lane = lane(new Epoch(Integer.parseInt(matcher.group(4))), Integer.parseInt(matcher.group(5)));
        return matcher.group(6) == null ? lane : lane.replaced(Integer.parseInt(matcher.group(6)));
      }
      Epoch epoch = new Epoch(Integer.parseInt(matcher.group(2)));
      return "gate".equals(matcher.group(1)) ? gate(epoch) : courier(epoch);
    } catch (IllegalArgumentException e) {
      throw new FormatException("key name: " + e.getMessage());
    }
  }

  /// Returns when the private part is destroyed: a courier key goes with the gate key of its last day.
  public Instant destroyAt() {
    return switch (role) {
      case GATE, LANE -> epoch.destroyAt();
      case COURIER -> epoch.plusDays(Terms.COURIER_DAYS - 1).destroyAt();
    };
  }

  @Override
  public int compareTo(KeyName other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    String name = role.name().toLowerCase(Locale.ROOT) + "-" + epoch.day();
    return role == Role.LANE ? name + "-" + lane + (replaced == 0 ? "" : "." + replaced) : name;
  }
}
