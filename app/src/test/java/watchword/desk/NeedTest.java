package watchword.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import watchword.archive.KindsFile;
import watchword.core.bulletin.BulletinId;
import watchword.core.corroboration.Finding;
import watchword.core.decision.Policy;
import watchword.core.kind.Kinds;
import watchword.core.place.Gazetteer;
import watchword.core.place.Place;
import watchword.core.report.Channel;
import watchword.core.report.Report;
import watchword.core.report.ReportId;
import watchword.core.report.SourceKey;
import watchword.core.report.Stance;
import watchword.core.time.Span;

/// What stands first in the queue: harm, uncertainty, age and waiting origins, never how often something was forwarded.
class NeedTest {

  private static final Instant NOON = Instant.parse("2026-03-09T12:00:00Z");
  private static final Kinds KINDS = KindsFile.builtIn();
  private static final List<String> ACCOUNTS = List.of(
      "people with banners in front of the theatre", "my street is full, they sing and walk slowly",
      "about two hundred by the fountain");

  private final Desk desk = new Desk(new MemoryLedger(), new MemoryBodies(), new Desk.Setup(
      Models.standard(Policy.DEFAULT), Policy.DEFAULT, Gazetteer.EMPTY, ZoneOffset.UTC, () -> new BulletinId("b")));
  private int reports;

  @Test
  void forty_forwards_of_one_message_stand_below_three_people_who_saw_it() {
    for (int i = 0; i < 40; i++) {
      tell("protest", 52.1, NOON, "attention everyone a great crowd is marching on the ministry now pass this on to all");
    }
    for (String account : ACCOUNTS) {
      tell("protest", 54.9, NOON, account);
    }
    List<Case> queue = desk.queue(NOON);
    assertThat(queue).extracting(one -> one.incident().reports().size()).containsExactly(3, 40);
  }

  @Test
  void what_endangers_life_stands_above_what_does_not() {
    tell("protest", 52.1, NOON, ACCOUNTS.getFirst());
    tell("flood", 54.9, NOON, "the water is in the yard");
    assertThat(kinds()).containsExactly("flood", "protest");
  }

  @Test
  void what_waits_longer_stands_above_what_just_came() {
    tell("roadblock", 52.1, NOON, "they stop every car");
    tell("protest", 54.9, NOON.minus(Duration.ofHours(3)), ACCOUNTS.getFirst());
    assertThat(kinds()).containsExactly("protest", "roadblock");
    tell("arrest", 50.2, NOON.minus(Duration.ofHours(5)), "two men put into a grey van");
    assertThat(kinds()).containsExactly("arrest", "protest", "roadblock");
  }

  @Test
  void what_was_checked_stands_below_what_nobody_looked_at() {
    tell("protest", 52.1, NOON.minus(Duration.ofHours(1)), ACCOUNTS.getFirst());
    tell("roadblock", 54.9, NOON, "they stop every car");
    assertThat(kinds()).containsExactly("protest", "roadblock");
    desk.find("anna", desk.queue(NOON).getFirst().incident().id(), Finding.Method.CALL, Finding.Outcome.FOUND, NOON);
    assertThat(kinds()).containsExactly("roadblock", "protest");
  }

  /// Three say yes and three say no: between them nothing is known.
  @Test
  void what_is_disputed_stands_above_what_is_agreed() {
    for (String account : ACCOUNTS) {
      tell("protest", 52.1, NOON, account);
      tell("protest", 54.9, NOON, account + " here too");
    }
    Case one = desk.queue(NOON).getLast();
    double before = Need.of(one, NOON);
    IntStream.range(0, 2).forEach(_ -> deny("protest", latitude(one), "I am on the square and nobody is here"));
    Case disputed = desk.holding(one.incident().reports().getFirst(), NOON).orElseThrow();
    double nearerToEven =
        Math.abs(disputed.corroboration().probability() - 0.5) - Math.abs(one.corroboration().probability() - 0.5);
    assertThat(nearerToEven).as("two who are there deny it").isNegative();
    assertThat(Need.of(disputed, NOON)).isGreaterThan(before);
  }

  private List<String> kinds() {
    return desk.queue(NOON).stream().map(one -> one.incident().kind().id()).toList();
  }

  private static double latitude(Case one) {
    return one.incident().place().orElseThrow().latitude();
  }

  private void tell(String kind, double latitude, Instant when, String text) {
    receive(kind, Stance.SIGHTING, latitude, when, text);
  }

  private void deny(String kind, double latitude, String text) {
    receive(kind, Stance.DENIAL, latitude, NOON, text);
  }

  private void receive(String kind, Stance stance, double latitude, Instant when, String text) {
    reports++;
    desk.receive(new Report(
        new ReportId("%064d".formatted(reports)), Channel.SEALED, new SourceKey("s" + reports), KINDS.get(kind), stance,
        Optional.of(new Place(latitude, -33.2, 300, "")), new Span(when.minusSeconds(600), when), text, List.of(), List.of()),
        "", Desk.DESK, NOON);
  }
}
