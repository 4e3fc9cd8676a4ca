package watchword.console;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import watchword.core.assessment.SpeakerRecord;
import watchword.core.kind.Language;
import watchword.core.statement.Conflicts;
import watchword.core.statement.Polarity;
import watchword.core.statement.Statement;
import watchword.desk.Corrections;
import watchword.desk.Entry;
import watchword.desk.Inquiry;

/// What a pasted text claims, how good such suggestions were so far, and how often those who spoke were right.
record StatementsView(Room room, Html html, Sitting sitting) {

  static final String PATH = "/statements";

  static final String TOO_LONG = "The text is longer than 64 KB, or the page or export it stands in longer than 1 MB. Nothing was done: paste a part of it, or give the whole to ./watchword statements FILE.";

  /// More claims than anybody decides about at one sitting; each brings a form of its own.
  static final int MOST = 300;

  /// Of a sentence that is one long list more would explain nothing.
  private static final int MOST_REASONS = 12;

  /// @param statements of a text that was just pasted; empty where none was
  /// @param when it was said, as a field of a form
  void show(List<Statement> statements, String when) {
    html.open("main", "class", "sheet wide statements");
    html.open("p", "class", "back").element("a", "All questions", "href", QuestionsView.PATH).close();
    html.element("h1", "Statements");
    if (statements.isEmpty()) {
      html.element("p", "Paste an interview, an order, a speech or a post. For each sentence is suggested what it claims, who says so and how surely; "
          + "you decide what it is evidence for.");
      paste();
    } else {
      claims(statements, when);
      html.open("details", "class", "in-words").element("summary", "Another text\u2026");
      paste();
      html.close();
    }
    corrections();
    speakers();
    html.close();
  }

  private void paste() {
    html.form(PATH, sitting.token(), "class", "enter");
    html.open("label").text("The text, up to 64 KB: some 30,000 letters of Cyrillic. Plain, Markdown, the source of a web page, or result.json of a chat that Telegram exported, either up to 1 MB. Longer ones go through ./watchword statements FILE");
    html.open("textarea", "name", "text", "rows", "10", "required", "", "dir", "auto", "autocomplete", "off", "spellcheck", "false").close().close();
    QuestionsView.input(html, "When it was said, in the desk's time", "when", "", "type", "datetime-local", "value", room.time().field(room.now().minusSeconds(60)));
    html.element("p", "The desk keeps nothing of it but what you take as evidence. It stays on this page until you leave it.", "class", "muted");
    html.button("Suggest", "", "class", "primary").close();
  }

  private void claims(List<Statement> all, String when) {
    List<Statement> statements = all.subList(0, Math.min(MOST, all.size()));
    List<Inquiry> open = room.desk().questions().list(sitting.member(), room.now()).stream().filter(one -> one.known().question().outcome().isEmpty()).toList();
    html.element("p", "%s. Suggestions of rules and lists of words: check each against its sentence. The desk keeps what you take as evidence, and nothing else of the text.".formatted(
        QueueView.count(all.size(), "sentence")), "class", "muted");
    if (open.isEmpty()) {
      html.open("p", "class", "empty").text("No question is open, so nothing can become evidence. ")
          .element("a", "Put one", "href", QuestionsView.PATH + "#put").text("; marks can be put right all the same.").close();
    }
    Map<Statement, List<Statement>> groups = new HashMap<>();
    Conflicts.of(statements).forEach(group -> group.forEach(one -> groups.put(one, group)));
    Set<Statement> shown = new HashSet<>();
    html.open("ol", "class", "cards");
    for (Statement one : statements) {
      if (!shown.contains(one)) {
        List<Statement> group = groups.getOrDefault(one, List.of(one));
        shown.addAll(group);
        group(group, open, when);
      }
    }
    html.close();
    if (statements.size() < all.size()) {
      html.element("p", "The first %d sentences are shown. Paste what follows them for the rest.".formatted(statements.size()), "class", "flash kept");
    }
  }

  /// Claims that cannot all be so stand in one card.
  private void group(List<Statement> group, List<Inquiry> open, String when) {
    html.open("li", "class", "card");
    if (group.size() > 1) {
      html.open("p").element("b", "These cannot all be so").close();
    }
    for (Statement one : group) {
      claim(one, open, when);
    }
    html.close();
  }

