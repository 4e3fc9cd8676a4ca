package watchword.drill.year;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import watchword.core.time.Span;
import watchword.drill.Dice;

/// When the network is cut: now and then for no reason, oftener by whoever prepares something.
record Cuts(List<Span> spans) {

  private static final double A_DAY = .01;
  private static final double A_DAY_BEFORE_AN_ATTACK = .03;
  private static final int LONGEST_DAYS = 4;

  Cuts {
    spans = List.copyOf(spans);
  }

  static Cuts draw(Timeline timeline, Dice dice) {
    List<Span> drawn = new ArrayList<>();
    int day = -Presence.BEFORE;
    while (day < Timeline.DAYS) {
      boolean prepared = timeline.on(day).map(BuildUp::crosses).orElse(false);
      if (dice.chance(prepared ? A_DAY_BEFORE_AN_ATTACK : A_DAY)) {
        int days = dice.between(1, LONGEST_DAYS);
        drawn.add(new Span(Days.at(day, 0), Days.at(day + days, 0)));
        day += days;
      }
      day++;
    }
    return new Cuts(drawn);
  }

  /// When what is seen at a time can be told: then, or as the network comes back.
  Instant told(Instant seen) {
    return spans.stream().filter(span -> !seen.isBefore(span.earliest()) && seen.isBefore(span.latest())).map(Span::latest).findFirst().orElse(seen);
  }
}
