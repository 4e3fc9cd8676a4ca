package watchword.console;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import watchword.core.assessment.Confidence;
import watchword.core.assessment.Domain;
import watchword.core.assessment.Evidence;
import watchword.core.assessment.Hedge;
import watchword.core.assessment.Hypothesis;
import watchword.core.assessment.Indicator;
import watchword.core.bulletin.Likelihood;
import watchword.core.incident.Incident;
import watchword.core.kind.Kind;
import watchword.core.kind.Language;
import watchword.core.place.Town;
import watchword.desk.Inquiry;

/// The forms on the sheet of a question, each behind a line that opens it.
record QuestionStepForms(Room room, Html html, Sitting sitting, Inquiry inquiry) {

  private static final int LISTED_TOWNS = 1_000;

  /// Older ones are in no news any more, and a longer list is not looked through.
  private static final int LISTED_INCIDENTS = 300;

  private static final String DAYS = "30";

  void signs() {
    if (ended()) {
      return;
    }
    begin("watch", "Watch for a sign\u2026");
    QuestionsView.input(html, "What would be seen", "text", "military trains to the border");
    select("Of what", "domain", Domain.values(), Domain.FORCES);
    expectations("How likely it is seen, if the answer is true");
    QuestionsView.input(html, "Half-life, days: after so long it counts half", "days", "7");
    html.open("label", "class", "choice").empty("input", "type", "checkbox", "name", "justification", "value", "yes");
    html.text("It is that something is said at all, such as an adversary's justification or a rumour that goes round; only statements feed it, and that they were made is what counts").close();
    html.open("fieldset").element("legend", "Incidents that feed it by themselves").open("label").text("Kinds; none for a sign that people report").open("select", "name", "kind", "multiple", "", "size", "6");
    for (Kind kind : room.config().kinds().list()) {
      html.option(kind.id(), kind.name(Language.EN), false);
    }
    html.close().close().open("div", "class", "row").open("label").text("Around").open("select", "name", "town");
    html.option("", "Choose where kinds are chosen", true);
    towns().forEach(town -> html.option(town.id(), town.name(), false));
    html.close().close();
    html.open("label").text("Within, km").empty("input", "name", "km", "value", DAYS, "autocomplete", "off").close();
    html.close().close();
    end("Watch for it");
    if (!inquiry.known().indicators().isEmpty()) {
      begin("look", "Somebody looked and did not see it\u2026");
      indicators(true);
      QuestionsView.input(html, "Who or what looked", "origin", "observers on the line");
      time("When", "when");
      end("Note the look");
    }
    begin("cut", "The network was cut\u2026");
    html.open("div", "class", "row");
    time("From", "from");
    time("To", "to");
    html.close();
    end("Note the cut");
  }

  void evidence() {
    if (ended()) {
      return;
    }
    begin("evidence", "Add what was said or found\u2026");
    html.element("p", "Leave out who told you, and anything that leads to them: it stays as long as the question.", "class", "muted");
    QuestionsView.input(html, "In one line, for the desk alone", "text", "an interview: it is possible that they will attack");
    QuestionsView.input(html, "Who it goes back to: of one origin only the strongest counts", "origin", "the speaker, the document");
    time("When it was so", "when");
    html.open("fieldset").element("legend", "What it is");
    html.open("label", "class", "choice").empty("input", "type", "radio", "name", "type", "value", "statement", "checked", "").text("Something said").close();
    select("How far the speaker stands behind it", "hedge", Hedge.values(), Hedge.POSSIBLE);
    html.open("label", "class", "choice").empty("input", "type", "checkbox", "name", "interested", "value", "yes").text("The speaker gains by being believed").close();
    html.open("label", "class", "choice").empty("input", "type", "checkbox", "name", "denied", "value", "yes").text("The speaker says that it is not so").close();
    html.open("label", "class", "choice").empty("input", "type", "radio", "name", "type", "value", "document").text("A document, a picture").close();
    html.open("label").text("Relied on, per cent").empty("input", "name", "reliability", "value", "60", "autocomplete", "off").close();
    html.close();
    if (!inquiry.known().indicators().isEmpty()) {
      indicators(false);
    }
    expectations("How likely it is seen, if the answer is true; taken from the sign where it feeds one");
    end("Add it");
    incident();
    if (!inquiry.known().evidence().isEmpty() || !inquiry.known().indicators().isEmpty() || !inquiry.known().cuts().isEmpty()) {
      begin("strike", "Strike something\u2026");
      html.open("label").text("What counts no more").open("select", "name", "what", "required", "");
      inquiry.known().evidence().stream().map(Evidence::item).forEach(item -> html.option(item.id(), item.text(), false));
      inquiry.known().indicators().forEach(one -> html.option(one.id(), "sign: " + one.text(), false));
      inquiry.strikable().forEach(one -> html.option(one.id(), one.text() + ", " + room.time().span(one.when(), room.now()), false));
      html.close().close();
      QuestionsView.input(html, "Why", "why", "the speaker took it back");
      end("Strike it");
    }
  }

