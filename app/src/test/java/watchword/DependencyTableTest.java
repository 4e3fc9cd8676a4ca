package watchword;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import watchword.desk.Desk;

/// Holds the code to the table in ARCHITECTURE.md.
class DependencyTableTest {

  private static final Pattern ROW = Pattern.compile("^\\| `(watchword\\.[a-z.]+)` \\|(.*)\\|$");
  private static final Pattern NAME = Pattern.compile("`([a-z.]+)`");
  private static final Map<String, Set<String>> TABLE = table();
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("watchword");

  @Test
  void every_package_uses_only_what_its_row_allows() {
    List<String> broken = new ArrayList<>();
    for (JavaClass from : CLASSES) {
      String row = rowOf(from);
      for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
        JavaClass to = dependency.getTargetClass().getBaseComponentType();
        if (to.getPackageName().startsWith("watchword") && !allowed(row, rowOf(to))) {
          broken.add(from.getName() + " uses " + to.getName());
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void a_row_names_only_rows_above_it() {
    Set<String> above = new TreeSet<>();
    TABLE.forEach(
        (row, uses) -> {
          assertThat(above).as("what %s may use", row).containsAll(uses);
          above.add(row);
        });
  }

  /// What came before a member is shown to them at public precision, whichever page they open.
  @Test
  void pages_show_incidents_by_the_sight_of_their_member_alone() {
    List<String> broken = new ArrayList<>();
    for (JavaClass from : CLASSES.that(JavaClass.Predicates.resideInAPackage("watchword.console"))) {
      from.getMethodCallsFromSelf().stream()
          .filter(call -> call.getTargetOwner().isEquivalentTo(Desk.class) && Set.of("queue", "get", "holding").contains(call.getName()))
          .forEach(call -> broken.add(call.getDescription()));
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void the_core_knows_no_clock_no_files_no_network_and_no_chance() {
    List<String> forbidden =
        List.of(
            "java.io.File",
            "java.nio.file.",
            "java.net.",
            "java.sql.",
            "java.time.Clock",
            "java.time.InstantSource",
            "java.util.Random",
            "java.util.concurrent.ThreadLocalRandom",
            "java.security.SecureRandom",
            "java.text.Normalizer",
            "org.apache.",
            "com.fasterxml.");
    List<String> broken = new ArrayList<>();
    for (JavaClass from : CLASSES) {
      if (from.getPackageName().startsWith("watchword.core")) {
        for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
          String to = dependency.getTargetClass().getName();
          if (forbidden.stream().anyMatch(to::startsWith)) {
            broken.add(from.getName() + " uses " + to);
          }
        }
        from.getMethodCallsFromSelf().stream()
            .filter(call -> call.getTargetOwner().getName().startsWith("java."))
            .map(call -> call.getTargetOwner().getName() + "." + call.getName())
            .filter(DependencyTableTest::differsBetweenMachines)
            .forEach(call -> broken.add(from.getName() + " calls " + call));
      }
    }
    assertThat(broken).isEmpty();
  }

  /// Calls whose result depends on the JDK, the machine, its clock or its locale.
  private static boolean differsBetweenMachines(String call) {
    return Set.of("java.lang.String.toLowerCase", "java.lang.String.toUpperCase").contains(call)
        || call.matches("java\\.lang\\.Math\\.(sin|cos|tan|asin|acos|atan|atan2|exp|log|log10|log1p|expm1|pow|cbrt|hypot|tanh|sinh|cosh)")
        || call.startsWith("java.lang.Character.is")
        || call.equals("java.time.Instant.now")
        || call.equals("java.lang.System.currentTimeMillis")
        || call.equals("java.lang.System.nanoTime");
  }

  private static boolean allowed(String from, String to) {
    return from.equals(to) || TABLE.getOrDefault(from, Set.of()).contains(to);
  }

  /// The row of a class: its package or the nearest one above it that has a row.
  private static String rowOf(JavaClass type) {
    String name = type.getPackageName();
    while (!TABLE.containsKey(name)) {
      int dot = name.lastIndexOf('.');
      assertThat(dot).as("%s has a row in ARCHITECTURE.md", type.getName()).isPositive();
      name = name.substring(0, dot);
    }
    return name;
  }

  private static Map<String, Set<String>> table() {
    Map<String, Set<String>> rows = new LinkedHashMap<>();
    try {
      for (String line : Files.readAllLines(Path.of("../ARCHITECTURE.md"))) {
        Matcher row = ROW.matcher(line);
        if (row.matches()) {
          Set<String> uses = new TreeSet<>();
          Matcher name = NAME.matcher(row.group(2));
          while (name.find()) {
            uses.add("watchword." + name.group(1));
          }
          rows.put(row.group(1), uses);
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException("ARCHITECTURE.md is missing", e);
    }
    assertThat(rows).isNotEmpty();
    return rows;
  }
}
