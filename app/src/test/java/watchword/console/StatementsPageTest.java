package watchword.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import watchword.core.assessment.BaseRate;
import watchword.core.assessment.Domain;
import watchword.core.assessment.Evidence;
import watchword.core.assessment.Expectation;
import watchword.core.assessment.Hedge;
import watchword.core.assessment.Hypothesis;
import watchword.core.assessment.Indicator;
import watchword.core.assessment.Outcome;
import watchword.core.assessment.Question;
import watchword.core.assessment.Weighed;
import watchword.core.bulletin.Likelihood;
import watchword.core.kind.Language;
import watchword.desk.Entry.Mark;
import watchword.desk.Entry;
import watchword.desk.Inquiry;
import watchword.desk.QuestionStep;

/// A text becomes claims, a claim evidence, and each decision a count.
class StatementsPageTest {

  private static final String PERHAPS = "Ansa Holm: Perhaps they will attack Tarmun in November.";
  private static final String RUMOUR = "Ansa Holm: They said all day that at four in the morning the bridge at Tarmun would go; that is not true.";
  private static final Expectation SEEN = new Expectation(List.of(Likelihood.VERY_LIKELY, Likelihood.UNLIKELY));

  private final Evening evening = new Evening(0);
  private final Browser anna = Browser.unlocked(evening);

  @AfterEach
  void close() {
    evening.close();
  }

  @Test
  void a_text_becomes_claims_with_their_marks_and_why_and_the_desk_keeps_nothing_of_it() {
    put();
    int before = evening.ledger.entries().size();
    String page = anna.post("/statements", "text", PERHAPS + "\nThe ministry confirmed that 1,840 people crossed at Kasmur.").body();
    assertThat(page).contains("Forecast, affirmed, predicted; hedge possible.", "Ansa Holm", "possible “Perhaps”",
        "Figure, affirmed, observed; hedge certain.", "Figures: <bdi dir=\"auto\" class=\"said\">1,840 people</bdi>");
    assertThat(evening.ledger.entries()).hasSize(before);
    assertThat(anna.get("/statements").body()).doesNotContain("Kasmur");
  }

  @Test
  void claims_that_cannot_all_be_so_stand_in_one_card() {
    String page = anna.post("/statements", "text", "The railway bridge near Tarmun burnt down. It rained. The railway bridge near Tarmun did not burn down.").body();
    String card = page.substring(page.indexOf("These cannot all be so"), page.indexOf("</li>", page.indexOf("These cannot all be so")));
    assertThat(card).contains("near Tarmun burnt down", "near Tarmun did not burn down").doesNotContain("It rained");
  }

  @Test
  void a_corrected_hedge_weighs_as_corrected_and_is_counted() {
    put();
    Map<String, String> form = form(PERHAPS);
    assertThat(form).containsEntry("hedge", "POSSIBLE").containsEntry("origin", "");
    form.put("hedge", "PROBABLE");
    decide(form, "add");
    assertThat(added()).singleElement().isInstanceOfSatisfying(Evidence.OfStatement.class, said -> {
      assertThat(said.hedge()).isEqualTo(Hedge.PROBABLE);
      assertThat(said.reliability()).isEqualTo(.6);
      assertThat(said.item().origin()).isEqualTo("Ansa Holm");
      assertThat(said.denied()).isFalse();
    });
    assertThat(counted()).containsExactly(new Entry.Checked(evening.now(), Evening.MEMBER, Language.EN,
        Set.of(Mark.CLAIM, Mark.TYPE, Mark.VOICE, Mark.SPEAKER, Mark.POLARITY, Mark.TENSE, Mark.RUMOUR, Mark.CHAIN), Set.of(Mark.HEDGE)));
    assertThat(anna.get("/statements").body()).contains("<th scope=\"row\">en</th><td>1 of 1</td><td>1 of 1</td><td>1 of 1</td><td>1 of 1</td><td>1 of 1</td><td>1 of 1</td><td>0 of 1</td>");
  }

