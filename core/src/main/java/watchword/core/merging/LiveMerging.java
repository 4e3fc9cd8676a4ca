package watchword.core.merging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import watchword.core.incident.Constraints;
import watchword.core.incident.Incident;
import watchword.core.incident.IncidentId;
import watchword.core.incident.Merged;
import watchword.core.incident.Merging;
import watchword.core.incident.Pair;
import watchword.core.incident.PossiblySame;
import watchword.core.incident.Summary;
import watchword.core.report.Reading;
import watchword.core.report.ReportId;
import watchword.core.text.WordWeights;

/// Merges as [LinkageMerger] does, one change at a time: only what a change reaches is worked out anew.
///
/// Nodes, links and knots follow each change at once; clusters, the homes of vague nodes and incidents follow when
/// they are asked for.
final class LiveMerging implements Merging {

  private final Survey survey = new Survey();
  private final HeldReadings held = new HeldReadings();
  private final Knots knots;
  private final Strays strays = new Strays(survey);
  private final Told told = new Told();
  private final Texts texts = new Texts(told);
  private final Map<Knot, List<PossiblySame>> unsure = new LinkedHashMap<>();
  private Constraints constraints = Constraints.NONE;
  private Apart apart = new Apart(constraints);
  private WordWeights weights = WordWeights.NONE;

  /// @param most so many earlier nodes one meets at most
  LiveMerging(int most) {
    this.knots = new Knots(survey, most);
  }

  @Override
  public void arrive(Reading reading) {
    if (held.find(reading.id()).isEmpty()) {
      held.add(reading);
      regroup(List.of(reading.id()), false);
    }
  }

  @Override
  public void leave(ReportId id) {
    held.find(id).ifPresent(reading -> {
      held.remove(reading);
      regroup(List.of(id), false);
    });
  }

  @Override
  public void constrain(Constraints now) {
    Set<ReportId> named = new LinkedHashSet<>();
    changed(constraints.same(), now.same(), named);
    changed(constraints.different(), now.different(), named);
    constraints = now;
    apart = new Apart(now);
    held.constrain(now);
    knots.constrain(apart);
    strays.constrain(apart);
    texts.constrain(apart);
    regroup(named, true);
  }

  private static void changed(Set<Pair> before, Set<Pair> now, Set<ReportId> named) {
    Set<Pair> changed = new HashSet<>(before);
    changed.addAll(now);
    changed.removeIf(pair -> before.contains(pair) && now.contains(pair));
    changed.forEach(pair -> named.addAll(List.of(pair.first(), pair.second())));
  }

  @Override
  public void weigh(WordWeights now, long hour) {
    weights = now;
    regroup(held.after(hour), true);
  }

  private void regroup(Collection<ReportId> seeds, boolean anew) {
    HeldReadings.Change change = held.regroup(seeds, anew);
    List<Node> gone = new ArrayList<>();
    for (Node node : change.gone()) {
      if (node.vague()) {
        strays.remove(node);
        texts.remove(node);
        told.remove(node);
      } else {
        gone.add(node);
      }
    }
    List<Node> come = new ArrayList<>();
    List<Node> vague = new ArrayList<>();
    for (List<Reading> readings : change.come()) {
      Node node = new Node(readings, weights);
      held.stands(node);
      survey.add(node);
      (node.vague() ? vague : come).add(node);
    }
    knots.change(gone, come);
    vague.forEach(strays::add);
  }

  @Override
  public void settle() {
    Knots.Settled settled = knots.settle();
    settled.gone().forEach(cluster -> {
      strays.gone(cluster);
      told.remove(cluster);
    });
    settled.come().forEach(strays::come);
    Set<Cluster> changed = new LinkedHashSet<>(settled.come());
    for (Strays.Moved moved : strays.settle()) {
      texts.remove(moved.node());
      told.remove(moved.node());
      if (moved.home().isEmpty() && moved.node().placed) {
        told.put(moved.node(), Summary.of(List.of(), moved.node().readings));
      } else if (moved.home().isEmpty()) {
        texts.add(moved.node());
      }
    }
    changed.addAll(strays.regrouped());
    changed.forEach(cluster -> told.put(cluster, cluster.incident()));
    texts.settle();
    Set<Knot> knotted = new LinkedHashSet<>(settled.knots());
    changed.forEach(cluster -> knotted.add(knots.of(cluster)));
    doubt(settled, knotted);
  }

  private void doubt(Knots.Settled settled, Set<Knot> knotted) {
    settled.dropped().forEach(unsure::remove);
    for (Knot knot : knotted) {
      List<PossiblySame> possibly = Component.possiblySame(knot.doubts(), apart);
      unsure.remove(knot);
      if (!possibly.isEmpty()) {
        unsure.put(knot, possibly);
      }
    }
  }

  @Override
  public Merged merged() {
    settle();
    List<PossiblySame> all = new ArrayList<>();
    unsure.values().forEach(all::addAll);
    all.sort(LinkageMerger.SUREST);
    return new Merged(told.incidents(), all);
  }

  @Override
  public Optional<IncidentId> holder(ReportId id) {
    settle();
    return told.holder(id).map(Incident::id);
  }

  @Override
  public Optional<Incident> find(IncidentId id) {
    settle();
    return told.find(id);
  }

  /// The knots that stand, for whoever measures them.
  Knots knots() {
    return knots;
  }
}
