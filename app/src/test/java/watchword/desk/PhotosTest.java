package watchword.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchword.core.corroboration.OriginGroup.Echo;
import watchword.core.report.MediaHash;
import watchword.core.report.Report;
import watchword.core.report.ReportId;
import watchword.core.report.SourceKey;
import watchword.core.time.Span;
import watchword.member.MemberKey;
import watchword.seal.FormatException;

/// Photos are kept with their reports: whichever comes first, for whom the report is, and no longer than it.
class PhotosTest {

  private static final Instant NOON = Instant.parse("2026-03-09T12:00:00Z");
  private static final byte[] PICTURE = "\u00ff\u00d8\u00ffa road at night".getBytes(StandardCharsets.ISO_8859_1);

  private final MemoryLedger ledger = new MemoryLedger();
  private final MemoryBodies bodies = new MemoryBodies();
  private final Desk desk = new Desk(ledger, bodies, RandomDesk.setup(new Random(1)));

  @TempDir Path folder;

  @Test
  void a_photo_belongs_to_the_report_that_names_it_whichever_came_first() {
    for (boolean photoFirst : new boolean[] {true, false}) {
      Photo photo = photo(photoFirst ? 1 : 2);
      Report report = report("who names " + photo.name(), NOON, photo);
      if (photoFirst) {
        assertThat(desk.receive(photo, 0, NOON)).isTrue();
      }
      desk.receive(report, "", Desk.DESK, NOON);
      assertThat(desk.sight("anna").photos(report.id())).containsExactly(photoFirst);
      if (!photoFirst) {
        assertThat(desk.photo("anna", report.id(), 0, NOON).picture()).as("not yet come").isEmpty();
        assertThat(desk.receive(photo, 0, NOON.plusSeconds(900))).isTrue();
      }
      assertThat(desk.sight("anna").photos(report.id())).containsExactly(true);
      assertThat(desk.photo("anna", report.id(), 0, NOON).picture()).hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(PICTURE));
      assertThat(desk.photo("anna", report.id(), 1, NOON).picture()).isEmpty();
      assertThat(desk.receive(photo, 0, NOON)).as("a second time").isFalse();
    }
  }

  @Test
  void showing_a_photo_is_noted_as_showing_words_is_and_a_photo_that_has_not_come_is_not_shown() {
    Photo photo = photo(1);
    Report report = report("one", NOON, photo, photo(2));
    desk.receive(report, "", Desk.DESK, NOON);
    desk.receive(photo, 0, NOON);
    desk.photo("anna", report.id(), 1, NOON);
    assertThat(entries()).noneMatch(Entry.Shown.class::isInstance);
    desk.photo("anna", report.id(), 0, NOON);
    assertThat(entries()).contains(new Entry.Shown(NOON, "anna", report.id()));
  }

  @Test
  void the_same_picture_sent_twice_goes_back_to_one_origin() {
    Photo first = photo(1);
    Photo second = photo(2);
    assertThat(first.name()).isNotEqualTo(second.name());
    assertThat(first.picture()).isEqualTo(second.picture());
    Report one = report("Many lorries stand at the bridge near the mill tonight", NOON, first);
    Report other = report("A whole column waits beside the river, engines running loudly", NOON.plusSeconds(60), second);
    desk.receive(one, "", Desk.DESK, NOON);
    desk.receive(other, "", Desk.DESK, NOON);
    Case apart = desk.holding(one.id(), NOON).orElseThrow();
    assertThat(apart.incident().reports()).containsExactlyInAnyOrder(one.id(), other.id());
    assertThat(apart.corroboration().supportingOrigins()).isEqualTo(2);

    desk.receive(first, 0, NOON);
    desk.receive(second, 0, NOON);

    Case together = desk.holding(one.id(), NOON).orElseThrow();
    assertThat(together.corroboration().supportingOrigins()).isEqualTo(1);
    assertThat(together.corroboration().origins()).flatExtracting(origin -> origin.echoes()).extracting(Echo::why).containsExactly(Echo.Why.SAME_PHOTO);
  }

  @Test
  void a_replay_and_a_checkpoint_know_the_same_photos() {
    Photo early = photo(1);
    Photo late = photo(2);
    desk.receive(early, 0, NOON);
    desk.receive(report("two", NOON, early, late), "", Desk.DESK, NOON);
    desk.receive(late, 0, NOON);
    desk.receive(photo(3), 0, NOON);
    Casebook full = fold(entries());
    Casebook resumed = fold(Checkpoint.exact(full));
    for (Casebook one : List.of(full, resumed, fold(Checkpoint.nameless(full)))) {
      Casebook.Arrival arrival = one.arrivals().iterator().next();
      assertThat(one.photosOf(arrival)).containsExactly(early.name(), late.name()).allMatch(one::has);
      assertThat(arrival.reading().media()).containsExactly(early.picture());
      assertThat(one.unnamedPhotos(NOON.plusSeconds(1))).hasSize(1);
    }
    Casebook newcomer = fold(Checkpoint.forNewcomer(full));
    assertThat(newcomer.photos()).isEmpty();
    assertThat(newcomer.arrivals()).allSatisfy(arrival -> assertThat(arrival.told().media()).isEmpty());
  }

  @Test
  void photos_are_forgotten_with_their_report_and_one_that_nobody_names_after_four_days() {
    Photo named = photo(1);
    Photo unnamed = photo(2);
    Report report = report("three", NOON, named);
    desk.receive(report, "", Desk.DESK, NOON);
    desk.receive(named, 0, NOON);
    desk.receive(unnamed, 0, NOON);

    desk.housekeeping(NOON.plus(Duration.ofDays(4)));
    assertThat(bodies.open(unnamed.name(), "anna")).isPresent();
    desk.housekeeping(NOON.plus(Duration.ofHours(97)));
    assertThat(bodies.open(unnamed.name(), "anna")).isEmpty();
    assertThat(bodies.open(named.name(), "anna")).isPresent();

    desk.forget(List.of(report.id()), NOON.plus(Duration.ofDays(40)));
    assertThat(bodies.open(named.name(), "anna")).isEmpty();
    assertThat(desk.sight("anna").photos(report.id())).isEmpty();
    assertThat(Checkpoint.exact(fold(entries())).toString()).doesNotContain(named.name().value(), named.picture().value(), unnamed.name().value());
  }

  @Test
  void a_photo_that_comes_after_its_report_was_forgotten_is_not_kept() {
    Photo photo = photo(1);
    Report report = report("four", NOON, photo);
    desk.receive(report, "", Desk.DESK, NOON);
    desk.forget(List.of(report.id()), NOON);

    assertThat(desk.receive(photo, 0, NOON.plusSeconds(900))).isFalse();

    assertThat(bodies.open(photo.name(), "anna")).isEmpty();
    assertThat(entries()).noneMatch(Entry.PhotoCame.class::isInstance);
    assertThat(new Desk(ledger, bodies, RandomDesk.setup(new Random(1))).receive(photo, 0, NOON.plusSeconds(900))).as("after a restart").isFalse();
  }

  @Test
  void a_photo_of_a_sealed_desk_opens_after_a_restart_for_its_lane_s_members_and_not_for_a_newcomer() throws Exception {
    try (House house = new House(folder.resolve("desk"), 1)) {
      Photo photo = photo(1);
      Report report = house.told(3);
      Opening opening = new Opening(house.office, house.desk(), RandomDesk.WORLD.kinds());
      byte[] words = house.inner(with(report, photo.name()), 0);
      assertThat(opening.take(words, 0, house.now)).isEqualTo(Opening.Came.NEW);
      assertThat(opening.take(house.inner(Photo.content(random(1), PICTURE), 0), 0, house.now)).isEqualTo(Opening.Came.PHOTO);
      assertThat(opening.take(house.inner(Photo.content(random(1), PICTURE), 0), 0, house.now)).isEqualTo(Opening.Came.KNOWN);
      assertThat(opening.take(house.inner("watchword.photo/1\nshort".getBytes(StandardCharsets.US_ASCII), 0), 0, house.now)).isEqualTo(Opening.Came.UNREADABLE);
      ReportId id = house.ids(house.desk()).iterator().next();
      MemberKey wren = house.device(House.WREN);
      house.admit(house.invite(House.HERON, wren), wren);

      house.reopen(House.HERON, House.WREN);
      Desk desk = house.desk();

      assertThat(desk.sight("wren").photos(id)).isEmpty();
      assertThat(desk.photo("wren", id, 0, house.now).picture()).isEmpty();
      assertThat(desk.photo("heron", id, 0, house.now).picture()).hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(PICTURE));
      desk.forget(List.of(id), house.now);
      assertThat(desk.photo("heron", id, 0, house.now).picture()).isEmpty();
    }
  }

  private static Report with(Report report, MediaHash photo) {
    return new Report(
        report.id(), report.channel(), report.source(), report.kind(), report.stance(), report.place(), report.when(), report.text(), report.figures(), List.of(photo));
  }

  /// A sighting of the simulation's country, with words and photos of its own.
  private static Report report(String text, Instant at, Photo... photos) {
    Report one = RandomDesk.WORLD.sendings().stream().map(sending -> sending.report())
        .filter(report -> report.stance() == watchword.core.report.Stance.SIGHTING && report.place().isPresent()).findFirst().orElseThrow();
    return new Report(
        new ReportId("r" + text.hashCode()), one.channel(), new SourceKey("s" + text.hashCode()), one.kind(), one.stance(), one.place(),
        new Span(at.minusSeconds(300), at), text, List.of(), Stream.of(photos).map(Photo::name).toList());
  }

  private static Photo photo(int of) {
    try {
      return Photo.read(Photo.content(random(of), PICTURE));
    } catch (FormatException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] random(int of) {
    byte[] random = new byte[Photo.RANDOM];
    Arrays.fill(random, (byte) of);
    return random;
  }

  private List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    ledger.replay(entries::add);
    return entries;
  }

  private static Casebook fold(List<Entry> entries) {
    Casebook casebook = new Casebook();
    entries.forEach(casebook::apply);
    return casebook;
  }
}
