package watchword.seal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/// Keys that end with the process.
public final class MemoryKeyStore implements KeyStore {
  private final Map<KeyName, Entry> entries = new ConcurrentSkipListMap<>();

  @Override
  public void put(KeyName name, Entry entry) {
    entries.put(name, entry);
  }

  @Override
  public Optional<Entry> find(KeyName name) {
    return Optional.ofNullable(entries.get(name));
  }

  @Override
  public List<KeyName> list() {
    return List.copyOf(entries.keySet());
  }

  @Override
  public List<String> strays() {
    return List.of();
  }

  @Override
  public void destroy(KeyName name) {
    entries.remove(name);
  }
}
