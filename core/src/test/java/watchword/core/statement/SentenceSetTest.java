package watchword.core.statement;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// Holds the marked set to spec/statements.md. What reads only its own half cannot be told from here: that is a promise of people.
class SentenceSetTest {
  private static final List<MarkedSentence> ALL = MarkedSentence.all();

  @Test
  void each_of_six_languages_has_seventy_sentences_or_more() {
    Map<String, Long> count = ALL.stream().collect(groupingBy(MarkedSentence::language, counting()));

    assertThat(count.keySet()).isEqualTo(MarkedSentence.LANGUAGES);
    assertThat(count.values()).allSatisfy(sentences -> assertThat(sentences).isGreaterThanOrEqualTo(70));
  }

  @Test
  void the_hash_of_a_sentence_says_which_half_it_is_in() {
    assertThat(MarkedSentence.development()).isNotEmpty().noneMatch(MarkedSentence::belongsHeldBack);
    assertThat(MarkedSentence.heldBack()).isNotEmpty().allMatch(MarkedSentence::belongsHeldBack);
  }

  @Test
  void no_sentence_and_no_id_stands_twice() {
    assertThat(ALL).extracting(MarkedSentence::text).doesNotHaveDuplicates();
    assertThat(ALL).extracting(MarkedSentence::id).doesNotHaveDuplicates();
  }

  @Test
  void each_half_is_in_the_order_of_ids() {
    Comparator<MarkedSentence> byId = Comparator.comparing(MarkedSentence::id);

    assertThat(MarkedSentence.development()).isSortedAccordingTo(byId);
    assertThat(MarkedSentence.heldBack()).isSortedAccordingTo(byId);
  }

  @Test
  void a_text_is_composed_trimmed_and_of_four_to_forty_words() {
    assertThat(ALL).allSatisfy(sentence -> {
      assertThat(sentence.text()).isEqualTo(sentence.text().strip()).doesNotContain("  ");
      assertThat(Normalizer.isNormalized(sentence.text(), Normalizer.Form.NFC)).as(sentence.id()).isTrue();
      assertThat(sentence.words()).as(sentence.id()).hasSizeBetween(4, 40);
    });
  }

  @Test
  void each_hedge_is_there_forty_times_and_five_times_in_each_language() {
    assertEachAtLeast(ALL, MarkedSentence.HEDGES, MarkedSentence::hedge, 40);
    for (String language : MarkedSentence.LANGUAGES) {
      List<MarkedSentence> own = ALL.stream().filter(sentence -> sentence.language().equals(language)).toList();
      assertEachAtLeast(own, MarkedSentence.HEDGES, MarkedSentence::hedge, 5);
    }
  }

  @Test
  void each_type_polarity_and_tense_is_there_twenty_five_times() {
    assertEachAtLeast(ALL, MarkedSentence.TYPES, MarkedSentence::type, 25);
    assertEachAtLeast(ALL, MarkedSentence.POLARITIES, MarkedSentence::polarity, 25);
    assertEachAtLeast(ALL, MarkedSentence.TENSES, MarkedSentence::tense, 25);
  }

  @Test
  void either_half_has_every_mark_ten_times() {
    for (List<MarkedSentence> half : List.of(MarkedSentence.development(), MarkedSentence.heldBack())) {
      assertEachAtLeast(half, MarkedSentence.HEDGES, MarkedSentence::hedge, 10);
      assertEachAtLeast(half, MarkedSentence.TYPES, MarkedSentence::type, 10);
      assertEachAtLeast(half, MarkedSentence.POLARITIES, MarkedSentence::polarity, 10);
      assertEachAtLeast(half, MarkedSentence.TENSES, MarkedSentence::tense, 10);
    }
  }

  @Test
  void a_quarter_to_a_third_hedges_nothing() {
    long none = ALL.stream().filter(sentence -> sentence.hedge().equals("none")).count();

    assertThat((double) none / ALL.size()).isBetween(0.25, 1 / 3.0);
  }

  @Test
  void a_conditional_hedge_has_a_conditional_tense() {
    assertThat(ALL).filteredOn(sentence -> sentence.hedge().equals("conditional"))
        .allSatisfy(sentence -> assertThat(sentence.tense()).as(sentence.id()).isEqualTo("conditional"));
  }

  @Test
  void no_six_words_in_a_row_stand_in_two_sentences_or_in_the_guide() throws IOException {
    Set<List<String>> taken = new HashSet<>(runs(MarkedSentence.words(Files.readString(Path.of("..", "spec", "statements.md")))));
    List<String> repeated = new ArrayList<>();
    for (MarkedSentence sentence : ALL) {
      Set<List<String>> own = runs(sentence.words());
      if (own.stream().anyMatch(taken::contains)) {
        repeated.add(sentence.id());
      }
      taken.addAll(own);
    }

    assertThat(taken).hasSizeGreaterThan(ALL.size());
    assertThat(repeated).isEmpty();
  }

  private static void assertEachAtLeast(List<MarkedSentence> sentences, Set<String> marks, Function<MarkedSentence, String> mark, int least) {
    Map<String, Long> count = sentences.stream().collect(groupingBy(mark, counting()));

    assertThat(marks).allSatisfy(each -> assertThat(count.getOrDefault(each, 0L)).as(each).isGreaterThanOrEqualTo(least));
  }

  private static Set<List<String>> runs(List<String> words) {
    Set<List<String>> runs = new HashSet<>();
    for (int from = 0; from + 6 <= words.size(); from++) {
      runs.add(List.copyOf(words.subList(from, from + 6)));
    }
    return runs;
  }
}
