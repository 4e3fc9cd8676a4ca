package watchword.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchword.core.report.ReportId;
import watchword.drill.trace.Folder;
import watchword.drill.trace.Mark;
import watchword.drill.trace.Search;
import watchword.drill.trace.Trace;
import watchword.member.Admission.Admitted;
import watchword.member.MemberKey;
import watchword.seal.AgeFile;
import watchword.seal.Destruction;
import watchword.seal.DirectoryKeyStore;
import watchword.seal.Epoch;
import watchword.seal.KeyName;
import watchword.seal.KeyStore;
import watchword.seal.Term;

/// Destruction by the clock, tried on copies of the disk: keys are noted as they are made, and looked for in every file, in every spelling.
class KeyDestructionTest {

  private static final int LANES = 2;
  /// 96 hours.
  private static final Duration TERM = Duration.ofDays(4);

  @TempDir Path folder;

  private House house;
  private int copies;

  @BeforeEach
  void a_desk() throws Exception {
    house = new House(folder.resolve("desk"), LANES);
    house.office.renew();
  }

  @Test
  void a_days_keys_stand_on_the_disk_for_96_hours_and_in_no_file_from_then_on() throws Exception {
    Epoch day = Epoch.of(house.now);
    replaceBundles();
    List<Mark> stored = new ArrayList<>();
    List<Mark> never = new ArrayList<>();
    note(Term.day(day), stored, never);
    assertThat(stored).as("the gate's, two lanes', and two lanes' of the bundle that was replaced").hasSize(1 + 2 * LANES);

    house.now = day.begin().plus(TERM).minusSeconds(1);
    house.office.renew();
    Path before = house.copy(next());
    assertThat(found(before, stored)).as("a second before, all of them: the search can find").isEqualTo(names(stored));
    assertThat(found(before, never)).as("no lane key in clear, at any time").isEmpty();

    house.reopen(House.HERON);
    house.now = day.begin().plus(TERM).plusSeconds(1);
    house.office.renew();
    Path after = house.copy(next());
    assertThat(found(after, stored)).isEmpty();
    assertThat(found(after, never)).isEmpty();
    assertNoneOutlived(after, house.now);
  }

  @Test
  void a_key_that_is_open_in_memory_is_forgotten_though_its_end_cannot_be_written_down() throws Exception {
    Epoch day = Epoch.of(house.now);
    byte[] inner = house.inner(house.told(3), 0);
    assertThat(house.office.open(inner, 0)).isPresent();
    assertThat(open()).contains(KeyName.lane(Term.day(day), 0));
    house.now = day.begin().plus(TERM).plusSeconds(1);
    Files.createDirectories(house.office.folder().unsigned().resolveSibling("unsigned.txt.new").resolve("in the way"));
    Files.delete(house.office.folder().destroyed());
    Files.createFile(house.office.folder().destroyed());

    assertThat(house.office.destroyDue().troubles()).as("neither signed for nor written down").hasSize(2);
    assertThat(open()).doesNotContain(KeyName.lane(Term.day(day), 0));
  }

  @Test
  void what_cannot_be_written_down_is_destroyed_and_told_and_signed_for_once_it_can() throws Exception {
    Epoch day = Epoch.of(house.now);
    house.office.lock();
    house.now = day.begin().plus(TERM);
    Path obstacle = house.office.folder().unsigned().resolveSibling("unsigned.txt.new");
    Files.createDirectories(obstacle.resolve("in the way"));
    Destroyed destroyed = house.office.destroyDue();
    assertThat(destroyed.keys()).isEqualTo(1 + LANES);
    assertThat(destroyed.troubles()).hasSize(1).first().asString().startsWith("what was destroyed cannot be written down");
    assertNoneOutlived(house.office.folder().path(), house.now);

    Files.delete(obstacle.resolve("in the way"));
    Files.delete(obstacle);
    assertThat(house.office.destroyDue()).isEqualTo(new Destroyed(0, List.of()));
    assertThat(house.office.folder().unsigned()).content().hasLineCount(1 + LANES);
    assertThat(house.office.unlock(House.HERON, House.passphrase(House.HERON))).isTrue();
    house.office.renew();
    assertThat(house.office.folder().unsigned()).doesNotExist();
    assertThat(statement().keys().stream().map(key -> key.name().term())).hasSize(1 + LANES).containsOnly(Term.day(day));
  }

