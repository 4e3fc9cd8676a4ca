package watchword.member;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import watchword.member.Admission.Admitted;
import watchword.member.Admission.Reason;
import watchword.member.Admission.Refused;
import watchword.seal.Epoch;
import watchword.seal.FormatException;

class MembersTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Set<Integer> ALL = Set.of(0, 1, 2, 3, 4, 5, 6, 7);
  private static final Invitation.Purpose EDITOR = new Invitation.Newcomer(Role.EDITOR, Set.of(0));

  private final MemberKey heron = key("heron");
  private final MemberKey wren = key("wren");
  private final MemberKey rook = key("rook");
  private final Members alone = Members.founded(JoinRequest.of(heron), ALL, Epoch.of(NOON));

  @Test
  void the_first_invitation_of_a_desk_of_one_needs_nobody_else() {
    Members two = admitted(alone.admit(invite(heron, wren, EDITOR, NOON), JoinRequest.of(wren), NOON));

    assertThat(two.list()).extracting(member -> member.pseudonym().name()).containsExactly("heron", "wren");
    assertThat(two.holders()).containsExactly(heron.device().sealing(), wren.device().sealing());
    assertThat(two.holders(0)).hasSize(2);
    assertThat(two.holders(1)).containsExactly(heron.device().sealing());
  }

  @Test
  void an_invitation_dies_after_24_hours() {
    Invitation invitation = invite(heron, wren, EDITOR, NOON);

    assertThat(alone.admit(invitation, JoinRequest.of(wren), NOON.plus(hours(24)).minusSeconds(1)))
        .isInstanceOf(Admitted.class);
    assertRefused(Reason.EXPIRED, alone.admit(invitation, JoinRequest.of(wren), NOON.plus(hours(24))));
    assertRefused(Reason.WAITING, alone.admit(invitation, JoinRequest.of(wren), NOON.minusSeconds(1)));
  }

  @Test
  void an_invitation_serves_once() {
    Invitation invitation = invite(heron, wren, EDITOR, NOON);
    Members two = admitted(alone.admit(invitation, JoinRequest.of(wren), NOON));

    assertRefused(Reason.SPENT, two.admit(invitation, JoinRequest.of(wren), NOON));
    assertRefused(
        Reason.SPENT, two.without(wren.pseudonym()).admit(invitation, JoinRequest.of(wren), NOON));
  }

  @Test
  void an_invitation_is_of_no_use_to_another_device() {
    Invitation invitation = invite(heron, wren, EDITOR, NOON);

    assertRefused(Reason.OTHER_REQUEST, alone.admit(invitation, JoinRequest.of(rook), NOON));
    assertRefused(Reason.OTHER_REQUEST, alone.admit(invitation, JoinRequest.of(key("wren")), NOON));
  }

  @Test
  void only_an_editor_invites() {
    assertRefused(
        Reason.INVITER_IS_NO_EDITOR, alone.admit(invite(rook, wren, EDITOR, NOON), JoinRequest.of(wren), NOON));
    Invitation reader = invite(heron, wren, new Invitation.Newcomer(Role.READER, Set.of(0)), NOON);
    Members withReader = admitted(alone.admit(reader, JoinRequest.of(wren), NOON));
    assertRefused(
        Reason.INVITER_IS_NO_EDITOR,
        withReader.admit(invite(wren, rook, EDITOR, NOON), JoinRequest.of(rook), NOON));
  }

  @Test
  void with_another_member_of_seven_days_an_invitation_needs_their_consent() {
    Members two = two(NOON);
    Instant later = NOON.plus(days(7));
    Invitation invitation = invite(heron, rook, EDITOR, later);

    assertRefused(Reason.NOT_COUNTERSIGNED, two.admit(invitation, JoinRequest.of(rook), later));
    assertRefused(
        Reason.NOT_COUNTERSIGNED, two.admit(invitation, JoinRequest.of(rook), later.plus(hours(25))));
    Invitation consented = invitation.countersigned(later.plus(hours(20)), wren.signing());
    assertThat(admitted(two.admit(consented, JoinRequest.of(rook), later.plus(hours(43)))).list()).hasSize(3);
    assertRefused(Reason.EXPIRED, two.admit(consented, JoinRequest.of(rook), later.plus(hours(44))));
  }

  @Test
  void consent_counts_only_from_another_member_of_seven_days_and_within_24_hours() {
    Members two = two(NOON);
    Instant early = NOON.plus(days(6));
    Instant later = NOON.plus(days(7));
    Invitation invitation = invite(heron, rook, EDITOR, later);

    assertRefused(
        Reason.COUNTERSIGNATURE_DOES_NOT_COUNT,
        two.admit(invite(heron, rook, EDITOR, early).countersigned(early, wren.signing()), JoinRequest.of(rook), early));
    assertRefused(
        Reason.COUNTERSIGNATURE_DOES_NOT_COUNT,
        two.admit(invitation.countersigned(later, heron.signing()), JoinRequest.of(rook), later));
    assertRefused(
        Reason.COUNTERSIGNATURE_DOES_NOT_COUNT,
        two.admit(invitation.countersigned(later, rook.signing()), JoinRequest.of(rook), later));
    Instant late = later.plus(hours(24));
    assertRefused(
        Reason.COUNTERSIGNATURE_DOES_NOT_COUNT,
        two.admit(invitation.countersigned(late, wren.signing()), JoinRequest.of(rook), late));
  }

  @Test
  void votes_count_members_not_devices() {
    MemberKey second = key("heron");
    Instant dayLater = NOON.plus(hours(24));
    Members withTablet = admitted(alone.admit(
        invite(heron, second, new Invitation.NewDevice(), NOON), JoinRequest.of(second), dayLater));
    Instant later = NOON.plus(days(30));

    assertThat(withTablet.list()).hasSize(1);
    assertThat(withTablet.find(second.device().signing())).contains(withTablet.list().getFirst());
    assertRefused(
        Reason.COUNTERSIGNATURE_DOES_NOT_COUNT,
        withTablet.admit(
            invite(heron, rook, EDITOR, later).countersigned(later, second.signing()), JoinRequest.of(rook), later));
  }

  @Test
  void where_nobody_can_countersign_an_invitation_waits_a_day_and_can_be_stopped() {
    Members two = two(NOON);
    Invitation invitation = invite(heron, rook, EDITOR, NOON);

    assertRefused(Reason.WAITING, two.admit(invitation, JoinRequest.of(rook), NOON.plus(hours(24)).minusSeconds(1)));
    assertThat(two.admit(invitation, JoinRequest.of(rook), NOON.plus(hours(47)))).isInstanceOf(Admitted.class);
    assertRefused(Reason.EXPIRED, two.admit(invitation, JoinRequest.of(rook), NOON.plus(hours(48))));
    assertRefused(
        Reason.SPENT, two.stopping(invitation).admit(invitation, JoinRequest.of(rook), NOON.plus(hours(47))));
  }

  @Test
  void a_desk_back_to_one_member_waits_like_any_other() {
    Members aloneAgain = two(NOON).without(wren.pseudonym());

    assertRefused(
        Reason.WAITING, aloneAgain.admit(invite(heron, rook, EDITOR, NOON), JoinRequest.of(rook), NOON));
  }

  @Test
  void a_pseudonym_and_a_key_belong_to_one_member() {
    MemberKey namesake = key("wren");
    Members two = two(NOON);
    Instant now = NOON.plus(hours(24));

    assertRefused(Reason.NAME_TAKEN, two.admit(invite(heron, namesake, EDITOR, NOON), JoinRequest.of(namesake), now));
    assertRefused(
        Reason.KEY_KNOWN,
        two.admit(invite(heron, wren, new Invitation.NewDevice(), NOON), JoinRequest.of(wren), now));
    assertRefused(
        Reason.NO_SUCH_MEMBER,
        two.admit(invite(heron, rook, new Invitation.NewDevice(), NOON), JoinRequest.of(rook), now));
  }

  @Test
  void nobody_gives_a_lane_they_do_not_hold() {
    Members two = two(NOON);
    MemberKey tablet = key("heron");
    Instant now = NOON.plus(hours(24));

    assertRefused(
        Reason.LANE_NOT_HELD,
        two.admit(
            invite(wren, rook, new Invitation.Newcomer(Role.EDITOR, Set.of(0, 1)), NOON), JoinRequest.of(rook), now));
    assertRefused(
        Reason.LANE_NOT_HELD,
        two.admit(invite(wren, tablet, new Invitation.NewDevice(), NOON), JoinRequest.of(tablet), now));
  }

  @Test
  void a_changed_invitation_is_forged() throws FormatException {
    String text = text(invite(heron, wren, EDITOR, NOON).write());

    assertThatThrownBy(() -> Invitation.read(text.replace("as editor 0", "as editor 0,1").getBytes(US_ASCII)))
        .isInstanceOf(FormatException.class).hasMessage("invitation: a signature does not hold");
    Invitation countersigned = invite(heron, wren, EDITOR, NOON).countersigned(NOON, rook.signing());
    assertThatThrownBy(() -> Invitation.read(
        text(countersigned.write()).replace("countersigned 2026-11-22T12", "countersigned 2026-11-22T11")
            .getBytes(US_ASCII)))
        .hasMessage("invitation: a signature does not hold");
    Invitation read = Invitation.read(text.getBytes(US_ASCII));
    Invitation widened = new Invitation(
        read.id(), read.request(), new Invitation.Newcomer(Role.EDITOR, ALL), read.issued(), read.inviter(),
        read.signature(), read.countersignature());
    assertRefused(Reason.FORGED, alone.admit(widened, JoinRequest.of(wren), NOON));
  }

  @Test
  void requests_invitations_and_directories_are_read_back_as_they_were_written() throws FormatException {
    JoinRequest request = JoinRequest.of(wren);
    Invitation invitation = invite(heron, wren, EDITOR, NOON);
    Invitation countersigned = invitation.countersigned(NOON, rook.signing());
    Members two = two(NOON).stopping(invitation);

    assertThat(JoinRequest.read(request.write())).isEqualTo(request);
    assertThat(Invitation.read(invitation.write())).isEqualTo(invitation);
    assertThat(Invitation.read(countersigned.write())).isEqualTo(countersigned);
    assertThat(Members.read(two.write())).isEqualTo(two);
  }

  @Test
  void a_text_with_another_spelling_is_refused() {
    String request = text(JoinRequest.of(wren).write());

    assertThatThrownBy(() -> JoinRequest.read(request.replace("wren", "rook").getBytes(US_ASCII)))
        .hasMessage("join request: the signature is not the device's");
    assertThatThrownBy(() -> JoinRequest.read((request + "\n").getBytes(US_ASCII)))
        .isInstanceOf(FormatException.class);
    assertThatThrownBy(() -> JoinRequest.read(request.replace("sign ", "sign  ").getBytes(US_ASCII)))
        .isInstanceOf(FormatException.class);
    assertThatThrownBy(() -> Members.read(text(alone.write()).replace("admissions 0", "admissions 00").getBytes(US_ASCII)))
        .isInstanceOf(FormatException.class);
    assertThatThrownBy(() -> new Pseudonym("Heron")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_mutated_text_is_refused_by_name_or_reads_as_it_stands() {
    Random random = new Random(42);
    Map<byte[], Reader> texts = Map.of(
        JoinRequest.of(wren).write(), text -> JoinRequest.read(text).write(),
        invite(heron, wren, EDITOR, NOON).countersigned(NOON, rook.signing()).write(),
        text -> Invitation.read(text).write(),
        two(NOON).stopping(invite(heron, rook, EDITOR, NOON)).write(), text -> Members.read(text).write());
    texts.forEach((text, reader) -> {
      for (int i = 0; i < 1000; i++) {
        byte[] mutated = mutated(text, random);
        try {
          assertThat(reader.readAndWrite(mutated)).isEqualTo(mutated);
        } catch (FormatException e) {
          assertThat(e).hasMessageMatching("[ -~]{1,120}");
        }
      }
    });
  }

  private interface Reader {
    byte[] readAndWrite(byte[] text) throws FormatException;
  }

  private static byte[] mutated(byte[] text, Random random) {
    byte[] bytes = random.nextInt(4) == 0 ? Arrays.copyOf(text, random.nextInt(text.length)) : text.clone();
    for (int i = random.nextInt(3); i >= 0 && bytes.length > 0; i--) {
      int at = random.nextInt(Math.min(bytes.length, random.nextBoolean() ? 120 : bytes.length));
      bytes[at] = random.nextInt(8) == 0 ? (byte) random.nextInt() : text[random.nextInt(text.length)];
    }
    return bytes;
  }

  private Members two(Instant joined) {
    return admitted(alone.admit(invite(heron, wren, EDITOR, joined), JoinRequest.of(wren), joined));
  }

  private static Invitation invite(MemberKey by, MemberKey whom, Invitation.Purpose purpose, Instant now) {
    return Invitation.to(JoinRequest.of(whom), purpose, now, by.signing(), RANDOM);
  }

  private static Members admitted(Admission admission) {
    assertThat(admission).isInstanceOf(Admitted.class);
    return ((Admitted) admission).members();
  }

  private static void assertRefused(Reason reason, Admission admission) {
    assertThat(admission).isEqualTo(new Refused(reason));
  }

  private static MemberKey key(String pseudonym) {
    return MemberKey.generate(new Pseudonym(pseudonym), RANDOM);
  }

  private static Duration hours(int hours) {
    return Duration.ofHours(hours);
  }

  private static Duration days(int days) {
    return Duration.ofDays(days);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, US_ASCII);
  }
}
