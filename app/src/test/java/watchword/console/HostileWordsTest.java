package watchword.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import watchword.core.incident.Incident;
import watchword.core.report.Channel;
import watchword.core.report.Figure;
import watchword.core.report.Report;
import watchword.core.report.ReportId;
import watchword.core.report.SourceKey;
import watchword.core.report.Stance;
import watchword.core.time.Span;
import watchword.desk.Desk;

class HostileWordsTest {

  private final Evening evening = new Evening(0);
  private final Browser anna = Browser.unlocked(evening);

  @AfterEach
  void close() {
    evening.close();
  }

  @Test
  void script_in_words_is_text() {
    String shown = shown("<script>alert(1)</script><img src=x onerror=alert(1)>\"'&amp; <a href=javascript:alert(1)>x</a> https://evil.example/");
    assertThat(shown).doesNotContain("<script", "<img", "<a ", "onerror=alert(1)>\"").contains("&lt;script&gt;alert(1)&lt;/script&gt;", "&amp;amp;", "https://evil.example/");
  }

  @Test
  void what_turns_words_round_or_hides_in_them_stands_there_as_a_mark() {
    String shown = shown("a\u202Eb\u200Bc\u2066d\uFEFFe\u0007f\u3164g\uDB40\uDC41h");
    assertThat(shown)
        .contains("⟦RLO⟧", "⟦ZWSP⟧", "⟦LRI⟧", "⟦BOM⟧", "⟦U+0007⟧", "⟦U+3164⟧", "⟦U+E0041⟧", "<bdi dir=\"auto\"")
        .doesNotContain("\u202E", "\u200B", "\u2066", "\uFEFF", "\u0007", "\u3164");
  }

  @Test
  void six_thousand_characters_without_a_space_are_shown_whole() {
    assertThat(shown("я".repeat(6_000))).contains("я".repeat(6_000));
  }

  @Test
  void a_sources_name_and_a_figures_name_are_escaped_too() {
    Report report = new Report(
        new ReportId("hostile\"><script>"), Channel.PUBLIC, new SourceKey("<b onclick=x>\u202Echannel"), evening.world.kinds().get("explosion"), Stance.SIGHTING,
        Optional.of(evening.world.gazetteer().towns().getFirst().place()), when(), "words", List.of(new Figure("<i>", 3)), List.of());
    evening.desk.receive(report, "", Desk.DESK, evening.now());
    Incident incident = evening.desk.holding(report.id(), evening.now()).orElseThrow().incident();

    String page = anna.get(Link.incident(incident.id(), Tab.VERIFY)).body();

    assertThat(page).contains("&lt;b onclick=x&gt;⟦RLO⟧channel", "hostile&quot;&gt;&lt;script&gt;", "&lt;i&gt; 3").doesNotContain("<b onclick", "\"><script>", "<i> 3", "\u202E");
  }

  private String shown(String words) {
    Report report = new Report(
        new ReportId("hostile"), Channel.SEALED, new SourceKey("sealed-hostile"), evening.world.kinds().get("explosion"), Stance.SIGHTING, Optional.empty(), when(), words, List.of(), List.of());
    evening.desk.receive(report, "", Desk.DESK, evening.now());
    Incident incident = evening.desk.holding(report.id(), evening.now()).orElseThrow().incident();
    String page = anna.post("/read", "report", "hostile", "id", incident.id().value()).body();
    return page.substring(page.indexOf("<bdi"), page.indexOf("</bdi>") + 6);
  }

  private Span when() {
    return new Span(evening.now().minus(Duration.ofMinutes(9)), evening.now().minus(Duration.ofMinutes(5)));
  }
}
