package watchword.archive;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import watchword.core.kind.Kind;
import watchword.core.place.Place;
import watchword.core.report.Channel;
import watchword.core.report.Report;
import watchword.core.report.ReportId;
import watchword.core.report.SourceKey;

/// An archive's reports as a desk takes them in: under ids made of what they say, in the kinds of its catalogue.
///
/// A file that is renamed, sorted or longer than last time gives the same report the same id. The id is a SHA-256 over
/// time, place, kind, words and the source where a column names one, as the archive has them.
public final class Transcript {

  /// Three pages; the journal holds a word's hash for each word of a report, and an entry of it has a bound.
  static final int MAX_TEXT_CHARS = 16_384;

  private static final String VERSION = "watchword.import/1";

  private final List<Report> reports = new ArrayList<>();
  private final Archive archive;
  private final Function<List<String>, Kind> kinds;
  private final Channel channel;
  private long cut;

  private Transcript(Archive archive, Function<List<String>, Kind> kinds, Channel channel) {
    this.archive = archive;
    this.kinds = kinds;
    this.channel = channel;
  }

  /// Takes down what an archive says.
  ///
  /// @param kinds the desk's kind for the archive's words for one, the surest first
  /// @param channel how the desk says that these came
  public static Transcript of(Archive archive, Function<List<String>, Kind> kinds, Channel channel) {
    Transcript transcript = new Transcript(archive, kinds, channel);
    archive.forEach(transcript::add);
    return transcript;
  }

  /// In the order of the files.
  public List<Report> reports() {
    return List.copyOf(reports);
  }

  /// How many texts were longer than a desk takes.
  public long cut() {
    return cut;
  }

  private void add(ArchivedReport one) {
    Report report = one.report();
    String told = report.source().value();
    boolean crowd = told.equals(report.id().value());
    boolean ownSource = !told.equals(one.file()) && !crowd;
    // A point that only stands for a name means nothing outside its archive; the name is a word, which the desk's
    // own places may know.
    Optional<Place> place = one.name().isPresent() ? Optional.empty() : report.place();
    String words = one.name().map(name -> (report.text() + "\n" + name).strip()).orElse(report.text());
    List<String> kind = archive.words(report.kind());
    ReportId id = id(report, kind.getFirst(), place, words, ownSource);
    SourceKey source = crowd ? new SourceKey(id.value()) : report.source();
    reports.add(new Report(
        id, channel, source, kinds.apply(kind), report.stance(), place, report.when(), bounded(words),
        report.figures(), report.media()));
  }

  private String bounded(String words) {
    if (words.length() <= MAX_TEXT_CHARS) {
      return words;
    }
    cut++;
    return RowReader.cut(words, MAX_TEXT_CHARS);
  }

  /// @param kind the row's own word, so that a taxonomy at hand makes no other report of it
  private static ReportId id(Report report, String kind, Optional<Place> place, String words, boolean ownSource) {
    StringBuilder said = new StringBuilder(VERSION);
    field(said, report.when().earliest().toString());
    field(said, report.when().latest().toString());
    field(said, place.map(at -> decimal(at.latitude()) + " " + decimal(at.longitude()) + " " + at.name()).orElse(""));
    field(said, kind);
    field(said, words);
    field(said, ownSource ? report.source().value() : "");
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return new ReportId(HexFormat.of().formatHex(sha.digest(said.toString().getBytes(StandardCharsets.UTF_8))));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// With its length before it, so that no two lists of fields look alike.
  private static void field(StringBuilder said, String value) {
    said.append('\n').append(value.length()).append(' ').append(value);
  }

  private static String decimal(double degrees) {
    return BigDecimal.valueOf(degrees).stripTrailingZeros().toPlainString();
  }
}
