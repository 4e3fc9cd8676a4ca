package watchword.console;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import watchword.core.count.Alarm;
import watchword.core.count.CountWatch;
import watchword.core.count.DailyCounts;
import watchword.core.count.KindInArea;
import watchword.core.count.Measure;
import watchword.core.kind.Language;
import watchword.desk.Counts;
import watchword.desk.Entry.Cause;
import watchword.desk.Entry;

/// What is counted a day: what rings first, what it was, and all counts below.
record CountsView(Room room) {

  static final String PATH = "/counts";

  /// Of what was said before, so much is listed.
  private static final int SAID = 20;

  private static final Comparator<DailyCounts> LATEST = Comparator.comparing(CountsView::last).reversed().thenComparingDouble(CountsView::surprise);

  void show(Html html, Sitting sitting) {
    String member = sitting.member();
    Instant now = room.now();
    CountWatch watch = room.desk().counts().watch(member, now);
    List<DailyCounts> ringing = watch.watched().stream().filter(one -> !one.ringing(watch.today()).isEmpty()).sorted(LATEST).toList();
    List<DailyCounts> left = watch.watched().stream()
        .filter(one -> one.ringing(watch.today()).isEmpty() && one.alarms().entrySet().stream().anyMatch(alarm -> said(member, one, alarm).isEmpty()))
        .sorted(LATEST).toList();
    html.open("main", "class", "sheet wide counts").element("h1", "Counts");
    html.element("p", lead(watch, ringing), "class", "lead");
    budget(html, watch);
    if (!ringing.isEmpty() || !left.isEmpty()) {
      legend(html);
    }
    cards(html, "Rings now", ringing, watch, sitting);
    cards(html, "Rang in the last fortnight, and nobody has said what it was", left, watch, sitting);
    table(html, watch);
    before(html, room.desk().counts().said(member));
    html.close();
  }

  private static String lead(CountWatch watch, List<DailyCounts> ringing) {
    if (watch.watched().isEmpty()) {
      return "Nothing is counted yet.";
    }
    if (watch.judged() == 0) {
      return "Nothing is judged yet.";
    }
    return ringing.isEmpty() ? "Nothing rings." : ringing.size() == 1 ? "One kind rings in one place." : ringing.size() + " kinds and places ring.";
  }

  private void budget(Html html, CountWatch watch) {
    html.element("p", "Counted for each kind in each district, by days of this desk's zone: incidents on the day they began, reports, and their senders, each once a day. "
        + "A count rings when the last one to three days are higher than eight weeks of earlier days explain. Today rings early if it is high enough already.");
    if (watch.judged() > 0) {
      html.element("p", "%s are watched. In a quiet month at most about %s alarms are for nothing.".formatted(
          QueueView.count(watch.judged(), "count"), decimal(watch.expected())), "class", "budget");
      return;
    }
    LocalDate begins = watch.since().plusDays(CountWatch.daysBefore() + 1L);
    html.element("p", watch.watched().isEmpty()
        ? "Reports come in by themselves, or enter one by hand. From nine weeks after the first on, this page says what is unusual."
        : "Eight weeks tell what is usual, and the week before a day is left out. The first day counted is %s; from %s on this page says what is unusual. Until then look at the numbers below."
            .formatted(DeskTime.day(watch.since()), DeskTime.day(begins)), "class", "empty");
  }

  private static void legend(Html html) {
    html.element("p", "In the pictures a bar is a day, from left to right; a triangle stands above days that rang, a broken line where a usual day is. The last bar is today, hollow, for it is not over. "
        + "Each of the three has its own height.", "class", "muted");
  }

  private void cards(Html html, String heading, List<DailyCounts> all, CountWatch watch, Sitting sitting) {
    if (all.isEmpty()) {
      return;
    }
    html.element("h2", heading).open("ol", "class", "cards");
    all.forEach(one -> card(html, one, watch, sitting));
    html.close();
  }

  private void card(Html html, DailyCounts one, CountWatch watch, Sitting sitting) {
    html.open("li", "class", "card").element("h3", title(one.subject())).open("div", "class", "sides");
    html.open("figure");
    new CountsPicture(watch.today()).draw(html, one);
    html.close().open("div");
    attention(html, one, watch, sitting.member());
    html.open("ul");
    one.alarms().forEach((measure, alarm) -> html.element("li", alarm(measure, alarm, one.line(measure), watch.today())));
    html.close();
    words(html, one, sitting.member());
    form(html, one, sitting);
    html.close().close().close();
  }

