package watchword.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import watchword.core.report.ReportId;
import watchword.member.Admission;
import watchword.member.Admission.Admitted;
import watchword.member.Consent;
import watchword.member.Invitation;
import watchword.member.JoinRequest;
import watchword.member.MemberKey;
import watchword.member.Members;
import watchword.member.Pseudonym;
import watchword.member.Role;
import watchword.member.Suspension;
import watchword.seal.AgeFile;
import watchword.seal.Compromise;
import watchword.seal.Epoch;
import watchword.seal.PanicMark;
import watchword.seal.PublicKey;
import watchword.seal.SignedBundle;

/// A revocation takes effect at once, becomes final by a second word or by waiting, and can be stopped until then.
class MembershipTest {

  @TempDir Path folder;

  private House house;
  private ReportId early;
  private MemberKey wren;

  @BeforeEach
  void three_members() throws Exception {
    house = new House(folder.resolve("desk"), 1);
    early = house.report(3, 0);
    wren = house.device(House.WREN);
    assertThat(house.admit(house.invite(House.HERON, wren), wren)).isInstanceOf(Admitted.class);
    MemberKey rook = house.device(House.ROOK);
    Invitation invitation = house.invite(House.HERON, rook);
    house.later(Duration.ofHours(24));
    house.office.renew();
    assertThat(house.admit(invitation, rook)).isInstanceOf(Admitted.class);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"desk", "former", "former-1"})
  void a_name_that_stands_for_no_member_is_refused_to_a_founder_and_to_whoever_is_invited(String name) {
    Pseudonym taken = new Pseudonym(name);
    String why = "the pseudonym " + name + " stands for the desk or for a member of before; choose another";
    Path other = folder.resolve("other");
    assertThatThrownBy(() -> Founding.found(other, "Lorne Watch", 1, taken, House.passphrase(taken), house.tools())).hasMessage(why);
    assertThat(other).as("nothing is left of it").doesNotExist();
    assertThatThrownBy(() -> house.invite(House.HERON, house.device(taken))).hasMessage(why);
  }

  @Test
  void who_is_suspended_unlocks_nothing_and_the_directory_says_by_whom_and_since_when() throws Exception {
    assertThat(house.office.revoke(House.HERON, House.WREN)).as("final").isFalse();

    assertThat(house.office.unlock(House.WREN, House.passphrase(House.WREN))).isFalse();
    assertThat(house.reopen(House.WREN)).isFalse();
    assertThat(house.reopen(House.HERON)).isTrue();
    Suspension suspension = house.office.members().suspended().getFirst();
    assertThat(suspension.by()).isEqualTo(House.HERON);
    assertThat(suspension.since()).isEqualTo(house.now.truncatedTo(ChronoUnit.MINUTES));
    assertThat(house.office.members().find(House.WREN)).isEmpty();
    assertThat(Members.read(house.office.members().write())).isEqualTo(house.office.members());
  }

  @Test
  void who_is_revoked_is_out_though_their_shares_cannot_be_destroyed_and_the_eldest_of_who_is_left_reads() throws Exception {
    byte[] inner = house.inner(house.told(5), 0);
    house.office.close();
    try (Connection journal = DriverManager.getConnection("jdbc:sqlite:" + house.path.resolve("journal.db")); Statement stuck = journal.createStatement()) {
      stuck.execute("CREATE TRIGGER stuck BEFORE DELETE ON share BEGIN SELECT RAISE(ABORT, 'stuck'); END");
    }
    house.reopen(House.HERON, House.ROOK, House.WREN);
    assertThat(house.office.readsBy()).contains(House.HERON);
    assertThat(house.office.open(inner, 0)).isPresent();

    assertThatThrownBy(() -> house.office.revoke(House.WREN, House.HERON)).hasMessageContaining("stuck");
    assertThat(house.office.readsBy()).as("here longer than rook").contains(House.WREN);
  }

  @Test
  void a_cut_that_fails_leaves_the_directory_of_today() throws Exception {
    house.later(Duration.ofDays(15));
    house.office.renew();
    house.office.revoke(House.HERON, House.WREN);
    house.later(Duration.ofDays(17));
    PanicMark.put(house.path); // no transaction is taken

    assertThatThrownBy(() -> house.office.ledger().cut(Epoch.of(house.now))).hasMessageContaining("destroyed");
    assertThat(house.office.members().find(House.WREN)).as("suspended, and no member as of the cut").isEmpty();
    assertThat(house.office.votes(House.HERON)).hasSize(1);
    Files.delete(house.path.resolve(PanicMark.NAME));
    assertThat(house.office.ledger().cut(Epoch.of(house.now))).isTrue();
    assertThat(house.office.members().find(House.WREN)).isEmpty();
  }

  @Test
  void one_members_word_said_twice_is_not_two_members_word() {
    house.office.revoke(House.HERON, House.WREN);
    assertThatThrownBy(() -> house.office.revoke(House.HERON, House.WREN)).hasMessageContaining("another member agrees");
    assertThat(house.office.members().suspended()).hasSize(1);
  }

  @Test
  void two_accounts_one_of_them_admitted_today_end_nobody_at_once() throws Exception {
    house.later(Duration.ofDays(6)); // wren is here for seven days, rook for six
    house.office.renew();
    house.reopen(House.WREN, House.ROOK);
    house.office.revoke(House.WREN, House.HERON);
    assertThatThrownBy(() -> house.office.revoke(House.ROOK, House.HERON)).as("the second word is too new").hasMessageContaining("both have been members for seven days");
    house.office.restore(House.WREN, House.HERON);
    house.office.revoke(House.ROOK, House.HERON);
    assertThatThrownBy(() -> house.office.revoke(House.WREN, House.HERON)).as("the first word is too new").hasMessageContaining("both have been members for seven days");
    assertThat(house.office.members().suspended()).hasSize(1);
    house.office.restore(House.WREN, House.HERON);
    assertThat(house.reopen(House.HERON)).isTrue();
  }

  @Test
  void the_journal_says_who_suspended_whom_and_who_took_them_back_and_a_newcomer_is_told_nothing_of_before() throws Exception {
    house.office.revoke(House.HERON, House.WREN);
    house.reopen(House.ROOK);
    house.office.restore(House.ROOK, House.WREN);
    List<Entry.Voted> said = List.of(
        new Entry.Voted(house.now, "heron", "wren", Entry.Vote.SUSPEND), new Entry.Voted(house.now, "rook", "wren", Entry.Vote.RESTORE));
    assertThat(house.office.votes(House.ROOK)).isEqualTo(said);
    house.reopen(House.HERON);
    assertThat(house.office.votes(House.HERON)).as("read anew").isEqualTo(said);
    house.later(Duration.ofDays(1));
    house.office.renew();
    MemberKey teal = house.device(new Pseudonym("teal"));
    Invitation invitation = house.invite(House.HERON, teal);
    house.later(Duration.ofHours(24));
    house.office.renew();
    assertThat(house.admit(invitation, teal)).isInstanceOf(Admitted.class);
    assertThat(house.office.votes(new Pseudonym("teal"))).isEmpty();
    assertThatThrownBy(() -> house.office.restore(House.WREN, House.ROOK)).as("who is not unlocked says nothing").isInstanceOf(RuntimeException.class);
  }

  @Test
  void a_notice_of_who_is_suspended_already_names_what_they_can_still_read() throws Exception {
    Epoch first = Epoch.of(house.now).plusDays(-1);
    house.later(Duration.ofDays(1));
    house.office.renew();
    house.report(5, 0);
    for (int day = 3; day <= 9; day++) {
      house.later(Duration.ofDays(1));
      house.office.renew();
    }
    house.office.revoke(House.HERON, House.WREN);
    house.later(Duration.ofHours(23));
    house.reopen(House.ROOK);
    house.office.renew();

    Compromise notice = house.office.giveNotice(House.ROOK, House.WREN);
    // Words of the third day; keys that are not destroyed, up to those that were published ahead and replaced.
    assertThat(notice.days().keySet()).containsExactly(
        first.plusDays(2), first.plusDays(7), first.plusDays(8), first.plusDays(9), first.plusDays(10));
    assertThat(house.office.revoke(House.ROOK, House.WREN)).as("final").isTrue();
  }

  @Test
  void a_notice_before_a_panic_names_the_days_of_a_suspended_member_too() throws Exception {
    Epoch first = Epoch.of(house.now).plusDays(-1);
    for (int day = 2; day <= 9; day++) {
      house.later(Duration.ofDays(1));
      house.office.renew();
    }
    house.reopen(House.WREN);
    house.office.revoke(House.WREN, House.HERON);
    assertThat(house.office.giveNotice().days().keySet()).as("the founder's first day, of which words are kept").contains(first);
  }

  @Test
  void what_was_said_of_who_belongs_is_gone_with_the_cut_after_thirty_days_and_what_was_said_since_stays() throws Exception {
    house.office.revoke(House.HERON, House.WREN);
    house.office.restore(House.HERON, House.WREN);
    house.later(Duration.ofDays(20));
    house.office.renew();
    house.office.revoke(House.HERON, House.ROOK);
    house.office.restore(House.HERON, House.ROOK);
    house.later(Duration.ofDays(12));

    assertThat(house.office.renew().cut()).isTrue();
    assertThat(house.office.votes(House.HERON)).extracting(Entry.Voted::about).containsExactly("rook", "rook");
    house.reopen(House.HERON);
    assertThat(house.office.votes(House.HERON)).as("read anew").extracting(Entry.Voted::about).containsExactly("rook", "rook");
  }

  @Test
  void any_member_stops_an_invitation_that_waits_and_the_journal_says_who() throws Exception {
    MemberKey teal = house.device(new Pseudonym("teal"));
    Invitation invitation = house.invite(House.HERON, teal);
    house.reopen(House.ROOK);
    house.office.stop(House.ROOK, invitation);
    assertThatThrownBy(() -> house.office.stop(House.ROOK, invitation)).hasMessageContaining("used or stopped already");
    house.later(Duration.ofHours(25));
    house.reopen(House.HERON);
    house.office.renew();
    assertThat(House.reason(house.admit(invitation, teal))).contains(Admission.Reason.SPENT);
    assertThat(house.office.votes(House.HERON).getLast().vote()).isEqualTo(Entry.Vote.STOP);
    assertThat(house.office.votes(House.HERON).getLast().member()).isEqualTo("rook");
  }

  @Test
  void a_second_members_word_makes_it_final_at_once_where_both_have_been_members_for_seven_days() throws Exception {
    house.later(Duration.ofDays(7));
    house.office.renew();
    house.office.revoke(House.HERON, House.WREN);
    house.reopen(House.ROOK);

    assertThat(house.office.revoke(House.ROOK, House.WREN)).as("final").isTrue();
    assertThat(house.office.members().suspended()).isEmpty();
    assertThatThrownBy(() -> house.office.restore(House.ROOK, House.WREN)).hasMessageContaining("no member called wren is suspended");
  }

  @Test
  void what_nobody_stopped_is_final_after_24_hours_and_not_a_minute_earlier() throws Exception {
    house.office.revoke(House.HERON, House.WREN);
    house.later(Duration.ofHours(24).minusMinutes(1));
    house.office.renew();
    assertThat(house.office.members().suspended()).hasSize(1);
    house.later(Duration.ofMinutes(1));
    house.office.renew();
    assertThat(house.office.members().suspended()).isEmpty();
    assertThat(house.reopen(House.HERON)).isTrue();
    assertThat(house.office.members().list()).hasSize(2);
  }

  @Test
  void the_oldest_member_suspended_and_taken_back_reads_all_they_read_and_what_came_meanwhile() throws Exception {
    house.later(Duration.ofDays(1)); // from when on rook holds the day's keys
    house.reopen(House.ROOK);
    house.office.revoke(House.ROOK, House.HERON);
    ReportId meanwhile = house.report(5, 0);
    assertThat(house.reopen(House.HERON)).isFalse();
    assertThat(house.reopen(House.WREN)).isTrue();

    house.office.restore(House.WREN, House.HERON);

    assertThat(house.reopen(House.HERON)).isTrue();
    Desk desk = house.desk();
    assertThat(desk.reports()).isEqualTo(2);
    assertThat(desk.words("heron", early, house.now)).isPresent();
    assertThat(desk.words("heron", meanwhile, house.now)).isPresent();
    ReportId after = house.report(7, 0);
    assertThat(house.desk().words("heron", after, house.now)).isPresent();
    assertThat(house.office.renew().bundles()).isZero();
  }

  @Test
  void a_revocation_replaces_the_keys_of_today_and_ahead_and_who_sealed_to_the_old_ones_is_still_heard_by_the_others_alone() throws Exception {
    Map<Epoch, byte[]> old = new HashMap<>();
    for (int ahead = 0; ahead < 3; ahead++) {
      Epoch day = Epoch.of(house.now).plusDays(ahead);
      old.put(day, Files.readAllBytes(house.office.folder().bundle(day)));
    }
    house.later(Duration.ofDays(1));
    house.office.renew();
    house.reopen(House.HERON, House.WREN);
    for (int i = 0; i < 2; i++) {
      house.office.revoke(House.HERON, House.WREN);
      house.office.restore(House.HERON, House.WREN);
      house.reopen(House.HERON, House.WREN);
    }
    house.office.revoke(House.HERON, House.WREN);

    for (int ahead = 0; ahead < 2; ahead++) {
      Epoch day = Epoch.of(house.now);
      byte[] fresh = Files.readAllBytes(house.office.folder().bundle(day));
      SignedBundle before = SignedBundle.parse(Objects.requireNonNull(old.get(day)));
      assertThat(SignedBundle.parse(fresh).claimed().laneKeys()).doesNotContainAnyElementsOf(before.claimed().laneKeys());
      assertThat(SignedBundle.parse(fresh).claimed().gate()).isEqualTo(before.claimed().gate());
      byte[] late = house.inner(house.told(3 + ahead), 0, Objects.requireNonNull(old.get(day)));
      assertThat(house.office.open(late, 0)).as("sealed to the bundle of before, day %d", ahead).isPresent();
      assertThat(house.office.open(house.inner(house.told(5), 0), 0)).isPresent();
      for (byte[] key : keyFiles()) {
        assertThat(AgeFile.open(key, wren.decryption())).as("a day's key, day %d", ahead).isEmpty();
      }
      house.later(Duration.ofDays(1));
      house.office.renew();
    }
    assertThat(names()).anyMatch(name -> name.matches("lane-[0-9]+-0\\.3\\.key"));
    house.later(Duration.ofDays(4));
    house.office.renew();
    assertThat(names()).as("destroyed with their day").noneMatch(name -> name.contains(".3.key"));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(house.office.folder().keys())) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  /// Wrapped keys of lanes, without the public key before each.
  private List<byte[]> keyFiles() throws IOException {
    List<byte[]> wrapped = new ArrayList<>();
    for (String name : names()) {
      if (name.startsWith("lane-")) {
        byte[] file = Files.readAllBytes(house.office.folder().keys().resolve(name));
        wrapped.add(Arrays.copyOfRange(file, PublicKey.LENGTH, file.length));
      }
    }
    assertThat(wrapped).hasSizeGreaterThan(3);
    return wrapped;
  }

  @Test
  void an_editor_of_seven_days_countersigns_and_who_is_invited_is_in_at_once() throws Exception {
    house.later(Duration.ofDays(6));
    house.office.renew();
    assertThat(house.reopen(House.HERON, House.WREN)).isTrue();
    MemberKey teal = house.device(new Pseudonym("teal"));
    Invitation invitation = house.invite(House.HERON, teal);
    Members members = house.office.members();
    assertThat(members.consent(invitation, house.now)).isEqualTo(Consent.ANOTHER_EDITORS);
    assertThat(House.reason(house.admit(invitation, teal))).contains(Admission.Reason.NOT_COUNTERSIGNED);

    Invitation consented = house.office.countersign(House.WREN, invitation);

    assertThat(members.consent(consented, house.now)).isEqualTo(Consent.NOBODYS);
    assertThat(house.admit(consented, teal)).isInstanceOf(Admitted.class);
    assertThat(house.reopen(new Pseudonym("teal"))).isTrue();
  }

  @Test
  void who_has_been_an_editor_for_less_countersigns_nothing() throws Exception {
    house.later(Duration.ofDays(5));
    house.office.renew();
    assertThat(house.reopen(House.HERON, House.WREN)).isTrue();
    Invitation invitation = house.invite(House.HERON, house.device(new Pseudonym("teal")));

    assertThat(house.office.members().consent(invitation, house.now)).isEqualTo(Consent.A_DAYS_WAIT);
    assertThat(house.office.members().consent(house.office.countersign(House.WREN, invitation), house.now))
        .isEqualTo(Consent.ANOTHERS_THAN_WHOSE_IT_HAS);
  }

  @Test
  void a_reader_has_no_vote_on_who_belongs() throws Exception {
    try (House other = new House(folder.resolve("with a reader"), 1)) {
      MemberKey reader = other.device(House.WREN);
      JoinRequest request = JoinRequest.of(reader);
      Invitation invitation = other.office.invite(House.HERON, request, new Invitation.Newcomer(Role.READER, Set.of(0)));
      assertThat(other.office.admit(invitation, request)).isInstanceOf(Admitted.class);
      assertThatThrownBy(() -> other.office.revoke(House.WREN, House.HERON)).hasMessageContaining("an editor revokes");
      assertThat(other.office.members().suspended()).isEmpty();
    }
  }

  @Test
  void who_alone_reads_a_lane_is_not_revoked() throws Exception {
    try (House two = new House(folder.resolve("two lanes"), 2)) {
      two.admit(two.invite(House.HERON, wren), wren);
      two.reopen(House.WREN);
      assertThatThrownBy(() -> two.office.revoke(House.WREN, House.HERON)).hasMessageContaining("nobody else could read lane 1");
      assertThat(two.reopen(House.HERON)).isTrue();
    }
  }

  @Test
  void a_suspended_member_cannot_come_in_anew_under_the_same_name_or_key() {
    house.office.revoke(House.HERON, House.WREN);
    assertThat(house.admit(house.invite(House.HERON, house.device(House.WREN)), house.device(House.WREN))).isNotInstanceOf(Admitted.class);
    assertThat(house.admit(house.invite(House.HERON, wren), wren)).isNotInstanceOf(Admitted.class);
  }
}