  private void claim(Statement one, List<Inquiry> open, String when) {
    html.open("article").words(one.text());
    html.element("p", marks(one));
    html.open("p", "class", "muted").text("Says: " + QuestionView.said(one.voice()) + ", ");
    html.said(one.chain().isEmpty() ? "nobody is named" : String.join(" \u2190 ", one.chain()));
    html.text(". ");
    if (!one.figures().isEmpty()) {
      html.text("Figures: ");
      html.said(String.join("; ", one.figures()));
      html.text(". ");
    }
    html.text("Why: ");
    html.said(why(one));
    html.text(".").close();
    if (one.rumour()) {
      html.element("p", "It tells of a rumour: evidence that it went round and that its content is not so, never for its content.", "class", "muted");
    }
    open(one, open, when);
    html.close();
  }

  private static String why(Statement one) {
    List<String> reasons = one.why().stream().map(reason -> reason.tells() + " \u201c" + reason.words() + "\u201d").distinct().toList();
    return reasons.isEmpty() ? "no word that marks anything" : String.join(", ", reasons.subList(0, Math.min(MOST_REASONS, reasons.size())));
  }

  private static String marks(Statement one) {
    return "%s, %s, %s; %s.".formatted(IncidentView.capital(QuestionView.said(one.type())), one.polarity() == Polarity.DENIED ? "denied" : "affirmed", QuestionView.said(one.tense()),
        switch (one.hedge()) {
      case NONE -> "no hedge";
      case CERTAIN, PROBABLE, POSSIBLE, HEARSAY, CONDITIONAL, UNKNOWN -> "hedge " + QuestionView.said(one.hedge());
    });
  }

  /// The form that asks for the form: the page would be large with all of them.
  private void open(Statement one, List<Inquiry> open, String when) {
    String number = Integer.toString(one.start());
    Suggested suggested = Suggested.of(one);
    html.open("div", "id", "c" + number).form(ClaimForm.PATH, sitting.token(), "hx-post", ClaimForm.PATH, "hx-target", "#c" + number, "hx-swap", "innerHTML");
    html.hidden("number", number).hidden("when", when);
    suggested.carry(html);
    if (open.size() == 1) {
      html.hidden("id", open.getFirst().known().question().id());
    } else if (!open.isEmpty()) {
      html.open("label").text("Bears on").open("select", "name", "id");
      open.forEach(question -> html.option(question.known().question().id(), question.known().question().asks(), false));
      html.close().close();
    }
    html.button(suggested.mayBeEvidence() && !open.isEmpty() ? "Decide\u2026" : "Correct\u2026", "").close().close();
  }

  private void corrections() {
    Corrections counts = room.desk().questions().corrections(sitting.member());
    html.element("h2", "How often suggestions were kept", "id", "kept");
    if (counts.languages().isEmpty()) {
      html.element("p", "Nothing is decided yet. Each time you take a statement, correct it or call it wrong, it is counted which marks were right, by language, "
          + "without a word of the text: so you know how far to trust them.", "class", "empty");
      return;
    }
    html.open("div", "class", "scroll").open("table", "class", "bands").open("thead").open("tr").element("th", "Language", "scope", "col");
    for (Entry.Mark mark : Entry.Mark.values()) {
      html.element("th", IncidentView.capital(QuestionView.said(mark)), "scope", "col");
    }
    html.close().close().open("tbody");
    for (Language language : Language.values()) {
      if (counts.languages().contains(language)) {
        html.open("tr").element("th", language.code(), "scope", "row");
        for (Entry.Mark mark : Entry.Mark.values()) {
          Corrections.Kept kept = counts.of(language, mark);
          html.element("td", kept.decided() == 0 ? "\u2013" : "%d of %d".formatted(kept.kept(), kept.decided()));
        }
        html.close();
      }
    }
    html.close().close().close();
  }

  private void speakers() {
    List<SpeakerRecord> records = room.desk().questions().speakers(sitting.member());
    html.element("h2", "Who was right", "id", "speakers");
    if (records.isEmpty()) {
      html.element("p", "No question has ended on which a speaker is heard. When one does, it is counted whether what they said pointed to what came.", "class", "empty");
      return;
    }
    html.element("p", "Over questions that ended, each speaker once in each, by the strongest of what they said. "
        + "It changes no weight: a few questions tell too little, and a hedge weighs the same whoever says it.", "class", "muted");
    html.open("div", "class", "scroll").open("table", "class", "bands").open("thead").open("tr");
    html.element("th", "Speaker", "scope", "col").element("th", "Record", "scope", "col").close().close().open("tbody");
    for (SpeakerRecord one : records) {
      html.open("tr").open("th", "scope", "row", "dir", "auto").text(one.origin()).close().element("td", said(one)).close();
    }
    html.close().close().close();
  }

  /// "3 of 4 pointed to what came".
  static String said(SpeakerRecord record) {
    return "%d of %d pointed to what came".formatted(record.towards(), record.questions());
  }
}