  @Test
  void what_is_destroyed_in_the_minute_of_a_statement_takes_no_place_of_it() throws Exception {
    Epoch day = Epoch.of(house.now);
    Path gate = house.office.folder().keys().resolve(KeyName.gate(day) + ".key");
    house.now = day.begin().plus(TERM);
    Path aside = Files.move(gate, next());
    assertThat(house.office.destroyDue()).isEqualTo(new Destroyed(LANES, List.of()));
    Files.move(aside, gate);
    assertThat(house.office.destroyDue()).isEqualTo(new Destroyed(1, List.of()));
    house.now = house.now.plusSeconds(60);
    assertThat(house.office.destroyDue()).isEqualTo(new Destroyed(0, List.of()));

    List<KeyName> said = new ArrayList<>();
    try (Stream<Path> files = Files.list(house.office.folder().destroyed())) {
      for (Path file : files.toList()) {
        Destruction.read(Files.readAllBytes(file), house.office.file().desk()).keys().forEach(key -> said.add(key.name()));
      }
    }
    assertThat(said).containsExactlyInAnyOrder(KeyName.gate(day), KeyName.lane(day, 0), KeyName.lane(day, 1));
    assertThat(house.office.folder().unsigned()).doesNotExist();
  }

  @Test
  void a_damaged_key_file_of_one_day_is_told_by_its_day_and_all_else_of_that_minute_is_done() throws Exception {
    Epoch day = Epoch.of(house.now);
    house.now = day.begin().plus(TERM);
    Files.write(house.office.folder().keys().resolve(KeyName.gate(day) + ".key"), new byte[50]);

    assertThat(house.office.renew()).isEqualTo(new Office.Renewal(3, 1 + LANES, false));
    assertNoneOutlived(house.office.folder().path(), house.now);
    assertThat(statement().keys().stream().map(Destruction.Key::name)).containsExactly(KeyName.lane(day, 0), KeyName.lane(day, 1));
    assertThat(house.office.destroyDue()).as("said for as long as the desk runs")
        .isEqualTo(new Destroyed(0, List.of("a key file of " + day.date() + " was damaged (" + KeyName.gate(day) + ".key): it is destroyed, and the signed statement cannot name it")));
  }

  @Test
  void a_damaged_key_file_keeps_only_what_it_alone_opens_from_being_opened() throws Exception {
    Epoch day = Epoch.of(house.now);
    byte[] inner = house.inner(house.told(3), 0);
    Files.write(house.office.folder().keys().resolve(KeyName.lane(day.plusDays(2), 0) + ".key"), new byte[50]);
    assertThat(house.office.open(inner, 0)).isPresent();

    house.reopen(House.HERON);
    Files.write(house.office.folder().keys().resolve(KeyName.lane(day, 0) + ".key"), new byte[50]);
    assertThatThrownBy(() -> house.office.open(inner, 0)).as("kept, and not taken for a file of no key of ours").hasMessageStartingWith("cannot read lane-");
  }

  private Destruction statement() throws Exception {
    try (Stream<Path> files = Files.list(house.office.folder().destroyed())) {
      return Destruction.read(Files.readAllBytes(files.reduce((_, last) -> last).orElseThrow()), house.office.file().desk());
    }
  }

  /// What no act of the desk shows: the keys in its memory.
  private Set<KeyName> open() throws ReflectiveOperationException {
    var dayKeys = Office.class.getDeclaredField("dayKeys");
    dayKeys.setAccessible(true);
    var open = DayKeys.class.getDeclaredField("open");
    open.setAccessible(true);
    return ((Map<?, ?>) open.get(dayKeys.get(house.office))).keySet().stream().map(KeyName.class::cast).collect(Collectors.toSet());
  }

  @Test
  void a_courier_terms_keys_stand_for_33_days_and_in_no_file_from_then_on() throws Exception {
    Term courier = Term.courier(Epoch.of(house.now));
    List<Mark> stored = new ArrayList<>();
    List<Mark> never = new ArrayList<>();
    note(courier, stored, never);
    assertThat(stored).hasSize(1 + LANES);
    Instant due = courier.first().begin().plus(Duration.ofDays(33));

    house.now = due.minusSeconds(1);
    house.office.renew();
    assertThat(found(house.copy(next()), stored)).isEqualTo(names(stored));

    house.reopen(House.HERON);
    house.now = due.plusSeconds(1);
    house.office.renew();
    Path after = house.copy(next());
    assertThat(found(after, stored)).isEmpty();
    assertThat(found(after, never)).isEmpty();
    assertNoneOutlived(after, house.now);
  }

