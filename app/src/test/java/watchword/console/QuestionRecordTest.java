package watchword.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import watchword.core.corroboration.ReliabilityDiagram;
import watchword.core.kind.Language;

/// The desk's record over questions that ended, as its page tells it.
class QuestionRecordTest {

  private final Evening evening = new Evening(0);
  private final Browser anna = Browser.unlocked(evening);
  private final LocalDate today = LocalDate.ofInstant(evening.now(), ZoneOffset.UTC);

  @AfterEach
  void close() {
    evening.close();
  }

  @Test
  void of_two_answers_the_first_counts_alone_so_that_calibration_is_shown_from_twenty_questions_on() {
    for (int i = 1; i < ReliabilityDiagram.LEAST; i++) {
      judged("q" + i);
    }
    evening.desksClockMoves(Duration.ofDays(3));
    for (int i = 1; i < ReliabilityDiagram.LEAST; i++) {
      ended("q" + i, 3);
    }
    assertThat(anna.get("/questions").body()).contains("Over 19 questions: ", "From 20 answers on").doesNotContain("<table class=\"bands\">");
    judged("q20");
    evening.desksClockMoves(Duration.ofDays(3));
    ended("q20", 6);
    assertThat(anna.get("/questions").body()).contains("Over 20 questions: ", "<table class=\"bands\">").containsOnlyOnce("<th scope=\"row\">21–30 %</th>").doesNotContain("61–70 %");
  }

  private void judged(String id) {
    List<String> put = new ArrayList<>(List.of(
        "id", id, "asks", "Will they attack?", "territory", "the border", "rule", "forces are on the territory", "resolver", "two agencies",
        "opens", today.toString(), "closes", today.plusDays(60).toString(), "answer1", "they attack", "events", "1", "months", "57", "horizon", "2", "why", "one in 57 months"));
    List<String> judge = new ArrayList<>(List.of("id", id, "p-h1", "30", "p-none", "70", "confidence", "LOW", "assumptions", "the agencies go on reporting"));
    for (Language language : Language.values()) {
      put.addAll(List.of("claim-" + language.code(), "armed forces of Vesk are on the territory of Lorne"));
      judge.addAll(List.of("change-" + language.code(), "trains that go back"));
    }
    taken("put", put.toArray(String[]::new));
    taken("estimate", "id", id, "p-h1", "30", "p-none", "70", "why", "why");
    taken("judge", judge.toArray(String[]::new));
  }

  private void ended(String id, int days) {
    taken("end", "id", id, "came", "none", "on", today.plusDays(days).toString(), "why", "two agencies say so");
  }

  private void taken(String act, String... fields) {
    assertThat(anna.post("/act/question/" + act, fields).statusCode()).isEqualTo(303);
  }
}
