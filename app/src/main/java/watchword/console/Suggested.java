package watchword.console;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import watchword.core.assessment.Hedge;
import watchword.core.kind.Language;
import watchword.core.statement.Polarity;
import watchword.core.statement.Statement;
import watchword.core.statement.Tense;
import watchword.core.statement.Type;
import watchword.core.statement.Voice;
import watchword.desk.Entry.Mark;

/// What was suggested of one sentence, as the page carries it from form to form: the desk keeps nothing of a text.
///
/// @param speaker empty where nobody is named
/// @param origin the deepest of the chain who is named, or empty
/// @param chain through whom it came, the nearest first, as [#links] reads it
/// @param figures numbers and dates, parted in the same way
record Suggested(
    String text, Language language, Voice voice, String speaker, String origin, String chain, Type type, Polarity polarity, Tense tense, Hedge hedge, String figures, boolean rumour) {

  /// Code points of a sentence that go into a form: the longest spelling of a hidden one has ten characters, and a field has eight thousand.
  static final int MOST_TEXT = 600;

  private static final int MOST_NAME = 120;
  static final String YES = "yes";
  static final String RUMOUR = "rumour";
  static final String WRONG_FIGURE = "wrong-figure";

  private static final String BETWEEN = ";";

  static Suggested of(Statement statement) {
    Language language = Language.find(statement.language()).orElseThrow(() -> new IllegalStateException("a lexicon of a language that the desk does not speak"));
    return new Suggested(line(statement.text(), MOST_TEXT), language, statement.voice(), line(statement.speaker().orElse(""), MOST_NAME),
        line(statement.origin().orElse(""), MOST_NAME), joined(statement.chain()), statement.type(), statement.polarity(), statement.tense(), statement.hedge(), joined(statement.figures()),
        statement.rumour());
  }

  private static String joined(List<String> parts) {
    return line(String.join(BETWEEN + " ", parts.stream().map(part -> part.replace(BETWEEN, ",")).toList()), MOST_TEXT);
  }

  /// The parts of a line that semicolons part.
  static List<String> links(String line) {
    return Arrays.stream(line.split(BETWEEN, -1)).map(String::strip).filter(part -> !part.isEmpty()).toList();
  }

  /// One line, cut where it is longer.
  private static String line(String text, int most) {
    String line = text.replaceAll("\\s+", " ").strip();
    return line.codePointCount(0, line.length()) <= most ? line : line.substring(0, line.offsetByCodePoints(0, most)) + "\u2026";
  }

  static Suggested read(Fields fields) {
    Language language = fields.find("was-language").flatMap(Language::find).orElseThrow(() -> new RefusedException(400, "The form was not complete. Nothing was done."));
    return new Suggested(fields.get("was-text"), language, fields.choice(Voice.class, "was-voice"), fields.find("was-speaker").orElse(""), fields.find("was-origin").orElse(""),
        fields.find("was-chain").orElse(""), fields.choice(Type.class, "was-type"), fields.choice(Polarity.class, "was-polarity"), fields.choice(Tense.class, "was-tense"),
        fields.choice(Hedge.class, "was-hedge"), fields.find("was-figures").orElse(""), fields.find("was-rumour").isPresent());
  }

  void carry(Html html) {
    html.hidden("was-text", text).hidden("was-language", language.code()).hidden("was-voice", voice.name()).hidden("was-speaker", speaker).hidden("was-origin", origin);
    html.hidden("was-type", type.name()).hidden("was-polarity", polarity.name()).hidden("was-tense", tense.name()).hidden("was-hedge", hedge.name());
    html.hidden("was-chain", chain).hidden("was-figures", figures);
    if (rumour) {
      html.hidden("was-rumour", YES);
    }
  }

  /// Whether it may become evidence: for what it claims, or as a rumour for its going round and against its content.
  boolean mayBeEvidence() {
    return type.mayBeEvidence();
  }

  /// Who it goes back to where that is not the speaker, or empty.
  String beyond() {
    return origin.equals(speaker) ? "" : origin;
  }

  /// Whom a member's form says that it goes back to: whoever they name, or else the last of the chain where they put it right, or else the speaker.
  Optional<String> origin(Fields fields) {
    Optional<String> given = fields.find("origin");
    List<String> put = links(fields.find("chain").orElse(""));
    if (given.filter(name -> !name.equals(beyond())).isPresent() || put.isEmpty() || put.equals(links(chain)) || put.getLast().equals(Statement.UNNAMED)) {
      return given.or(() -> fields.find("speaker"));
    }
    return Optional.of(put.getLast());
  }

  /// Whether a member's form says that it tells of a rumour.
  static boolean isRumour(Fields fields) {
    return fields.get(RUMOUR).equals(YES);
  }

  /// What a member's form keeps of it and what it corrects.
  Marks against(Fields fields) {
    Map<Mark, Boolean> same = new EnumMap<>(Mark.class);
    same.put(Mark.CLAIM, true);
    same.put(Mark.TYPE, fields.choice(Type.class, "type") == type);
    same.put(Mark.VOICE, fields.choice(Voice.class, "voice") == voice);
    same.put(Mark.SPEAKER, fields.find("speaker").orElse("").equals(speaker));
    same.put(Mark.POLARITY, fields.choice(Polarity.class, "polarity") == polarity);
    same.put(Mark.TENSE, fields.choice(Tense.class, "tense") == tense);
    same.put(Mark.HEDGE, fields.choice(Hedge.class, "hedge") == hedge);
    same.put(Mark.RUMOUR, isRumour(fields) == rumour);
    same.put(Mark.CHAIN, links(fields.find("chain").orElse("")).equals(links(chain)));
    if (!figures.isEmpty()) {
      same.put(Mark.FIGURES, fields.list(WRONG_FIGURE).isEmpty());
    }
    Set<Mark> kept = new TreeSet<>();
    Set<Mark> changed = new TreeSet<>();
    same.forEach((mark, as) -> (as ? kept : changed).add(mark));
    return new Marks(kept, changed);
  }

  /// Which marks were right and which were not.
  record Marks(Set<Mark> kept, Set<Mark> changed) {

    /// Of a sentence that claims nothing no other mark can be right or wrong.
    static final Marks NO_CLAIM = new Marks(Set.of(), Set.of(Mark.CLAIM));
  }
}
