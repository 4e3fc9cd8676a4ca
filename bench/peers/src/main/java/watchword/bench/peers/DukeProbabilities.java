package watchword.bench.peers;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.priv.garshol.duke.Comparator;
import no.priv.garshol.duke.ConfigurationImpl;
import no.priv.garshol.duke.Processor;
import no.priv.garshol.duke.Property;
import no.priv.garshol.duke.PropertyImpl;
import no.priv.garshol.duke.Record;
import no.priv.garshol.duke.RecordImpl;
import no.priv.garshol.duke.comparators.ExactComparator;
import no.priv.garshol.duke.comparators.QGramComparator;
import no.priv.garshol.duke.databases.InMemoryBlockingDatabase;
import no.priv.garshol.duke.matchers.AbstractMatchListener;

/// Duke: a naive product of probabilities by field over blocks of one place, in the order of days.
///
/// Three tables of probabilities and twelve thresholds are tried. Its genetic algorithm asks for hundreds of such passes, more than a
/// benchmark of minutes has; a sweep of thresholds by table comes near, since three of the five fields take few values.
final class DukeProbabilities implements Peer {

  private static final int WINDOW = 40;

  /// Days over which likeness of date falls to nothing.
  private static final double DAYS = 4;

  private static final double LOWEST = 0.5;

  /// What it means that a field differs, and that it is the same.
  private record Odds(double low, double high) {}

  private record Table(String name, Odds place, Odds day, Odds kind, Odds text, Odds source) {}

  private static final List<Table> TABLES = List.of(
      new Table(
          "day first", new Odds(0.01, 0.6), new Odds(0.05, 0.9), new Odds(0.1, 0.55), new Odds(0.4, 0.7),
          new Odds(0.45, 0.5)),
      new Table(
          "text first", new Odds(0.01, 0.6), new Odds(0.2, 0.7), new Odds(0.1, 0.55), new Odds(0.2, 0.9),
          new Odds(0.45, 0.5)),
      new Table("even", new Odds(0.01, 0.6), new Odds(0.1, 0.8), new Odds(0.1, 0.55), new Odds(0.3, 0.8),
          new Odds(0.45, 0.5)));

  @Override
  public void merge(List<Row> rows, Settings settings) throws IOException {
    Map<String, Integer> numbers = new HashMap<>();
    List<Record> records = new ArrayList<>();
    for (Row row : rows) {
      numbers.put(row.id(), numbers.size());
      records.add(record(row));
    }
    for (Table table : TABLES) {
      Links links = new Links();
      Processor processor = new Processor(configuration(table));
      processor.addMatchListener(new AbstractMatchListener() {
        @Override
        public void matches(Record one, Record other, double confidence) {
          links.add(numbers.getOrDefault(one.getValue("id"), 0), numbers.getOrDefault(other.getValue("id"), 0),
              confidence);
        }
      });
      processor.deduplicate(records);
      processor.close();
      for (int percent : new int[] {50, 60, 70, 75, 80, 85, 88, 90, 92, 94, 96, 98}) {
        settings.take(String.format(Locale.ROOT, "%s, probability .%02d", table.name(), percent),
            links.components(rows.size(), percent / 100.0));
      }
    }
  }

  private static ConfigurationImpl configuration(Table table) {
    List<Property> properties = List.of(
        new PropertyImpl("id"),
        property("place", new ExactComparator(), table.place()),
        property("day", new Days(), table.day()),
        property("kind", new ExactComparator(), table.kind()),
        property("text", new QGramComparator(), table.text()),
        property("source", new ExactComparator(), table.source()));
    InMemoryBlockingDatabase database = new InMemoryBlockingDatabase();
    database.setKeyFunctions(List.of(row -> row.getValue("place") + " " + row.getValue("day")));
    database.setWindowSize(WINDOW);
    ConfigurationImpl configuration = new ConfigurationImpl();
    configuration.setProperties(properties);
    configuration.setThreshold(LOWEST);
    configuration.setDatabase(database);
    database.setConfiguration(configuration);
    return configuration;
  }

  private static Property property(String name, Comparator comparator, Odds odds) {
    return new PropertyImpl(name, comparator, odds.low(), odds.high());
  }

  private static Record record(Row row) {
    RecordImpl record = new RecordImpl();
    record.addValue("id", row.id());
    record.addValue("place", row.place());
    record.addValue("day", String.valueOf(row.day()));
    record.addValue("kind", row.kind());
    record.addValue("text", String.join(" ", Texts.words(row.text())));
    record.addValue("source", row.source());
    return record;
  }

  /// One on the same day, nothing from four days on; Duke's own comparison of numbers is one of ratios.
  private static final class Days implements Comparator {
    @Override
    public boolean isTokenized() {
      return false;
    }

    @Override
    public double compare(String one, String other) {
      return Math.max(0, 1 - Math.abs(Long.parseLong(one) - Long.parseLong(other)) / DAYS);
    }
  }
}
