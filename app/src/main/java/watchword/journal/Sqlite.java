package watchword.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import watchword.seal.PanicMark;
import watchword.seal.Zeros;

/// How this package opens a SQLite file: durable, exclusive, and overwriting what it deletes.
final class Sqlite {
  /// Flyway tells its log the path of every file it opens; kept here, for a logger nobody holds forgets its level.
  private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

  /// What SQLite answers whoever comes second.
  private static final Set<SQLiteErrorCode> BUSY =
      EnumSet.of(SQLiteErrorCode.SQLITE_BUSY, SQLiteErrorCode.SQLITE_BUSY_RECOVERY, SQLiteErrorCode.SQLITE_BUSY_SNAPSHOT, SQLiteErrorCode.SQLITE_LOCKED);

  static {
    FLYWAY.setLevel(Level.WARNING);
  }

  private Sqlite() {}

  /// Opens a file, made and brought up to date by the migrations in this resource folder.
  ///
  /// @throws StoreInUseException when another process has it open
  static Handle open(Path file, String migrations) {
    PanicMark.refuse(file);
    OwnersAlone.make(file); // SQLite gives its log the rights of the file
    try {
      return migrated(file, migrations);
    } catch (FlywayException | JdbiException e) {
      throw inUse(e) ? new StoreInUseException(e) : e;
    }
  }

  private static boolean inUse(Throwable failure) {
    return Stream.iterate(Optional.of(failure), Optional::isPresent, at -> at.map(Throwable::getCause))
        .flatMap(Optional::stream)
        .anyMatch(cause -> cause instanceof SQLiteException refused && BUSY.contains(refused.getResultCode()));
  }

  private static Handle migrated(Path file, String migrations) {
    SQLiteDataSource source = new SQLiteDataSource(config());
    source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
    Flyway.configure(Sqlite.class.getClassLoader())
        .dataSource(source)
        .locations("classpath:watchword/journal/" + migrations)
        .failOnMissingLocations(true)
        .load()
        .migrate();
    Handle handle = Jdbi.create(source).open();
    try {
      handle.execute("PRAGMA locking_mode = EXCLUSIVE"); // a second desk on the same file is refused
      forgetWhen(handle);
      return handle;
    } catch (JdbiException e) {
      handle.close();
      throw e;
    }
  }

  /// Flyway notes the second at which it made the tables: when the desk was founded is nobody's to know.
  private static void forgetWhen(Handle handle) {
    handle.execute("""
        UPDATE flyway_schema_history
        SET installed_on = '1970-01-01 00:00:00.000', installed_by = '', execution_time = 0
        WHERE installed_on > '1970-01-02'
        """);
  }

  /// Rewrites the file and empties its log, so that neither holds what was deleted.
  static void shred(Handle handle, Path file) {
    emptyLog(handle, file);
    handle.execute("VACUUM");
    emptyLog(handle, file);
  }

  /// Puts zeros over the log before it gives its blocks back: by then all of it stands in the file itself, and nothing reads it again.
  static void emptyLog(Handle handle, Path file) {
    checkpoint(handle, "FULL");
    Path log = file.resolveSibling(file.getFileName() + "-wal");
    if (Files.exists(log)) {
      try (FileChannel channel = FileChannel.open(log, StandardOpenOption.WRITE)) {
        Zeros.over(channel);
      } catch (IOException e) {
        throw new UncheckedIOException("SQLite's log could not be overwritten", e);
      }
    }
    checkpoint(handle, "TRUNCATE");
  }

  /// Closes a file with an empty log, once; where a panic took both, there is nothing to empty, and nothing is written.
  static void close(Handle handle, Path file) {
    try (handle) {
      if (!handle.isClosed() && Files.exists(file)) {
        emptyLog(handle, file);
      }
    }
  }

  private static void checkpoint(Handle handle, String mode) {
    int busy = handle.createQuery("PRAGMA wal_checkpoint(" + mode + ")").mapTo(Integer.class).one();
    if (busy != 0) {
      throw new IllegalStateException("SQLite's log could not be emptied");
    }
  }

  private static SQLiteConfig config() {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL); // a commit is on disk when it returns
    config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true"); // deleted pages are overwritten with zeros
    config.setTempStore(SQLiteConfig.TempStore.MEMORY); // no temporary file to forget
    config.enforceForeignKeys(true);
    return config;
  }
}
