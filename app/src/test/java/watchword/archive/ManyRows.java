package watchword.archive;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.StringJoiner;

/// Writes an archive of any length in the columns of UCDP mentions, for measuring how merging grows: more days, never more crowd.
///
/// 500 reports a day in 2,000 places, 1 to 4 reports of each happening, headline words as common as in a language (Zipf). One seed, one file.
/// A surge is the opposite: all reports in one night, to the minute, in one town.
///
/// `ManyRows FILE ROWS [days|surge]` stands alone, so that the benchmark can start it from its source.
final class ManyRows {

  private static final int PLACES = 2_000;
  private static final int WORDS = 8_000;
  private static final int REPORTS_A_DAY = 500;
  private static final LocalDate FIRST_DAY = LocalDate.of(1971, 1, 1);
  private static final String[] SOURCES = {"SOHR", "AIRWARS", "OTHER"};

  private static final LocalTime NIGHTFALL = LocalTime.of(20, 0);
  private static final int NIGHT_MINUTES = 600;

  /// A town's width in degrees.
  private static final double TOWN = 0.1;

  private final Random random;
  private final boolean surge;
  private final double[] places = shares(PLACES, 0.7);
  private final double[] words = shares(WORDS, 1);
  private final double[][] points = new double[PLACES][2];

  private ManyRows(long seed, boolean surge) {
    this.random = new Random(seed);
    this.surge = surge;
    for (double[] point : points) {
      point[0] = 32.5 + (surge ? TOWN : 4.5) * random.nextDouble();
      point[1] = 36 + (surge ? TOWN : 6) * random.nextDouble();
    }
  }

  public static void main(String[] arguments) throws IOException {
    String shape = arguments.length > 2 ? arguments[2] : "days";
    if (!shape.equals("days") && !shape.equals("surge")) {
      throw new IllegalArgumentException("no archive has the shape " + shape);
    }
    write(Path.of(arguments[0]), Integer.parseInt(arguments[1]), new ManyRows(7, shape.equals("surge")));
  }

  /// Writes so many rows.
  static void write(Path file, int rows, long seed) throws IOException {
    write(file, rows, new ManyRows(seed, false));
  }

  private static void write(Path file, int rows, ManyRows many) throws IOException {
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      out.write("mention_id,event_id,office,report_date,headline,place,adm_1,adm_2,lat,lon,where_prec,type_of_violence,src\n");
      int happening = 0;
      for (int row = 0; row < rows; happening++) {
        int day = row / REPORTS_A_DAY;
        int place = many.draw(many.places);
        int kind = many.random.nextInt(10) < 7 ? 1 : 2;
        String[] story = many.headline();
        for (int reports = many.reports(); reports > 0 && row < rows; reports--, row++) {
          out.write(many.row(row, happening, many.when(day, happening), place, kind, story));
        }
      }
    }
  }

  /// The day, for one report in four the next; in a surge the minute, some minutes after the happening's own.
  private String when(int day, int happening) {
    if (surge) {
      // Knuth's multiplier spreads the happenings over the night without drawing.
      int minute = (int) (((happening * 2_654_435_761L) >>> 8) % NIGHT_MINUTES) + random.nextInt(20);
      return FIRST_DAY.atTime(NIGHTFALL).plusMinutes(minute) + "Z";
    }
    return FIRST_DAY.plusDays(day + (random.nextInt(4) == 0 ? 1 : 0)).toString();
  }

  private String row(int row, int happening, String day, int place, int kind, String[] story) {
    StringJoiner headline = new StringJoiner(" ");
    for (String word : story) {
      headline.add(random.nextInt(3) == 0 ? word() : word);
    }
    String source = SOURCES[random.nextInt(10) < 8 ? 0 : 1 + random.nextInt(2)];
    int precise = random.nextInt(100);
    int precision = precise < 55 ? 1 : precise < 92 ? 2 : precise < 94 ? 3 : precise < 97 ? 4 : 5;
    return String.format(
        Locale.ROOT, "m%08d,%d,%s,%s,%s,town %d,Governorate,district,%.6f,%.6f,%d,%d,%s%n", row, happening, source, day, headline, place,
        points[place][0], points[place][1], precision, kind, source);
  }

  private int reports() {
    int share = random.nextInt(100);
    return share < 70 ? 1 : share < 88 ? 2 : share < 96 ? 3 : 4;
  }

  private String[] headline() {
    String[] story = new String[6 + random.nextInt(6)];
    for (int i = 0; i < story.length; i++) {
      story[i] = word();
    }
    return story;
  }

  /// Letters that tell words apart by their first five, as real words do.
  private String word() {
    int number = draw(words);
    return "" + (char) ('a' + number % 26) + (char) ('a' + number / 26 % 26) + (char) ('a' + number / 676 % 26) + "er";
  }

  private int draw(double[] running) {
    double at = random.nextDouble() * running[running.length - 1];
    int found = Arrays.binarySearch(running, at);
    return Math.min(running.length - 1, found < 0 ? -found - 1 : found + 1);
  }

  private static double[] shares(int count, double exponent) {
    double[] running = new double[count];
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += 1 / Math.pow(i + 1, exponent);
      running[i] = sum;
    }
    return running;
  }
}
