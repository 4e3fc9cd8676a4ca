package watchword.core.corroboration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import watchword.core.report.Reading;
import watchword.core.report.Stance;

/// Tells which reports go back to one observation: the same words or the same photo, later.
///
/// A copy stands behind the first report of its words, never behind another copy, so that chains cannot grow. Paraphrases are not found: that is what the
/// bound on unproven evidence is for.
public final class Origins {

  /// Share of three-word runs above which a text is a copy. Two people's own words on one thing share fewer than a third.
  private static final double COPIED = 0.6;

  /// Texts below so many words are alike by chance.
  private static final int TELLING = 6;

  private Origins() {}

  /// The groups in order of their first reading; every reading is in exactly one.
  public static List<List<Reading>> of(List<Reading> readings) {
    Map<Reading, List<Reading>> groups = new LinkedHashMap<>();
    for (Reading reading : readings) {
      groups.computeIfAbsent(original(reading, groups), first -> new ArrayList<>()).add(reading);
    }
    return new ArrayList<>(groups.values());
  }

  private static Reading original(Reading reading, Map<Reading, List<Reading>> groups) {
    for (Reading first : groups.keySet()) {
      if (denies(first) == denies(reading) && copies(first, reading)) {
        return first;
      }
    }
    return reading;
  }

  static boolean denies(Reading reading) {
    return reading.stance() == Stance.DENIAL;
  }

  private static boolean copies(Reading first, Reading later) {
    if (first.media().stream().anyMatch(later.media()::contains)) {
      return true;
    }
    return first.words().count() >= TELLING && later.words().count() >= TELLING && first.words().copied(later.words()) >= COPIED;
  }
}
