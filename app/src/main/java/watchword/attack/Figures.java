package watchword.attack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import watchword.archive.Reliability;

/// How a method did on the scored events of one world (spec/credibility.md, 7).
///
/// @param auc chance that a true event got more than an untrue one
/// @param brier mean squared error, 0 to 1
/// @param planted scored events that were planted, and so on
record Figures(
    double auc, double brier, double logLoss, double ece, double eceFloor, int planted, int plantedPublished, int trueEvents, int truePublished, int falsePublished) {

  private static final double LEAST = 1e-6;

  static Figures of(List<Event> events, List<Judgement> judgements) {
    List<Reliability.Said> said = new ArrayList<>();
    double brier = 0;
    double loss = 0;
    int planted = 0;
    int plantedPublished = 0;
    int trueEvents = 0;
    int truePublished = 0;
    int falsePublished = 0;
    for (int i = 0; i < events.size(); i++) {
      Event event = events.get(i);
      double probability = judgements.get(i).probability();
      boolean released = judgements.get(i).released();
      double onTruth = event.so() ? probability : 1 - probability;
      said.add(new Reliability.Said(probability, event.so()));
      brier += (1 - onTruth) * (1 - onTruth);
      loss -= Math.log(Math.max(LEAST, onTruth));
      planted += event.making().planted() ? 1 : 0;
      plantedPublished += event.making().planted() && released ? 1 : 0;
      trueEvents += event.so() ? 1 : 0;
      truePublished += event.so() && released ? 1 : 0;
      falsePublished += !event.so() && released ? 1 : 0;
    }
    Reliability reliability = Reliability.of(said);
    int n = events.size();
    return new Figures(auc(said), brier / n, loss / n, reliability.ece(), reliability.floor(), planted, plantedPublished, trueEvents, truePublished, falsePublished);
  }

  /// By ranks; what is alike counts half.
  private static double auc(List<Reliability.Said> said) {
    List<Reliability.Said> sorted = said.stream().sorted(Comparator.comparingDouble(Reliability.Said::probability)).toList();
    double below = 0;
    double won = 0;
    double right = 0;
    for (int from = 0, to; from < sorted.size(); from = to) {
      double equalRight = 0;
      double equalWrong = 0;
      for (to = from; to < sorted.size() && sorted.get(to).probability() == sorted.get(from).probability(); to++) {
        equalRight += sorted.get(to).right() ? 1 : 0;
        equalWrong += sorted.get(to).right() ? 0 : 1;
      }
      won += equalRight * (below + equalWrong / 2);
      below += equalWrong;
      right += equalRight;
    }
    return won / (right * below);
  }
}
