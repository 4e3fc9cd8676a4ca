package watchword.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import watchword.core.corroboration.Finding;
import watchword.core.incident.Incident;
import watchword.core.report.Reading;
import watchword.core.report.ReportId;
import watchword.seal.FormatException;

class CheckpointTest {

  private static final int SEEDS = 50;
  private static final int ACTS = 40;
  private static final EntryFormat FORMAT = new EntryFormat(RandomDesk.WORLD.kinds());

  @Test
  void the_fold_from_any_checkpoint_is_the_full_fold_while_no_body_is_gone() throws Exception {
    int closed = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      RandomDesk desk = simulated(seed);
      List<Entry> all = desk.entries();
      int cut = new Random(seed).nextInt(all.size() + 1);

      List<Entry> checkpoint = through(Checkpoint.exact(fold(all.subList(0, cut))));
      Casebook full = fold(all);
      Casebook resumed = fold(concat(checkpoint, all.subList(cut, all.size())));

      assertThat(dump(resumed)).as("casebook of seed " + seed).isEqualTo(dump(full));
      assertThat(incidents(resumed, desk.now())).as("incidents of seed " + seed).isEqualTo(incidents(full, desk.now()));
      closed += full.closed().size();
    }
    assertThat(closed).as("closings in all simulations").isGreaterThan(SEEDS);
  }

  /// One checkpoint is cut right there, one anywhere before.
  @ParameterizedTest
  @ValueSource(longs = {101, 102, 103})
  void after_every_act_the_fold_from_a_checkpoint_sees_what_the_full_fold_sees(long seed) throws Exception {
    RandomDesk desk = new RandomDesk(seed);
    Random dice = new Random(seed);
    for (int act = 0; act < ACTS; act++) {
      desk.act();
      List<Entry> all = desk.entries();
      int cut = dice.nextInt(all.size() + 1);
      Casebook full = fold(all);

      Casebook atOnce = fold(through(Checkpoint.exact(full)));
      List<Entry> checkpoint = through(Checkpoint.exact(fold(all.subList(0, cut))));
      Casebook resumed = fold(concat(checkpoint, all.subList(cut, all.size())));

      assertThat(dump(atOnce)).as("casebook after act %d", act).isEqualTo(dump(full));
      assertThat(dump(resumed)).as("casebook after act %d, cut at %d", act, cut).isEqualTo(dump(full));
      assertThat(incidents(resumed, desk.now())).as("incidents after act %d, cut at %d", act, cut)
          .isEqualTo(incidents(full, desk.now()));
    }
  }

  @Test
  void a_checkpoint_without_members_gives_the_same_incidents_and_names_nobody() throws Exception {
    for (long seed = 0; seed < SEEDS; seed++) {
      RandomDesk desk = simulated(seed);
      List<Entry> all = desk.entries();
      Casebook full = fold(all);

      List<Entry> checkpoint = through(Checkpoint.nameless(full));

      Instant later = desk.now().plus(Duration.ofDays(30));
      assertThat(incidents(fold(checkpoint), later)).as("seed " + seed).isEqualTo(incidents(full, later));
      assertThat(written(checkpoint)).doesNotContain("heron").doesNotContain("wren").doesNotContain("rook");
    }
  }

  @Test
  void checks_of_two_members_stay_two_where_what_they_checked_was_called_the_same_later() {
    List<Reading> readings = List.of(RandomDesk.reading(0), RandomDesk.reading(1));
    List<Entry> all = new ArrayList<>();
    readings.forEach(reading -> all.add(new Entry.Arrived(Instant.EPOCH, reading, "")));
    for (int i = 0; i < 2; i++) {
      List<ReportId> checked = List.of(readings.get(i).id());
      String member = List.of("rook", "wren").get(i);
      all.add(new Entry.Found(new Finding(member, Finding.Method.CALL, Finding.Outcome.FOUND, Instant.EPOCH, checked)));
    }
    List<ReportId> ids = readings.stream().map(Reading::id).toList();
    all.add(new Entry.Linked(Instant.EPOCH, "heron", true, ids.subList(0, 1), ids.subList(1, 2)));

    assertThat(fold(Checkpoint.nameless(fold(all))).findings())
        .extracting(Finding::member).containsExactly("former-1", "former-2");
  }

  @Test
  void a_newcomers_checkpoint_holds_no_word_hash_no_minute_and_no_exact_place() throws Exception {
    for (long seed = 0; seed < SEEDS; seed++) {
      Casebook full = fold(simulated(seed).entries());
      String given = written(Checkpoint.forNewcomer(full));
      for (Casebook.Arrival arrival : full.arrivals()) {
        for (long stem : arrival.reading().words().stems()) {
          assertThat(given).doesNotContain(Long.toHexString(stem) + ",").doesNotContain("\"" + stem + "\"");
        }
        assertThat(given).doesNotContain("\"source\":\"" + arrival.reading().source() + "\"");
      }
      for (Casebook.Arrival arrival : fold(Checkpoint.forNewcomer(full)).arrivals()) {
        assertThat(arrival.reading()).usingRecursiveComparison().isEqualTo(Precision.publicOnly(arrival.reading()));
        assertThat(arrival.at()).isEqualTo(Precision.hour(arrival.at()));
      }
    }
  }

  @Test
  void a_newcomer_is_shown_the_series_of_a_snapshot_at_public_precision_and_without_one_none() {
    int series = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      RandomDesk desk = simulated(seed);
      Casebook full = fold(desk.entries());
      Derived whole = new Derived(full, RandomDesk.MODELS);
      Derived snapshot = whole.seenBy(fold(Checkpoint.forNewcomer(full)));
      Derived nothing = whole.seenBy(new Casebook());
      for (Case one : whole.cases(desk.now())) {
        List<Incident> seen = snapshot.find(one.incident().id(), desk.now()).orElseThrow().series();
        assertThat(seen).extracting(Incident::id).containsExactlyInAnyOrderElementsOf(one.series().stream().map(Incident::id).toList());
        assertThat(seen).flatExtracting(Incident::readings).allSatisfy(reading -> assertThat(reading)
            .usingRecursiveComparison().isEqualTo(Precision.publicOnly(reading)));
        assertThat(nothing.find(one.incident().id(), desk.now()).orElseThrow().series()).isEmpty();
        series += one.series().size();
      }
    }
    assertThat(series).as("incidents shown beside one, in all simulations").isGreaterThan(SEEDS);
  }

  @Test
  void what_is_forgotten_stays_forgotten_in_a_checkpoint() throws Exception {
    List<Entry> all = new ArrayList<>(simulated(3).entries());
    Casebook before = fold(all);
    all.add(new Entry.Forgot(Instant.EPOCH, before.arrivals().stream().limit(5).map(arrival -> arrival.reading().id()).toList()));
    Casebook full = fold(all);

    Casebook resumed = fold(through(Checkpoint.exact(full)));

    assertThat(dump(resumed)).isEqualTo(dump(full)).isNotEqualTo(dump(before));
    assertThat(resumed.forgotten()).hasSize(5);
  }

  @Test
  void a_wish_lapses_after_fourteen_days() {
    RandomDesk desk = simulated(5);
    Casebook casebook = fold(desk.entries());
    assertThat(casebook.wishes()).isNotEmpty();
    Instant later = casebook.wishes().getLast().at().plus(Duration.ofDays(14));
    assertThat(new Derived(casebook, RandomDesk.MODELS).cases(later)).allSatisfy(one -> assertThat(one.wishes()).isEmpty());
  }

  private static RandomDesk simulated(long seed) {
    RandomDesk desk = new RandomDesk(seed);
    for (int act = 0; act < ACTS; act++) {
      desk.act();
    }
    return desk;
  }

  private static Casebook fold(List<Entry> entries) {
    Casebook casebook = new Casebook();
    entries.forEach(casebook::apply);
    return casebook;
  }

  private static List<Entry> through(List<Entry> entries) throws FormatException {
    List<Entry> read = new ArrayList<>();
    for (Entry entry : entries) {
      read.add(FORMAT.read(FORMAT.write(entry)));
    }
    return read;
  }

  private static List<Entry> concat(List<Entry> first, List<Entry> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  private static String written(List<Entry> entries) {
    StringBuilder text = new StringBuilder();
    entries.forEach(entry -> text.append(new String(FORMAT.write(entry), java.nio.charset.StandardCharsets.UTF_8)).append('\n'));
    return text.toString();
  }

  /// All a casebook keeps, told apart from how a checkpoint is made.
  private static String dump(Casebook casebook) {
    StringBuilder dump = new StringBuilder();
    casebook.arrivals().forEach(arrival -> dump.append(written(List.of(new Entry.Arrived(arrival.at(), arrival.told(), arrival.mailbox())))));
    dump.append(new TreeMap<>(casebook.enrolled())).append('\n');
    casebook.findings().forEach(finding -> dump.append(finding).append('\n'));
    casebook.verdicts().forEach(verdict -> dump.append(verdict).append('\n'));
    dump.append(sorted(casebook.constraints().same())).append('\n').append(sorted(casebook.constraints().different())).append('\n');
    dump.append(casebook.series()).append('\n').append(casebook.handled()).append('\n');
    dump.append(casebook.wishes()).append('\n').append(casebook.aside()).append('\n').append(casebook.threads()).append('\n');
    casebook.cuts().forEach(cut -> dump.append(cut.hour()).append(' ').append(cut.documents()).append(new TreeMap<>(cut.counts())).append('\n'));
    dump.append(casebook.closed()).append('\n').append(new TreeSet<>(casebook.forgotten())).append('\n').append(casebook.reads().entries());
    return dump.toString();
  }

  private static List<String> sorted(Set<?> set) {
    return set.stream().map(String::valueOf).sorted().toList();
  }

  private static String incidents(Casebook casebook, Instant asOf) {
    StringBuilder text = new StringBuilder();
    for (Case one : new Derived(casebook, RandomDesk.MODELS).cases(asOf)) {
      Incident incident = one.incident();
      text.append(incident.id()).append(incident.kind().id()).append(incident.place()).append(incident.when()).append(incident.reports());
      text.append(one.corroboration().probability()).append(one.published()).append(one.closed());
      text.append(one.series().stream().map(Incident::id).toList());
      text.append(one.wishes()).append(Map.of("aside", one.aside().map(Entry.PutAside::until))).append('\n');
    }
    return text.toString();
  }
}
