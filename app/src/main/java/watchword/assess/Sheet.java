package watchword.assess;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import watchword.core.assessment.Assessment;
import watchword.core.assessment.Drop;
import watchword.core.assessment.Hypothesis;
import watchword.core.assessment.Judgement;
import watchword.core.assessment.Question;
import watchword.core.assessment.Watchlist;
import watchword.core.assessment.Weighed;
import watchword.core.bulletin.LikelihoodTable;
import watchword.core.kind.Language;

/// One question on one sheet: base rate, evidence, what each origin moves, the judgement, the public sentence. For the desk's eyes but for the last
/// part.
///
/// Hypotheses stand in rows: read along a row one looks for what speaks against it, in columns for what confirms it (Dhami et al. 2024).
public final class Sheet {

  /// More columns than this do not fit a terminal.
  private static final int COLUMNS = 8;

  private final QuestionFolder folder;
  private final Question question;
  private final Instant asOf;
  private final Watchlist watchlist;
  private final Assessment computed;
  private final int width;
  private final List<String> lines = new ArrayList<>();

  private Sheet(QuestionFolder folder, Instant asOf) {
    this.folder = folder;
    this.question = folder.question();
    this.asOf = asOf;
    this.watchlist = folder.watchlist(asOf);
    this.computed = Assessment.of(question, folder.base(), watchlist.evidence(), asOf);
    this.width = question.hypotheses().stream().mapToInt(hypothesis -> hypothesis.id().length()).max().orElse(0);
  }

  /// The sheet as lines of text.
  ///
  /// @param languages those of the public sentence
  public static List<String> of(QuestionFolder folder, Instant asOf, List<Language> languages) {
    Sheet sheet = new Sheet(folder, asOf);
    sheet.head();
    sheet.base();
    sheet.evidence();
    sheet.drops();
    sheet.indicators();
    sheet.judgement();
    sheet.sentences(languages);
    sheet.lines.addAll(folder.outcomeLines(asOf));
    Scored.of(folder, asOf).map(OutcomeLines::scores).ifPresent(sheet.lines::addAll);
    return List.copyOf(sheet.lines);
  }

  private void add(String line) {
    lines.add(line.stripTrailing());
  }

  private void head() {
    add(String.format(Locale.ROOT, "%s", question.asks()));
    add(String.format(Locale.ROOT, "  territory  %s", question.territory()));
    add(String.format(Locale.ROOT, "  rule       %s", question.rule()));
    add(String.format(Locale.ROOT, "  resolver   %s", question.resolver()));
    add(String.format(Locale.ROOT, "  open       %s to %s; this sheet is of %s UTC", question.opened(), question.closes(), Document.minute(asOf)));
    for (Hypothesis hypothesis : question.hypotheses()) {
      add(String.format(Locale.ROOT, "  %s  %s", padded(hypothesis.id()), hypothesis.text()));
    }
  }

  private void base() {
    add("");
    add(String.format(Locale.ROOT, "1  Base rate: %s", folder.base().why()));
    figures(folder.base().probabilities());
  }

  private void figures(List<Double> probabilities) {
    for (int i = 0; i < probabilities.size(); i++) {
      add(String.format(Locale.ROOT, "   %s  %6s  %s", padded(question.hypotheses().get(i).id()), percent(probabilities.get(i)),
          word(probabilities.get(i))));
    }
  }

  private void evidence() {
    add("");
    List<Weighed> all = computed.lines();
    if (all.isEmpty()) {
      add("2  Evidence: none yet; what is left is the base rate");
      return;
    }
    add("2  Evidence: what each piece adds to each hypothesis, in natural logarithms; with the base rate's a row adds up");
    for (int from = 0; from < all.size(); from += COLUMNS) {
      block(all, from, Math.min(all.size(), from + COLUMNS));
    }
    for (int i = 0; i < all.size(); i++) {
      Weighed one = all.get(i);
      add(String.format(Locale.ROOT, "   %-4s %s: %s [%s, %s; relied on %.2f%s]", "E" + (i + 1), one.evidence().item().id(),
          one.evidence().item().text(), one.evidence().item().origin(),
          Document.minute(one.evidence().item().when()), one.reliability(), one.counts() ? "" : "; a stronger one of its origin counts"));
    }
    add("   Together:");
    figures(computed.probabilities());
  }

  private void block(List<Weighed> all, int from, int to) {
    StringBuilder head = new StringBuilder("   " + " ".repeat(width));
    for (int i = from; i < to; i++) {
      head.append(String.format(Locale.ROOT, "%8s", "E" + (i + 1)));
    }
    add(head.toString());
    for (int row = 0; row < question.hypotheses().size(); row++) {
      StringBuilder line = new StringBuilder("   " + padded(question.hypotheses().get(row).id()));
      for (int i = from; i < to; i++) {
        line.append(all.get(i).counts() ? String.format(Locale.ROOT, "%8s", signed(all.get(i).weights().get(row))) : "       0");
      }
      add(line.toString());
    }
  }

