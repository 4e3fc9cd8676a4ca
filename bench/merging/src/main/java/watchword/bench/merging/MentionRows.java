package watchword.bench.merging;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.StringJoiner;

/// Writes rows that are like UCDP's mentions of Syria in what was counted there, for 25 such countries side by side: more rows are more days.
///
/// Counted in `ucdp_syria_mentions.csv`, and here in 20,000 rows where it differs: 4.1 rows a day and country, in 936 points; the first
/// has 6 % of the rows, the eleventh 1 %. 88 % of happenings have one row; all rows of one share point, precision and kind, 47 % of pairs
/// the date. Headlines have 18 words; two rows of one happening share 14 % of them, any two rows 8 % (7 %). A row has .16 rows of
/// *other* happenings at its point and of its kind a day later (.13), .10 a month later (.08).
final class MentionRows {

  private static final int COUNTRIES = 25;
  private static final int POINTS = 936;
  private static final int ROWS_A_DAY = 103;
  private static final int WORDS = 6_000;
  private static final LocalDate FIRST_DAY = LocalDate.of(1990, 1, 1);

  /// A happening follows one of the last of its country in place and kind this often: fronts and campaigns.
  private static final double CAMPAIGNS = 0.6;

  private static final int REMEMBERED = 120;

  /// Rows in a thousand of precision 1, of 1 or 2, and so on.
  private static final double[] PRECISIONS = {546, 921, 940, 963, 994, 1_000};

  private static final double[] KINDS = {720, 972, 1_000};

  /// Each word of a headline is the happening's own this often, else any word.
  private static final double TOLD_ALIKE = 0.35;

  private final Random random;
  private final double[] popularity = running(POINTS, 0.8);
  private final double[] language = running(WORDS, 1);
  private final double[][][] points = new double[COUNTRIES][POINTS][2];
  private final List<List<String>> lately = new ArrayList<>();

  private MentionRows(long seed) {
    random = new Random(seed);
    for (int country = 0; country < COUNTRIES; country++) {
      lately.add(new ArrayList<>());
      for (double[] point : points[country]) {
        point[0] = -30 + 15 * (country / 5) + 4.5 * random.nextDouble();
        point[1] = -60 + 30 * (country % 5) + 6 * random.nextDouble();
      }
    }
  }

  /// Writes so many rows; one seed, one file.
  static void write(Path file, long rows, long seed) throws IOException {
    MentionRows mentions = new MentionRows(seed);
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      out.write("mention_id,event_id,office,report_date,headline,place,adm_1,adm_2,lat,lon,where_prec,type_of_violence,src\n");
      long row = 0;
      for (int happening = 0; row < rows; happening++) {
        LocalDate day = FIRST_DAY.plusDays(row / ROWS_A_DAY);
        String where = mentions.where();
        int[] story = mentions.story();
        for (int left = mentions.mentions(); left > 0 && row < rows; left--, row++) {
          out.write(mentions.row(row, happening, day, where, story));
        }
      }
    }
  }

  /// Place, point, precision and kind of a happening.
  private String where() {
    int country = random.nextInt(COUNTRIES);
    List<String> before = lately.get(country);
    boolean follows = !before.isEmpty() && random.nextDouble() < CAMPAIGNS;
    String where = follows ? before.get(random.nextInt(before.size())) : anywhere(country);
    before.add(where);
    if (before.size() > REMEMBERED) {
      before.removeFirst();
    }
    return where;
  }

  private String anywhere(int country) {
    int place = draw(popularity);
    double[] point = points[country][place];
    return String.format(Locale.ROOT, "town %d of %d,Governorate %d,district %d,%.6f,%.6f,%d,%d",
        place, country, place % 14, place % 60, point[0], point[1], 1 + draw(PRECISIONS), 1 + draw(KINDS));
  }

  private String row(long row, int happening, LocalDate day, String where, int[] story) {
    String source = random.nextInt(100) < 86 ? "SOHR" : random.nextInt(3) < 2 ? "AIRWARS" : "OTHER";
    StringJoiner headline = new StringJoiner(" ");
    for (int word : story) {
      headline.add(spelled(random.nextDouble() < TOLD_ALIKE ? word : draw(language)));
    }
    return String.format(Locale.ROOT, "m%08d,%d,%s,%s,%s,%s,%s%n", row, happening, source, day.plusDays(late()), headline, where, source);
  }

  /// Days after the happening that a row is dated.
  private int late() {
    int share = random.nextInt(100);
    return share < 66 ? 0 : share < 88 ? 1 : share < 93 ? 2 : 3 + random.nextInt(30);
  }

  private int mentions() {
    int share = random.nextInt(1_000);
    return share < 881 ? 1 : share < 972 ? 2 : share < 989 ? 3 : 4 + random.nextInt(3);
  }

  private int[] story() {
    return random.ints(7 + random.nextInt(24), 0, 1).map(any -> draw(language)).toArray();
  }

  /// Letters that tell words apart by their first five, as real words do.
  private static String spelled(int number) {
    return "" + (char) ('a' + number % 26) + (char) ('a' + number / 26 % 26) + (char) ('a' + number / 676 % 26) + "er";
  }

  private int draw(double[] running) {
    double at = random.nextDouble() * running[running.length - 1];
    int found = Arrays.binarySearch(running, at);
    return Math.min(running.length - 1, found < 0 ? -found - 1 : found + 1);
  }

  private static double[] running(int count, double exponent) {
    double[] shares = new double[count];
    for (int i = 0; i < count; i++) {
      shares[i] = 1 / Math.pow(i + 1, exponent);
    }
    Arrays.parallelPrefix(shares, Double::sum);
    return shares;
  }
}
