package watchword.bench.peers;

import info.debatty.java.lsh.LSHMinHash;
import info.debatty.java.lsh.MinHash;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// MinHash with locality-sensitive hashing, from java-lsh: near duplicates of a set of tokens.
///
/// The set holds the text's words and, as often as a setting says, place, kind and days as tokens of their own: alone, words say little here.
/// A day counts with the next, so that rows a day apart share one of their two.
final class NearDuplicates implements Peer {

  private static final int HASHES = 100;
  private static final int BANDS = 25;
  private static final long SEED = 20261122;

  /// A band that very many rows share says nothing; more pairs than this are not looked at.
  private static final int LARGEST_BUCKET = 400;

  @Override
  public void merge(List<Row> rows, Settings settings) throws IOException {
    for (int copies : new int[] {0, 2, 5}) {
      Links links = links(rows, copies);
      for (int percent = 20; percent <= 90; percent += 5) {
        settings.take(String.format(Locale.ROOT, "place and day times %d, Jaccard .%02d", copies, percent),
            links.components(rows.size(), percent / 100.0));
      }
    }
  }

  private static Links links(List<Row> rows, int copies) {
    Map<String, Integer> numbers = new HashMap<>();
    List<Set<Integer>> sets = new ArrayList<>();
    for (Row row : rows) {
      Set<Integer> set = new TreeSet<>();
      tokens(row, copies).forEach(token -> set.add(numbers.computeIfAbsent(token, any -> numbers.size())));
      sets.add(set);
    }
    MinHash hash = new MinHash(HASHES, Math.max(2, numbers.size()), SEED);
    LSHMinHash bands = new LSHMinHash(BANDS, Integer.MAX_VALUE / 2, HASHES, SEED);
    int[][] signatures = sets.stream().map(hash::signature).toArray(int[][]::new);
    Map<Long, List<Integer>> buckets = new HashMap<>();
    for (int i = 0; i < signatures.length; i++) {
      int[] keys = bands.hashSignature(signatures[i]);
      for (int band = 0; band < keys.length; band++) {
        buckets.computeIfAbsent((long) band << 32 | keys[band], any -> new ArrayList<>()).add(i);
      }
    }
    Links links = new Links();
    for (List<Integer> bucket : buckets.values()) {
      for (int i = 0; bucket.size() <= LARGEST_BUCKET && i < bucket.size(); i++) {
        for (int j = 0; j < i; j++) {
          links.add(bucket.get(i), bucket.get(j), hash.similarity(signatures[bucket.get(i)],
              signatures[bucket.get(j)]));
        }
      }
    }
    return links;
  }

  private static List<String> tokens(Row row, int copies) {
    List<String> tokens = new ArrayList<>(Texts.words(row.text()));
    for (int copy = 0; copy < copies && !row.place().isEmpty(); copy++) {
      tokens.add("place " + copy + " " + row.place());
      tokens.add("kind " + copy + " " + row.kind());
      tokens.add("day " + copy + " " + row.day());
      tokens.add("day " + copy + " " + (row.day() + 1));
    }
    if (tokens.isEmpty()) {
      tokens.add("empty " + row.id());
    }
    return tokens;
  }
}
