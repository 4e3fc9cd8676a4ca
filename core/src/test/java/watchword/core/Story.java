package watchword.core;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import watchword.core.kind.Cap;
import watchword.core.kind.Kind;
import watchword.core.kind.Language;
import watchword.core.kind.Rule;
import watchword.core.kind.Shape;
import watchword.core.place.Gazetteer;
import watchword.core.place.Place;
import watchword.core.place.Town;
import watchword.core.report.Channel;
import watchword.core.report.Figure;
import watchword.core.report.MediaHash;
import watchword.core.report.Reader;
import watchword.core.report.Reading;
import watchword.core.report.Report;
import watchword.core.report.ReportId;
import watchword.core.report.SourceKey;
import watchword.core.report.Stance;
import watchword.core.report.Weighted;
import watchword.core.time.Span;

/// A small invented country and reports that read like sentences.
public final class Story {

  public static final Instant TEN = Instant.parse("2026-03-09T10:00:00Z");

  public static final Kind EXPLOSION = kind("explosion", Shape.EVENT, 30, 5_000, 0, new Rule(0, 5_000, 2, true, 12, false), Map.of("gunfire", 0.1));
  public static final Kind GUNFIRE = kind("gunfire", Shape.EVENT, 40, 1_500, 0, new Rule(0, 5_000, 2, true, 0, false), Map.of());
  public static final Kind COLUMN = kind("column", Shape.EVENT, 120, 3_000, 40, new Rule(180, 10_000, 3, false, 0, false), Map.of());
  public static final Kind CAMP = kind("camp", Shape.STATE, 4_320, 1_500, 0, new Rule(1_440, 10_000, 3, false, 0, false), Map.of());
  public static final Kind SHELTER = kind("shelter", Shape.STATE, 1_440, 200, 0, new Rule(0, 50_000, 3, false, 0, true), Map.of());

  public static final Town DAL = new Town("dal", "Dal", List.of("Дал", "Дала"), 52.10, -33.20, 60_000, "Dal district");
  public static final Town MARROW = new Town("marrow", "Marrow", List.of("Мароў", "Марроу"), 52.60, -33.90, 12_000, "Dal district");
  public static final Town HAMLET = new Town("hamlet", "Fen", List.of(), 52.11, -33.21, 300, "Dal district");
  public static final Gazetteer LORNE = new Gazetteer("lorne-1", List.of(DAL, MARROW, HAMLET));

  private final List<Reading> readings = new ArrayList<>();
  private int count;

  public static Kind kind(String id, Shape shape, int minutes, int metres, double speed, Rule rule, Map<String, Double> confusable) {
    return new Kind(id, shape, "test", "test", Map.of(Language.EN, id), Map.of(Language.EN, id + " near {place}"), List.of(), confusable, minutes, metres, speed,
        Optional.empty(), new Cap("Security", "Immediate", "Severe", "Monitor"), rule);
  }

  /// A report as a draft; change what the story needs.
  public static final class Telling {
    private Kind kind = EXPLOSION;
    private Channel channel = Channel.SEALED;
    private Optional<String> source = Optional.empty();
    private Stance stance = Stance.SIGHTING;
    private Optional<Place> place = Optional.of(new Place(DAL.latitude(), DAL.longitude(), 500, ""));
    private List<Weighted<Place>> alternatives = List.of();
    private long minute;
    private long lasting = 10;
    private String text = "";
    private List<Figure> figures = List.of();
    private List<MediaHash> media = List.of();

    public Telling of(Kind kind) {
      this.kind = kind;
      return this;
    }

    public Telling by(Channel channel, String source) {
      this.channel = channel;
      this.source = Optional.of(source);
      return this;
    }

    public Telling as(Stance stance) {
      this.stance = stance;
      return this;
    }

    public Telling at(Town town) {
      return at(town.latitude(), town.longitude(), 500);
    }

    public Telling at(double latitude, double longitude, double uncertaintyMetres) {
      this.place = Optional.of(new Place(latitude, longitude, uncertaintyMetres, ""));
      return this;
    }

    public Telling nowhere() {
      this.place = Optional.empty();
      return this;
    }

    /// Leaves several places open.
    public Telling atOneOf(List<Weighted<Place>> places) {
      this.alternatives = places;
      return nowhere();
    }

    public Telling minute(long minute) {
      this.minute = minute;
      return this;
    }

    public Telling lasting(long minutes) {
      this.lasting = minutes;
      return this;
    }

    public Telling saying(String text) {
      this.text = text;
      return this;
    }

    public Telling counting(String name, long value) {
      this.figures = List.of(new Figure(name, value));
      return this;
    }

    public Telling showing(String photo) {
      this.media = List.of(new MediaHash(photo));
      return this;
    }

    Reading reading(int number) {
      ReportId id = new ReportId("r%03d".formatted(number));
      Instant start = TEN.plusSeconds(60 * minute);
      Report report = new Report(id, channel, new SourceKey(source.orElse("sender-" + number)), kind, stance, place,
          new Span(start, start.plusSeconds(60 * lasting)), text, figures, media);
      Reading read = new Reader(LORNE, ZoneOffset.UTC).read(report);
      return alternatives.isEmpty() ? read : new Reading(id, channel, read.source(), kind, stance, alternatives, read.when(),
          read.words(), read.towns(), read.foretells(), read.figures(), read.media());
    }
  }

  public static Telling report() {
    return new Telling();
  }

  public Story with(Telling telling) {
    readings.add(telling.reading(++count));
    return this;
  }

  public List<Reading> readings() {
    return List.copyOf(readings);
  }
}
