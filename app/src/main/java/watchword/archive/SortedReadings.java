package watchword.archive;

import java.io.Closeable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongConsumer;
import watchword.core.kind.Kind;
import watchword.core.place.Gazetteer;
import watchword.core.place.Place;
import watchword.core.report.Channel;
import watchword.core.report.Reader;
import watchword.core.report.Reading;
import watchword.core.report.Report;
import watchword.core.report.ReportId;
import watchword.core.report.SourceKey;
import watchword.core.report.Stance;
import watchword.core.report.Weighted;
import watchword.core.text.Words;
import watchword.core.time.Span;

/// An archive's reports as they were read, in order, without their texts; walked through as often as wanted.
public final class SortedReadings implements Iterable<Reading>, Closeable {

  /// Texts are read on all cores, so many at a time.
  private static final int BATCH = 4_096;

  /// Readings of one source share its key, unless there are so many sources that each has but few.
  private static final int MOST_SOURCES = 10_000;

  private final SortedSpool records;
  private final ReportRecords tables;
  // Nobody knows when a row came, so no clock matters here.
  private final Reader reader = new Reader(Gazetteer.EMPTY, ZoneOffset.UTC);
  private final LongAdder placed = new LongAdder();
  private final LongAdder several = new LongAdder();

  private SortedReadings(ReportRecords tables, SortedSpool records) {
    this.tables = tables;
    this.records = records;
  }

  /// Reads all texts.
  ///
  /// @param progress told how many more reports were read
  public static SortedReadings of(Archive archive, LongConsumer progress) {
    return of(archive, SortedSpool.RUN_BYTES, progress);
  }

  /// @param runBytes so much is sorted in memory
  static SortedReadings of(Archive archive, int runBytes, LongConsumer progress) {
    SortedReadings readings =
        new SortedReadings(archive.reports().tables(), new SortedSpool(archive.temporary(), runBytes));
    List<byte[]> batch = new ArrayList<>(BATCH);
    for (byte[] record : archive.reports().records()) {
      batch.add(record);
      if (batch.size() == BATCH) {
        readings.add(batch, archive.placing());
        progress.accept(BATCH);
        batch.clear();
      }
    }
    readings.add(batch, archive.placing());
    return readings;
  }

  /// How many.
  public long count() {
    return records.count();
  }

  /// How many have their place from their words.
  public Placing.ToldByWords toldByWords() {
    return new Placing.ToldByWords(placed.sum(), several.sum());
  }

  @Override
  public Iterator<Reading> iterator() {
    Iterator<Located> each = walk();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return each.hasNext();
      }

      @Override
      public Reading next() {
        return each.next().reading();
      }
    };
  }

  /// A reading and where it stands.
  record Located(Reading reading, Origin origin) {}

  Iterator<Located> walk() {
    Iterator<byte[]> each = records.iterator();
    return new Iterator<>() {
      private final Map<String, SourceKey> sources = new HashMap<>();

      @Override
      public boolean hasNext() {
        return each.hasNext();
      }

      @Override
      public Located next() {
        if (sources.size() > MOST_SOURCES) {
          sources.clear();
        }
        return located(Bytes.of(each.next()), sources);
      }
    };
  }

  private void add(List<byte[]> batch, Placing placing) {
    batch.parallelStream().map(record -> read(record, placing)).toList().forEach(records::add);
  }

  private byte[] read(byte[] record, Placing placing) {
    ArchivedReport one = placing.placed(tables.report(record));
    Reading reading = one.report().place().isPresent() ? reader.read(one.report()) : byWords(one.report(), placing);
    return bytes(reading, new Origin(one.file(), one.name().isPresent(), one.truth()));
  }

  private Reading byWords(Report report, Placing placing) {
    Reading reading = placing.words().read(report);
    placed.add(reading.places().isEmpty() ? 0 : 1);
    several.add(reading.places().size() > 1 ? 1 : 0);
    return reading;
  }

  /// When it begins and its id first: records sort as readings do.
  private byte[] bytes(Reading reading, Origin origin) {
    if (!reading.figures().isEmpty() || !reading.media().isEmpty()) {
      throw new IllegalArgumentException("a row's reading has no figures or photos");
    }
    Bytes bytes = Bytes.empty()
        .putInstant(reading.when().earliest())
        .putText(reading.id().value())
        .putInstant(reading.when().latest())
        .putInt(tables.fileNumber(origin.file()))
        .putByte(origin.named() ? 1 : 0)
        .putOptional(origin.truth())
        .putInt(tables.channels().of(reading.channel()))
        .putText(reading.source().value())
        .putInt(tables.kinds().of(reading.kind()))
        .putInt(tables.stances().of(reading.stance()))
        .putByte(reading.places().size());
    for (Weighted<Place> place : reading.places()) {
      ReportRecords.putPlace(bytes.putDouble(place.weight()), Optional.of(place.value()));
    }
    Words words = reading.words();
    bytes.putLongs(words.stems()).putLongs(words.shingles()).putLongs(words.numbers());
    bytes.putLong(words.wording()).putInt(words.count());
    bytes.putInt(reading.towns().size());
    reading.towns().forEach(bytes::putText);
    return bytes.putByte(reading.foretells() ? 1 : 0).toArray();
  }

  private Located located(Bytes bytes, Map<String, SourceKey> sources) {
    Instant earliest = bytes.getInstant();
    ReportId id = new ReportId(bytes.getText());
    Span when = new Span(earliest, bytes.getInstant());
    Origin origin = new Origin(tables.file(bytes.getInt()), bytes.getByte() == 1, bytes.getOptional());
    Channel channel = tables.channels().get(bytes.getInt());
    SourceKey source = sources.computeIfAbsent(bytes.getText(), SourceKey::new);
    Kind kind = tables.kinds().get(bytes.getInt());
    Stance stance = tables.stances().get(bytes.getInt());
    List<Weighted<Place>> places = new ArrayList<>(1);
    for (int left = bytes.getByte(); left > 0; left--) {
      double weight = bytes.getDouble();
      places.add(new Weighted<>(ReportRecords.place(bytes).orElseThrow(), weight));
    }
    Words words = Words.ofHashes(bytes.getLongs(), bytes.getLongs(), bytes.getLongs(), bytes.getLong(), bytes.getInt());
    List<String> towns = new ArrayList<>(0);
    for (int left = bytes.getInt(); left > 0; left--) {
      towns.add(bytes.getText());
    }
    boolean foretells = bytes.getByte() == 1;
    Reading reading =
        new Reading(id, channel, source, kind, stance, places, when, words, towns, foretells, List.of(), List.of());
    return new Located(reading, origin);
  }

  @Override
  public void close() {
    records.close();
  }
}
