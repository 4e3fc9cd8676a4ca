package watchword.console;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import watchword.core.assessment.Hedge;
import watchword.core.statement.Polarity;
import watchword.core.statement.Statement;
import watchword.core.statement.Tense;
import watchword.core.statement.Type;
import watchword.core.statement.Voice;
import watchword.desk.Inquiry;

/// What a member makes of one suggested statement: its marks, put right, and what it is evidence for.
///
/// @param number of its place on the page
/// @param inquiry the question it may bear on; empty where none is open
/// @param when it was said, as a field of a form; empty for now
record ClaimForm(Room room, Sitting sitting, String number, Suggested suggested, Optional<Inquiry> inquiry, String when) {

  static final String PATH = "/statements/claim";
  static final String ACT = "/act/statement";

  static String number(Fields fields) {
    return fields.find("number").filter(number -> number.matches("[0-9]{1,6}")).orElse("0");
  }

  void show(Html html) {
    html.form(ACT, sitting.token(), "class", "enter", "hx-post", ACT, "hx-target", "#s" + number, "hx-swap", "innerHTML").hidden("number", number);
    suggested.carry(html);
    inquiry.ifPresent(one -> html.hidden("id", one.known().question().id()));
    marks(html);
    inquiry.ifPresent(one -> evidence(html, one));
    html.open("div", "id", "s" + number, "role", "status").close();
    html.open("div", "class", "pair");
    if (inquiry.isPresent()) {
      html.button("Take as evidence", "", "class", "primary", "name", "do", "value", "add");
    }
    html.button("Count the marks alone", "", "name", "do", "value", "only", "formnovalidate", "");
    html.button("Wrong: it claims nothing", "", "name", "do", "value", "wrong", "formnovalidate", "");
    html.close().close();
  }

  private void marks(Html html) {
    html.open("fieldset").element("legend", "As suggested; put right what is wrong").open("div", "class", "row");
    select(html, "Type", "type", Type.values(), suggested.type());
    select(html, "Voice", "voice", Voice.values(), suggested.voice());
    html.open("label").text("Speaker").empty("input", "name", "speaker", "value", suggested.speaker(), "autocomplete", "off", "dir", "auto").close();
    select(html, "Affirmed or denied", "polarity", Polarity.values(), suggested.polarity());
    select(html, "Tense", "tense", Tense.values(), suggested.tense());
    select(html, "Hedge", "hedge", Hedge.values(), suggested.hedge());
    html.open("label").text("A story about a rumour").open("select", "name", Suggested.RUMOUR);
    html.option("no", "no", !suggested.rumour()).option(Suggested.YES, "yes: never evidence for its content", suggested.rumour()).close().close();
    html.close();
    html.open("label").text("Through whom it came, the nearest first, with semicolons between; nobody in particular is \u201c%s\u201d".formatted(Statement.UNNAMED))
        .empty("input", "name", "chain", "value", suggested.chain(), "autocomplete", "off", "dir", "auto").close();
    figures(html);
    html.close();
  }

  private void figures(Html html) {
    List<String> figures = Suggested.links(suggested.figures());
    if (figures.isEmpty()) {
      return;
    }
    html.element("p", "Figures: tick what is none, or is read wrong", "class", "muted");
    for (String figure : figures) {
      html.open("label", "class", "choice").empty("input", "type", "checkbox", "name", Suggested.WRONG_FIGURE, "value", figure).said(figure).close();
    }
  }

  private void evidence(Html html, Inquiry one) {
    QuestionStepForms forms = new QuestionStepForms(room, html, sitting, one);
    html.open("fieldset").element("legend", "As evidence");
    html.open("p").text("It bears on ").element("b", one.known().question().asks(), "dir", "auto").text(" Only a fact, a figure, a plan or a forecast may.").close();
    if (suggested.rumour()) {
      html.element("p", "It seems to tell of a rumour. For a sign that something is said at all it counts that the rumour went round; for anything else, that its content is not so. "
          + "It is never evidence for its content.", "class", "flash kept");
    }
    html.open("label").text("In one line, for the desk alone")
        .empty("input", "name", "text", "value", suggested.text(), "required", "", "autocomplete", "off", "dir", "auto").close();
    html.open("div", "class", "row");
    html.open("label").text("Who it goes back to, if not the speaker or the last of a chain you put right: of one origin only the strongest counts");
    html.empty("input", "name", "origin", "value", suggested.beyond(), "list", "origins" + number, "autocomplete", "off", "dir", "auto").close();
    QuestionsView.input(html, "When it was said, in the desk's time", "when", "", "type", "datetime-local",
        "value", when.isEmpty() ? room.time().field(room.now().minusSeconds(60)) : when);
    html.close().open("datalist", "id", "origins" + number);
    origins(one).forEach(name -> html.empty("option", "value", name));
    html.close();
    html.open("label", "class", "choice line").empty("input", "type", "checkbox", "name", "interested", "value", "yes")
        .text("The speaker gains by being believed: it counts seven tenths").close();
    if (!one.known().indicators().isEmpty()) {
      forms.indicators(false);
    }
    forms.expectations("How likely this is said, if the answer is true; taken from the sign where it feeds one");
    html.close();
  }

  /// Whoever a piece of this question goes back to already: one speaker under two spellings would count twice.
  private static Set<String> origins(Inquiry inquiry) {
    Set<String> origins = new TreeSet<>();
    inquiry.known().evidence().forEach(one -> origins.add(one.item().origin()));
    return origins;
  }

  private static <E extends Enum<E>> void select(Html html, String label, String name, E[] values, E as) {
    html.open("label").text(label).open("select", "name", name);
    for (E one : values) {
      html.option(one.name(), QuestionView.said(one), one == as);
    }
    html.close().close();
  }
}
