package watchword.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchword.desk.Entry;

/// An evening through the real doors: sealing, HTTP, gate, desk, board.
@Tag("slow")
class DrillTest {

  @TempDir Path home;

  @Test
  void an_evening_loses_nothing_publishes_nothing_planted_and_leaks_nothing() throws IOException {
    World world = World.seeded(1, new WorldSize(120, 20, 2));
    DrillClock clock = new DrillClock(world.start());
    Path folder = Files.createDirectory(home.resolve("demo"));
    try (Drill drill = new Drill(world, folder, 0, clock)) {
      while (!drill.everythingSent()) {
        clock.advance(Duration.ofMinutes(1));
        drill.minute(clock.instant());
      }
      // The hub's larger slots, in which photos wait, are collected each quarter of an hour.
      for (int minute = 0; minute <= 15; minute++) {
        clock.advance(Duration.ofMinutes(1));
        drill.minute(clock.instant());
      }
      drill.afterwards(clock);
      Score score = drill.score(clock.instant());
      assertThat(score.sent()).isEqualTo(world.sendings().size());
      assertThat(score.acknowledged()).isEqualTo(score.sent());
      assertThat(score.lost()).isZero();
      assertThat(score.plantedPublished()).isZero();
      assertThat(score.markerLeaks()).isZero();
      assertThat(score.truePublished()).isPositive();
      assertThat(score.question().told()).as("judgements on the board").isPositive();
      long came = drill.desk().queue(clock.instant()).stream().flatMap(one -> one.incident().reports().stream())
          .flatMap(id -> drill.desk().sight("anna").photos(id).stream()).filter(arrived -> arrived).count();
      assertThat(came).as("every picture follows its report").isEqualTo(Snapshots.of(world).of().size()).isGreaterThan(3);
      assertThat(drill.answers()).as("senders who kept their words, found a question in the drop and answered it").isPositive();
      assertThat(drill.desk().letters().threads(Drill.MEMBERS.getFirst(), clock.instant())).as("what came back")
          .anyMatch(thread -> thread.letters().getLast() instanceof Entry.Continued);
    }
    assertThat(folder).as("what a drill made is removed").doesNotExist();
  }

  @Test
  void a_sender_s_picture_in_a_public_file_is_found() throws IOException {
    World world = World.seeded(1, WorldSize.USUAL);
    Snapshots snapshots = Snapshots.of(world);
    Files.write(home.resolve("picture.jpg"), snapshots.of().values().iterator().next());
    Markers markers = new Markers(world, snapshots);
    markers.search(home);
    assertThat(markers.found()).isEqualTo(1);
  }

  /// The search must find a marker where there is one, or its zero says nothing.
  @Test
  void a_marker_in_a_public_file_is_found() throws IOException {
    World world = World.seeded(1, WorldSize.USUAL);
    String marker = world.sendings().stream().flatMap(sending -> sending.marker().stream()).findFirst().orElseThrow();
    Files.writeString(home.resolve("page.html"), "<p>they saw " + marker + " there</p>");
    Markers markers = new Markers(world, Snapshots.of(world));
    markers.search(home);
    assertThat(markers.found()).isEqualTo(1);
  }
}
