package watchword.desk;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

class JournalLedgerTest extends LedgerContract {

  @TempDir Path folder;

  private Optional<Cabinet> cabinet = Optional.empty();

  @Override
  Ledger open() throws Exception {
    cabinet = Optional.of(new Cabinet(folder));
    return replayed();
  }

  @Override
  Ledger again(Ledger before) throws Exception {
    cabinet.orElseThrow().reopen();
    return replayed();
  }

  /// As an office has it: it knows its members from a replay.
  private Ledger replayed() {
    JournalLedger ledger = cabinet.orElseThrow().ledger();
    ledger.replay(_ -> {});
    return ledger;
  }

  @Override
  void shut() throws Exception {
    cabinet.orElseThrow().close();
  }
}
