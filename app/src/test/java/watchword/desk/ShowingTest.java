package watchword.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchword.core.decision.Policy;
import watchword.core.report.Report;
import watchword.core.report.ReportId;
import watchword.desk.Showing.Answer;
import watchword.desk.Showing.Why;
import watchword.member.Admission.Admitted;
import watchword.member.Invitation;
import watchword.member.JoinRequest;
import watchword.member.MemberKey;
import watchword.member.Pseudonym;
import watchword.member.Role;
import watchword.seal.FormatException;

/// Words are shown by an act: noted once a day, at most sixty, and some of it by a second member's word alone.
class ShowingTest {

  private static final byte[] PICTURE = "\u00ff\u00d8\u00ffa road at night".getBytes(StandardCharsets.ISO_8859_1);

  @TempDir Path folder;

  private House house;
  private int made;

  @BeforeEach
  void one_member() throws Exception {
    house = new House(folder.resolve("desk"), 2);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void a_report_is_noted_and_counted_once_a_day_however_often_it_is_read() {
    Desk desk = house.desk();
    ReportId id = reports(desk, 1, 0, false).getFirst();
    for (int i = 0; i < 3; i++) {
      assertThat(desk.showing().show("heron", List.of(id), house.now)).isInstanceOf(Answer.Shown.class);
    }
    assertThat(desk.showing().left("heron", house.now)).isEqualTo(Policy.SHOWN_A_DAY - 1);
    house.later(Duration.ofDays(1));
    assertThat(desk.showing().left("heron", house.now)).isEqualTo(Policy.SHOWN_A_DAY);
  }

  @Test
  void the_sixty_first_of_a_day_is_refused_noted_once_and_told_to_the_others() {
    Desk desk = house.desk();
    List<ReportId> all = reports(desk, Policy.SHOWN_A_DAY + 2, 0, false);
    for (ReportId id : all.subList(0, Policy.SHOWN_A_DAY)) {
      assertThat(desk.words("heron", id, house.now)).isPresent();
    }
    for (ReportId id : all.subList(Policy.SHOWN_A_DAY, all.size())) {
      assertThat(desk.showing().show("heron", List.of(id), house.now)).isInstanceOfSatisfying(Answer.Refused.class, refused ->
          assertThat(refused.reason()).isEqualTo("of 60 reports a day 0 are left to you until midnight UTC, and this asks for 1 more"));
    }
    assertThat(desk.words("heron", all.getFirst(), house.now)).as("what was shown today already").isPresent();
    assertThat(desk.showing().alarms("wren", house.now)).containsExactly(new Entry.AskedTooMuch(house.now, "heron"));
    assertThat(desk.showing().alarms("heron", house.now)).as("of oneself").isEmpty();
    house.later(Duration.ofDays(2));
    assertThat(desk.showing().alarms("wren", house.now)).isEmpty();
  }

  @Test
  void what_waits_counts_as_asked_for_so_that_nobody_asks_for_everything() {
    Desk desk = house.desk();
    List<ReportId> all = reports(desk, 80, 0, false);
    assertThat(desk.showing().show("heron", all, house.now)).isInstanceOf(Answer.Refused.class);
    assertThat(desk.showing().show("heron", all.subList(0, 50), house.now)).isInstanceOf(Answer.Waiting.class);
    assertThat(desk.showing().left("heron", house.now)).isEqualTo(10);
    assertThat(desk.showing().show("heron", all.subList(60, 71), house.now)).isInstanceOf(Answer.Refused.class);
  }

  @Test
  void eleven_at_once_wait_24_hours_where_nobody_could_agree_and_are_shown_for_a_day_then() {
    Desk desk = house.desk();
    List<ReportId> eleven = reports(desk, 11, 0, false);
    Instant until = house.now.plus(Duration.ofHours(24));
    assertThat(desk.showing().show("heron", eleven, house.now))
        .isEqualTo(new Answer.Waiting(Set.of(Why.IN_BULK), java.util.Optional.of(until)));
    assertThat(desk.showing().standing("heron", house.now)).singleElement().satisfies(one -> assertThat(one.until()).contains(until));
    assertThat(desk.showing().show("heron", eleven, until.minusSeconds(1))).isInstanceOf(Answer.Waiting.class);

    assertThat(desk.showing().show("heron", eleven, until)).isInstanceOf(Answer.Shown.class);
    assertThat(desk.showing().show("heron", eleven, until.plus(Duration.ofHours(24)))).as("a day later").isInstanceOf(Answer.Waiting.class);
  }

  @Test
  void who_is_alone_with_danger_to_life_does_not_wait() {
    Desk desk = house.desk();
    assertThat(desk.showing().show("heron", reports(desk, 11, 0, true), house.now)).isInstanceOf(Answer.Shown.class);
  }

  @Test
  void ten_at_once_and_a_report_of_four_days_need_nobody_and_an_older_one_does() {
    Desk desk = house.desk();
    List<ReportId> ten = reports(desk, 10, 0, false);
    assertThat(desk.showing().show("heron", ten, house.now)).isInstanceOf(Answer.Shown.class);
    Instant oldest = house.now.plus(Policy.SHOWN_ALONE_FOR);
    assertThat(desk.showing().show("heron", ten.subList(0, 1), oldest)).isInstanceOf(Answer.Shown.class);
    assertThat(desk.showing().show("heron", ten.subList(1, 2), oldest.plus(Duration.ofHours(1))))
        .isInstanceOfSatisfying(Answer.Waiting.class, waiting -> assertThat(waiting.why()).containsExactly(Why.OLDER_DAYS));
  }

  @Test
  void what_waits_is_stopped_by_any_member_and_then_shown_to_nobody() throws Exception {
    admit(House.WREN, Set.of(0), Duration.ZERO);
    house.reopen(House.HERON, House.WREN);
    Desk desk = house.desk();
    List<ReportId> eleven = reports(desk, 11, 0, false);
    desk.showing().show("heron", eleven, house.now);
    assertThat(desk.showing().agree("wren", "heron", eleven, house.now)).as("of less than seven days").isPresent();
    assertThat(desk.showing().agree("heron", "heron", eleven, house.now)).as("the same member").isPresent();

    assertThat(desk.showing().stop("wren", "heron", eleven, house.now)).isTrue();

    assertThat(desk.showing().stop("wren", "heron", eleven, house.now)).isFalse();
    assertThat(desk.showing().standing("heron", house.now)).isEmpty();
    house.later(Duration.ofHours(25));
    assertThat(desk.showing().show("heron", eleven, house.now)).isInstanceOf(Answer.Waiting.class);
  }

  @Test
  void another_editor_of_seven_days_agrees_and_without_them_no_wait_is_long_enough() throws Exception {
    admit(House.WREN, Set.of(0), Duration.ofDays(8));
    house.reopen(House.HERON, House.WREN);
    Desk desk = house.desk();
    List<ReportId> eleven = reports(desk, 11, 0, true);
    assertThat(desk.showing().show("heron", eleven, house.now)).as("danger to life, but there is somebody to ask")
        .isEqualTo(new Answer.Waiting(Set.of(Why.IN_BULK), java.util.Optional.empty()));
    Instant later = house.now.plus(Duration.ofHours(30));
    assertThat(desk.showing().show("heron", eleven, later)).isInstanceOf(Answer.Waiting.class);

    assertThat(desk.showing().agree("wren", "heron", eleven, later)).isEmpty();

    assertThat(desk.showing().show("heron", eleven, later)).isInstanceOf(Answer.Shown.class);
    assertThat(desk.showing().show("heron", eleven, later.plus(Duration.ofHours(24)))).isInstanceOf(Answer.Waiting.class);
  }

  @Test
  void a_report_of_another_lane_is_opened_by_the_keys_of_who_agreed_and_only_while_they_are_here() throws Exception {
    admit(House.WREN, Set.of(0), Duration.ofDays(8));
    house.reopen(House.HERON, House.WREN);
    Desk desk = house.desk();
    ReportId id = reports(desk, 1, 1, false).getFirst();
    assertThat(desk.showing().show("wren", List.of(id), house.now)).isEqualTo(new Answer.Waiting(Set.of(Why.ACROSS_LANES), java.util.Optional.empty()));
    assertThat(desk.words("wren", id, house.now)).isEmpty();

    assertThat(desk.showing().agree("heron", "wren", List.of(id), house.now)).isEmpty();
    assertThat(desk.words("wren", id, house.now)).isPresent();

    house.reopen(House.WREN);
    assertThat(house.desk().words("wren", id, house.now)).isEmpty();
  }

  @Test
  void a_photo_is_shown_where_its_report_is_and_is_the_same_act() throws Exception {
    admit(House.WREN, Set.of(0), Duration.ofDays(8));
    house.reopen(House.HERON, House.WREN);
    Desk desk = house.desk();
    ReportId id = photographed(desk, 1);
    assertThat(desk.sight("wren").photos(id)).containsExactly(true);
    assertThat(desk.photo("wren", id, 0, house.now))
        .isEqualTo(new Showing.Pictured(new Answer.Waiting(Set.of(Why.ACROSS_LANES), Optional.empty()), Optional.empty()));

    assertThat(desk.showing().agree("heron", "wren", List.of(id), house.now)).isEmpty();
    assertThat(desk.photo("wren", id, 0, house.now).picture()).hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(PICTURE));
    assertThat(desk.words("wren", id, house.now)).isPresent();
    assertThat(desk.showing().left("wren", house.now)).isEqualTo(Policy.SHOWN_A_DAY - 1);

    house.reopen(House.WREN);
    assertThat(house.desk().photo("wren", id, 0, house.now).picture()).isEmpty();
  }