  @Test
  void the_key_of_a_reports_words_stands_in_no_file_once_they_are_forgotten_by_schedule() throws Exception {
    ReportId old = house.report(3, 0);
    List<Mark> first = bodyKeys(Set.of());
    Desk desk = house.desk();
    desk.close("heron", desk.queue(house.now).getFirst().incident().id(), house.now);
    house.later(Duration.ofDays(30).minusSeconds(1));
    house.office.renew();
    house.report(4, 1);
    List<Mark> second = bodyKeys(names(first));
    assertThat(first).hasSize(1);
    assertThat(second).hasSize(1);
    assertThat(house.desk().housekeeping(house.now)).isZero();
    assertThat(found(house.copy(next()), first)).as("a second before").isEqualTo(names(first));

    house.reopen(House.HERON);
    house.later(Duration.ofSeconds(1));
    assertThat(house.desk().housekeeping(house.now)).isEqualTo(1);
    assertThat(house.desk().words("heron", old, house.now)).isEmpty();
    Path after = house.copy(next());
    assertThat(found(after, first)).isEmpty();
    assertThat(found(after, second)).as("the other report's").isEqualTo(names(second));
  }

  /// Somebody comes and is revoked: today's lane keys are moved aside, and others take their place.
  private void replaceBundles() throws Exception {
    MemberKey wren = house.device(House.WREN);
    assertThat(house.admit(house.invite(House.HERON, wren), wren)).isInstanceOf(Admitted.class);
    house.office.revoke(House.HERON, House.WREN);
    house.office.renew();
  }

  /// Notes a term's secrets as they are stored, and lane keys as they are inside.
  private void note(Term term, List<Mark> stored, List<Mark> never) throws Exception {
    DirectoryKeyStore store = new DirectoryKeyStore(house.office.folder().keys());
    MemberKey heron = MemberKey.unlock(DeskFolder.bytes(house.office.folder().keyFiles(House.HERON).getFirst()), House.passphrase(House.HERON)).orElseThrow();
    for (KeyName name : store.list()) {
      if (name.term().equals(term)) {
        KeyStore.Entry entry = store.find(name).orElseThrow();
        stored.add(Mark.bytes(stored.size(), name.toString(), entry.secret()));
        if (name.role() == KeyName.Role.LANE) {
          byte[] share = AgeFile.open(entry.secret(), heron.decryption()).orElseThrow();
          never.add(Mark.bytes(never.size(), name + " in clear", Arrays.copyOfRange(share, share.length - 32, share.length)));
        }
      }
    }
    assertThat(never).as("lane keys").hasSize(stored.size() - 1);
  }

  /// What `body-keys` holds but for these (spec/journal.md, "Body keys").
  private List<Mark> bodyKeys(Set<String> known) throws IOException {
    ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(house.path.resolve("body-keys")));
    file.position("watchword.body-keys/1\n".length());
    int count = file.getInt();
    List<Mark> keys = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte[] id = new byte[32];
      file.get(id);
      byte[] shelf = new byte[file.get()];
      file.get(shelf);
      byte[] wrapped = new byte[64];
      file.get(wrapped);
      String name = "key of the words " + HexFormat.of().formatHex(id);
      if (!known.contains(name)) {
        keys.add(Mark.bytes(keys.size(), name, wrapped));
      }
    }
    return keys;
  }

  private static void assertNoneOutlived(Path copy, Instant now) {
    List<KeyName> names = new DirectoryKeyStore(new DeskFolder(copy).keys()).list();
    assertThat(names).isNotEmpty().allSatisfy(name -> assertThat(name.destroyAt()).as("%s", name).isAfter(now));
  }

  private static Set<String> found(Path copy, List<Mark> marks) throws IOException {
    Search.Scan scan = new Search(marks).scan("the copy");
    Folder.search(copy, scan);
    return scan.traces().stream().map(Trace::mark).map(Mark::what).collect(Collectors.toSet());
  }

  private static Set<String> names(List<Mark> marks) {
    return marks.stream().map(Mark::what).collect(Collectors.toSet());
  }

  private Path next() {
    return folder.resolve("copy-" + copies++);
  }
}
