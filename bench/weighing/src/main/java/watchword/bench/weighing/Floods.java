package watchword.bench.weighing;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import watchword.bench.merging.Section;
import watchword.bench.merging.Section.Line;
import watchword.core.corroboration.Attributes;
import watchword.core.corroboration.Corroboration;
import watchword.core.corroboration.Evidence;
import watchword.core.corroboration.Experience;
import watchword.core.corroboration.LogOddsWeigher;
import watchword.core.corroboration.SourceRecords;
import watchword.core.incident.Incident;
import watchword.core.incident.IncidentId;
import watchword.core.kind.Kind;
import watchword.core.report.Channel;
import watchword.core.report.Figure;
import watchword.core.report.Reading;
import watchword.core.report.ReportId;
import watchword.core.report.SourceKey;
import watchword.core.report.Stance;
import watchword.core.text.Words;
import watchword.core.time.Span;

/// A million reports of one incident: how long the whole of weighing it takes, warm.
///
/// One enrolled observer with a record is among them, so that the grade is computed without that record too: everything twice.
final class Floods {

  private static final int WARMING = 2;
  private static final int ROUNDS = 3;
  private static final int WORDS = 12;
  private static final int VOCABULARY = 4_000;
  private static final int A_SECOND = 40;
  private static final Instant BEGAN = Instant.parse("2026-03-09T18:00:00Z");
  private static final SourceKey OBSERVER = new SourceKey("observer-north");
  private static final Kind KIND = Kind.ofArchive("explosion");

  private Floods() {}

  /// @param wall seconds of the clock
  /// @param cpu seconds of the process, its collector included
  private record Took(double wall, double cpu) {
    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%.2f (%.2f)", wall, cpu);
    }
  }

  static Section measure(int reports) {
    Map<String, IntFunction<List<String>>> floods = new LinkedHashMap<>();
    floods.put("each in words of its own", i -> text(i, WORDS, i));
    floods.put("one text", i -> text(0, WORDS, 0));
    floods.put("1,000 texts", i -> text(i % 1_000, WORDS, i % 1_000));
    floods.put("one text, a word of it changed in each", i -> changed(i));
    floods.put("half deny, each in words of its own", i -> text(i, WORDS, i));
    floods.put("each in words of its own, no observer", i -> text(i, WORDS, i));
    List<String> details = new ArrayList<>(List.of("", "## %,d reports of one incident".formatted(reports), "",
        "The whole of `Weigher.weigh` (copies, sum, lines, grade, wave flag), and `Attributes.of`, which a page asks for beside it; seconds of the clock, in"
            + " brackets of the process's CPU, its collector included: median of %d after %d.".formatted(ROUNDS, WARMING), "",
        "| reports | weigh | attributes | origins | lines | probability |", "|---|---|---|---|---|---|"));
    List<String> measured = new ArrayList<>();
    floods.forEach((name, texts) -> {
      Incident incident = incident(reports, texts, name.startsWith("half"), !name.contains("no observer"));
      Evidence evidence = new Evidence(Experience.of(new SourceRecords(Map.of(OBSERVER, new SourceRecords.Tally(11, 2)))), List.of());
      Corroboration weight = new LogOddsWeigher().weigh(incident, evidence, BEGAN.plusSeconds(86_400));
      Took weigh = took(() -> new LogOddsWeigher().weigh(incident, evidence, BEGAN.plusSeconds(86_400)));
      Took attributes = took(() -> Attributes.of(incident));
      measured.add(weigh.toString());
      details.add(String.format(Locale.ROOT, "| %s | %s | %s | %,d | %d | %.3f |", name, weigh, attributes, weight.origins().size(), weight.lines().size(),
          weight.probability()));
    });
    return new Section(List.of(new Line("%,d reports of one incident: own words / one text / 1,000 texts".formatted(reports), "< 1 s",
        String.join(" / ", measured.subList(0, 3)) + " s", "`Weigher.weigh`, clock (CPU), one of the reports by an observer with a record")), details);
  }

  private static Took took(Supplier<Object> work) {
    OperatingSystemMXBean clock = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    double[] wall = new double[ROUNDS];
    double[] cpu = new double[ROUNDS];
    for (int round = -WARMING; round < ROUNDS; round++) {
      long began = System.nanoTime();
      long spent = clock.getProcessCpuTime();
      Objects.requireNonNull(work.get());
      if (round >= 0) {
        wall[round] = (System.nanoTime() - began) / 1e9;
        cpu[round] = (clock.getProcessCpuTime() - spent) / 1e9;
      }
    }
    Arrays.sort(wall);
    Arrays.sort(cpu);
    return new Took(wall[ROUNDS / 2], cpu[ROUNDS / 2]);
  }

  private static List<String> text(int seed, int words, int number) {
    Random random = new Random(seed);
    List<String> text = new ArrayList<>();
    for (int i = 0; i < words; i++) {
      text.add("w" + random.nextInt(VOCABULARY));
    }
    text.set(number % words, "own" + number);
    return text;
  }

  private static List<String> changed(int number) {
    List<String> text = text(0, 2 * WORDS, 0);
    text.set(number % text.size(), "own" + number);
    return text;
  }

  private static Incident incident(int reports, IntFunction<List<String>> texts, boolean halfDeny, boolean observed) {
    List<Reading> readings = new ArrayList<>(reports);
    for (int i = 0; i < reports; i++) {
      Instant at = BEGAN.plusSeconds(i / A_SECOND);
      boolean observer = observed && i == reports / 2;
      readings.add(new Reading(new ReportId("%032x".formatted(i)), observer ? Channel.OBSERVER : Channel.SEALED,
          observer ? OBSERVER : new SourceKey("sealed-%032x".formatted(i)), KIND, halfDeny && i % 2 == 1 ? Stance.DENIAL : Stance.SIGHTING, List.of(),
          new Span(at, at.plusSeconds(600)), Words.of(texts.apply(i)), List.of(), false, List.of(new Figure("count", i % 500)), List.of()));
    }
    return new Incident(new IncidentId("flood"), KIND, Optional.empty(), new Span(BEGAN, readings.getLast().when().latest()), readings);
  }

  /// `Floods [REPORTS]`: the table alone.
  public static void main(String[] arguments) {
    Section section = measure(arguments.length == 0 ? 1_000_000 : Integer.parseInt(arguments[0]));
    System.out.println(String.join("\n", section.details()));
  }
}