  @Test
  void a_photo_is_noted_and_counted_also_where_the_words_beside_it_do_not_open() throws Exception {
    admit(House.WREN, Set.of(1), Duration.ofDays(8));
    house.reopen(House.HERON, House.WREN);
    MemberKey rook = house.device(House.ROOK);
    Invitation invitation = house.office.invite(House.HERON, JoinRequest.of(rook), new Invitation.Newcomer(Role.EDITOR, Set.of(1)));
    assertThat(house.admit(house.office.countersign(House.WREN, invitation), rook)).isInstanceOf(Admitted.class);
    house.reopen(House.HERON, House.WREN, House.ROOK);
    Desk desk = house.desk();
    ReportId id = photographed(desk, 0, 1);
    assertThat(desk.photo("rook", id, 0, house.now).answer()).isInstanceOf(Answer.Waiting.class);
    assertThat(desk.showing().agree("wren", "rook", List.of(id), house.now)).isEmpty();

    house.later(Duration.ofHours(20)); // another day, on which nothing was asked for
    assertThat(desk.words("rook", id, house.now)).isEmpty();
    assertThat(desk.showing().left("rook", house.now)).isEqualTo(Policy.SHOWN_A_DAY);
    assertThat(desk.photo("rook", id, 0, house.now).picture()).isPresent();
    assertThat(desk.showing().left("rook", house.now)).isEqualTo(Policy.SHOWN_A_DAY - 1);
  }

