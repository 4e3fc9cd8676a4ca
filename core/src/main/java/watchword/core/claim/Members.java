package watchword.core.claim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// For values that name several things at once: each thing is judged for itself (latent truth with two-sided errors, Zhao et al. 2012).
///
/// A source that leaves something out often is a lazy one, and its silence says little; one that adds what nobody else names is a wild one. Both rates are
/// found for each source in turn with what belongs to the items.
///
/// @param separator parts the things of a value
public record Members(String separator) implements Model {

  /// Before any answer a source names half of what belongs, as if seen ten times, and one thing in a hundred that does not.
  private static final double NAMED = 5;

  private static final double LEFT_OUT = 5;
  private static final double ADDED = 1;
  private static final double NOT_ADDED = 99;

  private static final int ROUNDS = 60;
  private static final double SETTLED = 1e-4;

  @Override
  public String says() {
    return "values that name several things, parted by " + separator;
  }

  /// The things a value names, sorted.
  public List<String> members(String value) {
    TreeSet<String> members = new TreeSet<>();
    for (String member : value.split(Pattern.quote(separator), -1)) {
      if (!member.isBlank()) {
        members.add(member.strip());
      }
    }
    return List.copyOf(members);
  }

  /// Whether two values name the same things, in whatever order.
  public boolean same(String one, String other) {
    return members(one).equals(members(other));
  }

  @Override
  public List<Estimate> estimates(Claims claims, Map<String, String> verdicts) {
    Fit fit = new Fit(claims, verdicts);
    fit.run();
    return claims.estimates(verdicts, fit::estimate);
  }

  /// Things of one item, and which of them each value names.
  private record Things(List<String> names, BitSet named) {
    boolean named(int value, int thing) {
      return named.get(value * names.size() + thing);
    }
  }

  private final class Fit {
    private final Claims claims;
    private final Map<String, String> verdicts;
    private final List<Things> things = new ArrayList<>();
    private final List<double[]> belongs = new ArrayList<>();
    private final double[] named;
    private final double[] leftOut;
    private final double[] added;
    private final double[] notAdded;

    Fit(Claims claims, Map<String, String> verdicts) {
      this.claims = claims;
      this.verdicts = verdicts;
      named = new double[claims.sources()];
      leftOut = new double[claims.sources()];
      added = new double[claims.sources()];
      notAdded = new double[claims.sources()];
      for (int item = 0; item < claims.items(); item++) {
        Things of = things(claims.values(item));
        things.add(of);
        belongs.add(begin(item, of));
      }
    }

    private Things things(List<String> values) {
      Map<String, Integer> numbers = new TreeMap<>();
      values.forEach(value -> members(value).forEach(member -> numbers.put(member, 0)));
      List<String> names = List.copyOf(numbers.keySet());
      BitSet mentions = new BitSet(values.size() * names.size());
      for (int value = 0; value < values.size(); value++) {
        List<String> of = members(values.get(value));
        for (int thing = 0; thing < names.size(); thing++) {
          mentions.set(value * names.size() + thing, of.contains(names.get(thing)));
        }
      }
      return new Things(names, mentions);
    }

    /// The share of sources that name a thing; a verdict where there is one.
    private double[] begin(int item, Things of) {
      double[] shares = new double[of.names.size()];
      int all = claims.to(item) - claims.from(item);
      for (int claim = claims.from(item); claim < claims.to(item); claim++) {
        for (int thing = 0; thing < shares.length; thing++) {
          shares[thing] += of.named(claims.optionOf(claim), thing) ? 1.0 / all : 0;
        }
      }
      settle(item, of, shares);
      return shares;
    }

    private void settle(int item, Things of, double[] shares) {
      String verdict = verdicts.getOrDefault(claims.item(item), "");
      List<String> right = members(verdict);
      for (int thing = 0; thing < shares.length && !verdict.isEmpty(); thing++) {
        shares[thing] = right.contains(of.names.get(thing)) ? 1 : 0;
      }
    }

    void run() {
      double moved = 1;
      for (int round = 0; round < ROUNDS && moved > SETTLED; round++) {
        rates();
        moved = belongings();
      }
    }

    private void rates() {
      Arrays.fill(named, NAMED);
      Arrays.fill(leftOut, LEFT_OUT);
      Arrays.fill(added, ADDED);
      Arrays.fill(notAdded, NOT_ADDED);
      for (int item = 0; item < claims.items(); item++) {
        double[] shares = belongs.get(item);
        for (int claim = claims.from(item); claim < claims.to(item); claim++) {
          int source = claims.sourceOf(claim);
          for (int thing = 0; thing < shares.length; thing++) {
            boolean says = things.get(item).named(claims.optionOf(claim), thing);
            (says ? named : leftOut)[source] += shares[thing];
            (says ? added : notAdded)[source] += 1 - shares[thing];
          }
        }
      }
    }

    /// Returns how far the most moved share moved.
    private double belongings() {
      double sum = 0;
      int count = 0;
      for (double[] shares : belongs) {
        for (double share : shares) {
          sum += share;
          count++;
        }
      }
      double base = LogOdds.of((sum + 1) / (count + 2));
      double moved = 0;
      for (int item = 0; item < claims.items(); item++) {
        double[] before = belongs.get(item);
        double[] after = new double[before.length];
        for (int thing = 0; thing < after.length; thing++) {
          double logOdds = base;
          for (int claim = claims.from(item); claim < claims.to(item); claim++) {
            logOdds += says(claims.sourceOf(claim), things.get(item).named(claims.optionOf(claim), thing));
          }
          after[thing] = LogOdds.probability(logOdds);
        }
        settle(item, things.get(item), after);
        for (int thing = 0; thing < after.length; thing++) {
          moved = Math.max(moved, Math.abs(after[thing] - before[thing]));
        }
        belongs.set(item, after);
      }
      return moved;
    }

    private double says(int source, boolean names) {
      double hit = named[source] / (named[source] + leftOut[source]);
      double wild = added[source] / (added[source] + notAdded[source]);
      return names ? StrictMath.log(hit / wild) : StrictMath.log((1 - hit) / (1 - wild));
    }

    private Estimate estimate(int item) {
      Things of = things.get(item);
      double[] shares = belongs.get(item);
      int likeliest = Agreement.most(claims.item(item), of.names, shares);
      List<String> right = new ArrayList<>();
      double probability = 1;
      for (int thing = 0; thing < shares.length; thing++) {
        boolean in = shares[thing] >= 0.5 || thing == likeliest;
        if (in) {
          right.add(of.names.get(thing));
        }
        probability *= in ? shares[thing] : 1 - shares[thing];
      }
      Map<String, Double> values = new HashMap<>();
      for (String value : claims.values(item)) {
        values.put(value, together(of, shares, members(value)));
      }
      String value = String.join(separator, right);
      values.put(value, probability);
      double variance = 0;
      for (int claim = claims.from(item); claim < claims.to(item); claim++) {
        int source = claims.sourceOf(claim);
        variance += 1 / named[source] + 1 / leftOut[source];
      }
      return new Estimate(claims.item(item), value, probability, LogOdds.interval(probability, variance), values);
    }

    private static double together(Things of, double[] shares, List<String> named) {
      double probability = 1;
      for (int thing = 0; thing < shares.length; thing++) {
        probability *= named.contains(of.names.get(thing)) ? shares[thing] : 1 - shares[thing];
      }
      return probability;
    }
  }
}
