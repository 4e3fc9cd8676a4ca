package watchword.core.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import watchword.core.count.Ears.Method;

/// EARS rings on the days on which `earsC` of R's package surveillance 1.20.3 rings.
class EarsTest {

  /// Nearly always nothing; nearly always five; restless with two outbreaks.
  private static final String RARE = "0 0 0 0 0 0 0 0 0 0 0 0 1 0 0 0 0 0 0 2 0 0 0 0 0 0 0 0 0 0 0 0 1 1 3 0 0 0 0 0 0 1 0 0 0 0 0 0 0 0";
  private static final String LEVEL = "5 5 5 5 5 5 5 5 5 5 5 5 6 5 5 5 5 5 5 5 5 5 5 5 9 5 5 4 5 5 5 5 5 5 5 5 5 5 5 7 7 7 7 7 7 7 7 7 7 7";
  private static final String RESTLESS =
      "3 7 2 5 9 1 4 6 2 8 3 5 12 4 2 7 3 6 1 5 14 18 16 17 15 4 3 6 2 5 8 3 4 6 5 22 3 2 7 4 5 6 4 3 30 31 5 4 2 6";

  /// Beside this project, not in it.
  private static final Path SPIKE = Path.of("../../../shared/data/counts/nb_spike_400_days.csv");

  @TempDir Path folder;

  /// Results kept from R, days from 1; the last two columns are alpha .01 and a least deviation of 1.
  @ParameterizedTest
  @CsvSource(value = {
    "rare, C1, 13 20 33 35, 35", "rare, C2, 13 20 33 34 35, 35", "rare, C3, '', ''",
    "level, C1, 13 25 40, 25", "level, C2, 13 25 40 41 42, 25", "level, C3, 43 44, 26 27",
    "restless, C1, 13 21 36 45, 13 21 22 36 45 46", "restless, C2, 22 23 36 45 46, 13 21 22 23 24 36 45 46",
    "restless, C3, 23 24 25 37 38 46 47 48, 23 24 25 37 38 46 47 48"
  })
  void it_rings_on_the_days_that_r_rang_on(String series, Method method, String usual, String other) {
    int[] counts = counts(series.equals("rare") ? RARE : series.equals("level") ? LEVEL : RESTLESS);
    assertThat(fromOne(Ears.usual(method).days(counts))).isEqualTo(usual);
    assertThat(fromOne(new Ears(method, .01, 1).days(counts))).isEqualTo(other);
  }

  @Test
  void it_rings_on_the_days_agreed_on_in_the_series_kept_beside_the_project() throws IOException {
    Path file = beside();
    assumeTrue(Files.exists(file), "the shared series is not beside the project");
    int[] counts = Files.readAllLines(file).stream().skip(1).mapToInt(line -> Integer.parseInt(line.substring(line.indexOf(',') + 1))).toArray();
    assertThat(counts).hasSize(400);
    assertThat(late(Ears.usual(Method.C1), counts)).isEqualTo("331 361 362 373");
    assertThat(late(Ears.usual(Method.C2), counts)).isEqualTo("319 331 361 362 363");
    assertThat(late(Ears.usual(Method.C3), counts)).isEqualTo("320 321 332 333 334 362 363 364 365 366");
  }

  @Test
  void it_agrees_with_r_on_series_drawn_anew_where_r_is_installed() throws Exception {
    StringBuilder program = new StringBuilder("suppressMessages(library(surveillance))\n");
    List<String> ours = new ArrayList<>();
    for (int seed = 1; seed <= 3; seed++) {
      SplittableRandom chance = new SplittableRandom(seed);
      int[] counts = chance.ints(600, 0, 2 + 6 * seed).map(count -> chance.nextInt(20) == 0 ? 3 * count : count / 2).toArray();
      String row = Arrays.stream(counts).mapToObj(Integer::toString).collect(Collectors.joining(","));
      for (Method method : Method.values()) {
        Ears ears = Ears.usual(method);
        program.append("r <- earsC(sts(observed=c(").append(row).append("), frequency=7), control=list(method='").append(method)
            .append("')); cat((").append(ears.daysBefore() + 1).append(":600)[which(alarms(r))], '\\n')\n");
        ours.add(fromOne(ears.days(counts)));
      }
    }
    Optional<List<String>> theirs = r(program.toString());
    assumeTrue(theirs.isPresent(), "R with its package surveillance is not installed");
    assertThat(ours).allMatch(days -> !days.isEmpty());
    assertThat(theirs.get()).isEqualTo(ours);
  }

  @ParameterizedTest
  @CsvSource({".001, 3.0902323061678132", ".025, 1.9599639845400538", ".01, 2.3263478740408408", "1e-6, 4.7534243088228987", ".5, 0"})
  void the_points_of_the_normal_are_those_of_r(double alpha, double point) {
    assertThat(Normal.point(alpha)).isCloseTo(point, within(1e-12));
  }

  @Test
  void what_cannot_be_judged_is_refused_by_name() {
    assertThatThrownBy(() -> Ears.usual(Method.C1).days(new int[] {1, -1})).hasMessage("a count is below 0");
    assertThatThrownBy(() -> Ears.usual(Method.C1).days(new int[] {1, 100_001})).hasMessage("a count is above 100000");
    assertThatThrownBy(() -> Ears.usual(Method.C1).rings(new int[9], 6)).hasMessageContaining("too few days");
    assertThatThrownBy(() -> new Ears(Method.C1, .7, 0)).hasMessageContaining("alpha");
    assertThatThrownBy(() -> new Ears(Method.C1, .01, -1)).hasMessageContaining("least deviation");
    assertThat(Ears.usual(Method.C3).days(new int[5])).isEmpty();
  }

  /// What a program prints, line by line; empty where R or the package is missing.
  private Optional<List<String>> r(String program) throws IOException, InterruptedException {
    Path file = folder.resolve("program.R");
    Path out = folder.resolve("out");
    Files.writeString(file, program);
    try {
      Process process =
          new ProcessBuilder("Rscript", "--vanilla", file.toString()).redirectOutput(out.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
      return process.exitValue() == 0 ? Optional.of(Files.readAllLines(out).stream().map(String::strip).toList()) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /// The clone may lie one folder deeper than the project does.
  private static Path beside() {
    return Files.exists(SPIKE) ? SPIKE : Path.of("../../shared/data/counts/nb_spike_400_days.csv");
  }

  private static String late(Ears ears, int[] counts) {
    return ears.days(counts).stream().map(day -> day + 1).filter(day -> day >= 300).map(Object::toString).collect(Collectors.joining(" "));
  }

  private static String fromOne(List<Integer> days) {
    return days.stream().map(day -> Integer.toString(day + 1)).collect(Collectors.joining(" "));
  }

  private static int[] counts(String row) {
    return Arrays.stream(row.split(" ", -1)).mapToInt(Integer::parseInt).toArray();
  }
}
