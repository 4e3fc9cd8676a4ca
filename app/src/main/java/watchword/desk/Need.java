package watchword.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import watchword.core.kind.Kind;

/// How much an incident wants a person now: harm, doubt, age, and waiting origins; first of all what should be taken back.
///
/// Origins count by their logarithm and copies not at all, so that a wave of thousands does not own the top of the queue.
final class Need {

  private static final double HARM = 2;
  private static final double DOUBT = 2;
  private static final double WAVE = -1;

  /// A check that was made answers most of the need for a while.
  private static final double CHECKED = -2;

  /// Readers are being told what no longer holds; all the rest together does not reach this.
  private static final double TAKE_BACK = 1_000;

  /// Need grows for so long and not beyond.
  private static final double OLD_HOURS = 6;

  private Need() {}

  /// The open incidents, the neediest first; what should be taken back cannot be put aside.
  static List<Case> queue(List<Case> cases, Instant asOf) {
    return cases.stream()
        .filter(one -> !one.closed())
        .filter(one -> one.review().isPresent() || one.aside().isEmpty() || !asOf.isBefore(one.aside().get().until()))
        .sorted(Comparator.comparingDouble((Case one) -> -of(one, asOf)).thenComparing(one -> one.incident().id()))
        .toList();
  }

  static double of(Case one, Instant asOf) {
    double probability = one.corroboration().probability();
    double doubt = 1 - Math.abs(2 * probability - 1);
    double hours = (double) Duration.between(one.incident().when().latest(), asOf).toMinutes() / 60;
    double age = Math.max(0, Math.min(OLD_HOURS, hours)) / OLD_HOURS;
    double origins = Math.log1p((double) one.corroboration().supportingOrigins());
    double wave = one.corroboration().wave().isPresent() ? WAVE : 0;
    double checked = one.findings().isEmpty() ? 0 : CHECKED;
    double takeBack = one.review().isPresent() ? TAKE_BACK : 0;
    return takeBack + harm(one.incident().kind()) + DOUBT * doubt + age + origins + wave + checked;
  }

  private static double harm(Kind kind) {
    return kind.rule().dangerToLife() ? HARM : 0;
  }
}
