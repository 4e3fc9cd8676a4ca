package watchword.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoorTest {

  private final Evening evening = new Evening(0);

  @AfterEach
  void close() {
    evening.close();
  }

  @Test
  void every_page_leads_to_unlocking_while_the_console_is_locked() {
    Browser stranger = new Browser(evening.console.port());
    for (String path : new String[] {"/", "/queue", "/incident?id=I-x", "/doubts", "/published", "/enter"}) {
      HttpResponse<String> answer = stranger.get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(303);
      assertThat(answer.headers().firstValue("Location")).as(path).contains("/unlock");
      assertThat(answer.body()).as(path).doesNotContain("<");
    }
  }

  @Test
  void a_wrong_passphrase_or_member_unlocks_nothing_and_the_answer_tells_not_which() {
    Browser browser = new Browser(evening.console.port());
    HttpResponse<String> wrong = browser.unlock(Evening.MEMBER, "grey heron");
    HttpResponse<String> unknown = browser.unlock("nobody", Evening.PASSPHRASE);
    HttpResponse<String> empty = browser.unlock("nobody", "");

    assertThat(wrong.statusCode()).isEqualTo(403);
    assertThat(unknown.body()).isEqualTo(wrong.body());
    assertThat(empty.statusCode()).isEqualTo(403);
    assertThat(browser.get("/").statusCode()).isEqualTo(303);
  }

  @Test
  void five_wrong_passphrases_shut_the_door_for_half_a_minute() {
    Browser browser = new Browser(evening.console.port());
    for (int i = 0; i < 5; i++) {
      browser.unlock(Evening.MEMBER, "wrong");
    }
    assertThat(browser.unlock(Evening.MEMBER, Evening.PASSPHRASE).statusCode()).isEqualTo(403);
    evening.nobodyActsFor(Duration.ofSeconds(31));
    assertThat(browser.unlock(Evening.MEMBER, Evening.PASSPHRASE).statusCode()).isEqualTo(303);
  }

  @Test
  void the_right_passphrase_opens_the_queue_with_a_cookie_no_script_and_no_other_site_gets() {
    Browser browser = new Browser(evening.console.port());
    HttpResponse<String> answer = browser.unlock(Evening.MEMBER, Evening.PASSPHRASE);

    assertThat(answer.headers().firstValue("Set-Cookie").orElse("")).matches("watchword-\\d+=[0-9a-f]{64}; Path=/; HttpOnly; SameSite=Strict");
    assertThat(browser.get("/").body()).contains("Verify first");
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "/lock", "/alive", "/read", "/read-all", "/act/agree", "/act/stop", "/enter", "/act/finding", "/act/judge", "/act/same", "/act/different", "/act/split", "/act/join-series", "/act/leave-series", "/act/aside", "/act/publish", "/act/withdraw", "/act/close", "/members", "/act/revoke", "/act/restore", "/panic", "/act/panic"
  })
  void every_act_is_refused_from_another_page_without_an_origin_or_with_a_wrong_token(String path) {
    Browser browser = Browser.unlocked(evening);
    int entries = evening.ledger.entries().size();
    String right = browser.token;
    String own = browser.origin;

    for (String origin : new String[] {"http://evil.example", "null", "", own.replace("127.0.0.1", "localhost"), own.replace("http", "https")}) {
      browser.origin = origin;
      assertThat(browser.post(path).statusCode()).as("origin " + origin).isEqualTo(403);
    }
    browser.origin = own;
    for (String token : new String[] {"", right.replace(right.charAt(0), right.charAt(0) == '0' ? '1' : '0')}) {
      browser.token = token;
      assertThat(browser.post(path).statusCode()).as("token").isEqualTo(403);
    }
    assertThat(evening.ledger.entries()).hasSize(entries);
    assertThat(browser.get("/").statusCode()).isEqualTo(200);
  }

  @Test
  void unlocking_is_refused_from_another_page_too() {
    Browser browser = new Browser(evening.console.port());
    browser.get("/unlock");
    browser.origin = "http://evil.example";
    assertThat(browser.post("/unlock", "member", Evening.MEMBER, "passphrase", Evening.PASSPHRASE).statusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example", "127.0.0.1", "localhost", "127.0.0.1:1", "127.0.0.1.evil.example:80"})
  void a_name_that_was_rebound_to_this_machine_gets_nothing(String host) throws IOException {
    assertThat(Browser.unlocked(evening).statusWithHost(host)).contains("421");
  }

  @Test
  void a_quarter_of_an_hour_without_an_act_locks_even_while_the_page_polls() {
    Browser browser = Browser.unlocked(evening);
    evening.nobodyActsFor(Duration.ofMinutes(14));
    assertThat(browser.get("/queue").statusCode()).isEqualTo(200);
    evening.nobodyActsFor(Duration.ofMinutes(1));
    assertThat(browser.get("/queue").statusCode()).isEqualTo(303);
    assertThat(browser.post("/act/judge").statusCode()).isEqualTo(401);
  }

  @Test
  void an_act_keeps_the_console_open() {
    Browser browser = Browser.unlocked(evening);
    evening.nobodyActsFor(Duration.ofMinutes(14));
    assertThat(browser.post("/alive").statusCode()).isEqualTo(204);
    evening.nobodyActsFor(Duration.ofMinutes(14));
    assertThat(browser.get("/").statusCode()).isEqualTo(200);
  }

  @Test
  void locking_ends_the_session() {
    Browser browser = Browser.unlocked(evening);
    browser.post("/lock");
    assertThat(browser.get("/").statusCode()).isEqualTo(303);
  }

  @Test
  void every_answer_forbids_foreign_code_frames_and_keeping_a_copy() {
    Browser browser = Browser.unlocked(evening);
    for (String path : new String[] {"/", "/unlock", "/nowhere", "/assets/console.js", "/assets/..%2fDoor.class", "/incident?id=none"}) {
      HttpResponse<String> answer = browser.get(path);
      assertThat(answer.headers().firstValue("Content-Security-Policy").orElse("")).as(path)
          .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "form-action 'self'", "base-uri 'none'")
          .doesNotContain("unsafe");
      assertThat(answer.headers().firstValue("Cache-Control")).as(path).contains("no-store");
      assertThat(answer.body()).as(path).doesNotContain("Exception", "\tat ");
    }
  }
}
