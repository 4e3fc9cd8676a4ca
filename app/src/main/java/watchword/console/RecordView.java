package watchword.console;

import java.util.Comparator;
import java.util.Optional;
import watchword.core.corroboration.Diagonal;
import watchword.core.corroboration.ReliabilityDiagram;
import watchword.core.corroboration.ReliabilityDiagram.Band;
import watchword.desk.OwnRecord;

/// The desk's own record: what it said beside what held.
record RecordView(Room room) {

  static final String PATH = "/record";

  void show(Html html, String member) {
    OwnRecord own = room.desk().sight(member).ownRecord();
    ReliabilityDiagram diagram = own.diagram();
    html.open("main", "class", "sheet record").element("h1", "Our record");
    if (diagram.tells()) {
      html.element("p", lead(diagram), "class", "lead");
      html.open("figure").element("figcaption", "What we said, from left to right, and how often it held, from below: on the broken line they are equal. Above each mark, of how many; its stroke is the range that so many leave open.", "class", "muted");
      new ReliabilityPicture().draw(html, diagram);
      html.close();
      table(html, diagram);
      brier(html, diagram);
    } else {
      html.element("p", empty(diagram), "class", "empty");
    }
    counted(html, own);
    grades(html, room.desk().sight(member).grades(room.now()));
    html.close();
  }

  /// One line for the queue.
  void line(Html html, String member) {
    ReliabilityDiagram diagram = room.desk().sight(member).ownRecord().diagram();
    html.open("p", "class", "own-record muted").element("a", "Our record", "href", PATH);
    html.text(": " + (diagram.tells() ? lower(lead(diagram)) : diagram.judged() + " of " + ReliabilityDiagram.LEAST + " verdicts so far.")).close();
  }

  private static String empty(ReliabilityDiagram diagram) {
    String so = diagram.judged() == 0 ? "No verdict is counted yet." : "%s counted so far.".formatted(
        diagram.judged() == 1 ? "1 verdict is" : diagram.judged() + " verdicts are");
    return so + " After %d verdicts this page shows whether what we call 80 %% holds eight times in ten. Confirm or refute what you have checked, also what turned out to be nothing.".formatted(
        ReliabilityDiagram.LEAST);
  }

  /// The fullest band speaks for the record.
  private static String lead(ReliabilityDiagram diagram) {
    Optional<Band> fullest = diagram.bands().stream().max(Comparator.comparingInt(Band::said));
    return fullest.map(band -> "When we said %s, %s held, n = %d.".formatted(range(band), Say.percent(band.share()), band.said()).replace(" %", "\u00a0%")).orElse("");
  }

  private static String lower(String sentence) {
    return sentence.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + sentence.substring(1);
  }

  static String range(Band band) {
    return "%d–%d %%".formatted(band.from(), band.to());
  }

  static void table(Html html, ReliabilityDiagram diagram) {
    html.open("table", "class", "bands");
    html.element("caption", "The same in numbers. The range is what so few or so many leave open, 19 times in 20.", "class", "muted");
    html.open("thead").open("tr");
    for (String head : new String[] {"We said", "On average", "Held", "Of", "Range", ""}) {
      html.element("th", head, "scope", "col", "class", head.equals("On average") ? "mean" : "");
    }
    html.close().close().open("tbody");
    for (Band band : diagram.bands()) {
      html.open("tr").element("th", range(band), "scope", "row").element("td", Say.percent(band.mean()), "class", "mean");
      html.element("td", Say.percent(band.share())).element("td", Integer.toString(band.said())).element("td", Say.range(band.open()));
      html.element("td", word(band)).close();
    }
    html.close().close();
  }

  private static String word(Band band) {
    return band.agrees() ? "agrees" : band.share() > band.mean() ? "we said too little" : "we said too much";
  }

  private static void brier(Html html, ReliabilityDiagram diagram) {
    html.element("h2", "In one number").element("p",
        "Brier score %s: the mean square of the miss over %d verdicts; 0 is best. Always saying %s, the share that held, would score %s.".formatted(
            score(diagram.brier()), diagram.judged(), Say.percent((double) diagram.held() / diagram.judged()), score(diagram.known())));
  }

  private static String score(double value) {
    return String.format(java.util.Locale.ROOT, "%.3f", value);
  }

  private static void counted(Html html, OwnRecord own) {
    html.element("h2", "What is counted").open("ul");
    html.element("li", "Each verdict once: the newest on the same reports. A verdict that is turned round changes this page at once.");
    html.element("li", "What we said is what the reports a verdict names came to just before it, by today's rules and by what earlier verdicts had taught. "
        + "Our own findings are left out: the verdict rests on them, and a check would only confirm itself.");
    html.element("li", "Not counted: %s.".formatted(own.unverifiable() == 0 && own.unseen() == 0
        ? "what could not be verified, and what is forgotten or came before your keys; there is none now"
        : "%d that could not be verified; %d whose reports are forgotten or came before your keys".formatted(own.unverifiable(), own.unseen())));
    html.element("li", "We judge what we look at, so this is no sample of all that comes in. Where nobody looks, nobody knows.");
    html.close();
  }

  private static void grades(Html html, Diagonal diagonal) {
    html.element("h2", "Grades on the diagonal");
    if (diagonal.graded() == 0) {
      html.element("p", "No incident has both a letter and a number yet. A source is graded after five verdicts on what it told.", "class", "empty");
      return;
    }
    html.element("p", "%d of %s (%s) are A1, B2, C3, D4 or E5; %d more cannot be judged. So many of each letter and of each number, met by chance, would put %s there.".formatted(
        diagonal.on(), QueueView.count(diagonal.graded(), "grade"), Say.percent(diagonal.share()), diagonal.ungraded(), Say.percent(diagonal.expected())));
    if (diagonal.warns()) {
      html.open("p", "class", "wave-box").element("b", "Warning: ").text(
          "more than 70 % lie on the diagonal. The letter is about the source, the number about the information; where one is read off the other, a grade says one thing twice.").close();
    } else if (diagonal.graded() < Diagonal.LEAST) {
      html.element("p", "With fewer than %d nothing follows from it; over 70 %% it warns.".formatted(Diagonal.LEAST), "class", "muted");
    }
  }
}
