package watchword.seal;

class MemoryKeyStoreTest extends KeyStoreContract {
  private final KeyStore store = new MemoryKeyStore();

  @Override
  KeyStore store() {
    return store;
  }
}
