package watchword.archive;

import java.util.Map;
import watchword.core.kind.Kind;
import watchword.core.kind.Shape;

/// How the archives we know write kinds and precision.
enum Codebook implements Layout.Codes {

  /// Kinds are words, precision is metres.
  PLAIN,

  /// UCDP Georeferenced Event Dataset, codebook 21.1: type of violence 1–3, where_prec 1–7.
  UCDP {
    @Override
    public Kind kind(String cell) {
      return Codebook.within(Kind.ofArchive(UCDP_VIOLENCE.getOrDefault(cell, cell)), ARTICLE_MINUTES);
    }

    @Override
    public double metres(String cell) throws RowFault {
      Double metres = UCDP_METRES.get(cell);
      if (metres == null) {
        throw new RowFault("the precision is not one of the codes 1 to 7");
      }
      return metres;
    }
  },

  /// Ushahidi Haiti 2010: several categories in a cell, each "2a. in French | in English".
  ///
  /// One need is filed now under water, now under food, now under both, so the kind is the group of the first category, its number.
  HAITI {
    @Override
    public Kind kind(String cell) {
      int digits = 0;
      while (digits < cell.length() && cell.charAt(digits) >= '0' && cell.charAt(digits) <= '9') {
        digits++;
      }
      return super.kind(digits == 0 ? "uncategorised" : "category " + cell.substring(0, digits));
    }
  },

  /// Two lists note one siren mostly within two minutes, one time in twenty later than ten. An alarm is a state: it lasts
  /// until it is called off, and lists that go by districts note it more than once meanwhile.
  SIREN {
    @Override
    public Kind kind(String cell) {
      return Codebook.of(Kind.ofArchive(cell), Shape.STATE, SIREN_MINUTES);
    }
  };

  private static final Map<String, String> UCDP_VIOLENCE =
      Map.of("1", "state-based conflict", "2", "non-state conflict", "3", "one-sided violence");

  /// Radius in metres by code. 1 is an exact place; 2 lies near a named place, and since the coder gives the coordinates of that place, two
  /// articles on one happening meet there: about a town. 3 and 4 are a district and a province of some 25 and 100 km, 5 a line or a blurred area, 6 a country,
  /// 7 water or air: too vague to join anything.
  private static final Map<String, Double> UCDP_METRES =
      Map.of("1", 1_000.0, "2", 4_000.0, "3", 25_000.0, "4", 100_000.0, "5", 100_000.0, "6", 500_000.0, "7", 500_000.0);

  /// So long a silence is within one alarm; chosen by months in turn (bench/results/2026-11-30-merging-quality.md).
  private static final int SIREN_MINUTES = 8;

  /// How long one happening is seen. That a row knows only the day stands in its span already and is not to be counted twice.
  private static final int MINUTES = 120;

  /// Articles tell of the same day or of the one before: a deviation of half a day.
  private static final int ARTICLE_MINUTES = 3_600;

  @Override
  public Kind kind(String cell) {
    return within(Kind.ofArchive(cell), MINUTES);
  }

  @Override
  public double metres(String cell) throws RowFault {
    double metres = Numbers.of(cell, "the precision");
    if (!(metres > 0)) {
      throw new RowFault("the precision is not above 0 m");
    }
    return metres;
  }

  private static Kind within(Kind kind, int minutes) {
    return of(kind, kind.shape(), minutes);
  }

  private static Kind of(Kind kind, Shape shape, int minutes) {
    return new Kind(
        kind.id(), shape, kind.group(), kind.icon(), kind.names(), kind.headlines(), kind.fields(), kind.confusable(),
        minutes, kind.sameHappeningMetres(), kind.speedKmh(), kind.acled(), kind.cap(), kind.rule());
  }
}
