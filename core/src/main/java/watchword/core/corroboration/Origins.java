package watchword.core.corroboration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import watchword.core.report.Channel;
import watchword.core.report.Reading;
import watchword.core.report.Stance;

/// Tells which reports go back to one observation: the same words or the same photo, later.
///
/// A copy stands behind the first report of its words, never behind another copy, so that chains cannot grow. Paraphrases are not found: that is what the
/// bound on unproven evidence is for. It is also why a flood may be cut short: once ten thousand strangers of one sort have spoken in words of their own,
/// their sum stands at its bound, and the next one in other words is counted and compared with nobody (spec/credibility.md, 1.4).
public final class Origins {

  /// So many origins strangers of one channel and stance may begin. What they add together reached its bound long before.
  static final int MOST = 10_000;

  private final Firsts supports = new Firsts();
  private final Firsts denials = new Firsts();
  private final Map<Sort, Integer> begun = new HashMap<>();
  private final List<List<Reading>> groups = new ArrayList<>();
  private final List<Reading> supportsBeyond = new ArrayList<>();
  private final List<Reading> denialsBeyond = new ArrayList<>();

  private record Sort(Channel channel, Stance stance) {}

  Origins() {}

  /// The groups in order of their first reading; every reading is in one, but for those beyond the bound.
  public static List<List<Reading>> of(List<Reading> readings) {
    Origins origins = new Origins();
    readings.forEach(reading -> origins.place(reading, one -> false));
    return origins.groups();
  }

  static boolean denies(Reading reading) {
    return reading.stance() == Stance.DENIAL;
  }

  /// Readings come in order, each once.
  ///
  /// @param proven whose words are always compared and begin an origin of their own
  void place(Reading reading, Predicate<Reading> proven) {
    Firsts firsts = denies(reading) ? denials : supports;
    if (firsts.follows(reading)) {
      return;
    }
    // Who heard and who saw are of one sort, else a flood would have room for both.
    Sort sort = new Sort(reading.channel(), reading.stance().witnessed() ? Stance.SIGHTING : reading.stance());
    if (proven.test(reading) || begun.getOrDefault(sort, 0) < MOST) {
      begun.merge(sort, 1, Integer::sum);
      groups.add(firsts.begin(reading));
    } else {
      (denies(reading) ? denialsBeyond : supportsBeyond).add(reading);
    }
  }

  List<List<Reading>> groups() {
    return groups;
  }

  /// Those beyond the bound, supports and denials apart; no empty list.
  List<List<Reading>> beyond() {
    return List.of(supportsBeyond, denialsBeyond).stream().filter(readings -> !readings.isEmpty()).toList();
  }

  long steps() {
    return supports.steps() + denials.steps();
  }
}
