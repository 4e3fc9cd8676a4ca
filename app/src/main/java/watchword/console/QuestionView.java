package watchword.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import watchword.core.assessment.Assessment;
import watchword.core.assessment.Estimate;
import watchword.core.assessment.Hypothesis;
import watchword.core.assessment.Judgement;
import watchword.core.assessment.PublicSentence;
import watchword.core.assessment.Question;
import watchword.core.assessment.SpeakerRecord;
import watchword.core.assessment.Watchlist;
import watchword.core.bulletin.Notice;
import watchword.core.bulletin.Status;
import watchword.core.kind.Language;
import watchword.desk.Inquiry;
import watchword.desk.Questions;

/// The sheet of one question: what usually happens, what bears on it, what each piece moves, what people make of it, what the public would be told.
///
/// Hypotheses stand in rows: read along a row one looks for what speaks against it (Dhami et al. 2024). What others think is shown to whoever has said what they think.
record QuestionView(Room room, Html html, Sitting sitting, Inquiry inquiry, List<SpeakerRecord> speakers) {

  static final String PATH = "/question";

  private static final double PER_CENT = 100;

  void show() {
    Instant now = room.now();
    Watchlist watchlist = inquiry.known().watchlist(now);
    Assessment computed = inquiry.known().assessment(now);
    QuestionStepForms forms = new QuestionStepForms(room, html, sitting, inquiry);
    html.open("main", "class", "sheet wide question");
    head(now);
    forms.waiting();
    base();
    new QuestionEvidence(room, html, inquiry, speakers).show(computed);
    indicators(watchlist, computed, forms);
    forms.evidence();
    boolean open = inquiry.isOpen(now);
    html.element("h2", "What people make of it", "id", "people");
    if (open) {
      forms.estimate();
    }
    boolean seeing = inquiry.isSeeing(sitting.member(), now);
    if (seeing) {
      estimates();
      judgements(computed, open, forms);
      sentence(now, forms);
    } else {
      html.element("p", unseen(now), "class", "empty");
    }
    outcome(now, seeing, forms);
    struck();
    html.close();
  }

  /// Why the estimates of others are not shown.
  private String unseen(Instant now) {
    if (inquiry.isOpen(now)) {
      return "Estimates and judgements of others are shown once you have given yours: a first estimate is blind.";
    }
    if (question().outcome().isPresent()) {
      return "The answer came before the last day. What others thought is shown to those who estimated, and to all when %s is over.".formatted(DeskTime.day(question().closes()));
    }
    return inquiry.isBegun(now) ? "Nobody's estimate is shown yet: it waits for its outcome." : "Estimates are given from the day on which it opens.";
  }

  private Question question() {
    return inquiry.known().question();
  }

  private void head(Instant now) {
    Question question = question();
    html.open("p", "class", "back").element("a", "All questions", "href", QuestionsView.PATH).close();
    html.open("h1").said(question.asks()).close();
    html.open("p").element("span", QuestionsView.standing(inquiry, now), "class", "flag told").close();
    html.open("dl", "class", "facts");
    fact("Territory", question.territory());
    fact("Rule", question.rule());
    fact("Resolver", question.resolver());
    fact("Open", DeskTime.day(question.opened()) + " to " + DeskTime.day(question.closes()) + ", UTC");
    html.close();
  }

  private void fact(String name, String text) {
    html.element("dt", name).open("dd").said(text).close();
  }

  private void base() {
    html.element("h2", "1 What usually happens", "id", "base");
    html.open("p").said(inquiry.known().base().why()).close();
    table(List.of("Answer", "Base rate", "In words"), row -> List.of(percent(inquiry.known().base().probabilities().get(row)), word(room, inquiry.known().base().probabilities().get(row))));
  }

  /// What stands in a row of hypotheses, beside its name.
  interface Cells {
    List<String> of(int row);
  }

  private void table(List<String> heads, Cells cells) {
    table(html, question().hypotheses(), heads, cells);
  }

  static void table(Html html, List<Hypothesis> hypotheses, List<String> heads, Cells cells) {
    html.open("div", "class", "scroll").open("table", "class", "bands").open("thead").open("tr");
    heads.forEach(head -> html.element("th", head, "scope", "col"));
    html.close().close().open("tbody");
    for (int i = 0; i < hypotheses.size(); i++) {
      html.open("tr").open("th", "scope", "row").said(hypotheses.get(i).text()).close();
      cells.of(i).forEach(cell -> html.element("td", cell));
      html.close();
    }
    html.close().close().close();
  }

