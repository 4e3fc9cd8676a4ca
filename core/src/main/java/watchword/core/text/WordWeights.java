package watchword.core.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How telling a word is: rare in earlier hours weighs more.
///
/// The weights of an hour are a pure function of the cuts of earlier hours, so a late report changes no weight that was used. A weight is
/// log((1 + documents) / (1 + documents with the word)), as in TF-IDF.
public final class WordWeights implements StemWeights {

  public static final long HOUR_SECONDS = 3_600;

  /// Without history every word weighs the same.
  public static final WordWeights NONE = new WordWeights(new long[0], new long[0], Map.of());

  /// Before so many documents are counted the weights say nothing yet.
  private static final int ENOUGH = 50;

  private final long[] hours;
  private final long[] documents;
  private final Map<Long, Hourly> words;

  private WordWeights(long[] hours, long[] documents, Map<Long, Hourly> words) {
    this.hours = hours;
    this.documents = documents;
    this.words = words;
  }

  /// The counts of one hour: what a journal keeps of it.
  public record Cut(long hour, int documents, Map<Long, Integer> counts) {
    public Cut {
      counts = Map.copyOf(counts);
    }

    public static Cut of(long hour, Collection<Words> texts) {
      Map<Long, Integer> counts = new HashMap<>();
      for (Words text : texts) {
        for (long stem : text.stems()) {
          counts.merge(stem, 1, Integer::sum);
        }
      }
      return new Cut(hour, texts.size(), counts);
    }
  }

  /// Weights from the cuts of distinct hours, in any order.
  public static WordWeights of(Collection<Cut> cuts) {
    TreeMap<Long, Cut> byHour = new TreeMap<>();
    for (Cut cut : cuts) {
      if (byHour.put(cut.hour(), cut) != null) {
        throw new IllegalArgumentException("hour " + cut.hour() + " is cut twice");
      }
    }
    long[] hours = new long[byHour.size()];
    long[] documents = new long[byHour.size()];
    Map<Long, Builder> builders = new HashMap<>();
    int i = 0;
    long total = 0;
    for (Cut cut : byHour.values()) {
      hours[i] = cut.hour();
      total += cut.documents();
      documents[i++] = total;
      cut.counts().forEach((word, count) -> builders.computeIfAbsent(word, w -> new Builder()).add(cut.hour(), count));
    }
    Map<Long, Hourly> words = new HashMap<>();
    builders.forEach((word, builder) -> words.put(word, builder.build()));
    return new WordWeights(hours, documents, words);
  }

  /// The weight of a stem for a text of this hour; 1 while too little was counted.
  @Override
  public double weight(long stem, long hour) {
    long before = upTo(hours, documents, hour);
    Hourly hourly = words.get(stem);
    return telling(before, hourly == null ? 0 : upTo(hourly.hours, hourly.counts, hour));
  }

  /// @param before documents of earlier hours
  /// @param with those of them that have the word
  static double telling(long before, long with) {
    return before < ENOUGH ? 1 : StrictMath.log((1.0 + before) / (1.0 + with));
  }

  /// The running total of all hours before `hour`.
  private static long upTo(long[] hours, long[] totals, long hour) {
    int at = Arrays.binarySearch(hours, hour);
    int before = (at < 0 ? -at - 1 : at) - 1;
    return before < 0 ? 0 : totals[before];
  }

  private static final class Hourly {
    private final long[] hours;
    private final long[] counts;

    Hourly(long[] hours, long[] counts) {
      this.hours = hours;
      this.counts = counts;
    }
  }

  private static final class Builder {
    private final List<long[]> entries = new ArrayList<>();
    private long total;

    void add(long hour, int count) {
      total += count;
      entries.add(new long[] {hour, total});
    }

    Hourly build() {
      return new Hourly(
          entries.stream().mapToLong(entry -> entry[0]).toArray(),
          entries.stream().mapToLong(entry -> entry[1]).toArray());
    }
  }
}