  @Test
  void a_photo_of_a_sixty_first_report_is_refused_as_its_words_are() throws Exception {
    Desk desk = house.desk();
    ReportId first = photographed(desk, 0);
    assertThat(desk.photo("heron", first, 0, house.now).picture()).isPresent();
    for (ReportId id : reports(desk, Policy.SHOWN_A_DAY - 1, 0, false)) {
      assertThat(desk.words("heron", id, house.now)).isPresent();
    }
    Showing.Pictured refused = desk.photo("heron", photographed(desk, 0), 0, house.now);
    assertThat(refused.answer()).isInstanceOf(Answer.Refused.class);
    assertThat(refused.picture()).isEmpty();
    assertThat(desk.photo("heron", first, 0, house.now).picture()).as("of a report shown today already").isPresent();
    assertThat(desk.showing().alarms("wren", house.now)).hasSize(1);
  }

  @Test
  void a_photo_older_than_the_desks_work_takes_anothers_word_as_its_report_does() throws Exception {
    Desk desk = house.desk();
    ReportId id = photographed(desk, 0);
    Instant later = house.now.plus(Policy.SHOWN_ALONE_FOR).plus(Duration.ofHours(1));
    Showing.Pictured waiting = desk.photo("heron", id, 0, later);
    assertThat(waiting.answer()).isInstanceOfSatisfying(Answer.Waiting.class, answer -> assertThat(answer.why()).containsExactly(Why.OLDER_DAYS));
    assertThat(waiting.picture()).isEmpty();
  }

