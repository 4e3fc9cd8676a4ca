package watchword.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// No page of the console gives a casebook out; of commands, `NoExportTest` says the same.
class RoutesTest {

  /// Pages that show; a route more has to be argued here.
  private static final List<String> PAGES = List.of("GET /", "GET /queue", "GET /incident", "GET /doubts", "GET /published", "GET /record", "GET /enter", "GET /senders", "GET /members",
      "GET /questions", "GET /counts", "GET /statements");

  private final Evening evening = new Evening(0);

  @AfterEach
  void close() {
    evening.close();
  }

  @Test
  void routes_are_pages_acts_and_the_door_and_no_other() {
    assertThat(evening.console.routes()).filteredOn(PAGES::contains).containsExactlyInAnyOrderElementsOf(PAGES);
    assertThat(evening.console.routes()).filteredOn(route -> !PAGES.contains(route)).containsExactlyInAnyOrder(
        "BEFORE *", "GET /assets/{name}", "GET /unlock", "POST /unlock", "POST /lock", "POST /alive",
        // One report's words, journalled and counted against a quota.
        "POST /read",
        // One photo, the same; what leaves is a picture drawn anew inside the page.
        "POST /photo",
        // The same for an incident's reports, more than ten only by a second member's word; and that word, or an end to it.
        "POST /read-all", "POST /act/agree", "POST /act/stop",
        "POST /enter", "POST /act/finding", "POST /act/judge", "POST /act/same", "POST /act/different", "POST /act/split",
        // The machine's time, where the desk doubts it.
        "POST /act/time",
        // Who belongs: the question, and the two acts.
        "POST /members", "POST /act/revoke", "POST /act/restore",
        // The end of a desk: the question, and the act with a typed word.
        "POST /panic", "POST /act/panic",
        // One sender: what passed, a form to write, and one letter's words, journalled like a report's.
        "GET /sender", "POST /sender", "POST /sender/read",
        // One standing question, and every step that a member takes about it.
        "GET /question", "POST /act/question/put", "POST /act/question/watch", "POST /act/question/look", "POST /act/question/cut", "POST /act/question/evidence", "POST /act/question/incident",
        "POST /act/question/strike", "POST /act/question/estimate", "POST /act/question/judge", "POST /act/question/dissent", "POST /act/question/wish",
        "POST /act/question/stop", "POST /act/question/end",
        // A pasted text's statements, the form for one, and what a member decides about it; the text is kept nowhere.
        "POST /statements", "POST /statements/claim", "POST /act/statement",
        // What an alarm of counts was; the page shows numbers by kind and district.
        "POST /act/handle",
        // A wave: its list, the question, the act; listing shows no words.
        "GET /wave", "POST /wave", "POST /act/wave",
        "POST /act/join-series", "POST /act/leave-series", "POST /act/aside", "POST /act/publish", "POST /act/withdraw", "POST /act/close");
  }

  @Test
  void pages_are_pages_and_not_files_to_keep() {
    Browser anna = Browser.unlocked(evening);
    String incident = Link.incident(evening.desk.queue(evening.now()).getFirst().incident().id(), Tab.VERIFY);
    for (String page : PAGES) {
      String path = page.substring("GET ".length());
      HttpResponse<String> answer = anna.get(path.equals("/incident") ? incident : path);
      assertThat(answer.statusCode()).as(page).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type")).as(page).hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
      assertThat(answer.headers().firstValue("Content-Disposition")).as(page).isEmpty();
      assertThat(answer.body()).as(page).doesNotContain("download");
    }
    assertThat(evening.shown()).as("and none of them shows words").isZero();
  }
}
