package watchword.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import watchword.core.corroboration.ReliabilityDiagram;
import watchword.core.corroboration.ReliabilityDiagram.Band;
import watchword.core.corroboration.Verdict;
import watchword.desk.Case;

/// The desk's own record on its page, from every frame and on the queue.
class RecordPageTest {

  private final Evening evening = new Evening(0);
  private final Browser anna = Browser.unlocked(evening);

  @AfterEach
  void close() {
    evening.close();
  }

  @Test
  void every_page_leads_to_it_and_the_queue_has_its_line() {
    for (String page : List.of("/", "/doubts", "/published", "/record", "/enter")) {
      assertThat(anna.get(page).body()).as(page).contains("<a href=\"/record\"");
    }
    assertThat(anna.get("/").body()).contains("0 of 20 verdicts so far.");
  }

  @Test
  void before_twenty_verdicts_it_says_what_it_will_show_and_draws_nothing() {
    assertThat(anna.get("/record").body()).contains("No verdict is counted yet. After 20 verdicts").doesNotContain("<svg");
    judge(3);
    assertThat(anna.get("/record").body()).contains("3 verdicts are counted so far.").doesNotContain("<svg");
    assertThat(anna.get("/").body()).contains("3 of 20 verdicts so far.");
  }

  @Test
  void from_twenty_on_picture_and_table_say_the_same_numbers() {
    judge(30);
    ReliabilityDiagram diagram = evening.desk.sight(Evening.MEMBER).ownRecord().diagram();
    assertThat(diagram.judged()).isEqualTo(30);
    String page = anna.get("/record").body();
    String picture = found(page, "<svg[^>]*class=\"reliability\".*?</svg>").getFirst();
    assertThat(found(picture, "class=\"count-name\">([0-9]+)<")).isEqualTo(diagram.bands().stream().map(band -> Integer.toString(band.said())).toList());
    assertThat(found(picture, "<circle cx=\"([0-9.]+)\"")).hasSize(diagram.bands().size());
    for (Band band : diagram.bands()) {
      assertThat(page).contains("<th scope=\"row\">%d–%d %%</th><td class=\"mean\">%s</td><td>%s</td><td>%d</td><td>%s</td>".formatted(
          band.from(), band.to(), Say.percent(band.mean()), Say.percent(band.share()), band.said(), Say.range(band.open())));
    }
    assertThat(page).containsPattern("When we said [0-9]+–[0-9]+.%, [0-9]+.% held, n = [0-9]+\\.").containsPattern("Brier score 0\\.[0-9]{3}");
    assertThat(anna.get("/").body()).containsPattern("Our record</a>: when we said [0-9]+–[0-9]+.%");
  }

  @Test
  void a_verdict_that_is_turned_round_changes_the_page_at_once() {
    judge(20);
    String before = anna.get("/record").body();
    Case one = evening.desk.queue(evening.now()).stream().filter(held -> !evening.desk.sight(Evening.MEMBER).verdicts(held).isEmpty()).findFirst().orElseThrow();
    Verdict.Truth was = evening.desk.sight(Evening.MEMBER).verdicts(one).getFirst().truth();
    evening.desk.judge(Evening.OTHER, one.incident().id(), was == Verdict.Truth.CONFIRMED ? Verdict.Truth.REFUTED : Verdict.Truth.CONFIRMED, evening.now());
    String after = anna.get("/record").body();
    assertThat(found(after, "Brier score (0\\.[0-9]{3})")).isNotEqualTo(found(before, "Brier score (0\\.[0-9]{3})"));
    assertThat(after).contains("over 20 verdicts");
  }

  @Test
  void who_goes_back_to_whom_is_drawn_with_a_letter_for_proven_and_denials_apart_and_said_in_words() {
    Case one = evening.desk.queue(evening.now()).stream()
        .filter(held -> held.corroboration().origins().stream().anyMatch(origin -> origin.denies())
            && held.corroboration().origins().stream().anyMatch(origin -> origin.proven())
            && held.corroboration().origins().size() < held.incident().readings().size())
        .findFirst().orElseThrow();
    String page = anna.get(Link.incident(one.incident().id(), Tab.VERIFY)).body();
    String picture = found(page, "<svg[^>]*class=\"origins-picture\".*?</svg>").getFirst();
    assertThat(found(picture, "class=\"first [a-z ]*proven\"")).hasSameSizeAs(found(picture, "class=\"letter\">P<")).isNotEmpty();
    assertThat(picture.indexOf("Deny it")).isGreaterThan(picture.indexOf("Support it"));
    assertThat(found(picture, "class=\"first denies")).isNotEmpty();
    assertThat(found(picture, "class=\"copy ")).isNotEmpty();
    assertThat(page).contains("The same in words", "proven source, ").containsPattern("[0-9]+ cop(y|ies) within [^,]+, [0-9]+ by the same");
  }

  private void judge(int count) {
    List<Case> queue = evening.desk.queue(evening.now());
    for (int i = 0; i < count; i++) {
      evening.desk.judge(Evening.MEMBER, queue.get(i).incident().id(), i % 3 == 0 ? Verdict.Truth.REFUTED : Verdict.Truth.CONFIRMED, evening.now());
    }
  }

  private static List<String> found(String page, String pattern) {
    return Pattern.compile(pattern, Pattern.DOTALL).matcher(page).results().map(match -> match.group(match.groupCount())).toList();
  }
}
