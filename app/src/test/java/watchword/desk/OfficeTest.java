package watchword.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchword.core.report.ReportId;
import watchword.journal.BrokenJournalException;
import watchword.member.Head;
import watchword.member.Invitation;
import watchword.member.JoinRequest;
import watchword.member.Role;
import watchword.seal.Compromise;
import watchword.seal.DirectoryKeyStore;
import watchword.seal.Epoch;
import watchword.seal.FormatException;
import watchword.seal.SignedBundle;
import watchword.seal.StopSheet;

class OfficeTest {

  @TempDir Path folder;

  @Test
  void a_founded_desk_has_three_days_of_bundles_signed_by_its_root_and_no_file_others_may_read() throws Exception {
    try (House house = new House(folder.resolve("desk"), 3)) {
      for (int ahead = 0; ahead < 3; ahead++) {
        Epoch day = Epoch.of(house.now).plusDays(ahead);
        SignedBundle bundle = SignedBundle.parse(Files.readAllBytes(house.office.folder().bundle(day)));
        assertThat(bundle.check(house.office.file().root(), day.begin())).isInstanceOf(SignedBundle.Valid.class);
        assertThat(bundle.claimed().lanes()).isEqualTo(3);
      }
      StopSheet sheet = StopSheet.read(house.stopSheet, house.office.file().root());
      assertThat(sheet.made()).isEqualTo(Epoch.of(house.now));
      assertThat(sheet.words()).isEqualTo(Fingerprint.of(house.office.file().root()));
      try (Stream<Path> files = Files.walk(house.path)) {
        for (Path key : files.filter(file -> isSecret(file.toString())).toList()) {
          assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key))).as(key + "").isEqualTo("rw-------");
        }
      }
    }
  }

  @Test
  void a_part_that_lies_elsewhere_is_refused_since_a_panic_would_leave_it() throws Exception {
    Path desk = folder.resolve("desk");
    try (House house = new House(desk, 1)) {
      house.office.close();
      Files.move(desk.resolve("keys"), folder.resolve("another disk"));
      Files.createSymbolicLink(desk.resolve("keys"), folder.resolve("another disk"));
      assertThatThrownBy(() -> Office.open(desk, house.tools())).isInstanceOf(FormatException.class).hasMessageContaining("keys in the desk's folder is a link");
      Path whole = Files.createSymbolicLink(folder.resolve("linked"), desk);
      Files.delete(desk.resolve("keys"));
      Files.move(folder.resolve("another disk"), desk.resolve("keys"));
      Office.open(whole, house.tools()).close();
    }
  }

  @Test
  void a_bundles_commitment_to_the_journal_is_opened_by_members_and_by_nobody_else_until_its_entries_are_cut() throws Exception {
    try (House house = new House(folder.resolve("desk"), 1)) {
      SignedBundle bundle = SignedBundle.parse(Files.readAllBytes(house.office.folder().bundle(Epoch.of(house.now))));
      Head head = house.office.committed(bundle).orElseThrow();
      assertThat(head.sequence()).isPositive();
      house.report(3, 0);
      assertThat(house.office.committed(bundle)).contains(head);
      try (House other = new House(folder.resolve("another"), 1)) {
        assertThat(other.office.committed(bundle)).as("another journal").isEmpty();
      }
      house.later(Duration.ofDays(32));
      assertThat(house.office.renew().cut()).isTrue();
      house.reopen(House.HERON);
      assertThat(house.office.committed(bundle)).isEmpty();
    }
  }

  @Test
  void a_journal_and_key_files_put_back_to_yesterdays_are_refused_by_the_bundles_published_since() throws Exception {
    try (House house = new House(folder.resolve("desk"), 1)) {
      house.report(3, 0);
      Path yesterday = house.copy(Files.createDirectories(folder.resolve("yesterday")).resolve("desk"));
      house.reopen(House.HERON);
      house.later(Duration.ofDays(1));
      assertThat(house.office.renew().bundles()).isEqualTo(1);
      house.report(4, 0);
      assertThat(house.reopen(House.HERON)).as("the journal of now").isTrue();
      house.office.close();
      for (String put : List.of("journal.db", "journal.db-wal", "members")) {
        put(yesterday.resolve(put), house.path.resolve(put));
      }

      assertThatThrownBy(() -> house.reopen(House.HERON)).isInstanceOf(OlderJournalException.class)
          .hasMessageContaining("bundles/" + Epoch.of(house.now).plusDays(2).date() + ".bin").hasMessageContaining("stop sheet");
      assertThat(house.office.isLocked()).isTrue();
      Files.delete(house.office.folder().bundle(Epoch.of(house.now).plusDays(2)));
      assertThat(house.reopen(House.HERON)).as("without the newer bundle nothing tells").isTrue();
    }
  }

  /// Puts a file or the files of a folder in another's place.
  private static void put(Path from, Path to) throws IOException {
    if (Files.isDirectory(from)) {
      try (Stream<Path> files = Files.list(from)) {
        for (Path file : files.toList()) {
          put(file, to.resolve(String.valueOf(file.getFileName())));
        }
      }
    } else if (Files.exists(from)) {
      Files.copy(from, to, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    } else {
      Files.deleteIfExists(to);
    }
  }

  @Test
  void who_was_admitted_or_taken_back_unlocks_beside_bundles_of_before_them() throws Exception {
    try (House house = new House(folder.resolve("desk"), 1)) {
      var wren = house.device(House.WREN);
      house.admit(house.invite(House.HERON, wren), wren);
      assertThat(house.reopen(House.WREN)).as("admitted").isTrue();
      house.reopen(House.HERON);
      house.office.revoke(House.HERON, House.WREN);
      house.office.restore(House.HERON, House.WREN);
      assertThat(house.reopen(House.WREN)).as("taken back after bundles were replaced").isTrue();
    }
  }

  @Test
  void who_is_admitted_after_a_stopped_weekend_unlocks_and_so_does_who_is_taken_back_after_one() throws Exception {
    try (House house = new House(folder.resolve("desk"), 1)) {
      var wren = house.device(House.WREN);
      house.later(Duration.ofDays(3));
      house.reopen(House.HERON); // and nothing was renewed yet: `join admit` does not
      house.admit(house.invite(House.HERON, wren), wren);
      assertThat(house.reopen(House.WREN)).as("admitted").isTrue();

      house.reopen(House.HERON);
      house.office.renew();
      house.office.revoke(House.HERON, House.WREN);
      house.later(Duration.ofDays(3).minusHours(1));
      house.reopen(House.HERON);
      house.office.restore(House.HERON, House.WREN);
      assertThat(house.reopen(House.WREN)).as("taken back").isTrue();
    }
  }

  @Test
  void keys_that_are_due_are_destroyed_though_the_rest_of_a_renewal_fails() throws Exception {
    try (House house = new House(folder.resolve("desk"), 1)) {
      Files.writeString(house.office.folder().courier(), "no bundle\n");
      house.later(Duration.ofDays(5));

      assertThatThrownBy(house.office::renew).hasMessageContaining("courier.bin is damaged");
      assertThat(new DirectoryKeyStore(house.office.folder().keys()).list()).isNotEmpty().allSatisfy(name -> assertThat(name.destroyAt()).isAfter(house.now));
    }
  }

  @Test
  void who_locks_is_locked_though_their_key_file_cannot_be_written() throws Exception {
    try (House house = new House(folder.resolve("desk"), 1)) {
      var wren = house.device(House.WREN);
      house.admit(house.invite(House.HERON, wren), wren);
      house.reopen(House.HERON, House.WREN);
      Path keyFile = house.office.folder().keyFiles(House.HERON).getFirst();
      Path inTheWay = Files.createDirectories(keyFile.resolveSibling(keyFile.getFileName() + ".new").resolve("in the way"));

      assertThatThrownBy(() -> house.office.lock(House.HERON)).isInstanceOf(java.io.UncheckedIOException.class);
      assertThat(house.office.readsBy()).contains(House.WREN);
      assertThat(house.office.signBoard(new byte[1])).isNotEmpty();
      assertThatThrownBy(() -> house.office.invite(House.HERON, JoinRequest.of(house.device(House.ROOK)), new Invitation.NewDevice())).hasMessageContaining("heron is locked");
      Files.delete(inTheWay);
    }
  }

  @Test
  void what_a_crash_left_of_a_write_is_overwritten_when_the_desk_is_opened_though_nobody_writes_that_file_again() throws Exception {
    try (House house = new House(folder.resolve("desk"), 1)) {
      byte[] key = "the key file of a former member".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
      Path left = Files.write(house.path.resolve("members/teal.0badcafe.key.new"), key);
      Path blocks = Files.createLink(folder.resolve("blocks"), left);
      assertThat(house.reopen(House.HERON)).isTrue();
      assertThat(left).doesNotExist();
      assertThat(Files.readAllBytes(blocks)).hasSize(key.length).containsOnly(0);
    }
  }

  @Test
  void a_desk_whose_key_files_cannot_be_written_is_closed_all_the_same() throws Exception {
    try (House house = new House(folder.resolve("desk"), 1)) {
      Path keyFile;
      try (Stream<Path> keyFiles = Files.list(house.path.resolve("members"))) {
        keyFile = keyFiles.findFirst().orElseThrow();
      }
      Path inTheWay = Files.createDirectories(Path.of(keyFile + ".new").resolve("in the way"));
      assertThatThrownBy(house.office::close).hasMessageStartingWith("cannot write");
      Files.delete(inTheWay);
      Files.delete(inTheWay.getParent());
      assertThat(house.reopen(House.HERON)).isTrue();
    }
  }

  @Test
  void a_desk_that_is_killed_has_key_files_that_remember_the_hour_before() throws Exception {
    try (House house = new House(folder.resolve("desk"), 1)) {
      Path before = house.copy(Files.createDirectories(folder.resolve("before")).resolve("desk"));
      house.reopen(House.HERON);
      house.report(3, 0);
      house.office.remember();
      Path keyFile = house.office.folder().keyFiles(House.HERON).getFirst();
      byte[] killed = Files.readAllBytes(keyFile); // as kill -9 leaves it
      house.office.close();
      put(before.resolve("journal.db"), house.path.resolve("journal.db"));
      put(before.resolve("journal.db-wal"), house.path.resolve("journal.db-wal"));
      Files.write(keyFile, killed);

      assertThatThrownBy(() -> house.reopen(House.HERON)).isInstanceOf(BrokenJournalException.class).hasMessageContaining("older copy");
    }
  }

  @Test
  void what_is_received_outlives_a_lock_and_a_report_is_taken_once() throws Exception {
    try (House house = new House(folder.resolve("desk"), 1)) {
      byte[] inner = house.inner(house.told(3), 0);
      Opening opening = new Opening(house.office, house.desk(), RandomDesk.WORLD.kinds());
      assertThat(opening.take(inner, 0, house.now)).isEqualTo(Opening.Came.NEW);
      assertThat(opening.take(inner, 0, house.now)).isEqualTo(Opening.Came.KNOWN);
      ReportId id = house.ids(house.desk()).iterator().next();

      assertThat(house.reopen(House.HERON)).isTrue();

      assertThat(house.desk().reports()).isEqualTo(1);
      assertThat(house.desk().words("heron", id, house.now)).contains(house.told(3).text());
    }
  }

  @Test
  void a_report_that_its_page_sealed_anew_is_one_report_whatever_the_envelope_lane_and_day() throws Exception {
    try (House house = new House(folder.resolve("desk"), 2)) {
      byte[] content = house.content(house.told(3));
      byte[] first = house.inner(content, 0);
      byte[] anew = house.inner(content, 0);
      assertThat(anew).as("what the gate knows replays by").isNotEqualTo(first);
      Opening opening = new Opening(house.office, house.desk(), RandomDesk.WORLD.kinds());
      assertThat(opening.take(first, 0, house.now)).isEqualTo(Opening.Came.NEW);
      assertThat(opening.take(anew, 0, house.now)).isEqualTo(Opening.Came.KNOWN);
      assertThat(opening.take(house.inner(content, 1), 1, house.now)).isEqualTo(Opening.Came.KNOWN);
      assertThat(opening.take(house.inner(house.content(house.told(3)), 0), 0, house.now)).as("the same words of another sender").isEqualTo(Opening.Came.NEW);

      house.later(Duration.ofDays(1));
      house.office.renew();
      assertThat(house.reopen(House.HERON)).isTrue();
      Desk desk = house.desk();
      opening = new Opening(house.office, desk, RandomDesk.WORLD.kinds());
      assertThat(opening.take(house.inner(content, 0), 0, house.now)).isEqualTo(Opening.Came.KNOWN);
      assertThat(desk.reports()).isEqualTo(2);

      ReportId id = ReportFormat.id(content);
      desk.forget(List.of(id), house.now);
      assertThat(opening.take(house.inner(content, 0), 0, house.now)).as("forgotten").isEqualTo(Opening.Came.KNOWN);
      assertThat(desk.words("heron", id, house.now)).isEmpty();
    }
  }

  @Test
  void keys_are_destroyed_on_time_and_a_report_not_opened_by_then_is_lost() throws Exception {
    try (House house = new House(folder.resolve("desk"), 1)) {
      byte[] inner = house.inner(house.told(3), 0);
      Epoch day = Epoch.of(house.now);
      house.later(Duration.between(house.now, day.destroyAt()).minusSeconds(1));
      assertThat(house.office.renew().keysDestroyed()).isZero();
      assertThat(house.office.open(inner, 0)).isPresent();
      house.later(Duration.ofSeconds(1));

      assertThat(house.office.renew().keysDestroyed()).isEqualTo(2);
      assertThat(house.office.open(inner, 0)).isEmpty();
      try (Stream<Path> statements = Files.list(house.office.folder().destroyed())) {
        assertThat(statements).hasSize(1);
      }
    }
  }

  @Test
  void what_was_sealed_to_a_bundle_that_is_lost_still_opens_after_another_is_made_in_its_place() throws Exception {
    try (House house = new House(folder.resolve("desk"), 2)) {
      Path today = house.office.folder().bundle(Epoch.of(house.now));
      byte[] first = Files.readAllBytes(today);
      byte[] second = first;
      List<byte[]> sealed = new ArrayList<>(List.of(house.inner(house.told(3), 1, first)));
      for (int times = 0; times < 2; times++) {
        assertThat(house.office.open(sealed.getLast(), 1)).isPresent();
        Files.delete(today);
        if (times == 0) {
          house.office.renew();
        } else {
          house.reopen(House.HERON);
          house.office.renew();
        }
        assertThat(Files.readAllBytes(today)).isNotEqualTo(second);
        second = Files.readAllBytes(today);
        sealed.add(house.inner(house.told(4 + times), 1, second));
      }
      assertThat(sealed).allSatisfy(inner -> assertThat(house.office.open(inner, 1)).isPresent());
      assertThat(house.office.open(house.inner(house.told(3), 1, first), 1)).as("a telephone that has the first one still").isPresent();
    }
  }

  @Test
  void a_cut_after_thirty_days_leaves_the_same_casebook_to_old_and_new_members() throws Exception {
    try (House house = new House(folder.resolve("desk"), 1)) {
      house.report(3, 0);
      house.report(4, 0);
      var wren = house.device(House.WREN);
      house.admit(house.invite(House.HERON, wren), wren);
      house.report(5, 0);
      List<String> before = incidents(house);
      house.later(Duration.ofDays(1));
      house.office.renew();
      house.later(Duration.ofDays(31));

      assertThat(house.office.renew().cut()).isTrue();

      house.reopen(House.HERON);
      assertThat(incidents(house)).isEqualTo(before);
      assertThat(house.office.members().list()).hasSize(2);
      assertThat(house.reopen(House.WREN)).isTrue();
      assertThat(house.desk().reports()).isEqualTo(3);
    }
  }

  @Test
  void words_of_a_closed_incident_are_forgotten_after_thirty_days() throws Exception {
    try (House house = new House(folder.resolve("desk"), 1)) {
      ReportId id = house.report(3, 0);
      Desk desk = house.desk();
      desk.close("heron", desk.queue(house.now).getFirst().incident().id(), house.now);
      house.later(Duration.ofDays(30).minusSeconds(1));
      assertThat(desk.housekeeping(house.now)).isZero();
      house.later(Duration.ofSeconds(1));

      assertThat(desk.housekeeping(house.now)).isEqualTo(1);
      assertThat(desk.housekeeping(house.now)).as("once").isZero();
      assertThat(desk.words("heron", id, house.now)).isEmpty();
    }
  }

  @Test
  void a_notice_of_compromise_names_the_days_and_lanes_of_the_lost_member_and_no_others() throws Exception {
    try (House house = new House(folder.resolve("desk"), 2)) {
      Epoch first = Epoch.of(house.now);
      house.report(3, 0);
      house.report(4, 1);
      var wren = house.device(House.WREN);
      house.admit(house.invite(House.HERON, wren), wren);
      for (int day = 1; day <= 6; day++) {
        house.later(Duration.ofDays(1));
        house.office.renew();
        if (day == 1) {
          house.report(5, 0);
          house.report(6, 1);
        }
      }
      // Of wren's lane: words of the second day are kept; of the last four days keys are not destroyed.
      Compromise notice = house.office.giveNotice(House.HERON, House.WREN);
      assertThat(notice.days().keySet()).containsExactly(first.plusDays(1), first.plusDays(3), first.plusDays(4), first.plusDays(5), first.plusDays(6));
      assertThat(notice.days().values()).allSatisfy(lanes -> assertThat(lanes).containsExactly(0));
      assertThat(Compromise.read(Files.readAllBytes(house.office.folder().compromise()), house.office.file().root()).days()).isEqualTo(notice.days());

      house.office.revoke(House.HERON, House.WREN);
      Compromise all = house.office.giveNotice();
      // The founder's courier keys, of the term that began with the desk, open what an offline sealer sealed on any day since.
      assertThat(all.days().keySet()).containsExactlyElementsOf(IntStream.rangeClosed(0, 6).mapToObj(first::plusDays).toList());
      assertThat(all.days().get(first)).containsExactly(0, 1);
    }
  }

  @Test
  void who_may_not_revoke_a_member_gives_no_notice_of_them() throws Exception {
    try (House house = new House(folder.resolve("desk"), 2)) {
      var wren = house.device(House.WREN);
      house.admit(house.office.invite(House.HERON, JoinRequest.of(wren), new Invitation.Newcomer(Role.READER, Set.of(0))), wren);
      house.later(Duration.ofDays(1));
      house.office.renew();
      house.report(3, 0);
      house.reopen(House.HERON, House.WREN);

      assertThatThrownBy(() -> house.office.giveNotice(House.WREN, House.HERON)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("no editor");
      assertThatThrownBy(() -> house.office.giveNotice(House.HERON, House.HERON)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("nobody else could read lane 1");
      assertThatThrownBy(() -> house.office.giveNotice(House.HERON, House.ROOK)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("no member is called rook");
      assertThat(house.office.folder().compromise()).doesNotExist();

      assertThat(house.office.giveNotice(House.HERON, House.WREN).days()).isNotEmpty();
      assertThat(house.office.revoke(House.HERON, House.WREN)).isFalse();
    }
  }

  @Test
  void a_panic_leaves_nothing_that_opens() throws Exception {
    try (House house = new House(folder.resolve("desk"), 1)) {
      house.report(3, 0);
      house.office.close();
      house.office.folder().destroy();
      assertThat(left(house)).containsExactlyInAnyOrder("desk.txt", "gate.pub", "root.pub", "bundles", "courier.bin", "panic.txt");
      assertThatThrownBy(() -> house.reopen(House.HERON)).hasMessageContaining("destroyed by a panic");
    }
  }

  @Test
  void a_desk_that_still_runs_after_a_panic_from_a_shell_puts_nothing_back() throws Exception {
    try (House house = new House(folder.resolve("desk"), 1)) {
      house.report(3, 0);
      Desk desk = house.desk();
      new DeskFolder(house.path).destroy();

      assertThatThrownBy(() -> desk.receive(house.told(4), "", Desk.DESK, house.now)).as("a put").isInstanceOf(RuntimeException.class);
      house.later(Duration.ofDays(1));
      assertThatThrownBy(house.office::renew).as("new keys and bundles").isInstanceOf(RuntimeException.class);
      house.office.remember();
      house.office.lock(House.HERON);
      assertThat(house.office.isLocked()).isTrue();
      assertThat(house.office.unlock(House.HERON, House.passphrase(House.HERON))).isFalse();
      house.office.close();
      assertThat(left(house)).isSubsetOf("desk.txt", "gate.pub", "root.pub", "bundles", "courier.bin", "destroyed", "panic.txt");
    }
  }

  @Test
  void a_panic_from_within_wipes_memory_and_folder_and_the_office_is_closed() throws Exception {
    try (House house = new House(folder.resolve("desk"), 1)) {
      house.report(3, 0);
      assertThat(house.office.panic()).isGreaterThan(8);
      assertThat(house.office.isLocked()).isTrue();
      assertThat(left(house)).containsExactlyInAnyOrder("desk.txt", "gate.pub", "root.pub", "bundles", "courier.bin", "panic.txt");
      house.office.close();
      assertThat(left(house)).doesNotContain("members", "keys", "journal.db", "body-keys");
    }
  }

  /// What stands at the top of the folder, and holds a file.
  private static List<String> left(House house) throws IOException {
    try (Stream<Path> files = Files.walk(house.path)) {
      return files.filter(Files::isRegularFile).map(file -> house.path.relativize(file).getName(0).toString()).distinct().toList();
    }
  }

  /// A hard link goes on showing the blocks of a file that was replaced, emptied or deleted, as an image of the disk does.
  @Test
  void an_image_of_the_disk_after_a_panic_holds_no_byte_of_a_key() throws Exception {
    try (House house = new House(folder.resolve("desk"), 1)) {
      house.report(3, 0);
      Path disk = Files.createDirectory(folder.resolve("disk"));
      List<byte[]> secrets = new ArrayList<>(seized(house, disk.resolve("at work")));
      house.office.lock();
      secrets.addAll(seized(house, disk.resolve("locked")));
      house.office.close();
      List<byte[]> last = seized(house, disk.resolve("closed"));
      secrets.addAll(last);
      assertThat(last.size()).isGreaterThan(8);
      assertThat(held(disk, last)).isEqualTo(last.size());

      house.office.folder().destroy();

      List<byte[]> real = secrets.stream().filter(secret -> !allZero(secret)).toList();
      assertThat(real.size()).isGreaterThan(20);
      assertThat(held(disk, real)).isZero();
    }
  }

  /// Keeps hold of the blocks of every secret file.
  ///
  /// @return the end of each: a gate key's seed stands after its public key; of the others any piece would do
  private static List<byte[]> seized(House house, Path links) throws IOException {
    Files.createDirectory(links);
    List<byte[]> ends = new ArrayList<>();
    try (Stream<Path> files = Files.walk(house.path)) {
      for (Path file : files.filter(Files::isRegularFile).filter(file -> isSecret(file.toString())).toList()) {
        Files.createLink(links.resolve(ends.size() + ""), file);
        byte[] bytes = Files.readAllBytes(file);
        ends.add(Arrays.copyOfRange(bytes, bytes.length - Math.min(32, bytes.length), bytes.length));
      }
    }
    return ends;
  }

  /// How many of them the disk holds: a failing test prints no key.
  private static int held(Path disk, List<byte[]> secrets) throws IOException {
    int held = 0;
    for (byte[] secret : secrets) {
      held += holds(disk, secret) ? 1 : 0;
    }
    return held;
  }

  private static boolean allZero(byte[] bytes) {
    return Arrays.equals(bytes, new byte[bytes.length]);
  }

  private static boolean holds(Path disk, byte[] secret) throws IOException {
    String wanted = new String(secret, StandardCharsets.ISO_8859_1);
    try (Stream<Path> files = Files.walk(disk)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(wanted)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isSecret(String file) {
    return file.endsWith(".key") || file.endsWith("body-keys") || file.contains(".db");
  }

  private static List<String> incidents(House house) {
    return house.desk().queue(house.now).stream().map(one -> one.incident().id() + " " + one.incident().reports() + " " + one.corroboration().probability()).sorted().toList();
  }
}
