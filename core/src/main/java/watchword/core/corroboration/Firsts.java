package watchword.core.corroboration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import watchword.core.report.MediaHash;
import watchword.core.report.Reading;
import watchword.core.text.Words;

/// The first reports of their words in one direction, and how a later one is known as a copy (spec/credibility.md, 1).
///
/// Firsts are looked up by the runs of three words they hold; a run that many firsts hold tells nothing and is not looked up further, so that a million
/// reports take few steps each.
final class Firsts {

  /// Share of three-word runs above which a text is a copy. Two people's own words on one thing share fewer than a third.
  private static final double COPIED = 0.6;

  /// Texts below so many words are alike by chance.
  private static final int TELLING = 6;

  /// So many firsts are remembered for a run of words.
  static final int COMMON = 16;

  private static final int NOBODY = Integer.MAX_VALUE;

  private final List<List<Reading>> groups = new ArrayList<>();
  private final Postings byRun = new Postings(COMMON);
  private final Postings byWording = new Postings(1);
  private final Map<MediaHash, Integer> byMedia = new HashMap<>();

  /// How many runs the text at hand shares with each first, and which firsts it met at all.
  private int[] shared = new int[COMMON];

  private int[] met = new int[COMMON];
  private long steps;

  /// Puts the reading behind the first it copies; false where it copies none.
  boolean follows(Reading reading) {
    int first = original(reading);
    if (first == NOBODY) {
      return false;
    }
    groups.get(first).add(reading);
    return true;
  }

  /// The group that the reading begins.
  List<Reading> begin(Reading reading) {
    int number = groups.size();
    List<Reading> group = new ArrayList<>(List.of(reading));
    groups.add(group);
    reading.media().forEach(media -> byMedia.putIfAbsent(media, number));
    if (telling(reading.words())) {
      byWording.add(reading.words().wording(), number);
      for (long run : reading.words().shingles()) {
        byRun.add(run, number);
      }
    }
    return group;
  }

  /// Runs and firsts looked at so far: what finding copies costs, on any machine.
  long steps() {
    return steps;
  }

  private int original(Reading reading) {
    int earliest = NOBODY;
    for (MediaHash media : reading.media()) {
      steps++;
      earliest = Math.min(earliest, byMedia.getOrDefault(media, NOBODY));
    }
    Words words = reading.words();
    if (!telling(words)) {
      return earliest;
    }
    steps++;
    int same = byWording.newest(words.wording());
    return Math.min(earliest, same < 0 ? alike(words) : byWording.value(same));
  }

  /// The earliest first of which enough stands in the text. All that a copy shares may stand in runs too common to be listed, but for a text's first
  /// holders; a share met here is a lower bound.
  private int alike(Words words) {
    int count = meet(words);
    int earliest = NOBODY;
    for (int i = 0; i < count; i++) {
      int first = met[i];
      int least = Math.min(words.shingles().length, groups.get(first).getFirst().words().shingles().length);
      if (first < earliest && shared[first] >= COPIED * least) {
        earliest = first;
      }
      shared[first] = 0;
    }
    return earliest;
  }

  /// Counts what the text shares with each first; returns how many it met.
  private int meet(Words words) {
    if (shared.length < groups.size()) {
      shared = new int[2 * groups.size()];
      met = new int[2 * groups.size()];
    }
    int count = 0;
    for (long run : words.shingles()) {
      steps++;
      for (int entry = byRun.newest(run); entry >= 0; entry = byRun.next(entry)) {
        steps++;
        int first = byRun.value(entry);
        if (shared[first]++ == 0) {
          met[count++] = first;
        }
      }
    }
    return count;
  }

  private static boolean telling(Words words) {
    return words.count() >= TELLING;
  }
}