  private void incident() {
    List<Incident> incidents = room.desk().questions().incidents(sitting.member());
    if (incidents.isEmpty()) {
      return;
    }
    begin("incident", "Add an incident of the desk\u2026");
    html.element("p", "For one that no sign sees by itself. It is relied on as far as its reports, checks and verdict bear it, also when these change.", "class", "muted");
    html.open("label").text("Which; the newest first").open("select", "name", "incident", "required", "").option("", "Choose", true);
    incidents.stream().limit(LISTED_INCIDENTS).forEach(one -> html.option(one.id().value(), room.choice(one), false));
    html.close().close();
    QuestionsView.input(html, "What it tells of this question, in one line, for the desk alone", "text", "a bridge was built across the border river");
    html.open("label").text("Who it goes back to, where that is another piece's origin; else its own reports").empty("input", "name", "origin", "autocomplete", "off", "dir", "auto").close();
    if (!inquiry.known().indicators().isEmpty()) {
      indicators(false);
    }
    expectations("How likely it is seen, if the answer is true; taken from the sign where it feeds one");
    end("Add the incident");
  }

  void estimate() {
    begin("estimate", "Your estimate\u2026");
    shares("Per cent for each answer, 1 to 99, 100 together");
    QuestionsView.input(html, "Why", "why", "what moves you most");
    end("Give it");
  }

  /// @param ceiling the most confidence that the evidence bears
  void judge(Confidence ceiling) {
    begin("judge", "Judge\u2026");
    shares("Per cent for each answer, 1 to 99, 100 together; your own, whatever is computed");
    html.open("label").text("Confidence: how well founded it is, apart from how likely").open("select", "name", "confidence");
    for (Confidence one : Confidence.values()) {
      if (one.compareTo(ceiling) <= 0) {
        html.option(one.name(), QuestionView.said(one), one == ceiling);
      }
    }
    html.close().close();
    QuestionsView.area(html, "What you take for granted, a line each", "assumptions");
    if (inquiry.judgement().isPresent()) {
      QuestionsView.area(html, "What changed since the judgement before, and why", "changed");
    }
    html.open("fieldset").element("legend", "What would change your mind, for the public, without a number of reports");
    for (Language language : Language.values()) {
      QuestionsView.input(html, "In " + language.code(), "change-" + language.code(), "", "dir", "auto");
    }
    html.close();
    end("Sign it");
  }

  void dissent() {
    begin("dissent", "Disagree\u2026");
    QuestionsView.input(html, "Why; it is kept beside the judgement", "text", "");
    end("Note it");
  }

  void wish(String hypothesis) {
    boolean wished = inquiry.wish().filter(wish -> wish.members().contains(sitting.member())).isPresent();
    if (!wished) {
      html.form("/act/question/wish", sitting.token()).hidden("id", inquiry.known().question().id()).hidden("hypothesis", hypothesis);
      html.hidden("judged", inquiry.judgement().orElseThrow().at().toString());
      html.button("Tell the public", "", "class", "primary").close();
    }
  }

