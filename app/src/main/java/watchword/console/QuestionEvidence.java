package watchword.console;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import watchword.core.assessment.Assessment;
import watchword.core.assessment.Drop;
import watchword.core.assessment.Evidence;
import watchword.core.assessment.Hedge;
import watchword.core.assessment.Hypothesis;
import watchword.core.assessment.Indicator;
import watchword.core.assessment.OriginName;
import watchword.core.assessment.SpeakerRecord;
import watchword.core.assessment.Weighed;
import watchword.core.incident.IncidentId;
import watchword.desk.Inquiry;

/// What bears on a question, piece by piece, and what would be without each.
record QuestionEvidence(Room room, Html html, Inquiry inquiry, List<SpeakerRecord> speakers) {

  /// Columns that fit; the pieces that move least are told below alone.
  private static final int COLUMNS = 8;

  void show(Assessment computed) {
    html.element("h2", "2 What bears on it", "id", "evidence");
    List<Weighed> lines = computed.lines();
    if (lines.isEmpty()) {
      html.element("p", "Nothing yet: what is left is what usually happens. Watch for signs and add what was said or found, below.", "class", "empty");
      return;
    }
    List<Integer> columns = strongest(lines);
    List<String> heads = new ArrayList<>(List.of("Answer", "Base rate"));
    columns.forEach(column -> heads.add("E" + (column + 1)));
    heads.addAll(List.of("Computed", "In words"));
    html.element("p", "What each piece adds to each answer, in natural logarithms; with the base rate's a row adds up. Read along a row: what speaks against it?"
        + (columns.size() < lines.size() ? " The " + columns.size() + " that move most stand here, all of them below." : ""), "class", "muted");
    QuestionView.table(html, hypotheses(), heads, row -> {
      List<String> cells = new ArrayList<>(List.of(String.format(Locale.ROOT, "%.2f", Math.log(inquiry.known().base().probabilities().get(row)))));
      columns.forEach(column -> cells.add(lines.get(column).counts() ? signed(lines.get(column).weights().get(row)) : "0"));
      cells.addAll(List.of(QuestionView.percent(computed.probabilities().get(row)), QuestionView.word(room, computed.probabilities().get(row))));
      return cells;
    });
    html.element("h2", "3 Without one", "id", "drops");
    if (isOfTwo()) {
      html.open("p").text("What ").said(hypotheses().getFirst().text()).text(" would be without each piece, and without all that goes back to the same. Now "
          + QuestionView.percent(computed.probabilities().getFirst()) + ".").close();
    } else {
      html.element("p", "Each piece is told of one answer, that which it moves to another word or else moves most: what it would be without the piece, and without all that goes back to the same.");
    }
    html.open("ol", "class", "pieces");
    for (int i = 0; i < lines.size(); i++) {
      piece(i, lines.get(i), computed.drops().get(i), computed.probabilities());
    }
    html.close();
    html.element("p", "%s%s; it %s. Confidence may be %s at most.".formatted(QueueView.count(computed.independentOrigins(), "independent origin"),
        computed.trifles() == 0 ? "" : " (" + computed.trifles() + " more too slight to count)",
        computed.restsOnOne() ? "rests on one source" : "rests on no single one", QuestionView.said(computed.ceiling())));
    alike(computed);
  }

  /// Two names that may be one speaker's: counted as two, they would make the figure surer than it is.
  private void alike(Assessment computed) {
    for (OriginName.Alike two : computed.alikeOrigins()) {
      html.open("p", "class", "flash kept").text("Two origins or one? ").said(two.one()).text(" and ").said(two.other())
          .text(" differ little and count as two. If they are one, strike a piece and add it again under the other's name.").close();
    }
  }

  /// The pieces that move most, in their order.
  private static List<Integer> strongest(List<Weighed> lines) {
    List<Integer> columns = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      columns.add(i);
    }
    columns.sort(Comparator.comparingDouble((Integer i) -> -lines.get(i).weights().stream().mapToDouble(Math::abs).max().orElse(0)).thenComparing(i -> i));
    return columns.subList(0, Math.min(COLUMNS, columns.size())).stream().sorted().toList();
  }

  private void piece(int index, Weighed line, Drop drop, List<Double> now) {
    html.open("li", "value", Integer.toString(index + 1)).open("p").element("b", "E" + (index + 1) + " ").said(text(line.evidence())).close();
    html.open("p", "class", "muted").text(kind(line.evidence()) + ", ");
    Optional<IncidentId> incident = line.evidence() instanceof Evidence.OfIncident one ? one.incident().map(IncidentId::new) : Optional.empty();
    incident.ifPresent(id -> html.element("a", "its reports", "href", Link.incident(id, Tab.VERIFY)));
    String origin = line.evidence().item().origin();
    if (incident.isEmpty() || new IncidentId(origin).first().isEmpty()) {
      html.text(incident.isPresent() ? ", by " : "by ").said(origin);
    }
    html.text(", %s; relied on %s.".formatted(room.time().near(line.evidence().item().when(), room.now()), String.format(Locale.ROOT, "%.2f", line.reliability()))).close();
    heard(line.evidence());
    if (!line.counts()) {
      html.element("p", "A stronger one of its origin counts; this one adds 0.", "class", "muted");
    } else {
      int row = isOfTwo() ? 0 : drop.moves();
      html.open("p");
      if (!isOfTwo()) {
        html.text("Answer ").said(hypotheses().get(row).text()).text(": now %s. ".formatted(QuestionView.percent(now.get(row))));
      }
      html.text("Without it %s, without its origin %s. ".formatted(QuestionView.percent(drop.without().get(row)), QuestionView.percent(drop.withoutOrigin().get(row))));
      if (drop.rests()) {
        html.element("b", "Rests on it" + (drop.word() ? ": another word." : "."), "class", "rests");
      }
      html.close();
    }
    html.close();
  }

  /// What a speaker's record is, beside what they said; it weighs nothing.
  private void heard(Evidence evidence) {
    if (evidence instanceof Evidence.OfStatement) {
      speakers.stream().filter(one -> one.isOf(evidence.item().origin()))
          .forEach(one -> html.element("p", "Their record, over questions that ended: " + StatementsView.said(one) + ".", "class", "muted"));
    }
  }

  /// What is told of a piece; of an incident that a sign sees by itself, that sign.
  private String text(Evidence evidence) {
    return evidence instanceof Evidence.OfIncident one && one.watched()
        ? inquiry.known().indicators().stream().filter(sign -> evidence.item().indicator().equals(Optional.of(sign.id()))).findFirst().map(Indicator::text).orElse(evidence.item().text())
        : evidence.item().text();
  }

  private static String kind(Evidence evidence) {
    return switch (evidence) {
      case Evidence.OfIncident _ -> "Incident";
      case Evidence.OfStatement statement -> (statement.denied() ? "Denial" : "Statement") + ", " + (statement.hedge() == Hedge.NONE ? "said plainly" : QuestionView.said(statement.hedge())) + (statement.interested() ? ", by somebody interested" : "");
      case Evidence.OfSpeaking _ -> "That it was said";
      case Evidence.OfDocument _ -> "Document";
      case Evidence.OfAbsence _ -> "Looked for, not seen";
    };
  }

  /// Of two answers the other is what the first leaves.
  private boolean isOfTwo() {
    return hypotheses().size() == 2;
  }

  private List<Hypothesis> hypotheses() {
    return inquiry.known().question().hypotheses();
  }

  private static String signed(double weight) {
    return Math.abs(weight) < .005 ? "0.00" : String.format(Locale.ROOT, "%+.2f", weight);
  }
}
