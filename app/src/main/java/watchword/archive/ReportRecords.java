package watchword.archive;

import java.util.List;
import java.util.Optional;
import watchword.core.kind.Kind;
import watchword.core.place.Place;
import watchword.core.report.Channel;
import watchword.core.report.Report;
import watchword.core.report.ReportId;
import watchword.core.report.SourceKey;
import watchword.core.report.Stance;
import watchword.core.time.Span;

/// An archive's reports as bytes, and back; where they lie stands first, so that it can be read alone.
///
/// Kinds and files are few and stay in tables; everything else stands in the record.
final class ReportRecords {

  private final Numbering<Kind> kinds = new Numbering<>();
  private final Numbering<Channel> channels = new Numbering<>();
  private final Numbering<Stance> stances = new Numbering<>();
  private final List<String> files;

  ReportRecords(List<String> files) {
    this.files = files;
  }

  /// Where a report says it was: as a pin or by name.
  record Where(Optional<Place> pin, Optional<String> name) {}

  byte[] bytes(ArchivedReport one) {
    Report report = one.report();
    if (!report.figures().isEmpty() || !report.media().isEmpty()) {
      throw new IllegalArgumentException("a row has no figures or photos");
    }
    Bytes bytes = Bytes.empty();
    putPlace(bytes, report.place());
    return bytes
        .putOptional(one.name())
        .putText(report.id().value())
        .putInt(kinds.of(report.kind()))
        .putInt(channels.of(report.channel()))
        .putInt(stances.of(report.stance()))
        .putText(report.source().value())
        .putInstant(report.when().earliest())
        .putInstant(report.when().latest())
        .putInt(fileNumber(one.file()))
        .putLong(one.row())
        .putOptional(one.truth())
        .putText(report.text())
        .putText(one.raw())
        .toArray();
  }

  ArchivedReport report(byte[] record) {
    Bytes bytes = Bytes.of(record);
    Where where = where(bytes);
    ReportId id = new ReportId(bytes.getText());
    Kind kind = kinds.get(bytes.getInt());
    Channel channel = channels.get(bytes.getInt());
    Stance stance = stances.get(bytes.getInt());
    SourceKey source = new SourceKey(bytes.getText());
    Span when = new Span(bytes.getInstant(), bytes.getInstant());
    String file = file(bytes.getInt());
    long row = bytes.getLong();
    Optional<String> truth = bytes.getOptional();
    String text = bytes.getText();
    Report report = new Report(id, channel, source, kind, stance, where.pin, when, text, List.of(), List.of());
    return new ArchivedReport(report, file, row, bytes.getText(), where.name, truth);
  }

  static Where where(byte[] record) {
    return where(Bytes.of(record));
  }

  private static Where where(Bytes bytes) {
    return new Where(place(bytes), bytes.getOptional());
  }

  static String id(byte[] record) {
    Bytes bytes = Bytes.of(record);
    where(bytes);
    return bytes.getText();
  }

  static void putPlace(Bytes bytes, Optional<Place> place) {
    bytes.putByte(place.isPresent() ? 1 : 0);
    place.ifPresent(at -> bytes
        .putDouble(at.latitude()).putDouble(at.longitude()).putDouble(at.uncertaintyMetres()).putText(at.name()));
  }

  static Optional<Place> place(Bytes bytes) {
    if (bytes.getByte() == 0) {
      return Optional.empty();
    }
    return Optional.of(new Place(bytes.getDouble(), bytes.getDouble(), bytes.getDouble(), bytes.getText()));
  }

  /// All that reports use have a number once all reports are written; then several threads may ask.
  Numbering<Kind> kinds() {
    return kinds;
  }

  Numbering<Channel> channels() {
    return channels;
  }

  Numbering<Stance> stances() {
    return stances;
  }

  String file(int number) {
    return files.get(number);
  }

  int fileNumber(String file) {
    return files.indexOf(file);
  }
}
