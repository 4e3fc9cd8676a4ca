package watchword.core.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.AbstractList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Timeout;
import watchword.core.assessment.Hedge;

/// What a text's statements look like. Its sentences are none of the marked set.
class SuggesterTest {

  @Test
  void a_rejected_report_is_denied_and_tells_only_that_a_rumour_went_round() {
    Statement statement = one("People say that the garrison left its barracks; that is not true.");

    assertThat(statement.polarity()).isEqualTo(Polarity.DENIED);
    assertThat(statement.hedge()).isEqualTo(Hedge.NONE);
    assertThat(statement.rumour()).isTrue();
    assertThat(statement.mayBeEvidence()).isFalse();
  }

  @Test
  void a_story_about_a_rumour_denies_its_content() {
    Statement statement = one("They said all day that at four in the morning the bridge would go.");

    assertThat(statement.rumour()).isTrue();
    assertThat(statement.polarity()).isEqualTo(Polarity.DENIED);
  }

  @Test
  void the_longest_cue_decides_so_that_negated_hedges_mean_what_they_mean() {
    assertThat(one("It is not excluded that the ferry sank.").hedge()).isEqualTo(Hedge.POSSIBLE);
    assertThat(one("It is not excluded that the ferry sank.").polarity()).isEqualTo(Polarity.AFFIRMED);
    assertThat(one("There is no doubt that the ferry sank.").hedge()).isEqualTo(Hedge.CERTAIN);
    assertThat(one("Не исключено, что паром затонул.").hedge()).isEqualTo(Hedge.POSSIBLE);
    assertThat(one("Няма сумневу, што паром патануў.").hedge()).isEqualTo(Hedge.CERTAIN);
    assertThat(one("Nie jest wykluczone, że prom zatonął.").hedge()).isEqualTo(Hedge.POSSIBLE);
    assertThat(one("Neatmestina, kad keltas nuskendo.").hedge()).isEqualTo(Hedge.POSSIBLE);
    assertThat(one("Немає сумнівів, що пором затонув.").hedge()).isEqualTo(Hedge.CERTAIN);
  }

  @Test
  void a_chain_leads_from_the_speaker_to_whom_nobody_names() {
    Statement statement = one("Ansa Holm: There is information that the depot burnt down.");

    assertThat(statement.voice()).isEqualTo(Voice.REPORTED);
    assertThat(statement.speaker()).isEmpty();
    assertThat(statement.chain()).containsExactly("Ansa Holm", "There is information", "unnamed");
    assertThat(statement.hedge()).isEqualTo(Hedge.HEARSAY);
  }

  @Test
  void a_named_office_is_the_speaker_of_what_it_said() {
    Statement statement = one("The ministry said the depot had burnt down.");

    assertThat(statement.speaker()).isEqualTo(Optional.of("The ministry"));
    assertThat(statement.hedge()).isEqualTo(Hedge.NONE);
  }

  @Test
  void labels_and_brackets_tell_the_voices_apart() {
    List<Statement> statements = Suggester.suggest("Question: Is the road open?\nAnsa Holm: It is closed. We saw it.\n[The road was opened later.]\n");

    assertThat(statements).extracting(Statement::voice).containsExactly(Voice.INTERVIEWER, Voice.SPEAKER, Voice.SPEAKER, Voice.EDITOR);
    assertThat(statements).extracting(statement -> statement.speaker().orElse("")).containsExactly("", "Ansa Holm", "Ansa Holm", "");
    assertThat(statements.getFirst().hedge()).isEqualTo(Hedge.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "**Is the road open?**\nIt is closed.", "**Is the road open**?\nIt is closed.", "__Is the road open?__\nIt is closed.", "### Is the road open?\nIt is closed.", "**You were there. Is the road open?**\n\nIt is closed.",
    "**Gazette: Is the road open?**\nIt is closed.", "— Is the road open?\n— It is closed.", "– Is the road open?\n– It is closed.", "- Is the road open?\n- It is closed.", "**— Is the road open?!**\n— It is closed."})
  void a_question_that_is_set_out_from_the_rest_or_begins_with_a_dash_is_the_interviewers(String text) {
    List<Statement> statements = Suggester.suggest(text);

    assertThat(statements.subList(0, statements.size() - 1)).isNotEmpty().extracting(Statement::voice).containsOnly(Voice.INTERVIEWER);
    assertThat(statements.getLast().voice()).isEqualTo(Voice.SPEAKER);
    assertThat(statements.getLast().text()).endsWith("It is closed.");
    assertThat(statements).extracting(Statement::speaker).containsOnly(Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "**It is closed.**", "## The road is closed", "**Ansa Holm:** Why would they close it?", "**Ansa Holm** left. Why would **they?**", "#Tarmun is closed, is it not?", "Is the road open?", "— It is closed."})
  void a_question_within_a_paragraph_and_a_set_out_claim_are_the_speakers(String text) {
    assertThat(Suggester.suggest(text)).isNotEmpty().extracting(Statement::voice).containsOnly(Voice.SPEAKER);
  }