  /// Attention is not activity, and what repeats another tells no more.
  private void attention(Html html, DailyCounts one, CountWatch watch, String member) {
    if (one.attentionAlone(watch.today())) {
      html.open("p", "class", "wave-box").element("b", "More attention, not more activity: ").text("more is told, and the incidents that began are no more than chance explains.").close();
    }
    Counts.Copies copies = room.desk().counts().copies(member, one.subject(), room.now());
    if (copies.copies() > 0) {
      html.element("p", "%d of the %s on these days repeat another, by the same words or the same photo.".formatted(
          copies.copies(), QueueView.count(copies.reports(), "report")));
    }
  }

  private String alarm(Measure measure, Alarm alarm, DailyCounts.Line line, LocalDate today) {
    String when = alarm.days() == 1
        ? "on " + DeskTime.day(alarm.strongest())
        : "in the %d days to %s".formatted(alarm.days(), DeskTime.day(alarm.strongest()));
    String soFar = alarm.strongest().equals(today) ? " so far" : "";
    String since = alarm.first().equals(alarm.last()) ? "" : alarm.rings(today)
        ? " Rings since %s.".formatted(DeskTime.day(alarm.first()))
        : " Rang from %s to %s.".formatted(DeskTime.day(alarm.first()), DeskTime.day(alarm.last()));
    String also = alarm.also().isEmpty() ? "" : " %s, too.".formatted(alarm.also().stream().sorted().map(Enum::name).collect(Collectors.joining(" and ", "By ", " of EARS")));
    return "%s: %d %s%s, usually %s a day. %s%s%s".formatted(CountsPicture.name(measure), alarm.count(), when, soFar, decimal(line.usual()), likely(alarm), since, also);
  }

  private static String likely(Alarm alarm) {
    return alarm.isNew()
        ? "Too seldom before to tell what is usual here; of all days with any, anywhere, %s are as high.".formatted(share(alarm.probability()))
        : "P %s: by chance on %s.".formatted(probability(alarm.probability()), oneIn(alarm.probability()));
  }

  private void words(Html html, DailyCounts one, String member) {
    List<Entry.Handled> all = new ArrayList<>();
    one.alarms().entrySet().forEach(alarm -> all.addAll(said(member, one, alarm)));
    if (all.isEmpty()) {
      html.element("p", "Nobody has said what it was.", "class", "muted");
      return;
    }
    html.open("ul", "class", "handled");
    acts(all.stream().sorted(Comparator.comparing(Entry.Handled::at)).toList()).forEach(act -> {
      html.open("li");
      word(html, act, "");
      html.close();
    });
    html.close();
  }

  /// Words that a member said at once of several counts, together; the newest first.
  private static List<List<Entry.Handled>> acts(List<Entry.Handled> words) {
    record Act(Instant at, String member, KindInArea subject, Cause cause, String note) {}
    Map<Act, List<Entry.Handled>> acts = new LinkedHashMap<>();
    words.reversed().forEach(word -> acts.computeIfAbsent(
        new Act(word.at(), word.member(), new KindInArea(word.kind(), word.area()), word.cause(), word.note()), act -> new ArrayList<>()).addFirst(word));
    return List.copyOf(acts.values());
  }