  @Test
  void what_came_before_a_member_is_shown_by_nobodys_word() throws Exception {
    ReportId early = reports(house.desk(), 1, 0, false).getFirst();
    admit(House.WREN, Set.of(0), Duration.ofDays(1));
    house.reopen(House.HERON, House.WREN);
    Desk desk = house.desk();
    assertThat(desk.showing().show("wren", List.of(early), house.now)).isEqualTo(new Answer.Shown(java.util.Map.of(early, java.util.Optional.empty())));
    assertThat(desk.showing().left("wren", house.now)).as("nothing was shown").isEqualTo(Policy.SHOWN_A_DAY);
  }

  @Test
  void what_was_asked_and_agreed_outlives_a_lock_and_is_nameless_after_the_cut() throws Exception {
    admit(House.WREN, Set.of(0), Duration.ofDays(8));
    house.reopen(House.HERON, House.WREN);
    Desk desk = house.desk();
    List<ReportId> eleven = reports(desk, 11, 0, false);
    desk.showing().show("heron", eleven, house.now);
    desk.showing().agree("wren", "heron", eleven, house.now);
    desk.showing().show("heron", reports(desk, 12, 0, false), house.now);
    Instant then = house.now;
    house.reopen(House.HERON);
    assertThat(house.desk().showing().show("heron", eleven, then)).isInstanceOf(Answer.Shown.class);
    assertThat(house.desk().showing().standing("heron", then)).hasSize(1);
    assertThat(house.desk().showing().left("heron", then)).isEqualTo(60 - 11 - 12);

    house.later(Duration.ofDays(31));
    assertThat(house.office.renew().cut()).isTrue();

    house.reopen(House.HERON);
    assertThat(house.desk().showing().standing("heron", then)).isEmpty();
    assertThat(house.desk().showing().left("heron", then)).isEqualTo(60);
  }

  /// @param ago how long before the reports of the test
  private void admit(Pseudonym name, Set<Integer> lanes, Duration ago) throws Exception {
    MemberKey device = house.device(name);
    Invitation invitation = house.office.invite(House.HERON, JoinRequest.of(device), new Invitation.Newcomer(Role.EDITOR, lanes));
    assertThat(house.admit(invitation, device)).isInstanceOf(Admitted.class);
    house.later(ago);
    house.office.renew();
  }

  /// A report with one photo, which came.
  private ReportId photographed(Desk desk, int lane) throws FormatException {
    return photographed(desk, lane, lane);
  }

  private ReportId photographed(Desk desk, int lane, int photoLane) throws FormatException {
    byte[] random = new byte[Photo.RANDOM];
    random[0] = (byte) ++made;
    Photo photo = Photo.read(Photo.content(random, PICTURE));
    Report like = house.told(3);
    ReportId id = new ReportId("made-" + made);
    desk.receive(new Report(
        id, like.channel(), like.source(), RandomDesk.WORLD.kinds().get("other"), like.stance(), like.place(), like.when(), "words of " + id, List.of(),
        List.of(photo.name())), "", lane, Desk.DESK, house.now);
    desk.receive(photo, photoLane, house.now);
    return id;
  }

  private List<ReportId> reports(Desk desk, int count, int lane, boolean danger) {
    List<ReportId> ids = new ArrayList<>();
    Random dice = new Random(made);
    for (int i = 0; i < count; i++) {
      Report like = house.told(dice.nextInt(20));
      var kind = RandomDesk.WORLD.kinds().get(danger ? "explosion" : "other");
      ReportId id = new ReportId("made-" + ++made);
      desk.receive(new Report(id, like.channel(), like.source(), kind, like.stance(), like.place(), like.when(), "words of " + id, List.of(), List.of()), "", lane, Desk.DESK, house.now);
      ids.add(id);
    }
    return ids;
  }
}
