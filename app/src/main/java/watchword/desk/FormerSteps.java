package watchword.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import watchword.core.assessment.Estimate;
import watchword.core.assessment.Evidence;
import watchword.core.assessment.Indicator;
import watchword.core.assessment.Item;
import watchword.core.assessment.Judgement;
import watchword.core.assessment.OriginName;

/// Steps of questions as a checkpoint keeps them, without who took them.
///
/// Whoever spoke keeps a number within one question, so that two people's estimates stay two; between questions the numbers tell nothing.
final class FormerSteps {

  private final Map<String, Map<String, Integer>> members = new HashMap<>();
  private final Map<String, Map<String, Integer>> origins = new HashMap<>();

  /// The step without a name; empty for what was only wished, which has lapsed.
  Optional<Entry.Questioned> nameless(Entry.Questioned entry) {
    if (entry.step() instanceof QuestionStep.Wished || entry.step() instanceof QuestionStep.Stopped) {
      return Optional.empty();
    }
    String member = entry.member().equals(Desk.DESK) ? Desk.DESK : number(members, entry.question(), entry.member(), Checkpoint.FORMER_NUMBERED);
    QuestionStep step = switch (entry.step()) {
      case QuestionStep.Estimated(Estimate estimate) -> new QuestionStep.Estimated(new Estimate(member, estimate.at(), estimate.probabilities(), estimate.why()));
      case QuestionStep.Judged(Judgement judgement) -> new QuestionStep.Judged(new Judgement(member, judgement.at(), judgement.probabilities(), judgement.confidence(),
          judgement.assumptions(), judgement.wouldChange(), judgement.changed(), List.of()));
      case QuestionStep.Put _, QuestionStep.Watching _, QuestionStep.Looked _, QuestionStep.Cut _, QuestionStep.Added _, QuestionStep.Struck _, QuestionStep.Dissented _,
          QuestionStep.Wished _, QuestionStep.Stopped _, QuestionStep.Told _, QuestionStep.Ended _, QuestionStep.Figured _ -> entry.step();
    };
    return Optional.of(new Entry.Questioned(entry.at(), member, entry.question(), step));
  }

  /// The step as a newcomer is told it: what a piece of evidence weighs, and neither its words nor from whom it is.
  Entry.Questioned wordless(Entry.Questioned entry) {
    QuestionStep step = switch (entry.step()) {
      case QuestionStep.Added(Evidence evidence) -> new QuestionStep.Added(wordless(entry.question(), evidence));
      case QuestionStep.Looked(String indicator, Indicator.Look look) -> new QuestionStep.Looked(indicator, new Indicator.Look(look.when(), origin(entry.question(), look.origin())));
      case QuestionStep.Struck(String id, String _) -> new QuestionStep.Struck(id, BEFORE);
      case QuestionStep.Estimated(Estimate estimate) -> new QuestionStep.Estimated(new Estimate(estimate.member(), estimate.at(), estimate.probabilities(), BEFORE));
      case QuestionStep.Judged(Judgement judgement) -> new QuestionStep.Judged(new Judgement(judgement.member(), judgement.at(), judgement.probabilities(), judgement.confidence(),
          List.of(BEFORE), judgement.wouldChange(), judgement.changed().map(_ -> BEFORE), List.of()));
      case QuestionStep.Dissented _ -> new QuestionStep.Dissented(BEFORE);
      case QuestionStep.Put _, QuestionStep.Watching _, QuestionStep.Cut _, QuestionStep.Wished _, QuestionStep.Stopped _, QuestionStep.Told _, QuestionStep.Ended _, QuestionStep.Figured _ -> entry.step();
    };
    return new Entry.Questioned(entry.at(), entry.member(), entry.question(), step);
  }

  /// In the place of words that a newcomer is not told.
  static final String BEFORE = "from before your time";

  private Evidence wordless(String question, Evidence evidence) {
    Item told = evidence.item();
    // An incident that goes back to its own reports is found again by its name, which tells nobody who sent them.
    String origin = Feed.isOwn(evidence) ? told.origin() : origin(question, told.origin());
    Item item = new Item(told.id(), BEFORE, origin, told.when(), told.expectation(), told.indicator(), told.halfLife());
    return switch (evidence) {
      case Evidence.OfIncident incident -> new Evidence.OfIncident(item, incident.probability());
      case Evidence.OfStatement statement -> new Evidence.OfStatement(item, statement.hedge(), statement.interested(), statement.denied());
      case Evidence.OfSpeaking _ -> new Evidence.OfSpeaking(item);
      case Evidence.OfDocument document -> new Evidence.OfDocument(item, document.reliability());
      case Evidence.OfAbsence _ -> new Evidence.OfAbsence(item);
    };
  }

  private String origin(String question, String origin) {
    return number(origins, question, OriginName.canonical(origin), "origin ");
  }

  private static String number(Map<String, Map<String, Integer>> numbers, String question, String name, String prefix) {
    Map<String, Integer> known = numbers.computeIfAbsent(question, _ -> new HashMap<>());
    return prefix + Optional.ofNullable(known.get(name)).orElseGet(() -> {
      known.put(name, known.size() + 1);
      return known.size();
    });
  }
}