  @Test
  void a_chain_that_is_put_right_is_counted_and_its_last_link_is_who_it_goes_back_to() {
    put();
    Map<String, String> form = form("Ansa Holm: There is information that they will attack Tarmun in November.");
    assertThat(form).containsEntry("chain", "Ansa Holm; There is information; unnamed").containsEntry("origin", "Ansa Holm");
    form.put("chain", "Ansa Holm;  General Orlik ");
    decide(form, "add");
    assertThat(added().getLast().item().origin()).isEqualTo("General Orlik");
    assertThat(counted().getLast().changed()).containsExactly(Mark.CHAIN);

    form.put("origin", "the staff");
    decide(form, "add");
    assertThat(added().getLast().item().origin()).as("whom the member names").isEqualTo("the staff");

    form.put("origin", "Ansa Holm");
    form.put("chain", "Ansa Holm; a neighbour; unnamed");
    decide(form, "add");
    assertThat(added().getLast().item().origin()).as("nobody in particular is no origin").isEqualTo("Ansa Holm");

    form.put("chain", "Ansa Holm;There is information;unnamed");
    decide(form, "only");
    assertThat(counted().getLast().kept()).as("blanks are no correction").contains(Mark.CHAIN);
  }

  @Test
  void a_figure_that_is_none_is_struck_and_counted() {
    put();
    Map<String, String> form = form("The ministry confirmed that 1,840 people crossed at Kasmur.");
    decide(form, "only");
    assertThat(counted().getLast().kept()).contains(Mark.FIGURES);
    form.put("wrong-figure", "1,840 people");
    decide(form, "only");
    assertThat(counted().getLast().changed()).containsExactly(Mark.FIGURES);
  }

  @Test
  void a_speaker_with_an_interest_counts_seven_tenths_and_a_denial_as_one() {
    put();
    Map<String, String> form = form(PERHAPS);
    form.put("interested", "yes");
    form.put("polarity", "DENIED");
    decide(form, "add");
    assertThat(added()).singleElement().isInstanceOfSatisfying(Evidence.OfStatement.class, said -> {
      assertThat(said.reliability()).isEqualTo(.4 * .7);
      assertThat(said.denied()).isTrue();
    });
  }

  @Test
  void two_outlets_that_quote_one_speaker_add_once() {
    put();
    decide(form("Ansa Holm: They will attack Tarmun in November."), "add");
    double once = figure();
    decide(form("Ansa Holm said that they will attack Tarmun in November."), "add");
    assertThat(inquiry().known().assessment(evening.now()).lines()).extracting(line -> line.evidence().item().origin(), Weighed::counts)
        .containsExactlyInAnyOrder(tuple("Ansa Holm", true), tuple("Ansa Holm", false));
    assertThat(figure()).isEqualTo(once);
  }

  @Test
  void a_story_about_a_rumour_is_never_evidence_for_its_content() {
    put();
    Map<String, String> form = form(RUMOUR);
    assertThat(form).containsEntry("was-rumour", "yes").containsEntry("origin", "Ansa Holm");
    form.put("polarity", "AFFIRMED");
    decide(form, "add");
    form.put("indicator", "said");
    decide(form, "add");
    assertThat(added().getFirst()).isInstanceOfSatisfying(Evidence.OfStatement.class, said -> assertThat(said.denied()).isTrue());
    assertThat(added().getLast()).as("that it went round").isInstanceOfSatisfying(Evidence.OfSpeaking.class, said -> assertThat(said.item().indicator()).contains("said"));
    form.put("indicator", "seen");
    decide(form, "add");
    assertThat(added().getLast()).as("a sign of its content").isInstanceOfSatisfying(Evidence.OfStatement.class, said -> {
      assertThat(said.denied()).isTrue();
      assertThat(said.likelihoods()).isEqualTo(SEEN.unseen());
    });
    assertThat(anna.get(Link.question("attack")).body()).contains("That it was said", "Denial, said plainly");
  }

