package watchword.console;

import java.time.Duration;
import java.util.List;
import watchword.core.bulletin.Status;
import watchword.core.corroboration.Finding;
import watchword.core.corroboration.Verdict;
import watchword.desk.Case;

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
  }
}
