package watchword.journal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import watchword.seal.Bytes;
import watchword.seal.Epoch;
import watchword.seal.PanicMark;

/// A journal in one SQLite file, one connection, one process (tables: this package's page).
public final class SqliteJournalStore implements JournalStore {
  private static final RowMapper<StoredEntry> ENTRY = (row, _) -> new StoredEntry(
      row.getLong("sequence"), row.getInt("epoch"), row.getBytes("sealed"), Bytes.of(row.getBytes("hash")));
  private static final RowMapper<StoredEpoch> EPOCH =
      (row, _) -> new StoredEpoch(row.getInt("number"), new Epoch(row.getInt("day")), row.getLong("first"));
  private static final RowMapper<StoredBase> BASE = (row, _) -> new StoredBase(
      row.getString("name"), row.getLong("through"), Bytes.of(row.getBytes("head")), row.getBytes("sealed"));

  private final Handle handle;
  private final Path file;
  private final Bytes mark;

  private SqliteJournalStore(Handle handle, Path file) {
    this.handle = handle;
    this.file = file;
    handle.execute(
        "INSERT INTO journal (mark) SELECT ? WHERE NOT EXISTS (SELECT 1 FROM journal)", Sealing.random(32));
    this.mark = Bytes.of(handle.createQuery("SELECT mark FROM journal").mapTo(byte[].class).one());
  }

  /// Opens or makes the file.
  ///
  /// @throws StoreInUseException in a second process
  public static SqliteJournalStore open(Path file) {
    return new SqliteJournalStore(Sqlite.open(file, "casebook"), file);
  }

  @Override
  public Bytes mark() {
    return mark;
  }

  @Override
  public synchronized void append(List<StoredEntry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    write(transaction -> {
      PreparedBatch batch =
          transaction.prepareBatch("INSERT INTO entry (sequence, epoch, sealed, hash) VALUES (?, ?, ?, ?)");
      for (StoredEntry entry : entries) {
        batch.add(entry.sequence(), entry.epoch(), entry.sealed(), entry.hash().toArray());
      }
      batch.execute();
    });
  }

  @Override
  public synchronized List<StoredEntry> entries(long from, int limit) {
    return handle.select("SELECT * FROM entry WHERE sequence >= ? ORDER BY sequence LIMIT ?", from, limit)
        .map(ENTRY).list();
  }

  @Override
  public synchronized Optional<StoredEntry> last() {
    return handle.select("SELECT * FROM entry ORDER BY sequence DESC LIMIT 1").map(ENTRY).findOne();
  }

  @Override
  public synchronized void begin(StoredEpoch epoch, List<StoredShare> shares) {
    write(transaction -> {
      transaction.execute(
          "INSERT INTO epoch (number, day, first) VALUES (?, ?, ?)", epoch.number(), epoch.day().day(), epoch.first());
      insert(transaction, shares);
    });
  }

  @Override
  public synchronized List<StoredEpoch> epochs() {
    return handle.select("SELECT * FROM epoch ORDER BY number").map(EPOCH).list();
  }

  @Override
  public synchronized void add(StoredBase base, List<StoredShare> shares) {
    write(transaction -> {
      insert(transaction, base);
      insert(transaction, shares);
    });
  }

  @Override
  public synchronized List<StoredBase> bases() {
    return handle.select("SELECT * FROM base ORDER BY through DESC").map(BASE).list();
  }

  @Override
  public synchronized void add(List<StoredShare> shares) {
    write(transaction -> insert(transaction, shares));
  }

  @Override
  public synchronized Optional<byte[]> share(String name, Bytes holder) {
    return handle.select("SELECT sealed FROM share WHERE name = ? AND holder = ?", name, holder.toArray())
        .mapTo(byte[].class).findOne();
  }

  @Override
  public synchronized void drop(String name) {
    write(transaction -> transaction.execute("DELETE FROM share WHERE name = ?", name));
    Sqlite.shred(handle, file);
  }

  @Override
  public synchronized void dropHolder(Function<String, Bytes> tagByName) {
    write(transaction -> {
      List<String> names = transaction.select("SELECT DISTINCT name FROM share").mapTo(String.class).list();
      for (String name : names) {
        transaction.execute(
            "DELETE FROM share WHERE name = ? AND holder = ?", name, tagByName.apply(name).toArray());
      }
    });
    Sqlite.shred(handle, file);
  }

  @Override
  public synchronized void cut(int keptEpoch, StoredBase checkpoint, List<StoredShare> shares) {
    write(transaction -> {
      transaction.execute("DELETE FROM entry WHERE sequence <= ?", checkpoint.through());
      transaction.execute(
          "DELETE FROM share WHERE name IN (SELECT 'epoch ' || number FROM epoch WHERE number < ?)", keptEpoch);
      transaction.execute("DELETE FROM epoch WHERE number < ?", keptEpoch);
      transaction.execute(
          "DELETE FROM share WHERE name IN (SELECT name FROM base WHERE through < ?)", checkpoint.through());
      transaction.execute("DELETE FROM base WHERE through < ?", checkpoint.through());
      insert(transaction, checkpoint);
      insert(transaction, shares);
    });
    Sqlite.shred(handle, file);
  }

  @Override
  public synchronized void close() {
    Sqlite.close(handle, file);
  }

  /// One transaction; none begins or is committed beside the mark of a panic.
  private void write(HandleConsumer<RuntimeException> rows) {
    PanicMark.refuse(file);
    handle.useTransaction(transaction -> {
      rows.useHandle(transaction);
      PanicMark.refuse(file);
    });
  }

  private static void insert(Handle transaction, StoredBase base) {
    transaction.execute(
        "INSERT INTO base (name, through, head, sealed) VALUES (?, ?, ?, ?)",
        base.name(), base.through(), base.head().toArray(), base.sealed());
  }

  private static void insert(Handle transaction, List<StoredShare> shares) {
    for (StoredShare share : shares) {
      transaction.execute(
          "INSERT OR REPLACE INTO share (name, holder, sealed) VALUES (?, ?, ?)",
          share.name(), share.holder().toArray(), share.sealed());
    }
  }
}