  @Test
  void lines_that_end_as_a_form_sends_them_are_set_out_alike() {
    String text = "**Is the road open?**\nAnsa Holm: It is closed.\n\n\nIt rained.\n[The road was opened later.]\n— Is it wet?\n";
    List<Statement> statements = Suggester.suggest(text.replace("\n", "\r\n"));

    assertThat(statements).extracting(Statement::voice).containsExactly(Voice.INTERVIEWER, Voice.SPEAKER, Voice.SPEAKER, Voice.EDITOR, Voice.INTERVIEWER);
    assertThat(statements).extracting(statement -> statement.speaker().orElse("")).containsExactly("", "Ansa Holm", "", "", "");
    assertThat(statements).extracting(Statement::text).noneMatch(words -> words.contains("\r"));
  }

  @Test
  void a_translation_is_a_link_of_the_chain() {
    List<Statement> statements = Suggester.suggest("Translated from Lithuanian.\nAnsa Holm: The depot burnt down.");

    assertThat(statements.getLast().chain()).containsExactly("Ansa Holm", "Translated from Lithuanian");
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "Translated from Lithuanian.\nAnsa Holm: The depot burnt down.", "Пераклад з літоўскай.\nАнса Холм: Склад згарэў.", "Перевод с литовского.\nАнса Холм: Склад сгорел.",
    "Переклад з литовської.\nАнса Холм: Склад згорів.", "Tłumaczenie z litewskiego.\nAnsa Holm: Magazyn spłonął.", "Išversta iš lenkų kalbos.\nAnsa Holm: Sandėlis sudegė."})
  void a_note_of_translation_holds_for_what_follows_in_every_language(String text) {
    assertThat(Suggester.suggest(text).getLast().chain()).hasSize(2).last().isEqualTo(text.substring(0, text.indexOf('.')));
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "They translated the order into shells. The depot burnt down.", "Она перевела деньги вчера. Склад сгорел.", "Вчера был перевод денег. Склад сгорел.",
    "Rząd przełożył głosowanie na maj. Magazyn spłonął.", "Juos vertė pasirašyti. Sandėlis sudegė."})
  void a_word_that_may_mean_something_else_makes_no_translation(String text) {
    assertThat(Suggester.suggest(text)).allSatisfy(one -> assertThat(one.chain()).isEmpty());
  }

  @Test
  void places_are_counted_in_code_points() {
    String text = "🔥🔥 The depot burnt down. It was empty.";
    int[] points = text.codePoints().toArray();

    for (Statement statement : Suggester.suggest(text)) {
      assertThat(new String(points, statement.start(), statement.end() - statement.start())).isEqualTo(statement.text());
    }
    assertThat(Suggester.suggest(text)).hasSize(2);
  }

  @Test
  void figures_and_days_are_named() {
    assertThat(one("On 21 November 2026 some 1,840 people crossed.").figures()).contains("1,840 people", "2026-11-21");
  }

  @Test
  void abbreviations_and_initials_end_no_sentence() {
    assertThat(Suggester.suggest("Dr. A. Holm came at 5 p.m. to the depot. He left.")).hasSize(2);
  }

  @Test
  void contrary_claims_of_one_text_stand_together() {
    List<Statement> statements = Suggester.suggest("The railway bridge near Tarmun was destroyed. It rained. The railway bridge near Tarmun was not destroyed. "
        + "The garrison lost 40 soldiers near Kasmur. The garrison lost 90 soldiers near Kasmur.");

    List<List<Statement>> conflicts = Conflicts.of(statements);

    assertThat(conflicts).hasSize(2);
    assertThat(conflicts.get(0)).containsExactly(statements.get(0), statements.get(2));
    assertThat(conflicts.get(1)).containsExactly(statements.get(3), statements.get(4));
  }

  @Test
  void each_mark_names_the_words_that_made_it() {
    assertThat(one("Perhaps the depot burnt down.").why()).contains(new Reason("possible", "Perhaps"));
  }

  @Test
  void hidden_characters_inside_a_word_do_not_hide_it() {
    assertThat(one("Per\u200Bhaps the depot burnt\u202E down.").hedge()).isEqualTo(Hedge.POSSIBLE);
  }

  @Test
  void a_text_that_is_too_long_is_refused() {
    String text = "a".repeat(Suggester.MOST_CHARS + 1);

    assertThatThrownBy(() -> Suggester.suggest(text)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("8000000");
  }

  @Test
  void a_text_without_blanks_or_ends_is_cut_into_bounded_pieces() {
    assertThat(Suggester.suggest("a".repeat(100_000))).hasSizeBetween(25, 26).allSatisfy(statement -> assertThat(statement.text().length()).isLessThanOrEqualTo(Sentences.MOST_CHARS));
    assertThat(Suggester.suggest("may ".repeat(5_000))).hasSize(50);
    assertThat(Suggester.suggest("\u202E\uFFFD\uD800?!".repeat(5_000))).isEmpty();
  }

  @Test
  void a_text_without_blanks_is_cut_by_its_words_and_never_within_a_character() {
    for (String hostile : List.of("not,", "не—", "may/", "ne\u202E;", "a\uFFFD.")) {
      String text = hostile.repeat(3_000);
      assertThat(Sentences.of(text, new Stretch(0, text.length()))).allSatisfy(piece -> assertThat(WordCutter.of(text, piece.start(), piece.end()).size()).isBetween(1, Sentences.MOST_WORDS));
    }
    String pairs = "\uD835\uDC00".repeat(9_000);
    assertThat(Sentences.of(pairs, new Stretch(0, pairs.length()))).hasSize(5)
        .allSatisfy(piece -> assertThat(Character.isLowSurrogate(pairs.charAt(piece.start()))).isFalse());
  }

  @Test
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void lines_without_an_end_and_claims_that_all_conflict_take_no_more_than_their_number() {
    assertThat(Paragraph.of("\n".repeat(2_000_000))).hasSize(2_000_000);

    Statement claim = one("The railway bridge near Tarmun burnt down.");
    Statement denial = one("The railway bridge near Tarmun did not burn down.");
    List<Statement> claims = IntStream.range(0, 10_000).mapToObj(i -> List.of(claim, denial)).flatMap(List::stream).toList();
    assertThat(Conflicts.of(claims)).singleElement().asInstanceOf(InstanceOfAssertFactories.LIST).hasSize(20_000);
  }

  @Test
  void each_word_is_looked_at_a_bounded_number_of_times_however_long_the_text() {
    for (Lexicon lexicon : Lexicons.all()) {
      for (String hostile : List.of("not ", "не ", "ne ", "may ", "nie wiem ", "по ")) {
        long looks = looks(lexicon, hostile.repeat(100));
        long twice = looks(lexicon, hostile.repeat(200));
        assertThat(twice).as(hostile).isLessThan(5 * looks / 2);
        assertThat(looks).as(hostile).isLessThan(5_000L * 100);
      }
    }
  }

  /// How often words are asked for while the cues of a text are found.
  private static long looks(Lexicon lexicon, String text) {
    List<Word> words = WordCutter.of(text, 0, text.length());
    AtomicLong looks = new AtomicLong();
    lexicon.matches(new AbstractList<>() {
      @Override
      public Word get(int index) {
        looks.incrementAndGet();
        return words.get(index);
      }

      @Override
      public int size() {
        return words.size();
      }
    });
    return looks.get();
  }

  @Test
  void it_goes_back_to_the_last_of_its_chain_who_is_named() {
    assertThat(one("Ansa Holm: They say the bridge at Tarmun burnt down.")).satisfies(statement -> {
      assertThat(statement.chain().getLast()).isEqualTo("unnamed");
      assertThat(statement.speaker()).isEmpty();
      assertThat(statement.origin()).contains("Ansa Holm");
    });
    assertThat(one("Ansa Holm: The ministry confirmed that 1,840 people crossed at Kasmur.").origin()).contains("The ministry");
    assertThat(one("They say the bridge at Tarmun burnt down.").origin()).isEmpty();
  }

  @Test
  void an_outlet_is_who_a_post_goes_back_to_unless_somebody_is_named_or_it_was_forwarded() {
    String text = "The ferry sank. They say the road is closed.\n\n\nThe ferry sank. They say the road is closed. The ministry said the road is closed.";
    Optional<String> outlet = Optional.of("Lorne daily");
    List<Statement> statements = Suggester.suggest(text, List.of(new Post(0, outlet, false), new Post(text.lastIndexOf('\n') + 1, outlet, true)), more -> {});

    assertThat(statements).extracting(statement -> statement.origin().orElse("")).containsExactly("Lorne daily", "Lorne daily", "", "", "The ministry");
    assertThat(statements).extracting(statement -> statement.speaker().orElse("")).containsExactly("Lorne daily", "", "", "", "The ministry");
  }

  @Test
  void how_far_a_text_is_read_adds_up_to_its_length() {
    AtomicLong read = new AtomicLong();
    String text = "🔥 The depot burnt down. It was empty.\n\n" + "may ".repeat(500) + "\n\n";
    Suggester.suggest(text, List.of(), read::addAndGet);

    assertThat(read.get()).isEqualTo(text.length());
  }

  @Test
  void the_language_a_sentence_was_read_as_is_told() {
    assertThat(one("The bridge at Tarmun burnt down.").language()).isEqualTo("en");
    assertThat(one("Ён сказаў, што мост згарэў учора ўвечары.").language()).isEqualTo("be");
  }

  private static Statement one(String text) {
    List<Statement> statements = Suggester.suggest(text);
    assertThat(statements).hasSize(1);
    return statements.getFirst();
  }
}