  @Test
  void what_was_taken_for_a_rumour_and_is_none_is_corrected_and_counted_and_so_is_one_that_was_missed() {
    put();
    Map<String, String> form = form(RUMOUR);
    form.put("rumour", "no");
    form.put("polarity", "AFFIRMED");
    decide(form, "add");
    assertThat(added().getLast()).isInstanceOfSatisfying(Evidence.OfStatement.class, said -> assertThat(said.denied()).isFalse());
    assertThat(counted().getLast().changed()).contains(Mark.RUMOUR);
    form = form("Ansa Holm: They will attack Tarmun in November.");
    form.put("rumour", "yes");
    decide(form, "add");
    assertThat(added().getLast()).isInstanceOfSatisfying(Evidence.OfStatement.class, said -> assertThat(said.denied()).isTrue());
    assertThat(counted().getLast().changed()).containsExactly(Mark.RUMOUR);
  }

  @Test
  void what_is_wrong_is_counted_as_no_claim_and_nothing_else() {
    put();
    decide(form(PERHAPS), "wrong");
    assertThat(counted()).singleElement().satisfies(one -> {
      assertThat(one.kept()).isEmpty();
      assertThat(one.changed()).containsExactly(Mark.CLAIM);
    });
    decide(form(PERHAPS), "only");
    assertThat(counted().getLast().kept()).as("it has no figures").containsExactlyElementsOf(EnumSet.complementOf(EnumSet.of(Mark.FIGURES)));
    assertThat(added()).isEmpty();
  }

  @Test
  void a_judgement_is_no_evidence_and_what_is_refused_is_not_counted() {
    put();
    Map<String, String> form = form(PERHAPS);
    form.put("type", "JUDGEMENT");
    assertThat(decide(form, "add").body()).contains("evidence for nothing");
    Map<String, String> nobodys = form("The bridge at Tarmun burnt down.");
    assertThat(decide(nobodys, "add").body()).contains("nobody is named");
    assertThat(added()).isEmpty();
    assertThat(counted()).isEmpty();
  }

  @Test
  void a_hostile_text_is_escaped_bounded_and_marked() {
    put();
    String script = anna.post("/statements", "text", "<script>alert(1)</script> \u202Emay\u2066 attack\"'> Tarmun. \uDB40\uDC41").body();
    assertThat(script).contains("&lt;script&gt;alert(1)", "⟦RLO⟧", "⟦LRI⟧").doesNotContain("<script>alert", "\u202E", "\u2066", "attack\"'>");
    String endless = anna.post("/statements", "text", "\u202E".repeat(20_000)).body();
    assertThat(endless).doesNotContain("\u202E").hasSizeLessThan(4_000_000);
    String word = anna.post("/statements", "text", "я".repeat(30_000)).body();
    assertThat(word).contains("яяя").hasSizeLessThan(1_000_000);
    String many = anna.post("/statements", "text", "It rained. ".repeat(5_000)).body();
    assertThat(many).contains("5000 sentences", "The first 300 sentences are shown").hasSizeLessThan(2_000_000);
    Map<String, String> form = form("\u202E".repeat(5_000) + "attack");
    form.put("origin", "a channel");
    assertThat(decide(form, "add").statusCode()).as("the longest spelling still fits a field").isEqualTo(303);
  }

