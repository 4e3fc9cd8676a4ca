package watchword.path;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchword.archive.KindsFile;
import watchword.board.Assets;
import watchword.board.Board;
import watchword.board.BoardInput;
import watchword.board.Minisign;
import watchword.board.PageConfiguration;
import watchword.core.bulletin.BulletinId;
import watchword.core.bulletin.Status;
import watchword.core.corroboration.Admiralty;
import watchword.core.corroboration.Corroboration;
import watchword.core.claim.Interval;
import watchword.core.corroboration.Weigher;
import watchword.core.decision.Decider;
import watchword.core.decision.Decision;
import watchword.core.decision.Policy;
import watchword.core.decision.Wish;
import watchword.core.incident.Incident;
import watchword.core.incident.IncidentId;
import watchword.core.incident.Merged;
import watchword.core.incident.Merger;
import watchword.core.kind.Kinds;
import watchword.core.kind.Language;
import watchword.core.place.Gazetteer;
import watchword.core.place.Place;
import watchword.core.place.Town;
import watchword.core.report.Channel;
import watchword.core.report.Reading;
import watchword.core.report.Report;
import watchword.core.report.ReportId;
import watchword.core.report.SourceKey;
import watchword.core.report.Stance;
import watchword.core.time.Span;
import watchword.desk.Desk;
import watchword.desk.MemoryBodies;
import watchword.desk.MemoryLedger;
import watchword.desk.Models;
import watchword.seal.Root;
import watchword.seal.SigningKey;

/// The models behind merge, weigh and decide, each swapped for another behind the same desk and the same board: readers
/// see the difference.
class A04_OtherModelsTest {

  private static final Instant NOON = Instant.parse("2026-03-09T12:00:00Z");
  private static final Instant LATER = NOON.plus(Policy.TICK);
  private static final Kinds KINDS = KindsFile.builtIn();
  private static final Gazetteer LORNE =
      new Gazetteer("test", List.of(new Town("dal", "Dal", List.of(), 52.1, -33.2, 60_000, "")));
  private static final Models STANDARD = Models.standard(Policy.DEFAULT);

  /// Takes no two reports for one.
  private static final Merger NEVER = (readings, constraints, weights) ->
      new Merged(readings.stream().sorted(Reading.ORDER).map(reading -> Incident.of(List.of(reading))).toList(), List.of());

  /// Believes everything.
  private static final Weigher CREDULOUS = (incident, evidence, asOf) -> new Corroboration(
      0.97, new Interval(0.9, 0.99), List.of(), List.of(), 2, new Admiralty('A', 1), Optional.empty(), 0.99);

  /// Lets nothing out.
  private static final Decider SILENT = new Decider() {
    @Override
    public Decision decide(Incident incident, Corroboration corroboration, Wish wish, Instant asOf) {
      return new Decision.Hold(List.of("not tonight"), Optional.empty());
    }

    @Override
    public Optional<Decision.Withdraw> review(Corroboration corroboration, Status published) {
      return Optional.empty();
    }
  };

  @TempDir Path folder;

  private int bulletins;

  @Test
  void readers_see_what_the_standard_models_make_of_three_reports() throws Exception {
    assertThat(told(STANDARD, Status.UNCONFIRMED)).hasSize(1).allMatch(title -> title.startsWith("UNCONFIRMED: "));
    assertThat(told(STANDARD, Status.CONFIRMED)).isEmpty();
  }

  @Test
  void another_merger_changes_how_many_things_readers_are_told_of() throws Exception {
    assertThat(told(STANDARD, Status.NOT_CONFIRMED)).hasSize(1);
    assertThat(told(new Models(NEVER, STANDARD.weigher(), STANDARD.decider()), Status.NOT_CONFIRMED)).hasSize(3);
  }

  @Test
  void another_weigher_changes_what_may_be_called_confirmed() throws Exception {
    assertThat(told(new Models(STANDARD.merger(), CREDULOUS, STANDARD.decider()), Status.CONFIRMED))
        .singleElement().asString().startsWith("CONFIRMED: ");
  }

  @Test
  void another_decider_changes_what_goes_out() throws Exception {
    assertThat(told(new Models(STANDARD.merger(), STANDARD.weigher(), SILENT), Status.UNCONFIRMED)).isEmpty();
  }

  /// Three people tell of one explosion, two members want each incident out with a status; what the board's map says.
  private List<String> told(Models models, Status wanted) throws Exception {
    Desk desk = new Desk(new MemoryLedger(), new MemoryBodies(), new Desk.Setup(
        models, Policy.DEFAULT, LORNE, ZoneOffset.UTC, () -> new BulletinId("b" + bulletins++)));
    for (int i = 0; i < 3; i++) {
      desk.receive(report(i), "", Desk.DESK, NOON);
    }
    List<IncidentId> queue = desk.queue(NOON).stream().map(one -> one.incident().id()).toList();
    for (IncidentId id : queue) {
      desk.publish("anna", id, wanted, "", NOON);
      desk.publish("boris", id, wanted, "", NOON);
    }
    desk.tick(LATER);
    List<String> titles = new ArrayList<>();
    JsonNode map = JsonMapper.builder().build().readTree(board(desk).resolve("now.geojson").toFile());
    for (JsonNode feature : map.required("features")) {
      JsonNode properties = feature.required("properties");
      assertThat(properties.required("status").asText()).isEqualTo(wanted.name());
      titles.add(properties.required("title").asText());
    }
    return titles;
  }

  private Path board(Desk desk) throws Exception {
    SecureRandom random = new SecureRandom();
    SigningKey key = SigningKey.generate(random);
    try (Root root = Root.generate(random)) {
      Board board = new Board(
          folder.resolve("board" + bulletins), Assets.fromClassPath(),
          Minisign.Key.of(new byte[8], key.verifyKey().raw().toArray()), key::sign, InstantSource.system());
      String form = new PageConfiguration(LORNE.towns(), root.publicPart(), ZoneOffset.UTC).json(Language.EN);
      return board.publish(new BoardInput(
          "Watch of Lorne", List.of("one", "two", "three", "four", "five", "six"), ZoneOffset.UTC, List.of(Language.EN),
          Map.of(Language.EN, form), "{\"type\":\"FeatureCollection\",\"features\":[]}",
          HexFormat.of().formatHex(root.publicPart().raw()), desk.bulletins(LATER), LATER, LATER.plus(Duration.ofDays(1))))
          .folder();
    }
  }

  private static Report report(int i) {
    return new Report(
        new ReportId("%064d".formatted(i)), Channel.SEALED, new SourceKey("s" + i), KINDS.get("explosion"), Stance.SIGHTING,
        Optional.of(new Place(52.1 + 0.001 * i, -33.2, 300, "")), new Span(NOON.minusSeconds(600), NOON),
        "words of report " + i, List.of(), List.of());
  }
}
