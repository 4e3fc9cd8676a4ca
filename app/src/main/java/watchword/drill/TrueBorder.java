package watchword.drill;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import watchword.core.assessment.Outcome;
import watchword.core.assessment.Question;
import watchword.core.assessment.Watch;

/// The border of a world, by its truth. Its caller learns what was said, seen or came, and nothing else.
///
/// Calls fail and err as often as those of [Checks].
final class TrueBorder implements Border {

  private static final String CROSSING = "border-crossing";

  private final List<Happening> happenings;
  private final List<Speech> speeches;
  private final Dice dice;

  TrueBorder(List<Happening> happenings, List<Speech> speeches, Dice dice) {
    this.happenings = List.copyOf(happenings);
    this.speeches = speeches.stream().sorted(Comparator.comparing(Speech::at)).toList();
    this.dice = dice;
  }

  static TrueBorder of(World world) {
    Dice dice = Dice.of(world.seed(), "border");
    List<Speech> speeches = new ArrayList<>();
    world.fictions().forEach(fiction -> {
      if (fiction instanceof Fiction.Alarm alarm) {
        speeches.addAll(speeches(alarm, dice));
      }
    });
    return new TrueBorder(world.happenings(), speeches, dice);
  }

  /// An alarm is answered: the other side says that it was threatened, then that it plans nothing, and who watches the border that nothing is to be seen.
  private static List<Speech> speeches(Fiction.Alarm alarm, Dice dice) {
    Instant first = alarm.bursts().getFirst();
    Instant last = alarm.bursts().getLast();
    return List.of(
        new Speech(later(first, 15, 45, dice), "the broadcaster of Vesk", Speech.What.JUSTIFIES, "Lorne was about to attack"),
        new Speech(later(last, 20, 50, dice), "the spokesman of Vesk", Speech.What.DENIES_FOR_ITSELF, "nobody plans to cross"),
        new Speech(later(last, 30, 80, dice), "the border service of Lorne", Speech.What.DENIES, "the posts report nothing"));
  }

  private static Instant later(Instant from, int low, int high, Dice dice) {
    return from.plus(Duration.ofMinutes(dice.between(low, high)));
  }

  @Override
  public List<Speech> said(Instant now) {
    return speeches.stream().filter(speech -> !speech.at().isAfter(now)).toList();
  }

  @Override
  public boolean seesNothing(Watch watch, Instant now) {
    boolean reached = !dice.chance(Checks.UNREACHABLE);
    boolean missed = dice.chance(Checks.MISSED);
    boolean there = happenings.stream().anyMatch(one -> watch.kinds().contains(one.kind().id())
        && !one.begins().isAfter(now) && !one.ends().isBefore(now)
        && watch.centre().distanceMetres(one.placeAt(now)) <= watch.centre().uncertaintyMetres());
    return reached && (!there || missed);
  }

  @Override
  public Outcome outcome(Question question) {
    Optional<LocalDate> crossed = happenings.stream().filter(one -> one.kind().id().equals(CROSSING))
        .map(one -> LocalDate.ofInstant(one.begins(), ZoneOffset.UTC))
        .filter(day -> !day.isBefore(question.opened()) && !day.isAfter(question.closes()))
        .min(Comparator.naturalOrder());
    return crossed.map(day -> new Outcome.Came(CROSSED, day, "armed units crossed"))
        .orElseGet(() -> new Outcome.Came(Question.NONE, question.closes(), "the last day ended and nobody had crossed"));
  }
}
