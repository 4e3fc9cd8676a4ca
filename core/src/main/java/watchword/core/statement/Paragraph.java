package watchword.core.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A paragraph and who speaks in it, as the text is set out.
///
/// A name before a colon ("Ansa Holm:") holds until the next one, or two empty lines; "Question:" and "Editor's note:" hold for their own paragraph. A paragraph in square brackets is the editor's; one that begins with a dash, or is a heading or bold as a whole in Markdown, and ends in a question mark is the interviewer's.
///
/// @param speaker as the label has it; empty where none is named
record Paragraph(Stretch stretch, Voice voice, Optional<String> speaker) {

  /// Longer beginnings before a colon are sentences, not names.
  private static final int LONGEST_LABEL = 40;
  private static final int MOST_LABEL_WORDS = 4;

  private static final Pattern HEADING = Pattern.compile("#{1,6} ");
  private static final Pattern BOLD = Pattern.compile("(\\*\\*|__)((?!\\1).)+\\1[?!]*");

  /// Longer lines are no single question.
  private static final int LONGEST_LINE = 1_000;

  static List<Paragraph> of(String text) {
    List<Paragraph> paragraphs = new ArrayList<>();
    Optional<String> speaker = Optional.empty();
    int start = 0;
    int empty = 0;
    while (start < text.length()) {
      int newline = text.indexOf('\n', start);
      int next = newline < 0 ? text.length() : newline;
      int end = next > start && text.charAt(next - 1) == '\r' ? next - 1 : next;
      empty = end == start ? empty + 1 : 0;
      if (empty == 2) {
        speaker = Optional.empty();
      }
      Voice setOut = isSetOut(line(text, start, end)) && Suggester.isQuestion(text, start, end) ? Voice.INTERVIEWER : Voice.SPEAKER;
      Voice voice = setOut;
      int colon = labelEnd(text, start, end);
      if (colon > start) {
        String label = text.substring(start, colon).replace("*", "").strip();
        voice = voiceOf(label) == Voice.SPEAKER ? setOut : voiceOf(label);
        speaker = voice == Voice.SPEAKER ? Optional.of(label) : speaker;
        start = colon + 1;
      }
      Voice own = marked(text, start, end).orElse(voice);
      paragraphs.add(new Paragraph(new Stretch(start, end), own, own == Voice.SPEAKER ? speaker : Optional.empty()));
      start = next + 1;
    }
    return List.copyOf(paragraphs);
  }

  private static int labelEnd(String text, int start, int end) {
    int colon = text.indexOf(':', start, Math.min(end, start + LONGEST_LABEL));
    boolean near = colon > start && colon + 1 < end && (text.charAt(colon + 1) == ' ' || text.charAt(colon + 1) == '*');
    if (!near) {
      return -1;
    }
    List<Word> words = WordCutter.of(text, start, colon);
    boolean label = !words.isEmpty() && words.size() <= MOST_LABEL_WORDS
        && (voiceOf(text.substring(start, colon)) != Voice.SPEAKER || isName(words)) && !isSaying(words);
    return label ? colon : -1;
  }

  private static boolean isName(List<Word> words) {
    return words.stream().allMatch(Word::isCapital) && words.stream().skip(1).noneMatch(Word::afterBreak);
  }

  /// "They say:" begins a sentence.
  private static boolean isSaying(List<Word> words) {
    return Lexicons.all().stream().flatMap(lexicon -> lexicon.matches(words).stream()).anyMatch(cue -> cue.family().hedge().isPresent() || cue.family() == Family.SAY);
  }

  private static Voice voiceOf(String label) {
    List<Word> words = WordCutter.of(label, 0, label.length());
    for (Lexicon lexicon : Lexicons.all()) {
      for (Cue cue : lexicon.matches(words)) {
        if (cue.family() == Family.EDITOR || cue.family() == Family.INTERVIEWER) {
          return cue.family() == Family.EDITOR ? Voice.EDITOR : Voice.INTERVIEWER;
        }
      }
    }
    return Voice.SPEAKER;
  }

  private static Optional<Voice> marked(String text, int start, int end) {
    String line = line(text, start, end);
    if (line.startsWith("[") && line.endsWith("]")) {
      return Optional.of(Voice.EDITOR);
    }
    boolean turn = line.startsWith("—") || line.startsWith("–") || line.startsWith("―") || line.startsWith("- ");
    return turn && Suggester.isQuestion(text, start, end) ? Optional.of(Voice.INTERVIEWER) : Optional.empty();
  }

  /// Whether it is a heading or bold as a whole, in Markdown.
  private static boolean isSetOut(String line) {
    return HEADING.matcher(line).lookingAt() || BOLD.matcher(line).matches();
  }

  /// A paragraph without blanks around it; empty where it is too long to be looked at.
  private static String line(String text, int start, int end) {
    return end - start > LONGEST_LINE ? "" : text.substring(start, end).strip();
  }
}