  @Test
  void the_source_of_a_page_and_an_exported_chat_are_read_as_the_command_reads_them() {
    String page = anna.post("/statements", "text", "<!DOCTYPE html><html><head><title>Kasmur</title></head><body><p><b>Is the bridge open?</b></p>\r\n<p>Perhaps the <i>bridge</i> burnt&nbsp;down.</p></body></html>").body();
    assertThat(page).contains("Is the bridge open?", "Says: interviewer", "Perhaps the bridge burnt down.", "Says: speaker").doesNotContain("Kasmur", "&amp;nbsp;");
    String export = """
        {"name":"Lorne daily","type":"public_channel","id":1,"messages":[
        {"id":1,"type":"message","date_unixtime":"1772359200","from":"Lorne daily","author":"QUILLFEATHER","text":"Perhaps the depot burnt down."},
        {"id":2,"type":"message","date_unixtime":"1772359260","forwarded_from":"QUILLFEATHER","text":"The ferry sank."}]}""";
    String chat = anna.post("/statements", "text", export).body();
    assertThat(chat).contains("Perhaps the depot burnt down.", ">Lorne daily</bdi>", ">Lorne daily ← forwarded ← unnamed</bdi>").doesNotContain("QUILLFEATHER", "date_unixtime");
    put();
    assertThat(decide(form(export.replaceFirst("(?s)\\{\"id\":1.*?},", "")), "add").body()).contains("nobody is named");
  }

  @Test
  void what_the_command_refuses_is_refused_by_name_and_is_not_quoted() {
    for (String[] refused : new String[][] {
      {"{\"about\":\"x\",\"personal_information\":{\"first_name\":\"QUILLFEATHER\"},\"chats\":{\"list\":[]}}", "the export of a whole account"},
      {"{\"type\":\"public_channel\",\"messages\":[{\"id\":1,\"type\":\"message\",\"text\":\"QUILLFEATHER", "What was pasted, message 1: not JSON"},
      {"{\"type\":\"FeatureCollection\",\"features\":[]}", "holds places, not a text"}, {"a\0b QUILLFEATHER", "no text in UTF-8"}, {"<html><body><p> ... </p></body></html>", "no word"}}) {
      HttpResponse<String> answer = anna.post("/statements", "text", refused[0]);
      assertThat(answer.statusCode()).as(refused[1]).isEqualTo(422);
      assertThat(answer.body()).contains(refused[1], "Nothing was done").doesNotContain("QUILLFEATHER");
    }
  }

  @Test
  void a_page_may_have_a_megabyte_and_its_text_sixty_four_kilobytes() {
    String markup = "<html><body><!--" + "ж".repeat(520_000) + "-->";
    assertThat(anna.post("/statements", "text", markup + "<p>It rained.").body()).contains("It rained.").doesNotContain("жж");
    assertThat(anna.post("/statements", "text", markup + "ж".repeat(10_000)).statusCode()).as("the page").isEqualTo(413);
    assertThat(anna.post("/statements", "text", "<html><body>" + "ж".repeat(33_000)).statusCode()).as("the text").isEqualTo(413);
  }

  @Test
  void sixty_four_kilobytes_are_read_in_any_letters_and_what_is_longer_is_refused_with_the_way_that_takes_it() {
    assertThat(anna.post("/statements", "text", "ж".repeat(32_767) + ".").statusCode()).isEqualTo(200);
    for (int letters : List.of(32_769, 60_000)) {
      HttpResponse<String> answer = anna.post("/statements", "text", "ж".repeat(letters));
      assertThat(answer.statusCode()).isEqualTo(413);
      assertThat(answer.body()).contains("64 KB", "./watchword statements FILE");
    }
    assertThat(anna.post("/statements", "text", " \n ").statusCode()).isEqualTo(400);
  }

  @Test
  void whoever_said_something_has_a_record_once_a_question_ends_on_their_page_and_beside_what_they_say() {
    assertThat(anna.get("/statements").body()).contains("No question has ended on which a speaker is heard", "Nothing is decided yet");
    put();
    decide(form(PERHAPS), "add");
    assertThat(anna.get(Link.question("attack")).body()).doesNotContain("pointed to what came");
    LocalDate day = LocalDate.ofInstant(evening.now(), ZoneOffset.UTC);
    act(new QuestionStep.Ended(new Outcome.Came("h1", day, "two agencies say so")));
    assertThat(anna.get("/statements").body()).contains("<th scope=\"row\" dir=\"auto\">Ansa Holm</th><td>1 of 1 pointed to what came</td>");
    assertThat(anna.get(Link.question("attack")).body()).contains("1 of 1 pointed to what came");
    act(new QuestionStep.Ended(new Outcome.Came("none", day, "they took it back")));
    assertThat(anna.get("/statements").body()).contains("0 of 1 pointed to what came");
  }

