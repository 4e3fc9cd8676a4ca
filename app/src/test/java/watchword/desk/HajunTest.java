package watchword.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchword.core.report.Report;
import watchword.core.report.ReportId;
import watchword.member.Admission;
import watchword.member.Admission.Admitted;
import watchword.member.Admission.Reason;
import watchword.member.Invitation;
import watchword.member.JoinRequest;
import watchword.member.MemberKey;
import watchword.seal.Epoch;

/// What happened at Belarusian Hajun, step by step: an old invitation, a new device, the history behind it.
class HajunTest {

  @TempDir Path folder;

  private House house;

  @BeforeEach
  void found() throws IOException {
    house = new House(folder.resolve("desk"), 2);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void an_invitation_is_used_once() {
    MemberKey wren = house.device(House.WREN);
    Invitation invitation = house.invite(House.HERON, wren);

    assertThat(house.admit(invitation, wren)).isInstanceOf(Admitted.class);
    assertThat(House.reason(house.admit(invitation, wren))).contains(Reason.SPENT);
    assertThat(House.reason(house.admit(invitation, house.device(House.ROOK)))).contains(Reason.OTHER_REQUEST);
  }

  @Test
  void an_invitation_25_hours_old_opens_nothing() {
    MemberKey wren = house.device(House.WREN);
    Invitation invitation = house.invite(House.HERON, wren);
    house.later(Duration.ofHours(25));

    assertThat(House.reason(house.admit(invitation, wren))).contains(Reason.EXPIRED);
    assertThat(house.office.members().find(House.WREN)).isEmpty();
  }

  @Test
  void an_invitation_found_years_later_opens_nothing_in_other_hands() throws Exception {
    Invitation old = house.invite(House.HERON, house.device(House.WREN));
    house.later(Duration.ofDays(3 * 365));
    house.reopen(House.HERON);
    MemberKey stranger = house.device(House.WREN);

    assertThat(house.admit(old, stranger)).isInstanceOf(Admission.Refused.class);
    house.bring(stranger);
    assertThat(house.reopen(House.WREN)).as("a key file of nobody's").isFalse();
    assertThat(house.office.isLocked()).isTrue();
  }

  @Test
  void a_newcomer_of_today_reads_nothing_of_yesterday() throws Exception {
    ReportId yesterday = house.report(3, 0);
    Report told = house.told(3);
    house.desk().words("heron", yesterday, house.now);
    house.later(Duration.ofDays(1));
    house.office.renew();
    byte[] waiting = house.inner(house.told(4), 0);
    MemberKey wren = house.device(House.WREN);
    house.admit(house.invite(House.HERON, wren), wren);
    ReportId today = house.report(5, 0);

    assertThat(house.reopen(House.WREN)).isTrue();
    Desk desk = house.desk();

    assertThat(desk.words("wren", yesterday, house.now)).as("bodies").isEmpty();
    assertThat(desk.words("wren", today, house.now)).as("of today").isPresent();
    desk.queue(house.now).stream().flatMap(one -> one.incident().readings().stream()).filter(reading -> reading.id().equals(yesterday)).forEach(reading -> {
      assertThat(reading).usingRecursiveComparison().isEqualTo(Precision.publicOnly(reading));
      assertThat(reading.words().stems()).isEmpty();
    });
    assertThat(house.office.open(waiting, 0)).as("a lane key from before they came").isEmpty();
    assertThat(lockedEntries(wren)).as("journal").isTrue();
    noFileHolds(told.text(), told.place().map(place -> place.name()).orElse("no such name"));
  }

  @Test
  void who_unlocks_second_is_shown_no_words_of_before() throws Exception {
    ReportId early = house.report(3, 0);
    MemberKey wren = house.device(House.WREN);
    house.admit(house.invite(House.HERON, wren), wren);
    house.reopen(House.WREN, House.HERON);

    assertThat(house.desk().words("wren", early, house.now)).isEmpty();
    assertThat(house.desk().words("heron", early, house.now)).isPresent();
    ReportId late = house.report(5, 0);
    assertThat(house.desk().words("wren", late, house.now)).isPresent();
  }

  @Test
  void a_second_device_of_a_member_gets_no_earlier_key() throws Exception {
    ReportId early = house.report(3, 0);
    MemberKey second = house.device(House.HERON);
    Invitation invitation = house.office.invite(House.HERON, JoinRequest.of(second), new Invitation.NewDevice());
    assertThat(House.reason(house.admit(invitation, second))).as("nobody countersigned").contains(Reason.WAITING);
    house.later(Duration.ofHours(25));
    house.office.renew();
    assertThat(house.admit(invitation, second)).isInstanceOf(Admitted.class);

    house.office.lock();
    Files.delete(house.office.folder().keyFiles(House.HERON).stream().filter(file -> !file.equals(house.office.folder().keyFile(House.HERON, second.device()))).findFirst().orElseThrow());
    assertThat(house.reopen(House.HERON)).as("by the second device alone").isTrue();
    assertThat(house.desk().words("heron", early, house.now)).isEmpty();
  }

  @Test
  void a_revoked_members_key_file_opens_nothing_new() throws Exception {
    MemberKey wren = house.device(House.WREN);
    house.admit(house.invite(House.HERON, wren), wren);
    byte[] tomorrow = Files.readAllBytes(house.office.folder().bundle(Epoch.of(house.now).plusDays(1)));
    house.office.revoke(House.HERON, House.WREN);

    assertThat(Files.readAllBytes(house.office.folder().bundle(Epoch.of(house.now).plusDays(1)))).as("keys published ahead").isNotEqualTo(tomorrow);
    house.report(3, 0);
    assertThat(house.reopen(House.WREN)).isFalse();
    assertThat(house.office.isLocked()).isTrue();
    assertThat(house.reopen(House.HERON)).isTrue();
    assertThat(house.desk().reports()).isEqualTo(1);
    assertThatThrownBy(() -> house.office.revoke(House.HERON, House.HERON)).hasMessageContaining("another member must be unlocked");
  }

  @Test
  void a_wrong_passphrase_and_a_strange_name_unlock_nothing() throws Exception {
    house.reopen();
    assertThat(house.office.unlock(House.HERON, "seven loud herons".toCharArray())).isFalse();
    assertThat(house.office.unlock(House.ROOK, House.passphrase(House.ROOK))).isFalse();
    assertThatThrownBy(house::desk).hasMessage("the desk is locked");
  }

  /// Whether entries before the newcomer's first are closed to them.
  private boolean lockedEntries(MemberKey wren) throws Exception {
    house.office.close();
    try (var journal = watchword.journal.Journal.open(watchword.journal.SqliteJournalStore.open(house.path.resolve("journal.db")), house.office.file().desk());
        var keyring = journal.unlock(wren)) {
      assertThatThrownBy(() -> journal.read(keyring, 1, _ -> true).toList()).hasMessageContaining("1");
      return keyring.secret("epoch 1").isEmpty() && keyring.secret("shelf 1 0").isEmpty();
    }
  }

  private void noFileHolds(String... texts) throws IOException {
    try (Stream<Path> files = Files.walk(house.path)) {
      List<Path> all = files.filter(Files::isRegularFile).toList();
      assertThat(all).hasSizeGreaterThan(8);
      for (Path file : all) {
        String bytes = new String(read(file), StandardCharsets.ISO_8859_1);
        for (String text : texts) {
          assertThat(bytes).as(file.getFileName() + "").doesNotContain(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
        }
      }
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