  private void drops() {
    add("");
    boolean two = question.hypotheses().size() == 2;
    add(two ? String.format(Locale.ROOT, "3  Without one: what %s would be (now %s)", question.hypotheses().getFirst().id(), percent(computed.probabilities().getFirst()))
        : "3  Without one: what the hypothesis would be that it moves to another word, or else moves most");
    for (int i = 0; i < computed.drops().size(); i++) {
      Drop drop = computed.drops().get(i);
      int row = two ? 0 : drop.moves();
      String rests = drop.rests() ? drop.word() ? "  RESTS ON IT: another word" : "  RESTS ON IT" : "";
      add(String.format(Locale.ROOT, "   %-4s %swithout it %6s, without its origin %6s%s", "E" + (i + 1),
          two ? "" : padded(question.hypotheses().get(row).id()) + String.format(Locale.ROOT, " now %6s, ", percent(computed.probabilities().get(row))),
          percent(drop.without().get(row)), percent(drop.withoutOrigin().get(row)), rests));
    }
    add(String.format(Locale.ROOT, "   %s%s; it %s; confidence may be %s at most", Spelled.count(computed.independentOrigins(), "independent origin"),
        computed.trifles() == 0 ? "" : " (" + computed.trifles() + " more too slight to count)",
        computed.restsOnOne() ? "rests on one source" : "rests on no single one", Document.spelled(computed.ceiling())));
    computed.alikeOrigins().forEach(both -> add(
        String.format(Locale.ROOT, "   TWO ORIGINS OR ONE? \"%s\" and \"%s\" differ little and count as two", both.one(), both.other())));
  }

  private void indicators() {
    if (watchlist.states().isEmpty()) {
      return;
    }
    add("");
    boolean two = question.hypotheses().size() == 2;
    add(String.format(Locale.ROOT, "4  Indicators: when last looked for, and what %s would be if it were seen now and wholly relied on",
        two ? question.hypotheses().getFirst().id() : "the hypothesis that it moves most"));
    for (Watchlist.State state : watchlist.states()) {
      List<Double> seen = computed.ifSeen(state.indicator().expectation());
      int row = computed.moved(seen);
      double now = computed.probabilities().get(row);
      double then = seen.get(row);
      String moved = state.standing() == Watchlist.Standing.SEEN ? "" : String.format(Locale.ROOT, "; seen %s would be %s (%+.1f points)",
          two ? "it" : question.hypotheses().get(row).id(), percent(then), 100 * (then - now));
      add(String.format(Locale.ROOT, "   %s (%s): %s; %s%s", state.indicator().id(), Document.spelled(state.indicator().domain()),
          standing(state.standing()),
          state.lastLooked().map(look -> "last looked " + Document.minute(look)).orElse("never looked for"), moved));
    }
  }

  private static String standing(Watchlist.Standing standing) {
    return switch (standing) {
      case SEEN -> "seen";
      case LOOKED_AND_NOT_SEEN -> "looked for and not seen";
      case NOBODY_LOOKED -> "nobody looked, so it tells nothing";
      case LOOKED_TOO_LONG_AGO -> "looked for too long ago, so it tells nothing";
      case NETWORK_CUT -> "looked for while the network was cut, so it tells nothing";
    };
  }

  private void judgement() {
    add("");
    Optional<Judgement> held = folder.judgements().at(asOf);
    if (held.isEmpty()) {
      add("5  Judgement: none yet; a person judges, beside the figure and not after it");
      median();
      return;
    }
    Judgement judgement = held.get();
    add(String.format(Locale.ROOT, "5  Judgement of %s, %s UTC; confidence %s", judgement.member(), Document.minute(judgement.at()),
        Document.spelled(judgement.confidence())));
    median();
    figures(judgement.probabilities());
    judgement.assumptions().forEach(text -> add(String.format(Locale.ROOT, "   assumes   %s", text)));
    judgement.changed().ifPresent(text -> add(String.format(Locale.ROOT, "   changed   %s", text)));
    judgement.dissents().forEach(dissent -> add(String.format(Locale.ROOT, "   dissent   %s: %s", dissent.member(), dissent.text())));
  }

  private void median() {
    Spelled.median(folder, asOf).ifPresent(median -> add("   Median of the desk's estimates: " + IntStream.range(0, median.size() == 2 ? 1 : median.size())
        .mapToObj(row -> question.hypotheses().get(row).id() + " " + percent(median.get(row))).collect(Collectors.joining(", "))));
  }

  private void sentences(List<Language> languages) {
    add("");
    List<PublicAnswer> answers = PublicAnswer.of(folder, asOf, languages);
    if (answers.isEmpty()) {
      add("6  Public sentence: none; it is made from a judgement, and of a hypothesis with a claim in every language");
      return;
    }
    add("6  Public sentence");
    answers.forEach(answer -> add(String.format(Locale.ROOT, "   %s  %s", answer.language().code(), answer.text())));
  }

  private String padded(String id) {
    return id + " ".repeat(width - id.length());
  }

  static String percent(double probability) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * probability);
  }

  private static String signed(double weight) {
    return Math.abs(weight) < .005 ? "0.00" : String.format(Locale.ROOT, "%+.2f", weight);
  }

  /// A word with its range; the scale has none below 1 and above 99 %.
  static String word(double probability) {
    if (probability < .01 || probability > .99) {
      return probability < .01 ? "below every word of likelihood" : "above every word of likelihood";
    }
    return LikelihoodTable.ICD_203.says(probability);
  }
}
