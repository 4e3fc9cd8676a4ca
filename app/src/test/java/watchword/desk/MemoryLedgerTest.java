package watchword.desk;

/// Nothing of it outlives its process, so it is its own after a start.
class MemoryLedgerTest extends LedgerContract {

  @Override
  Ledger open() {
    return new MemoryLedger();
  }

  @Override
  Ledger again(Ledger before) {
    return before;
  }

  @Override
  void shut() {}
}
