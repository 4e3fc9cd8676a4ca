package watchword.drill.seizure;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;

/// Counts what is made in folders that should stay empty: a temporary file is gone again before anyone can search it.
final class Watch implements AutoCloseable {
  private final WatchService service;
  private int made;

  private Watch(WatchService service) {
    this.service = service;
  }

  static Watch over(List<Path> folders) throws IOException {
    WatchService service = Path.of("/").getFileSystem().newWatchService();
    for (Path folder : folders) {
      WatchKey _ = folder.register(service, StandardWatchEventKinds.ENTRY_CREATE);
    }
    return new Watch(service);
  }

  /// Returns how many files or folders were made until now.
  int made() {
    try {
      for (WatchKey key = service.poll(); key != null; key = service.poll()) {
        made += key.pollEvents().size();
        key.reset();
      }
    } catch (ClosedWatchServiceException _) {
      // what was counted stands
    }
    return made;
  }

  @Override
  public void close() throws IOException {
    service.close();
  }
}
