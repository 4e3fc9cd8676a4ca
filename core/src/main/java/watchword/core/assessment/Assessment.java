package watchword.core.assessment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;

/// The computed answer to a question at a time, line by line; a figure for people to judge beside, not a judgement.
///
/// Base rate and lines add up: the probabilities are those of ln(base rate) plus the weights.
///
/// @param lines in the order of the evidence
/// @param drops one for each line, in the same order
public record Assessment(Question question, Instant asOf, BaseRate base, List<Weighed> lines, List<Double> probabilities, List<Drop> drops) {

  public Assessment {
    lines = List.copyOf(lines);
    probabilities = List.copyOf(probabilities);
    drops = List.copyOf(drops);
  }

  /// Weighs the evidence there was at this time; what came later is left out.
  ///
  /// @throws IllegalArgumentException that names the evidence which does not fit the question
  public static Assessment of(Question question, BaseRate base, List<Evidence> evidence, Instant asOf) {
    requireFit(question, base, evidence);
    List<Weighed> all = evidence.stream().filter(one -> !one.item().when().isAfter(asOf)).map(one -> weigh(one, asOf)).toList();
    Map<String, List<Weighed>> origins = new HashMap<>();
    all.stream().sorted(STRONGEST).forEach(one -> origins.computeIfAbsent(origin(one), origin -> new ArrayList<>()).add(one));

    double[] sum = new double[base.probabilities().size()];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = StrictMath.log(base.probabilities().get(i));
    }
    List<Weighed> lines = new ArrayList<>();
    for (Weighed one : all) {
      Item strongest = origins.getOrDefault(origin(one), List.of()).getFirst().evidence().item();
      boolean counts = strongest.id().equals(one.evidence().item().id());
      lines.add(counts ? one : new Weighed(one.evidence(), one.reliability(), none(sum.length), false));
      if (counts) {
        add(sum, one.weights(), 1);
      }
    }
    List<Double> probabilities = Mixing.probabilities(sum);
    List<Drop> drops = lines.stream().map(line -> drop(line, sum, probabilities, origins)).toList();
    return new Assessment(question, asOf, base, lines, probabilities, drops);
  }

  /// Ids break ties, so that the order of files does not.
  private static final Comparator<Weighed> STRONGEST = Comparator.<Weighed>comparingDouble(one -> -Mixing.strength(one.weights()))
      .thenComparing(one -> one.evidence().item().id());

  private static String origin(Weighed one) {
    return OriginName.canonical(one.evidence().item().origin());
  }

  private static Weighed weigh(Evidence evidence, Instant asOf) {
    double reliability = evidence.reliability(asOf);
    return new Weighed(evidence, reliability, Mixing.weights(evidence.likelihoods(), reliability), true);
  }

  private static Drop drop(Weighed line, double[] sum, List<Double> all, Map<String, List<Weighed>> origins) {
    Item item = line.evidence().item();
    List<Weighed> origin = origins.getOrDefault(origin(line), List.of());
    double[] logs = sum.clone();
    add(logs, origin.getFirst().weights(), -1);
    List<Double> withoutOrigin = Mixing.probabilities(logs);
    if (!line.counts()) {
      return Drop.of(item, all, all, withoutOrigin);
    }
    if (origin.size() > 1) {
      add(logs, origin.get(1).weights(), 1);
    }
    return Drop.of(item, all, Mixing.probabilities(logs), withoutOrigin);
  }

  private static void add(double[] sum, List<Double> weights, int sign) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += sign * weights.get(i);
    }
  }

  private static List<Double> none(int hypotheses) {
    return Collections.nCopies(hypotheses, 0.0);
  }

  private static void requireFit(Question question, BaseRate base, List<Evidence> evidence) {
    int hypotheses = question.hypotheses().size();
    if (base.probabilities().size() != hypotheses) {
      throw new IllegalArgumentException("the base rate has " + base.probabilities().size() + " probabilities for " + hypotheses + " hypotheses");
    }
    Set<String> ids = new HashSet<>();
    for (Evidence one : evidence) {
      if (one.likelihoods().size() != hypotheses) {
        throw new IllegalArgumentException("evidence " + one.item().id() + " does not speak of " + hypotheses + " hypotheses");
      }
      if (!ids.add(one.item().id())) {
        throw new IllegalArgumentException("evidence " + one.item().id() + " stands twice");
      }
    }
  }

  /// How many origins tell something; trifles are none of them (spec/assessment.md, rule 7).
  public int independentOrigins() {
    return (int) strengths().filter(strength -> strength >= Mixing.TELLS).count();
  }

  /// How many more move the figure and tell too little to count.
  public int trifles() {
    return (int) strengths().filter(strength -> 0 < strength && strength < Mixing.TELLS).count();
  }

  private DoubleStream strengths() {
    return lines.stream().filter(Weighed::counts).mapToDouble(line -> Mixing.strength(line.weights()));
  }

  /// Origins that are counted as two and may be one, by their names.
  public List<OriginName.Alike> alikeOrigins() {
    return OriginName.alike(lines.stream().filter(line -> line.counts() && !(line.evidence() instanceof Evidence.OfIncident)).map(line -> line.evidence().item().origin()).toList());
  }

  /// Whether one origin alone moves a figure by 15 points or to another word.
  public boolean restsOnOne() {
    return drops.stream().anyMatch(Drop::rests);
  }

  /// The most confidence a judgement may claim.
  public Confidence ceiling() {
    return Confidence.ceiling(independentOrigins(), restsOnOne());
  }

  /// The place of the hypothesis that other figures would move most: of two the first, since the other is what it leaves.
  public int moved(List<Double> then) {
    int most = 0;
    for (int i = 1; i < then.size() && then.size() > 2; i++) {
      if (Math.abs(then.get(i) - probabilities.get(i)) > Math.abs(then.get(most) - probabilities.get(most))) {
        most = i;
      }
    }
    return most;
  }

  /// What the figures would be if one thing more were seen now, by an origin of its own that is wholly relied on.
  public List<Double> ifSeen(Expectation expectation) {
    double[] logs = new double[probabilities.size()];
    for (int i = 0; i < logs.length; i++) {
      logs[i] = StrictMath.log(probabilities.get(i));
    }
    add(logs, Mixing.weights(expectation.seen(), 1), 1);
    return Mixing.probabilities(logs);
  }
}
