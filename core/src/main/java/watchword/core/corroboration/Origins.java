package watchword.core.corroboration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import watchword.core.report.MediaHash;
import watchword.core.report.Reading;
import watchword.core.report.Stance;
import watchword.core.text.Words;

/// Tells which reports go back to one observation: the same words or the same photo, later.
///
/// A copy stands behind the first report of its words, never behind another copy, so that chains cannot grow. Paraphrases are not found: that is what the
/// bound on unproven evidence is for. Firsts are looked up by the runs of three words they hold; a run that many firsts hold tells nothing and is not looked
/// up further, so that a million reports take few steps each.
public final class Origins {

  /// Share of three-word runs above which a text is a copy. Two people's own words on one thing share fewer than a third.
  private static final double COPIED = 0.6;

  /// Texts below so many words are alike by chance.
  private static final int TELLING = 6;

  /// So many firsts are remembered for a run of words.
  private static final int COMMON = 16;

  /// Firsts whose runs are looked up. Beyond so many origins one more or less tells an editor nothing, and only equal words and photos are found.
  private static final int LOOKED_UP = 10_000;

  private final List<List<Reading>> groups = new ArrayList<>();
  private final Map<Long, List<Integer>> byRun = new HashMap<>();
  private final Map<Long, Integer> byWording = new HashMap<>();
  private final Map<MediaHash, List<Integer>> byMedia = new HashMap<>();

  private static final long[] NONE = {};

  private Origins() {}

  /// The groups in order of their first reading; every reading is in exactly one.
  public static List<List<Reading>> of(List<Reading> readings) {
    Origins supports = new Origins();
    Origins denials = new Origins();
    List<List<Reading>> groups = new ArrayList<>();
    for (Reading reading : readings) {
      (denies(reading) ? denials : supports).place(reading).ifPresent(groups::add);
    }
    return groups;
  }

  static boolean denies(Reading reading) {
    return reading.stance() == Stance.DENIAL;
  }

  /// Returns the group if the reading begins one.
  private Optional<List<Reading>> place(Reading reading) {
    int original = original(reading);
    if (original < groups.size()) {
      groups.get(original).add(reading);
      return Optional.empty();
    }
    List<Reading> group = new ArrayList<>(List.of(reading));
    groups.add(group);
    reading.media().forEach(media -> byMedia.computeIfAbsent(media, any -> new ArrayList<>()).add(original));
    if (telling(reading.words())) {
      byWording.putIfAbsent(reading.words().wording(), original);
      for (long run : original < LOOKED_UP ? reading.words().shingles() : NONE) {
        List<Integer> firsts = byRun.computeIfAbsent(run, any -> new ArrayList<>(1));
        if (firsts.size() < COMMON) {
          firsts.add(original);
        }
      }
    }
    return Optional.of(group);
  }

  /// The earliest group whose first this one copies, or the next new one.
  private int original(Reading reading) {
    int earliest = groups.size();
    for (MediaHash media : reading.media()) {
      earliest = Math.min(earliest, byMedia.getOrDefault(media, List.of(earliest)).getFirst());
    }
    Words words = reading.words();
    if (!telling(words)) {
      return earliest;
    }
    earliest = Math.min(earliest, byWording.getOrDefault(words.wording(), earliest));
    Map<Integer, Integer> shared = new HashMap<>();
    for (long run : groups.size() < LOOKED_UP ? words.shingles() : NONE) {
      for (int first : byRun.getOrDefault(run, List.of())) {
        shared.merge(first, 1, Integer::sum);
      }
    }
    for (Map.Entry<Integer, Integer> met : shared.entrySet()) {
      // All that a copy shares may stand in runs too common to be listed, but for a text's first holders; a share met here is a lower bound.
      if (met.getKey() < earliest && met.getValue() >= COPIED * Math.min(words.shingles().length, first(met.getKey()).words().shingles().length)) {
        earliest = met.getKey();
      }
    }
    return earliest;
  }

  private Reading first(int group) {
    return groups.get(group).getFirst();
  }

  private static boolean telling(Words words) {
    return words.count() >= TELLING;
  }
}
