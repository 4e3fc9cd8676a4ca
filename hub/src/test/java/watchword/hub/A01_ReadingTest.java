package watchword.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import watchword.seal.Drop;

class A01_ReadingTest {
  private final Path folder;
  private final Scene scene;

  A01_ReadingTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.scene = Scene.in(folder);
  }

  @BeforeEach
  void fill() throws IOException {
    scene.board("index.html", "<h1>Now</h1>").board("map/index.html", "map").board("style.css", "p {}")
        .board(".hidden.html", "no").board(".secret/a.html", "no").board("notes.unknown", "no");
  }

  @AfterEach
  void close() throws IOException {
    assertThat(scene.hub().faults()).isZero();
    scene.close();
  }

  @Test
  void a_page_comes_with_its_type_tag_and_the_constant_fields_and_without_date_or_server() throws IOException {
    try (Wire wire = scene.wire()) {
      Wire.Answer answer = wire.send("""
          GET / HTTP/1.1
          Host: board.example

          """).answer();
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.text()).isEqualTo("<h1>Now</h1>");
      assertThat(answer.lines()).contains(
          "Content-Type: text/html; charset=utf-8",
          "Content-Length: 12",
          "Cache-Control: no-store",
          "Referrer-Policy: no-referrer",
          "X-Content-Type-Options: nosniff",
          "Cross-Origin-Opener-Policy: same-origin",
          "Cross-Origin-Resource-Policy: same-origin");
      assertThat(answer.field("Content-Security-Policy")).contains(policyOfThePages());
      assertThat(answer.field("Permissions-Policy").orElseThrow()).contains("geolocation=()", "camera=()");
      assertThat(answer.field("Content-Security-Policy").orElseThrow()).contains("connect-src 'self'", "require-trusted-types-for 'script'", "frame-ancestors 'none'");
      assertThat(answer.field("Set-Cookie")).isEmpty();
      assertThat(answer.field("Date")).isEmpty();
      assertThat(answer.field("Server")).isEmpty();
      assertThat(answer.field("Last-Modified")).isEmpty();
    }
  }

  /// The policy that the pages ask for, as web/README.md has it.
  private static String policyOfThePages() throws IOException {
    String readme = Files.readString(Path.of("..", "web", "README.md"));
    int from = readme.indexOf("default-src");
    return readme.substring(from, readme.indexOf("\n```", from)).replace("\n", " ");
  }

  @Test
  void a_bundle_is_sent_packed_where_its_packed_form_lies_beside_it() throws IOException {
    Files.writeString(folder.resolve("bundles/2026-11-22.bin"), "whole");
    Files.writeString(folder.resolve("bundles/2026-11-22.bin.gz"), "packed");
    assertThat(scene.get("/bundle/2026-11-22.bin").text()).isEqualTo("whole");
    try (Wire wire = scene.wire()) {
      Wire.Answer answer = wire.send("GET /bundle/2026-11-22.bin HTTP/1.1\nAccept-Encoding: gzip\n\n").answer();
      assertThat(answer.text()).isEqualTo("packed");
      assertThat(answer.lines()).contains("Content-Encoding: gzip", "Content-Type: application/octet-stream");
    }
    assertThat(scene.get("/bundle/2026-11-22.bin.gz").status()).isEqualTo(404);
  }

  @Test
  void a_board_s_public_key_is_served_as_text() throws IOException {
    scene.board("minisign.pub", "untrusted comment: board\n");
    assertThat(scene.get("/minisign.pub").lines()).contains("Content-Type: text/plain; charset=utf-8");
  }

  @Test
  void a_reader_who_holds_the_content_is_told_so_and_the_tag_follows_the_content_not_the_time() throws IOException {
    String tag = scene.get("/style.css").field("ETag").orElseThrow();
    Wire.Answer again;
    try (Wire wire = scene.wire()) {
      again = wire.send("GET /style.css HTTP/1.1\nIf-None-Match: \"other\", " + tag + "\n\n").answerWithoutBody();
    }
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.field("ETag")).contains(tag);

    scene.board("copy.css", "p {}").board("other.css", "q {}");
    assertThat(scene.get("/copy.css").field("ETag")).contains(tag);
    assertThat(scene.get("/other.css").field("ETag").orElseThrow()).isNotEqualTo(tag);
  }

  @Test
  void a_folder_is_read_by_its_index() throws IOException {
    assertThat(scene.get("/map/").text()).isEqualTo("map");
    assertThat(scene.get("/map").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "/../data/lock", "/map/../style.css", "/./style.css", "//style.css", "/.hidden.html", "/.secret/a.html", "/notes.unknown",
    "/%2e%2e/data/lock", "/style.css?x=1", "/style.css/", "/none.html", "/bundle/../board/style.css", "/bundle/"
  })
  void what_is_not_a_plain_name_of_a_served_file_is_not_found(String path) throws IOException {
    Wire.Answer answer = scene.get(path);
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void a_link_inside_the_board_leads_nowhere() throws IOException {
    Files.writeString(folder.resolve("private.html"), "no");
    Files.createSymbolicLink(folder.resolve("board/link.html"), folder.resolve("private.html"));
    assertThat(scene.get("/link.html").status()).isEqualTo(404);
  }

  @Test
  void the_packed_form_is_sent_to_whoever_takes_gzip() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write("p {}".getBytes(UTF_8));
    }
    scene.board("style.css.gz", packed.toByteArray());
    try (Wire wire = scene.wire()) {
      Wire.Answer answer = wire.send("""
          GET /style.css HTTP/1.1
          accept-encoding: br, GZIP

          """).answer();
      assertThat(answer.field("Content-Encoding")).contains("gzip");
      assertThat(answer.field("Content-Type")).contains("text/css; charset=utf-8");
      assertThat(answer.body()).isEqualTo(packed.toByteArray());
    }
    assertThat(scene.get("/style.css").text()).isEqualTo("p {}");
    assertThat(scene.get("/style.css.gz").status()).isEqualTo(404);
  }

  @Test
  void head_tells_the_length_and_sends_no_body() throws IOException {
    try (Wire wire = scene.wire()) {
      Wire.Answer head = wire.send("HEAD /style.css HTTP/1.1\n\n").answerWithoutBody();
      assertThat(head.field("Content-Length")).contains("4");
      assertThat(wire.send("GET /map/ HTTP/1.1\n\n").answer().text()).isEqualTo("map");
    }
  }

  @Test
  void requests_sent_ahead_are_answered_in_order_until_one_says_close() throws IOException {
    try (Wire wire = scene.wire()) {
      wire.send("""
          GET / HTTP/1.1

          GET /none HTTP/1.1

          GET /style.css HTTP/1.1
          Connection: close

          GET /map/ HTTP/1.1

          """);
      assertThat(wire.answer().text()).isEqualTo("<h1>Now</h1>");
      assertThat(wire.answer().status()).isEqualTo(404);
      assertThat(wire.answer().text()).isEqualTo("p {}");
      assertThat(wire.ended()).isTrue();
    }
  }

  @Test
  void a_request_may_come_byte_by_byte() throws IOException {
    try (Wire wire = scene.wire()) {
      for (byte b : "GET /style.css HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(UTF_8)) {
        wire.send(new byte[] {b});
      }
      assertThat(wire.answer().text()).isEqualTo("p {}");
    }
  }

  @Test
  void a_board_switched_by_renaming_a_link_is_new_for_the_next_request_of_the_same_connection() throws IOException {
    Path board = folder.resolve("board");
    Files.move(board, folder.resolve("board-1"));
    Files.createSymbolicLink(board, folder.resolve("board-1"));
    try (Wire wire = scene.wire()) {
      assertThat(wire.send("GET / HTTP/1.1\n\n").answer().text()).isEqualTo("<h1>Now</h1>");
      Files.createDirectory(folder.resolve("board-2"));
      Files.writeString(folder.resolve("board-2/index.html"), "<h1>Later</h1>");
      Files.createSymbolicLink(folder.resolve("new"), folder.resolve("board-2"));
      Files.move(folder.resolve("new"), board, StandardCopyOption.ATOMIC_MOVE);
      assertThat(wire.send("GET / HTTP/1.1\n\n").answer().text()).isEqualTo("<h1>Later</h1>");
      assertThat(wire.send("GET /style.css HTTP/1.1\n\n").answer().status()).isEqualTo(404);
    }
  }

  @Test
  void a_bundle_is_served_from_the_moment_it_is_put_there_and_nothing_else_of_its_folder() throws IOException {
    assertThat(scene.get("/bundle/2026-11-22.bin").status()).isEqualTo(404);
    Files.write(folder.resolve("bundles/2026-11-22.bin"), new byte[16_384]);
    Files.write(folder.resolve("bundles/root.bin"), new byte[9]);
    assertThat(scene.get("/bundle/2026-11-22.bin").body()).hasSize(16_384);
    assertThat(scene.get("/bundle/root.bin").status()).isEqualTo(404);
  }

  @Test
  void the_drop_of_replies_is_served_beside_the_bundles_and_each_new_one_as_it_comes() throws IOException {
    assertThat(scene.get("/bundle/drop.bin").status()).isEqualTo(404);
    for (byte quarter = 1; quarter < 3; quarter++) {
      byte[] drop = new byte[Drop.LENGTH];
      Arrays.fill(drop, quarter);
      Files.write(folder.resolve("drop.new"), drop);
      Files.move(folder.resolve("drop.new"), folder.resolve("bundles/drop.bin"), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      assertThat(scene.get("/bundle/drop.bin").body()).isEqualTo(drop);
    }
  }

  @Test
  void a_large_file_comes_whole() throws IOException {
    byte[] large = new byte[5_000_000];
    new Random(1).nextBytes(large);
    scene.board("large.bin", large);
    assertThat(scene.get("/large.bin").body()).isEqualTo(large);
  }
}
