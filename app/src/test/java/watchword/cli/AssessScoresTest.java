package watchword.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/// How good what was said turned out, as `assess --json` tells it.
class AssessScoresTest {

  private static final String CAME = "{\"came\": \"%s\", \"on\": \"2026-11-21\", \"why\": \"two agencies\"}";

  private static final String JUDGED = """
      {"member": "heron", "on": "%s", "probabilities": {"attack": %s, "none": %s}, "confidence": "low", "assumptions": ["none is hidden"],
       "wouldChange": {"en": "trains", "be": "цягнікі", "ru": "эшелоны", "uk": "ешелони", "pl": "pociągi", "lt": "traukiniai"}%s}""";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({".9, .1, none, .81, -232.1928", ".9, .1, attack, .01, 84.7997", ".5, .5, attack, .25, 0", ".5, .5, none, .25, 0"})
  void a_judgement_of_a_question_that_ended_has_the_scores_of_the_vectors(String attack, String none, String came, double brier, double baseline) throws IOException {
    JsonNode sheet = sheet(CAME.formatted(came), List.of(JUDGED.formatted("2026-11-11T00:00", "0" + attack, "0" + none, "")));
    assertThat(sheet.at("/outcome/came").asText()).isEqualTo(came);
    assertThat(sheet.get("scores")).extracting(one -> one.get("of").asText()).containsExactly("base rate", "computed figure", "judgement");
    JsonNode judgement = sheet.at("/scores/2");
    assertThat(judgement.get("brier").asDouble()).isCloseTo(brier, within(1e-12));
    assertThat(judgement.get("baseline").asDouble()).isCloseTo(baseline, within(5e-5));
    double given = Double.parseDouble(came.equals("attack") ? attack : none);
    assertThat(judgement.get("log").asDouble()).isCloseTo(-Math.log(given), within(1e-12));
    assertThat(sheet.at("/timeWeighted/brier").asDouble()).isCloseTo(brier, within(1e-12));
    assertThat(sheet.at("/timeWeighted/coverage").asDouble()).as("ten days of twenty").isCloseTo(.5, within(1e-12));
    double ofBase = came.equals("attack") ? .64 : .04;
    assertThat(sheet.at("/scores/0/brier").asDouble()).isCloseTo(ofBase, within(1e-12));
    assertThat(sheet.get("skill").asDouble()).isCloseTo(1 - brier / ofBase, within(1e-9));
    assertThat(sheet.has("calibration")).as("one probability tells nothing").isFalse();
  }

  @Test
  void where_there_are_twenty_probabilities_of_the_first_of_two_answers_they_stand_beside_what_came() throws IOException {
    List<String> judged = IntStream.range(0, 20).mapToObj(day -> JUDGED.formatted("2026-11-%02dT12:00".formatted(day + 1), "0.3", "0.7", day == 0 ? "" : ", \"changed\": \"a day more\"")).toList();
    JsonNode bands = sheet(CAME.formatted("none"), judged).get("calibration");
    assertThat(bands).as("the second answer is what the first leaves").hasSize(1);
    assertThat(bands.get(0)).hasToString("{\"from\":21,\"to\":30,\"said\":20,\"came\":0,\"mean\":%s}".formatted(bands.at("/0/mean")));
    assertThat(bands.at("/0/mean").asDouble()).isCloseTo(.3, within(1e-12));
    assertThat(sheet(CAME.formatted("none"), judged.subList(0, 19)).has("calibration")).isFalse();
  }

  @Test
  void an_open_question_has_no_scores_and_an_annulled_one_nobody_scored() throws IOException {
    List<String> judged = List.of(JUDGED.formatted("2026-11-11T00:00", "0.9", "0.1", ""));
    assertThat(sheet("", judged).properties()).extracting(Map.Entry::getKey).doesNotContain("outcome", "scores", "timeWeighted", "skill");
    JsonNode annulled = sheet("{\"annulled\": \"the agencies differ\", \"on\": \"2026-11-21\"}", judged);
    assertThat(annulled.at("/outcome/annulled").asBoolean()).isTrue();
    assertThat(annulled.get("scores")).isEmpty();
    assertThat(annulled.has("timeWeighted")).isFalse();
  }

  private JsonNode sheet(String outcome, List<String> judgements) throws IOException {
    Files.writeString(folder.resolve("question.json"), """
      {"format": "watchword.question/1", "id": "q", "territory": "the border of Lorne", "asks": "Will they attack?", "rule": "as two agencies report", "resolver": "two agencies",
       "opened": "2026-11-01", "closes": "2026-11-30", "hypotheses": [{"id": "attack", "text": "they attack"}, {"id": "none", "text": "none of these"}],
       "baseRate": {"probabilities": {"attack": 0.2, "none": 0.8}, "why": "counted"}, "outcomes": [%s]}
      """.formatted(outcome));
    Files.writeString(folder.resolve("judgements.json"), "{\"format\": \"watchword.judgements/1\", \"judgements\": [%s]}".formatted(
        String.join(",", judgements)));
    CommandLine line = Main.line();
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    assertThat(line.execute("assess", folder.toString(), "--as-of", "2026-11-30T12:00", "--json")).as(err.toString()).isZero();
    return new JsonMapper().readTree(out.toString());
  }
}
