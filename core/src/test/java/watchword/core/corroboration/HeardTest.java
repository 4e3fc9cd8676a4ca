package watchword.core.corroboration;

import static org.assertj.core.api.Assertions.assertThat;
import static watchword.core.Story.report;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import watchword.core.Story;
import watchword.core.incident.Constraints;
import watchword.core.incident.Incident;
import watchword.core.incident.Merged;
import watchword.core.kind.Kind;
import watchword.core.merging.LinkageMerger;
import watchword.core.report.Channel;
import watchword.core.report.Reading;
import watchword.core.report.Stance;
import watchword.core.text.WordWeights;

/// A witness is one by eye or ear: what is said to be heard merges, sums up and weighs as if it were seen, and only the words tell which.
class HeardTest {

  private static final Evidence NO_RECORDS = new Evidence(Experience.NONE, List.of());
  private static final List<Stance> STANCES =
      List.of(Stance.SIGHTING, Stance.HEARD, Stance.SIGHTING, Stance.HEARD, Stance.DENIAL, Stance.HEARSAY, Stance.QUESTION);

  @Test
  void what_was_heard_merges_sums_up_and_weighs_as_if_it_was_seen() {
    SplittableRandom random = new SplittableRandom(5);
    for (int night = 0; night < 60; night++) {
      List<Reading> told = night(random);
      Merged merged = merge(told);
      Merged seen = merge(told.stream().map(HeardTest::asSeen).toList());
      assertThat(merged.incidents().stream().map(Incident::reports).toList()).isEqualTo(seen.incidents().stream().map(Incident::reports).toList());
      assertThat(merged.possiblySame()).isEqualTo(seen.possiblySame());
      for (int i = 0; i < merged.incidents().size(); i++) {
        assertAlike(merged.incidents().get(i), seen.incidents().get(i));
      }
    }
  }

  private static void assertAlike(Incident heard, Incident seen) {
    assertThat(asSeen(heard)).isEqualTo(seen);
    assertThat(heard.lastSeen()).isEqualTo(seen.lastSeen());
    assertThat(heard.goneSince()).isEqualTo(seen.goneSince());
    assertThat(Attributes.of(heard)).isEqualTo(Attributes.of(seen));
    Corroboration weight = weigh(heard);
    Corroboration other = weigh(seen);
    assertThat(weight.probability()).isEqualTo(other.probability());
    assertThat(weight.origins()).isEqualTo(other.origins());
    assertThat(weight.lines().stream().map(Line::logOdds).toList()).isEqualTo(other.lines().stream().map(Line::logOdds).toList());
  }

  @Test
  void an_editor_reads_who_heard_it() {
    Incident bang = Incident.of(new Story().with(report().as(Stance.HEARD)).readings());
    assertThat(weigh(bang).lines()).extracting(Line::words).contains("sealed report, heard it");
    assertThat(weigh(bang).lines()).extracting(Line::words).doesNotContain("sealed report, saw it");
  }

  private static Corroboration weigh(Incident incident) {
    return new LogOddsWeigher().weigh(incident, NO_RECORDS, Story.TEN.plusSeconds(86_400));
  }

  private static Merged merge(List<Reading> readings) {
    return new LinkageMerger().merge(readings, Constraints.NONE, WordWeights.NONE);
  }

  /// Up to twenty reports of a few things, events and states, by senders of whom some speak twice.
  private static List<Reading> night(SplittableRandom random) {
    List<Kind> kinds = List.of(Story.EXPLOSION, Story.COLUMN, Story.CAMP);
    Story story = new Story();
    for (int i = random.nextInt(4, 20); i > 0; i--) {
      Kind kind = kinds.get(random.nextInt(kinds.size()));
      Story.Telling telling = report().of(kind).as(STANCES.get(random.nextInt(STANCES.size()))).minute(random.nextInt(300))
          .counting("vehicles", random.nextInt(4)).at(random.nextInt(3) == 0 ? Story.MARROW : Story.DAL);
      if (random.nextInt(3) == 0) {
        telling.by(Channel.PUBLIC, "public-" + random.nextInt(3));
      }
      story.with(telling);
    }
    return story.readings();
  }

  private static Incident asSeen(Incident incident) {
    return new Incident(incident.id(), incident.kind(), incident.place(), incident.when(),
        incident.readings().stream().map(HeardTest::asSeen).toList());
  }

  private static Reading asSeen(Reading of) {
    Stance stance = of.stance() == Stance.HEARD ? Stance.SIGHTING : of.stance();
    return new Reading(of.id(), of.channel(), of.source(), of.kind(), stance, of.places(), of.when(), of.words(),
        of.towns(), of.foretells(), of.figures(), of.media());
  }
}
