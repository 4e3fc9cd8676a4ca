package watchword.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Holds the documents to the code they speak of.
class DocumentsTest {
  private static final Pattern IN_TICKS = Pattern.compile("`([^`\n]+)`");
  private static final Pattern TEST_NAME = Pattern.compile("`([A-Z]\\w*Test|[\\w/.-]+\\.test\\.ts)`");
  private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)(#[^)]*)?\\)");

  @Test
  void every_public_type_of_core_seal_and_hub_is_in_the_dictionary() {
    Set<String> named = matches(IN_TICKS, Documents.read("docs/dictionary.md"));
    Set<String> types =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("watchword.core", "watchword.seal", "watchword.hub").stream()
                .filter(type -> type.isTopLevelClass() && type.getModifiers().contains(JavaModifier.PUBLIC))
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));

    assertThat(types).hasSizeGreaterThan(50);
    assertThat(named).containsAll(types);
  }

  @Test
  void every_test_the_threat_model_names_exists() {
    Set<String> named = matches(TEST_NAME, Documents.read("docs/threat-model.md"));
    Set<String> java =
        Documents.endingWith("Test.java").stream()
            .map(path -> String.valueOf(path.getFileName()).replace(".java", ""))
            .collect(Collectors.toSet());

    assertThat(named).hasSizeGreaterThan(20);
    assertThat(named).allSatisfy(name -> {
      if (name.endsWith(".ts")) {
        assertThat(Documents.ROOT.resolve(name)).isRegularFile();
      } else {
        assertThat(java).contains(name);
      }
    });
  }

  @Test
  void every_link_between_documents_leads_somewhere() {
    List<String> broken = new ArrayList<>();
    List<Path> documents = Documents.endingWith(".md");
    for (Path document : documents) {
      for (String target : matches(LINK, Documents.read(document.toString()))) {
        if (!target.contains("://") && !Files.exists(Documents.ROOT.resolve(document).resolveSibling(target))) {
          broken.add(document + " → " + target);
        }
      }
    }

    assertThat(documents).hasSizeGreaterThan(10);
    assertThat(broken).isEmpty();
  }

  @Test
  void every_format_of_the_specification_is_in_its_index() {
    String index = Documents.read("spec/README.md");
    List<String> files =
        Documents.endingWith("").stream()
            .filter(path -> path.startsWith("spec") && !path.endsWith("README.md"))
            .map(path -> Path.of("spec").relativize(path).toString())
            .toList();

    assertThat(files).isNotEmpty().allSatisfy(file -> assertThat(index).contains("(" + file + ")"));
  }

  private static Set<String> matches(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
  }
}
