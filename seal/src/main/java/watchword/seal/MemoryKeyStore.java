package watchword.seal;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/// Keys that end with the process.
public final class MemoryKeyStore implements KeyStore {
  private final Map<KeyName, Entry> entries = new ConcurrentSkipListMap<>();

  @Override
  public void put(KeyName name, Entry entry) {
    entries.put(name, copy(entry));
  }

  @Override
  public Optional<Entry> find(KeyName name) {
    return Optional.ofNullable(entries.get(name)).map(MemoryKeyStore::copy);
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
  public void rename(KeyName name, KeyName other) {
    Optional.ofNullable(entries.remove(name)).ifPresent(entry -> entries.put(other, entry));
  }

  @Override
  public void destroy(KeyName name) {
    Optional.ofNullable(entries.remove(name)).ifPresent(Entry::wipe);
  }

  private static Entry copy(Entry entry) {
    byte[] secret = entry.secret();
    try {
      return new Entry(entry.publicKey(), secret);
    } finally {
      Arrays.fill(secret, (byte) 0);
    }
  }
}
