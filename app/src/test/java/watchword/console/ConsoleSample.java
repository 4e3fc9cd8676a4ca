package watchword.console;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import watchword.core.assessment.BaseRate;
import watchword.core.assessment.Domain;
import watchword.core.assessment.Evidence;
import watchword.core.assessment.Expectation;
import watchword.core.assessment.Hedge;
import watchword.core.assessment.Hypothesis;
import watchword.core.assessment.Indicator;
import watchword.core.assessment.Item;
import watchword.core.assessment.Outcome;
import watchword.core.assessment.Question;
import watchword.core.bulletin.Likelihood;
import watchword.core.bulletin.Status;
import watchword.core.corroboration.Finding;
import watchword.core.corroboration.Verdict;
import watchword.desk.Case;
import watchword.desk.QuestionStep;

/// Serves a console over an invented evening, for looking at.
final class ConsoleSample {

  private ConsoleSample() {}

  /// Serves on the port given, or on 8081; with a second word after quiet months.
  public static void main(String[] args) throws InterruptedException {
    try (Evening evening = new Evening(args.length == 0 ? 8081 : Integer.parseInt(args[0]))) {
      if (args.length > 1) {
        Months.before(evening);
      }
      someActs(evening);
      System.out.printf("http://127.0.0.1:%d  %s / %s  %s / %s%n", evening.console.port(), Evening.MEMBER, Evening.PASSPHRASE, Evening.OTHER, Evening.OTHERS_PASSPHRASE);
      Thread.sleep(Duration.ofHours(8));
    }
  }

  /// A question with a sign and what a minister said.
  private static void aQuestion(Evening evening, String id, String asks) {
    LocalDate day = LocalDate.ofInstant(evening.now(), ZoneOffset.UTC);
    Expectation seen = new Expectation(List.of(Likelihood.VERY_LIKELY, Likelihood.UNLIKELY));
    act(evening, id, new QuestionStep.Put(new Question(id, "the border", asks, "two agencies report it", "two agencies", day, day.plusDays(60),
        List.of(new Hypothesis("h1", "they do"), new Hypothesis("none", "none of these")), List.of()), Map.of(), BaseRate.counted(1, 57, 2, "one in the 57 months before")));
    act(evening, id, new QuestionStep.Watching(new Indicator("said", Domain.INFORMATION, "they say that they are threatened", seen, Duration.ofDays(14), true, Optional.empty(), List.of())));
    act(evening, id, new QuestionStep.Added(new Evidence.OfStatement(
        new Item("e1", "the minister: they are coming", "Ansa Holm", evening.now(), seen, Optional.empty(), Optional.empty()), Hedge.NONE, false, false)));
  }

  private static void act(Evening evening, String question, QuestionStep step) {
    evening.desk.questions().act(Evening.MEMBER, question, step, evening.now()).ifPresent(why -> {
      throw new IllegalStateException(why);
    });
  }

  /// Two are checked, one goes out, one waits for another member, one is refuted.
  static void someActs(Evening evening) {
    List<Case> queue = evening.desk.queue(evening.now());
    Case first = queue.get(1);
    evening.desk.find(Evening.MEMBER, first.incident().id(), Finding.Method.CALL, Finding.Outcome.FOUND, evening.now());
    evening.desk.find(Evening.OTHER, first.incident().id(), Finding.Method.PHOTO_LOCATED, Finding.Outcome.FOUND, evening.now());
    evening.desk.publish(Evening.MEMBER, first.incident().id(), Status.CONFIRMED, "", evening.now());
    evening.desk.publish(Evening.OTHER, first.incident().id(), Status.CONFIRMED, "", evening.now());
    evening.desk.publish(Evening.OTHER, queue.get(3).incident().id(), Status.CONFIRMED, "", evening.now());
    evening.desk.find(Evening.OTHER, queue.get(4).incident().id(), Finding.Method.SATELLITE, Finding.Outcome.NOT_FOUND, evening.now());
    evening.desk.judge(Evening.OTHER, queue.get(6).incident().id(), Verdict.Truth.REFUTED, evening.now());
    aQuestion(evening, "attack", "Will they attack within two months?");
    aQuestion(evening, "crossing", "Did they cross the river by noon?");
    act(evening, "crossing", new QuestionStep.Ended(new Outcome.Came("h1", LocalDate.ofInstant(evening.now(), ZoneOffset.UTC), "two agencies report it")));
  }
}
