package watchword.journal;

class MemoryJournalStoreTest extends JournalStoreContract {

  @Override
  JournalStore open() {
    return new MemoryJournalStore(Room.RANDOM);
  }
}