  /// What the form for a text's first claim would send as it stands.
  private Map<String, String> form(String text) {
    String page = anna.post("/statements", "text", text, "when", "2026-03-09T20:00").body();
    Map<String, String> asked = inputs(page.substring(page.indexOf("<div id=\"c")));
    String form = anna.post("/statements/claim", flat(asked)).body();
    Map<String, String> fields = inputs(form.substring(form.indexOf("action=\"/act/statement\"")));
    Matcher select = Pattern.compile("<select name=\"([a-z0-9-]+)\">(.*?)</select>", Pattern.DOTALL).matcher(form);
    while (select.find()) {
      Matcher chosen = Pattern.compile("value=\"([A-Za-z_]*)\" selected").matcher(select.group(2));
      fields.put(select.group(1), chosen.find() ? chosen.group(1) : "");
    }
    fields.put("seen-h1", "VERY_LIKELY");
    fields.put("seen-none", "UNLIKELY");
    return fields;
  }

  /// Names and values of inputs up to the form's end; boxes are not ticked.
  private static Map<String, String> inputs(String html) {
    Map<String, String> fields = new LinkedHashMap<>();
    Matcher input = Pattern.compile("<input (?!type=\"checkbox\")[^>]*name=\"([a-z-]+)\"[^>]*?(?: value=\"([^\"]*)\")[^>]*/>").matcher(html.substring(0, html.indexOf("</form>")));
    while (input.find()) {
      if (!input.group(1).equals("token")) {
        fields.put(input.group(1), input.group(2).replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&"));
      }
    }
    return fields;
  }

  private HttpResponse<String> decide(Map<String, String> form, String what) {
    Map<String, String> fields = new LinkedHashMap<>(form);
    fields.put("do", what);
    return anna.post("/act/statement", flat(fields));
  }

  private static String[] flat(Map<String, String> fields) {
    return fields.entrySet().stream().flatMap(field -> Arrays.asList(field.getKey(), field.getValue()).stream()).toArray(String[]::new);
  }

  private List<Entry.Checked> counted() {
    return evening.ledger.entries().stream().filter(Entry.Checked.class::isInstance).map(Entry.Checked.class::cast).toList();
  }

  private List<Evidence> added() {
    return new ArrayList<>(inquiry().known().evidence());
  }

  private Inquiry inquiry() {
    return evening.desk.questions().find(Evening.MEMBER, "attack", evening.now()).orElseThrow();
  }

  private double figure() {
    return inquiry().known().assessment(evening.now()).probabilities().getFirst();
  }

  private void put() {
    LocalDate day = LocalDate.ofInstant(evening.now(), ZoneOffset.UTC);
    Question question = new Question("attack", "the border", "Will they attack?", "two agencies report it", "two agencies", day, day.plusDays(60),
        List.of(new Hypothesis("h1", "they attack"), new Hypothesis("none", "none of these")), List.of());
    act(new QuestionStep.Put(question, Map.of(), BaseRate.counted(1, 57, 2, "one in 57 months")));
    act(new QuestionStep.Watching(new Indicator("seen", Domain.FORCES, "columns at the bridge", SEEN, Duration.ofDays(14), false, Optional.empty(), List.of())));
    act(new QuestionStep.Watching(new Indicator("said", Domain.INFORMATION, "they say that they are threatened", SEEN, Duration.ofDays(14), true, Optional.empty(), List.of())));
  }

  private void act(QuestionStep step) {
    assertThat(evening.desk.questions().act(Evening.MEMBER, "attack", step, evening.now())).isEmpty();
  }
}
