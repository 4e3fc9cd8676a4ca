package watchword.core.statement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// A sentence with the cues that count in it.
///
/// Of cues that overlap the longest counts, so that "it is not excluded" is no denial and "no doubt" no doubt. What stands in a side clause (a reason, a time, who somebody is) does not count, nor what is quoted as a word.
final class Sentence {

  private final Lexicon lexicon;
  private final List<Word> words;
  private final boolean question;
  private final boolean[] aside;
  private final boolean[] condition;
  private final List<Cue> cues = new ArrayList<>();

  Sentence(Lexicon lexicon, List<Word> words, boolean question) {
    this.lexicon = lexicon;
    this.words = words;
    this.question = question;
    this.aside = new boolean[words.size()];
    this.condition = new boolean[words.size()];
    List<Cue> all = lexicon.matches(words).stream().filter(this::isSaid).toList();
    List<Cue> strongest = strongest(all);
    all.stream().filter(cue -> cue.family() == Family.ASIDE).forEach(cue -> markAside(cue, strongest));
    for (Cue cue : all) {
      if ((strongest.contains(cue) || (!cue.family().hides() && strongest.stream().noneMatch(hider -> hides(hider, cue)))) && counts(cue, all)) {
        cues.add(cue);
      }
    }
    cues(Family.CONDITIONAL).forEach(cue -> Arrays.fill(condition, conditionStart(cue), conditionEnd(cue), true));
  }

  Lexicon lexicon() {
    return lexicon;
  }

  List<Word> words() {
    return words;
  }

  boolean isQuestion() {
    return question;
  }

  boolean isAside(int word) {
    return aside[word];
  }

  List<Cue> cues() {
    return List.copyOf(cues);
  }

  List<Cue> cues(Family family) {
    return cues.stream().filter(cue -> cue.family() == family).toList();
  }

  boolean has(Family family) {
    return cues.stream().anyMatch(cue -> cue.family() == family);
  }

  /// Where the clause of a word ends: behind the last word before the next mark.
  int clauseEnd(int word) {
    int end = word + 1;
    while (end < words.size() && !words.get(end).afterBreak()) {
      end++;
    }
    return end;
  }

  /// Whether the word stands in a clause that says under what condition.
  boolean isCondition(int word) {
    return condition[word];
  }

  /// A cue such as "not … until" begins with the claim itself.
  private int conditionStart(Cue cue) {
    return lexicon.isNot(words.get(cue.from())) && cue.length() > 1 ? cue.to() - 1 : cue.from();
  }

  private int conditionEnd(Cue cue) {
    int end = clauseEnd(cue.to() - 1);
    if (end == words.size() && cue.from() == 0) {
      return cue.to(); // "in case of fire leave": no clause of its own
    }
    while (end < words.size() && lexicon.isFilling(words.get(end).key()) && clauseEnd(end) < words.size()) {
      end = clauseEnd(end);
    }
    return end;
  }

  /// Where the clause of a word begins.
  int clauseStart(int word) {
    int start = word;
    while (start > 0 && !words.get(start).afterBreak()) {
      start--;
    }
    return start;
  }

  /// Whether it is more than a word or two quoted inside another's sentence.
  private boolean isSaid(Cue cue) {
    Word first = words.get(cue.from());
    boolean single = cue.length() == 1 && (cue.family() == Family.NOT || cue.family().hides());
    if (single && cue.from() > 0 && first.isCapital() && !first.afterBreak() && !words.get(cue.from() - 1).isCapital() && words.get(cue.from() - 1).quote() == first.quote()) {
      return false; // a name, or a month
    }
    if (!question && (cue.family() == Family.SUPPOSING || cue.family() == Family.RHETORICAL)) {
      return false;
    }
    int quote = first.quote();
    return quote == 0 || words.stream().filter(word -> word.quote() == quote).count() * 2 > words.size();
  }

  private static List<Cue> strongest(List<Cue> all) {
    List<Cue> chosen = new ArrayList<>();
    List<Cue> hiding = all.stream().filter(cue -> cue.family().hides())
        .sorted(Comparator.comparingInt(Cue::length).reversed().thenComparing(Cue::family).thenComparingInt(Cue::from)).toList();
    for (Cue cue : hiding) {
      if (chosen.stream().noneMatch(cue::overlaps)) {
        chosen.add(cue);
      }
    }
    return chosen;
  }

  private static boolean hides(Cue hider, Cue cue) {
    boolean longer = hider.length() > cue.length() && hider.family() != Family.HEARSAY && hider.family() != Family.CONDITIONAL;
    return switch (cue.family()) {
      case NOT -> hider.overlaps(cue) && hider.family() != Family.CONDITIONAL;
      case ACT, APPEAL, PLAN, JUDGEMENT -> hider.overlaps(cue) && (longer || hider.from() == cue.from());
      default -> false;
    };
  }

  private void markAside(Cue cue, List<Cue> strongest) {
    if (strongest.stream().anyMatch(other -> other.family() == Family.UNKNOWN && other.from() >= cue.from() && other.from() <= cue.to())) {
      return; // "so far it is not known" is no time
    }
    if (strongest.stream().anyMatch(other -> other.to() == cue.from() && other.family().denies() && other.family() != Family.PLAIN_DENIED)) {
      return; // "I doubt that": what follows is the claim
    }
    int end = clauseEnd(cue.to() - 1);
    while (end < words.size() && isParenthesis(end, strongest)) {
      end = clauseEnd(clauseEnd(end));
    }
    boolean whole = cue.from() == 0 && end == words.size();
    for (int i = cue.from(); i < end && !whole; i++) {
      aside[i] = true;
    }
  }

  /// Whether a clause is nothing but a hedge, put in between commas.
  private boolean isParenthesis(int start, List<Cue> strongest) {
    int end = clauseEnd(start);
    return words.get(start).before() == ',' && end < words.size() && strongest.stream().anyMatch(cue -> cue.from() == start && cue.to() == end);
  }

  /// Whether it only hedges the side clause behind it: ", probably for want of flour".
  private boolean isOfAside(Cue cue, List<Cue> all) {
    boolean weak = cue.family() == Family.PROBABLE || cue.family() == Family.POSSIBLE;
    return weak && cue.from() > 0 && words.get(cue.from()).afterBreak() && all.stream().anyMatch(other -> other.family() == Family.ASIDE && other.from() == cue.to());
  }

  private boolean counts(Cue cue, List<Cue> all) {
    return (!aside[cue.from()] && !isOfAside(cue, all)) || (cue.family() == Family.CONDITIONAL && all.stream().anyMatch(other -> other.family() == Family.ASIDE && other.from() == cue.from()))
        || cue.family() == Family.PLAIN || cue.family() == Family.ASIDE;
  }
}
