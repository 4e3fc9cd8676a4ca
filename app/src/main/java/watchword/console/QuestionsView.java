package watchword.console;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import watchword.core.assessment.Assessment;
import watchword.core.assessment.Outcome;
import watchword.core.assessment.Question;
import watchword.core.kind.Language;
import watchword.desk.Inquiry;

/// All standing questions, and the form that puts one.
record QuestionsView(Room room) {

  static final String PATH = "/questions";

  void show(Html html, Sitting sitting) {
    Instant now = room.now();
    List<Inquiry> questions = room.desk().questions().list(sitting.member(), now);
    html.open("main", "class", "sheet").element("h1", "Questions");
    html.element("p", "A standing question is answered in numbers that can be held to account: what usually happens, what bears on it, what you make of it, and how that was scored.");
    html.open("p").text("What people say is evidence too: ").element("a", "suggest the statements of a text", "href", StatementsView.PATH).text(".").close();
    if (questions.isEmpty()) {
      html.element("p", "No question is put yet. Put one below: so that on its last day anybody can tell which answer was right.", "class", "empty");
    }
    html.open("ol", "class", "cards");
    questions.forEach(one -> card(html, one, sitting.member(), now));
    html.close();
    new QuestionRecord(html, questions.stream().filter(one -> one.isSeeing(sitting.member(), now)).toList()).show();
    form(html, sitting);
    html.close();
  }

  private void card(Html html, Inquiry inquiry, String member, Instant now) {
    Question question = inquiry.known().question();
    html.open("li", "class", "card").open("h2").open("a", "href", Link.question(question.id())).said(question.asks()).close();
    html.element("span", standing(inquiry, now), "class", "flag told").close();
    html.element("p", "%s; open %s to %s.".formatted(question.territory(), DeskTime.day(question.opened()), DeskTime.day(question.closes())), "class", "muted");
    inquiry.wish().ifPresent(wish -> html.element("p", "A judgement waits to be told.", "class", "flag wave"));
    if (inquiry.isOpen(now) && inquiry.isSeeing(member, now)) {
      Assessment computed = inquiry.known().assessment(now);
      html.open("p").text("Computed: ").said(question.hypotheses().getFirst().text()).text(" " + room.config().likelihoods().says(computed.probabilities().getFirst()) + ".").close();
    }
    html.close();
  }

  static String standing(Inquiry inquiry, Instant now) {
    Question question = inquiry.known().question();
    return question.outcome().map(outcome -> outcome instanceof Outcome.Annulled ? "ANNULLED" : "ENDED").orElseGet(() -> {
      if (!inquiry.isBegun(now)) {
        return "NOT YET OPEN";
      }
      return inquiry.isOpen(now) ? "OPEN" : "WAITS FOR ITS OUTCOME";
    });
  }

  private void form(Html html, Sitting sitting) {
    LocalDate today = LocalDate.ofInstant(room.now(), ZoneOffset.UTC);
    html.open("details", "id", "put").element("summary", "Put a question…");
    html.form("/act/question/put", sitting.token(), "class", "enter").open("fieldset").element("legend", "The question");
    input(html, "What it asks", "asks", "Will ground forces attack within two months?");
    input(html, "Short name: small letters, figures, hyphens", "id", "attack-by-december", "pattern", QuestionForms.ID);
    input(html, "Territory", "territory", "the northern border");
    area(html, "Rule: what must have happened, so that two readers decide alike", "rule");
    input(html, "Resolver: whose published word decides; they give no estimate", "resolver", "two of three named agencies");
    html.open("div", "class", "row");
    input(html, "Opens; locked from this day on (UTC)", "opens", "", "type", "date", "value", today.plusDays(1).toString());
    input(html, "Last day that counts", "closes", "", "type", "date", "value", today.plusMonths(2).toString());
    html.close().close();
    html.open("fieldset").element("legend", "Answers, of which no two can be right");
    html.element("p", "The last is always none of these.", "class", "muted");
    for (int i = 1; i <= QuestionForms.ANSWERS; i++) {
      html.open("div", "class", "row");
      optional(html, "Answer " + i, "answer" + i, i == 1 ? "required" : "");
      optional(html, "Usual, per cent", "usual" + i, "");
      html.close();
    }
    html.close();
    html.open("fieldset").element("legend", "What usually happens");
    html.element("p", "For one answer and its opposite count: so many events in so many months, and how many months the question looks ahead. For more answers give each its per cent above.", "class", "muted");
    html.open("div", "class", "row");
    optional(html, "Events", "events", "");
    optional(html, "In months", "months", "");
    optional(html, "Looks ahead, months", "horizon", "");
    html.close();
    input(html, "What was counted", "why", "one ground attack in the 57 months before");
    html.close();
    html.open("fieldset").element("legend", "Words for the public");
    html.element("p", "Answer 1 as a clause, without a word of likelihood: \u201cground forces of the neighbour attack\u201d. Without it the answer is never told; it goes out in every language or not at all.", "class", "muted");
    for (Language language : Language.values()) {
      optional(html, "In " + language.code(), "claim-" + language.code(), "");
    }
    html.close().button("Put the question", "", "class", "primary").close().close();
  }

  static void input(Html html, String label, String name, String example, String... attributes) {
    String[] all = new String[attributes.length + 8];
    System.arraycopy(new String[] {"name", name, "required", "", "autocomplete", "off", "placeholder", example}, 0, all, 0, 8);
    System.arraycopy(attributes, 0, all, 8, attributes.length);
    html.open("label").text(label).empty("input", all).close();
  }

  private static void optional(Html html, String label, String name, String required) {
    html.open("label").text(label);
    if (required.isEmpty()) {
      html.empty("input", "name", name, "autocomplete", "off", "dir", "auto");
    } else {
      html.empty("input", "name", name, "autocomplete", "off", "dir", "auto", "required", "");
    }
    html.close();
  }

  static void area(Html html, String label, String name) {
    html.open("label").text(label).open("textarea", "name", name, "rows", "3", "required", "", "dir", "auto").close().close();
  }
}
