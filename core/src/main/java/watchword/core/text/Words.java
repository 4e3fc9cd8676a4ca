package watchword.core.text;

import java.util.Arrays;
import java.util.List;

/// The words of a text as hashes: enough to compare two texts, too little to read one.
///
/// A stem is a token without its ending (the languages decline), a shingle three tokens in a row. All arrays are sorted and free of doubles.
public final class Words {

  /// A declined word keeps its first letters: five are the shortest that keep the drill's towns and common nouns apart.
  private static final int STEM = 5;

  /// A number of more digits is a telephone or a link, not a count.
  private static final int MAX_DIGITS = 6;

  private static final int SHINGLE = 3;

  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  public static final Words NONE = new Words(new long[0], new long[0], new long[0], 0, 0);

  private final long[] stems;
  private final long[] shingles;
  private final long[] numbers;
  private final long wording;
  private final int count;

  private Words(long[] stems, long[] shingles, long[] numbers, long wording, int count) {
    this.stems = stems;
    this.shingles = shingles;
    this.numbers = numbers;
    this.wording = wording;
    this.count = count;
  }

  public static Words of(String text) {
    return of(Folding.tokens(text));
  }

  /// Reads folded tokens.
  public static Words of(List<String> tokens) {
    return of(tokens, tokens);
  }

  /// Reads folded tokens of which only some tell what happened.
  ///
  /// @param all what the runs of three are of, so that nothing copied from the text is missed
  /// @param telling what all else is of
  public static Words of(List<String> all, List<String> telling) {
    if (all.isEmpty()) {
      return NONE;
    }
    long[] stems = new long[telling.size()];
    long[] numbers = new long[telling.size()];
    int numberCount = 0;
    for (int i = 0; i < stems.length; i++) {
      String token = telling.get(i);
      stems[i] = hash(stem(token));
      if (isNumber(token)) {
        numbers[numberCount++] = Long.parseLong(token);
      }
    }
    return new Words(
        distinct(stems),
        distinct(shingles(all)),
        distinct(Arrays.copyOf(numbers, numberCount)),
        telling.isEmpty() ? 0 : hash(telling, 0, telling.size()),
        telling.size());
  }

  private static long[] shingles(List<String> tokens) {
    long[] shingles = new long[Math.max(1, tokens.size() - SHINGLE + 1)];
    for (int i = 0; i < shingles.length; i++) {
      shingles[i] = hash(tokens, i, Math.min(tokens.size(), i + SHINGLE));
    }
    return shingles;
  }

  /// Words as a journal keeps them.
  public static Words ofHashes(long[] stems, long[] shingles, long[] numbers, long wording, int count) {
    return new Words(distinct(stems.clone()), distinct(shingles.clone()), distinct(numbers.clone()), wording, count);
  }

  /// The hash of a stem, as `stems` holds it.
  public static long stemHash(String token) {
    return hash(stem(token));
  }

  static String stem(String token) {
    return token.length() > STEM ? token.substring(0, STEM) : token;
  }

  /// The stems, ascending; the caller does not change them.
  public long[] stems() {
    return stems;
  }

  /// Runs of three words, ascending; the caller does not change them.
  public long[] shingles() {
    return shingles;
  }

  /// Numbers that stand in the text, ascending; the caller does not change them.
  public long[] numbers() {
    return numbers;
  }

  /// Equal for texts of the same words in the same order.
  public long wording() {
    return wording;
  }

  /// How many tokens the text has.
  public int count() {
    return count;
  }

  public boolean isEmpty() {
    return count == 0;
  }

  /// Share of the shorter text's three-word runs that stand in the other too, 0 to 1.
  public double copied(Words other) {
    int least = Math.min(shingles.length, other.shingles.length);
    return least == 0 ? 0 : (double) common(shingles, other.shingles) / least;
  }

  /// The hashes of a text's three-word runs, in the order of the text.
  public static long[] runs(List<String> tokens) {
    long[] runs = new long[Math.max(0, tokens.size() - SHINGLE + 1)];
    for (int i = 0; i < runs.length; i++) {
      runs[i] = hash(tokens, i, i + SHINGLE);
    }
    return runs;
  }

  /// Whether five words in a row of a text stand here too: three runs of three, one after the other.
  public boolean holdsFiveOf(long[] runs) {
    int inARow = 0;
    for (long run : runs) {
      inARow = Arrays.binarySearch(shingles, run) >= 0 ? inARow + 1 : 0;
      if (inARow == SHINGLE) {
        return true;
      }
    }
    return false;
  }

  /// How many values two sorted arrays share.
  public static int common(long[] a, long[] b) {
    int shared = 0;
    for (int i = 0, j = 0; i < a.length && j < b.length; ) {
      if (a[i] == b[j]) {
        shared++;
        i++;
        j++;
      } else if (a[i] < b[j]) {
        i++;
      } else {
        j++;
      }
    }
    return shared;
  }

  private static boolean isNumber(String token) {
    if (token.length() > MAX_DIGITS) {
      return false;
    }
    for (int i = 0; i < token.length(); i++) {
      if (token.charAt(i) < '0' || token.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static long[] distinct(long[] values) {
    Arrays.sort(values);
    int kept = 0;
    for (int i = 0; i < values.length; i++) {
      if (i == 0 || values[i] != values[i - 1]) {
        values[kept++] = values[i];
      }
    }
    return Arrays.copyOf(values, kept);
  }

  /// FNV-1a over UTF-16 units, finished by the mixer of MurmurHash3: the same on every machine.
  private static long hash(String text) {
    return mixed(fnv(FNV_OFFSET, text));
  }

  /// The hash of tokens joined by spaces.
  private static long hash(List<String> tokens, int from, int to) {
    long h = FNV_OFFSET;
    for (int i = from; i < to; i++) {
      h = fnv(i == from ? h : fnv(h, " "), tokens.get(i));
    }
    return mixed(h);
  }

  private static long fnv(long h, String text) {
    for (int i = 0; i < text.length(); i++) {
      h = (h ^ text.charAt(i)) * FNV_PRIME;
    }
    return h;
  }

  private static long mixed(long h) {
    h = (h ^ (h >>> 33)) * 0xff51afd7ed558ccdL;
    h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return h ^ (h >>> 33);
  }
}
