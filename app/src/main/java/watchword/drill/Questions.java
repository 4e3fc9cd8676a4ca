package watchword.drill;

import java.time.Instant;
import java.util.List;
import watchword.core.report.Reading;
import watchword.desk.Case;
import watchword.desk.Desk;
import watchword.desk.Letters;

/// What a drill's editors ask senders: one a round, of what is neither clear nor hopeless, in words that repeat nothing of a report.
final class Questions {

  private static final double UNSURE_FROM = 0.3;
  private static final double UNSURE_TO = 0.8;

  private static final List<String> TEXTS = List.of(
      "Did you see it yourself, or were you told?", "Was anybody else there who saw it?", "Is it still there, as far as you can tell from where you are?");

  private final Desk desk;
  private final String member;
  private int asked;

  Questions(Desk desk, String member) {
    this.desk = desk;
    this.member = member;
  }

  void ask(Instant now) {
    if (desk.letters().nextFree(now).isPresent()) {
      return;
    }
    String text = TEXTS.get(asked % TEXTS.size());
    desk.queue(now).stream()
        .filter(one -> one.corroboration().probability() >= UNSURE_FROM && one.corroboration().probability() <= UNSURE_TO)
        .flatMap(one -> unasked(one, now).stream()).findFirst()
        .filter(reading -> desk.words(member, reading.id(), now).isPresent() && desk.letters().echoes(member, reading.id(), text).isEmpty())
        .ifPresent(reading -> {
          desk.letters().write(member, reading.id(), text, now);
          asked++;
        });
  }

  /// The first report of an incident none of whose senders was asked.
  private List<Reading> unasked(Case one, Instant now) {
    List<Reading> reachable = one.incident().readings().stream().filter(reading -> thread(reading, now).reachable()).toList();
    boolean quiet = reachable.stream().allMatch(reading -> thread(reading, now).letters().isEmpty());
    return reachable.stream().filter(_ -> quiet).limit(1).toList();
  }

  private Letters.Exchange thread(Reading reading, Instant now) {
    return desk.letters().thread(member, reading.id(), now);
  }
}