  /// What a wish waits for, and the way to stop it, for whoever opens the page.
  void waiting() {
    room.desk().questions().waiting(inquiry, room.now()).ifPresent(waiting -> {
      html.element("p", "Members wish the judgement told: %s. %s%s.".formatted(String.join(", ", inquiry.wish().orElseThrow().members().stream().sorted().toList()),
          IncidentView.capital(String.join("; ", waiting.reasons())), waiting.until().map(until -> ", until " + room.time().near(until, room.now())).orElse("")), "class", "flash kept");
      html.form("/act/question/stop", sitting.token()).hidden("id", inquiry.known().question().id()).button("Stop it", "", "class", "grave").close();
    });
  }

  void end() {
    begin("end", ended() ? "Correct the outcome\u2026" : "It has ended\u2026");
    html.open("label").text("What came true, by the rule").open("select", "name", "came", "required", "").option("", "Choose", true);
    inquiry.known().question().hypotheses().forEach(one -> html.option(one.id(), one.text(), false));
    html.option("annulled", "Annulled: the rule cannot answer it, nobody is scored", false);
    if (ended()) {
      html.option("taken-back", "Nothing yet: what was noted is taken back, and the question goes on", false);
    }
    html.close().close();
    QuestionsView.input(html, "On which day", "on", "", "type", "date", "value", LocalDate.ofInstant(room.now(), ZoneOffset.UTC).toString());
    QuestionsView.input(html, "By whose word, and why", "why", "two of the three agencies reported it");
    end("Note the outcome");
  }

  private boolean ended() {
    return inquiry.known().question().outcome().isPresent();
  }

  private void begin(String act, String label) {
    html.open("details", "id", act).element("summary", label);
    html.form("/act/question/" + act, sitting.token(), "class", "enter").hidden("id", inquiry.known().question().id());
  }

  private void end(String label) {
    html.button(label, "", "class", "primary").close().close();
  }

  private void shares(String legend) {
    html.open("fieldset").element("legend", legend).open("div", "class", "row");
    inquiry.known().question().hypotheses().forEach(one -> html.open("label").said(one.text())
        .empty("input", "name", "p-" + one.id(), "required", "", "inputmode", "decimal", "autocomplete", "off").close());
    html.close().close();
  }

  void expectations(String legend) {
    html.open("fieldset").element("legend", legend).open("div", "class", "row");
    for (Hypothesis one : inquiry.known().question().hypotheses()) {
      html.open("label").said(one.text()).open("select", "name", "seen-" + one.id());
      for (Likelihood word : Likelihood.values()) {
        html.option(word.name(), "%s (%d\u2013%d %%)".formatted(QuestionView.said(word), word.fromPercent(), word.toPercent()), word == Likelihood.ROUGHLY_EVEN);
      }
      html.close().close();
    }
    html.close().close();
  }

  void indicators(boolean required) {
    html.open("label").text(required ? "Which sign" : "It feeds a sign").open("select", "name", "indicator");
    if (!required) {
      html.option("", "None", true);
    }
    for (Indicator one : inquiry.known().indicators()) {
      html.option(one.id(), one.text(), false);
    }
    html.close().close();
  }

  private void time(String label, String name) {
    QuestionsView.input(html, label + ", in the desk's time", name, "", "type", "datetime-local", "value", room.time().field(room.now().minusSeconds(60)));
  }

  private <E extends Enum<E>> void select(String label, String name, E[] values, E usual) {
    html.open("label").text(label).open("select", "name", name);
    for (E one : values) {
      html.option(one.name(), QuestionView.said(one), one == usual);
    }
    html.close().close();
  }

  private List<Town> towns() {
    return room.config().gazetteer().towns().stream().sorted(Comparator.comparingLong((Town town) -> -town.population()).thenComparing(Town::id)).limit(LISTED_TOWNS)
        .sorted(Comparator.comparing(Town::name).thenComparing(Town::id)).toList();
  }
}
