package watchword.core.assessment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All estimates of one question, in the order in which they were given; none is ever removed.
///
/// The first of each member is blind: they see nobody else's before they have given one.
public record Estimates(List<Estimate> all) {

  /// A median of fewer would tell who said what.
  private static final int FOR_A_MEDIAN = 3;

  public Estimates {
    all = all.stream().sorted(Comparator.comparing(Estimate::at)).toList();
    for (Estimate one : all) {
      if (one.probabilities().size() != all.getFirst().probabilities().size()) {
        throw new IllegalArgumentException("estimates of one question speak of different numbers of hypotheses");
      }
    }
  }

  public Estimates with(Estimate estimate) {
    List<Estimate> more = new ArrayList<>(all);
    more.add(estimate);
    return new Estimates(more);
  }

  /// What a member may be shown: nothing until they have given an estimate, then everything.
  public List<Estimate> visibleTo(String member) {
    return all.stream().anyMatch(one -> one.member().equals(member)) ? all : List.of();
  }

  /// Each member's latest, in the order of their first.
  public List<Estimate> latest() {
    Map<String, Estimate> latest = new LinkedHashMap<>();
    all.forEach(one -> latest.put(one.member(), one));
    return List.copyOf(latest.values());
  }

  /// The median of the members' latest, made to sum to one; empty below three people.
  public Optional<List<Double>> median() {
    List<Estimate> latest = latest();
    if (latest.size() < FOR_A_MEDIAN) {
      return Optional.empty();
    }
    double sum = 0;
    List<Double> medians = new ArrayList<>();
    for (int i = 0; i < latest.getFirst().probabilities().size(); i++) {
      int hypothesis = i;
      medians.add(middle(latest.stream().mapToDouble(one -> one.probabilities().get(hypothesis)).toArray()));
      sum += medians.get(i);
    }
    double all = sum;
    return Optional.of(medians.stream().map(median -> median / all).toList());
  }

  /// The median as this member may see it.
  public Optional<List<Double>> medianFor(String member) {
    return visibleTo(member).isEmpty() ? Optional.empty() : median();
  }

  private static double middle(double[] values) {
    Arrays.sort(values);
    int half = values.length / 2;
    return values.length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
  }
}