  private void indicators(Watchlist watchlist, Assessment computed, QuestionStepForms forms) {
    html.element("h2", "4 Signs", "id", "signs");
    if (watchlist.states().isEmpty()) {
      html.element("p", "No sign is watched for. Say what would be seen if an answer were true; incidents of the kinds you choose feed it by themselves.", "class", "empty");
    }
    html.open("ol", "class", "pieces");
    for (Watchlist.State state : watchlist.states()) {
      html.open("li").open("p").element("b", said(state.indicator().domain()) + " ").said(state.indicator().text()).close();
      html.open("p", "class", "muted").text("%s; %s.".formatted(standing(state.standing()),
          state.lastLooked().map(look -> "last looked " + room.time().near(look, room.now())).orElse("never looked for")));
      if (state.standing() != Watchlist.Standing.SEEN) {
        ifSeen(computed, computed.ifSeen(state.indicator().expectation()));
      }
      html.close();
      state.indicator().watch().ifPresent(watch -> html.element("p", "Fed by incidents of %s within %s of %s.".formatted(
          String.join(", ", watch.kinds().stream().sorted().map(id -> room.config().kinds().get(id).name(Language.EN)).toList()),
          Say.kilometres(watch.centre().uncertaintyMetres()), watch.centre().name()), "class", "muted"));
      html.close();
    }
    html.close();
    inquiry.known().cuts().forEach(cut -> html.element("p", "The network was cut, %s: looks of that time tell nothing.".formatted(room.time().span(cut, room.now())), "class", "muted"));
    forms.signs();
  }

  /// Of more than two answers, of the one that it would move most.
  private void ifSeen(Assessment computed, List<Double> seen) {
    int row = computed.moved(seen);
    double now = computed.probabilities().get(row);
    html.text(String.format(Locale.ROOT, " Seen, it would make %s of %s (%+.1f points)", percent(seen.get(row)), percent(now), PER_CENT * (seen.get(row) - now)));
    if (seen.size() > 2) {
      html.text(" for ").said(question().hypotheses().get(row).text());
    }
    html.text(".");
  }

  private static String standing(Watchlist.Standing standing) {
    return switch (standing) {
      case SEEN -> "Seen";
      case LOOKED_AND_NOT_SEEN -> "Looked for and not seen";
      case NOBODY_LOOKED -> "Nobody looked, so it tells nothing";
      case LOOKED_TOO_LONG_AGO -> "Looked for too long ago, so it tells nothing";
      case NETWORK_CUT -> "Looked for while the network was cut, so it tells nothing";
    };
  }

  private void estimates() {
    List<Estimate> latest = inquiry.known().estimates().latest();
    inquiry.median(sitting.member(), room.now()).ifPresentOrElse(
        median -> table(List.of("Answer", "Median of estimates", "In words"), row -> List.of(percent(median.get(row)), word(room, median.get(row)))),
        () -> html.element("p", "A median is shown from three people on.", "class", "muted"));
    html.open("details", "class", "in-words").element("summary", QueueView.count(latest.size(), "estimate")).open("ul");
    for (Estimate one : latest) {
      html.open("li").text("%s, %s: %s. ".formatted(one.member(), room.time().near(one.at(), room.now()),
          String.join(", ", one.probabilities().stream().map(QuestionView::percent).toList()))).said(one.why()).close();
    }
    html.close().close();
  }

  private void judgements(Assessment computed, boolean open, QuestionStepForms forms) {
    html.element("h2", "5 Judgement", "id", "judgement");
    Optional<Judgement> held = inquiry.judgement();
    if (held.isEmpty()) {
      html.element("p", "None yet. A person judges, beside the computed figure and not after it.", "class", "empty");
    } else {
      judgement(held.get(), computed);
      earlier();
    }
    if (open) {
      forms.judge(computed.ceiling());
      if (held.isPresent()) {
        forms.dissent();
      }
    }
  }

  private void judgement(Judgement held, Assessment computed) {
    html.element("p", "%s, %s. Confidence is %s.".formatted(held.member(), room.time().near(held.at(), room.now()), said(held.confidence())));
    table(List.of("Answer", "Judged", "In words", "Computed now"),
        row -> List.of(percent(held.probabilities().get(row)), word(room, held.probabilities().get(row)), percent(computed.probabilities().get(row))));
    html.open("dl", "class", "facts");
    html.element("dt", "Takes for granted");
    held.assumptions().forEach(text -> html.open("dd").said(text).close());
    Optional.ofNullable(held.wouldChange().get(Language.EN)).ifPresent(text -> fact("Would change it", text));
    held.changed().ifPresent(text -> fact("What changed", text));
    held.dissents().forEach(dissent -> fact(dissent.member() + " disagrees", dissent.text()));
    html.close();
  }

