package watchword.gate;

class MemoryInboxTest extends InboxContract {
  @Override
  Inbox inbox() {
    return new MemoryInbox();
  }
}
