package watchword.board;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How far back a page looks; each is a page of its own, so that choosing needs no script.
enum Reach {
  /// What the desk stands by now, and what it took back in the last day.
  NOW("index.html", Optional.empty()),
  HOUR("now-1h.html", Optional.of(Duration.ofHours(1))),
  SIX_HOURS("now-6h.html", Optional.of(Duration.ofHours(6))),
  DAY("now-24h.html", Optional.of(Duration.ofHours(24))),
  WEEK("now-7d.html", Optional.of(Duration.ofDays(7)));

  /// A retraction stays in front of readers at least as long as most claims do.
  private static final Duration RETRACTION = Duration.ofHours(24);

  private final String page;
  private final Optional<Duration> back;

  Reach(String page, Optional<Duration> back) {
    this.page = page;
    this.back = back;
  }

  String page() {
    return page;
  }

  boolean holds(History history, Instant now) {
    Instant published = history.latest().published();
    return back
        .map(length -> published.isAfter(now.minus(length)))
        .orElseGet(() -> history.inForce(now) || (history.withdrawn() && published.isAfter(now.minus(RETRACTION))));
  }

  Optional<Instant> since(Instant now) {
    return back.map(now::minus);
  }

  String label(Words words) {
    return switch (this) {
      case NOW -> words.say(Phrase.NOW);
      case HOUR -> words.say(Phrase.HOURS, "n", "1");
      case SIX_HOURS -> words.say(Phrase.HOURS, "n", "6");
      case DAY -> words.say(Phrase.HOURS, "n", "24");
      case WEEK -> words.say(Phrase.DAYS, "n", "7");
    };
  }
}