  /// What was judged before, newest first, with who disagreed.
  private void earlier() {
    List<Judgement> before = inquiry.known().judgements().all().reversed().stream().skip(1).toList();
    if (before.isEmpty()) {
      return;
    }
    html.open("details", "class", "in-words").element("summary", QueueView.count(before.size(), "earlier judgement")).open("ul");
    for (Judgement one : before) {
      html.open("li").text("%s, %s: %s; confidence %s.".formatted(one.member(), room.time().near(one.at(), room.now()),
          String.join(", ", one.probabilities().stream().map(QuestionView::percent).toList()), said(one.confidence())));
      one.changed().ifPresent(text -> html.text(" What changed: ").said(text));
      one.dissents().forEach(dissent -> html.text(" %s disagreed: ".formatted(dissent.member())).said(dissent.text()));
      html.close();
    }
    html.close().close();
  }

  private void sentence(Instant now, QuestionStepForms forms) {
    html.element("h2", "6 What the public would be told", "id", "public");
    String hypothesis = question().hypotheses().getFirst().id();
    Optional<Judgement> judged = inquiry.judgement();
    if (judged.isEmpty() || !inquiry.known().claims().containsKey(hypothesis)) {
      html.element("p", "Nothing: the sentence is made from a judgement, and of an answer that has words for the public.", "class", "empty");
      return;
    }
    try {
      List<PublicSentence> sentences = Questions.sentences(inquiry, hypothesis, now);
      html.open("p", "class", "lead").said(sentences.getFirst().text()).close();
      html.open("details", "class", "in-words").element("summary", "In the other languages").open("dl", "class", "facts");
      sentences.stream().skip(1).forEach(one -> html.element("dt", one.language().code()).open("dd", "lang", one.language().code()).said(one.text()).close());
      html.close().close();
      Optional<Notice> told = room.desk().questions().told(inquiry);
      told.ifPresent(notice -> html.element("p", "%s %s as %s.".formatted(notice.published().isAfter(now) ? "It goes out at" : "Out since",
          room.time().near(notice.published(), now), Say.status(notice.status())), "class", "muted"));
      if (inquiry.isOpen(now) && told.filter(notice -> notice.status() == Status.JUDGED && !notice.published().isBefore(judged.get().at())).isEmpty()) {
        forms.wish(hypothesis);
      }
    } catch (IllegalArgumentException e) {
      html.element("p", "It cannot be told as it stands: " + e.getMessage() + ".", "class", "flash kept");
    }
  }

  private void outcome(Instant now, boolean seeing, QuestionStepForms forms) {
    html.element("h2", "7 Outcome", "id", "outcome");
    List<String> lines = new ArrayList<>(inquiry.known().outcomeLines(now));
    if (lines.isEmpty()) {
      html.element("p", "None yet. Every outcome is kept, and the last one holds; scores end with the day before its answer was first known.", "class", "muted");
    }
    if (seeing) {
      lines.addAll(inquiry.known().scoreLines(now, inquiry.figure()));
    }
    lines.stream().filter(line -> !line.isBlank()).forEach(line -> html.element("p", line.strip()));
    if (question().came().isPresent() && inquiry.figure().isEmpty()) {
      html.element("p", "No computed figure is scored: none was kept of the time before the answer. If somebody who knows all that the desk held is unlocked, note the outcome again.", "class", "flash kept");
    }
    if (seeing && question().outcome().isPresent()) {
      new QuestionScores(html, inquiry).show();
    }
    forms.end();
  }

  private void struck() {
    if (!inquiry.struck().isEmpty()) {
      html.element("h2", "Struck", "id", "struck").open("ul");
      inquiry.struck().forEach(one -> html.open("li").said(one.text()).text(" (%s), by %s: ".formatted(one.id(), one.member())).said(one.why()).close());
      html.close();
    }
  }

  /// A name in small letters with blanks.
  static String said(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  static String percent(double probability) {
    return String.format(Locale.ROOT, "%.1f\u00a0%%", PER_CENT * probability);
  }

  /// A word with its range; there is none below 1 and above 99 %.
  static String word(Room room, double probability) {
    if (probability < .01 || probability > .99) {
      return probability < .01 ? "below every word" : "above every word";
    }
    return room.config().likelihoods().says(probability);
  }
}
