package watchword.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The notices' program, as the build runs it, on jars made for the purpose.
class ThirdPartyTest {
  private static final String POM = "META-INF/maven/g/a/pom.xml";
  private static final String DECLARES = "<project><licenses><license><name>Quiet-1.0</name></license></licenses></project>";

  @TempDir Path folder;

  @Test
  void every_library_is_listed_with_its_licence_and_each_text_stands_once() throws Exception {
    jar("heron-1.jar", Map.of(POM, DECLARES, "META-INF/LICENSE", "be quiet\r\n"));
    jar("wren-2.jar", Map.of(POM, DECLARES, "META-INF/LICENSE.txt", "be quiet\n", "META-INF/NOTICE", "by a wren"));
    jar("watchword-web-0.jar", Map.of("watchword/web/data/web-licences.txt", "the map's own words"));

    assertThat(run()).isEmpty();

    String notices = Files.readString(folder.resolve("notices.txt"));
    assertThat(notices).contains("heron-1  Quiet-1.0  text 1\n").containsOnlyOnce("be quiet").contains("by a wren").contains("the map's own words");
    assertThat(notices).containsPattern("wren-2  Quiet-1.0  text \\d, \\d\n").doesNotContain("watchword-web");
  }

  @Test
  void a_library_that_names_no_licence_stops_the_build_by_its_name() throws Exception {
    jar("heron-1.jar", Map.of("META-INF/LICENSE", "be quiet"));

    assertThat(run()).startsWith("notices: heron-1 names no licence");
    assertThat(folder.resolve("notices.txt")).doesNotExist();
  }

  @Test
  void a_library_without_a_text_gets_its_licences_from_another_or_from_the_jdk() throws Exception {
    jar("heron-1.jar", Map.of(POM, DECLARES.replace("Quiet-1.0", "The Apache License, Version 2.0")));
    jar("plover-1.jar", Map.of(POM, DECLARES.replace("Quiet-1.0", "Unicode-3.0")));
    jar("wren-2.jar", Map.of(POM, DECLARES, "META-INF/LICENSE", "   Apache License\n   Version 2.0, January 2004"));

    assertThat(run()).isEmpty();

    assertThat(Files.readString(folder.resolve("notices.txt")))
        .contains("heron-1  The Apache License, Version 2.0  text 1\n", "wren-2  Quiet-1.0  text 1\n", "plover-1  Unicode-3.0  text 2\n")
        .containsPattern("Text 2\\s+## International Components for Unicode");
  }

  @Test
  void a_library_whose_licence_text_is_nowhere_stops_the_build_by_its_name() throws Exception {
    jar("heron-1.jar", Map.of(POM, DECLARES));

    assertThat(run()).startsWith("notices: heron-1 carries no licence text, and no other jar has the one it names (Quiet-1.0)");
    assertThat(folder.resolve("notices.txt")).doesNotExist();
  }

  private void jar(String name, Map<String, String> files) throws IOException {
    Files.createDirectories(folder.resolve("lib"));
    try (OutputStream out = Files.newOutputStream(folder.resolve("lib").resolve(name));
        JarOutputStream jar = new JarOutputStream(out)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        jar.putNextEntry(new JarEntry(file.getKey()));
        jar.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  /// Returns what the program said; it says nothing when all is well.
  private String run() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                Documents.ROOT.resolve("app/src/notices/ThirdParty.java").toString(),
                folder.resolve("lib").toString(),
                folder.resolve("notices.txt").toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor() == 0).isEqualTo(said.isEmpty());
    return said;
  }
}