  private void word(Html html, List<Entry.Handled> act, String of) {
    Entry.Handled word = act.getFirst();
    String what = of + act.stream().map(one -> one.measure().name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", "));
    html.text("%s %s: %s – ".formatted(room.time().near(word.at(), room.now()), word.member(), what)).element("b", cause(word.cause())).text(".");
    if (!word.note().isEmpty()) {
      html.words(word.note());
    }
  }

  private static void form(Html html, DailyCounts one, Sitting sitting) {
    html.open("details").element("summary", "Say what it was").form("/act/handle", sitting.token(), "class", "handle");
    html.hidden("kind", one.subject().kind().id()).hidden("area", one.subject().area());
    one.alarms().keySet().forEach(measure -> html.hidden("measure", measure.name()));
    html.open("label").text("It was").open("select", "name", "cause", "required", "").element("option", "Choose…", "value", "");
    for (Cause cause : Cause.values()) {
      html.option(cause.name(), IncidentView.capital(cause(cause)), false);
    }
    html.close().close();
    html.open("label").text("Note for the desk (no names of people outside it)");
    html.empty("input", "name", "note", "maxlength", Integer.toString(Counts.longestNote()), "autocomplete", "off").close();
    html.button("Note it", "", "class", "primary").close().close();
  }

  private void table(Html html, CountWatch watch) {
    if (watch.watched().isEmpty()) {
      return;
    }
    html.element("h2", "All that is counted");
    boolean first = isFirst(watch);
    html.element("p", (first ? "Today so far, the first day." : "On the last whole day, %s; in brackets what is usual a day.".formatted(DeskTime.day(watch.today().minusDays(1))))
        + " What had none in %d days is not listed, and is watched once it has.".formatted(CountWatch.SHOWN), "class", "muted");
    html.open("div", "class", "scrolls").open("table", "class", "bands all-counts").open("thead").open("tr").element("th", "Kind and place", "scope", "col");
    for (Measure measure : Measure.values()) {
      html.element("th", CountsPicture.name(measure), "scope", "col");
    }
    html.close().close().open("tbody");
    watch.watched().forEach(one -> row(html, one, watch));
    html.close().close().close();
  }

  /// No whole day has been counted yet.
  private static boolean isFirst(CountWatch watch) {
    return watch.since().equals(watch.today());
  }

  private void row(Html html, DailyCounts one, CountWatch watch) {
    LocalDate today = watch.today();
    int shown = isFirst(watch) ? 1 : 2;
    Set<Measure> ringing = one.ringing(today);
    html.open("tr").element("th", title(one.subject()), "scope", "row");
    for (Measure measure : Measure.values()) {
      DailyCounts.Line line = one.line(measure);
      int count = line.counts().size() < shown ? 0 : line.counts().get(line.counts().size() - shown);
      String usual = line.judged() ? " (%s)".formatted(decimal(line.usual())) : "";
      boolean early = line.alarm().filter(alarm -> alarm.first().equals(today)).isPresent();
      String rings = early ? ", %d today rings".formatted(line.counts().getLast()) : ringing.contains(measure) ? " rings" : "";
      html.element("td", count + usual + rings, "class", rings.isEmpty() ? "" : "rings");
    }
    html.close();
  }

  /// What alarms turned out to be: a desk that calls them all nothing should know.
  private void before(Html html, List<Entry.Handled> said) {
    if (said.isEmpty()) {
      return;
    }
    Map<Cause, Integer> causes = new EnumMap<>(Cause.class);
    newest(said).forEach(word -> causes.merge(word.cause(), 1, Integer::sum));
    html.element("h2", "What alarms were");
    html.element("p", causes.entrySet().stream().map(cause -> "%s %d".formatted(cause(cause.getKey()), cause.getValue())).collect(Collectors.joining(", ", "", "."))
        + " The newest word on an alarm counts; all are kept.");
    html.open("ol", "class", "letters");
    acts(said).stream().limit(SAID).forEach(act -> {
      Entry.Handled word = act.getFirst();
      html.open("li");
      word(html, act, "%s, %s, ".formatted(title(new KindInArea(word.kind(), word.area())), DeskTime.day(word.day())));
      html.close();
    });
    html.close();
  }

  private static List<Entry.Handled> newest(List<Entry.Handled> said) {
    record About(KindInArea subject, Measure measure, LocalDate day) {}
    return List.copyOf(said.stream().collect(Collectors.toMap(
        word -> new About(new KindInArea(word.kind(), word.area()), word.measure(), word.day()), word -> word, (first, second) -> second)).values());
  }

  private List<Entry.Handled> said(String member, DailyCounts one, Map.Entry<Measure, Alarm> alarm) {
    return room.desk().counts().said(member, one.subject(), alarm.getKey(), alarm.getValue());
  }

  private static LocalDate last(DailyCounts one) {
    return one.alarms().values().stream().map(Alarm::last).max(LocalDate::compareTo).orElse(LocalDate.MIN);
  }

  private static double surprise(DailyCounts one) {
    return one.alarms().values().stream().mapToDouble(Alarm::probability).min().orElse(1);
  }

  static String title(KindInArea subject) {
    return "%s, %s".formatted(subject.kind().name(Language.EN), subject.area().isEmpty() ? "no place" : subject.area());
  }

  static String cause(Cause cause) {
    return switch (cause) {
      case ACTIVITY -> "activity";
      case ATTENTION -> "attention";
      case COPIES -> "copies or a planted wave";
      case OUR_OWN -> "our own doing";
      case ERROR -> "an error, or nothing";
    };
  }

  private static String decimal(double value) {
    return value == 0 ? "0" : value < .1 ? "under 0.1" : String.format(Locale.ROOT, value < 10 ? "%.1f" : "%.0f", value);
  }

  private static String share(double share) {
    return share < .01 ? "under 1 %" : Say.percent(share);
  }

  private static String probability(double probability) {
    return probability < 1e-6 ? "< 0.000001" : String.format(Locale.ROOT, probability < .001 ? "= %.6f" : "= %.4f", probability);
  }

  /// Two digits: the fit knows no more.
  private static String oneIn(double probability) {
    if (probability < 1e-6) {
      return "less than one day in a million";
    }
    double days = 1 / probability;
    double step = Math.pow(10, Math.max(0, Math.floor(Math.log10(days)) - 1));
    return String.format(Locale.ROOT, "one day in %,.0f", Math.round(days / step) * step);
  }
}
