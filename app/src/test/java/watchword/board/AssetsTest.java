package watchword.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Styles and scripts are found wherever the web module's folder lies.
class AssetsTest {

  @TempDir Path folder;

  @Test
  void a_folder_gives_its_files_and_the_boards_own_style_and_icon() throws Exception {
    Files.writeString(folder.resolve("board.css"), "a");
    Files.writeString(folder.resolve("tell.js"), "b");
    assertThat(Assets.beside(folder.resolve("board.css").toUri().toURL()).files()).containsOnlyKeys("board.css", "tell.js", "pages.css", "icon.svg");
  }

  @Test
  void readers_load_the_boards_own_style_without_its_comments() throws Exception {
    String style = new String(Optional.ofNullable(Assets.of(folder).files().get("pages.css")).orElseThrow(), StandardCharsets.UTF_8);
    assertThat(style).doesNotContain("/*", "*/").startsWith(".masthead .desk {").contains(".calm .bulletin {", "main.one, main.text {", ".compromise {");
    assertThat(style.chars().filter(sign -> sign == '{').count()).isEqualTo(style.chars().filter(sign -> sign == '}').count()).isGreaterThan(40);
  }

  @Test
  void a_jar_gives_the_files_of_its_board_folder_alone() throws Exception {
    Path jar = folder.resolve("web.jar");
    try (OutputStream file = Files.newOutputStream(jar); JarOutputStream out = new JarOutputStream(file)) {
      put(out, "watchword/web/board/board.css", "a");
      put(out, "watchword/web/board/map.js", "b");
      put(out, "watchword/web/console/htmx.min.js", "c");
    }
    Assets assets = Assets.beside(URI.create("jar:" + jar.toUri() + "!/watchword/web/board/board.css").toURL());
    assertThat(assets.files()).containsOnlyKeys("board.css", "map.js", "pages.css", "icon.svg");
    assertThat(assets.files().get("map.js")).isEqualTo("b".getBytes(StandardCharsets.UTF_8));
  }

  private static void put(JarOutputStream out, String path, String content) throws IOException {
    out.putNextEntry(new ZipEntry(path));
    out.write(content.getBytes(StandardCharsets.UTF_8));
    out.closeEntry();
  }
}
