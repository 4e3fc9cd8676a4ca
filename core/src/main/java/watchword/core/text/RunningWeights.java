package watchword.core.text;

import java.util.ArrayList;
import java.util.List;

/// The same weights as [WordWeights], counted while texts go by in the order of their hours.
///
/// It keeps one number a stem, whatever the count of hours and texts, and answers for the hour it stands in.
public final class RunningWeights implements StemWeights {

  private long[] stems = new long[1 << 12];
  private int[] counts = new int[1 << 12];
  private int used;
  private long documents;
  private long hour = Long.MIN_VALUE;
  private final List<Words> ofThisHour = new ArrayList<>();

  /// Counts a text for the hours after its own.
  ///
  /// @throws IllegalArgumentException if its hour is before that of the last one
  public void count(Words words, long ofHour) {
    if (ofHour < hour) {
      throw new IllegalArgumentException("texts are not in the order of their hours");
    }
    if (ofHour > hour) {
      ofThisHour.forEach(this::count);
      ofThisHour.clear();
      hour = ofHour;
    }
    ofThisHour.add(words);
  }

  @Override
  public double weight(long stem, long ofHour) {
    if (ofHour != hour) {
      throw new IllegalArgumentException("the hour is not the one that texts are counted of");
    }
    int slot = slot(stem);
    return WordWeights.telling(documents, counts[slot]);
  }

  private void count(Words words) {
    documents++;
    for (long stem : words.stems()) {
      int slot = slot(stem);
      if (counts[slot]++ == 0) {
        stems[slot] = stem;
        if (++used > stems.length / 2) {
          grow();
        }
      }
    }
  }

  /// Where a stem stands, or may be put: a count of 0 is an empty slot.
  private int slot(long stem) {
    int mask = stems.length - 1;
    int slot = (int) (stem >>> 20) & mask;
    while (counts[slot] != 0 && stems[slot] != stem) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldStems = stems;
    int[] oldCounts = counts;
    stems = new long[2 * oldStems.length];
    counts = new int[stems.length];
    for (int i = 0; i < oldStems.length; i++) {
      if (oldCounts[i] != 0) {
        int slot = slot(oldStems[i]);
        stems[slot] = oldStems[i];
        counts[slot] = oldCounts[i];
      }
    }
  }
}
