package watchword.hub;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import watchword.seal.Layout;
import watchword.seal.SealedSize;

/// One row of generations that follow each other by the same tick.
///
/// The next one is prepared in the background, so that a tick only exchanges two references; no report waits for it. While
/// as many wait as may, the current one stays, fills, and then answers *full*.
final class Series {
  private final GenerationFiles files;
  private final Waiting waiting;
  private final Force force;
  private final Executor background;
  private final ReentrantLock ticking = new ReentrantLock();
  private Layout layout;
  private CompletableFuture<Generation> next;
  private Optional<Generation> current = Optional.empty();

  Series(GenerationFiles files, Waiting waiting, Layout layout, Force force, Executor background) {
    this.files = files;
    this.waiting = waiting;
    this.layout = layout;
    this.force = force;
    this.background = background;
    this.next = prepare();
  }

  Optional<Slot> take(SealedSize size, boolean offersWork) {
    Optional<Generation> seen;
    Optional<Slot> slot;
    do {
      seen = current();
      slot = seen.flatMap(generation -> generation.take(size, offersWork));
    } while (slot.isEmpty() && !current().equals(seen)); // the tick came in between: ask the new one
    return slot;
  }

  /// Freezes the current generation and begins the next; keeps it when too many wait or the disk has no room.
  void tick() throws IOException {
    ticking.lock();
    try {
      if (waiting.full()) {
        return;
      }
      Generation begun = prepared();
      begun.begin();
      Optional<Generation> old = exchange(Optional.of(begun));
      next = prepare();
      if (old.isPresent()) {
        old.get().freeze(waiting);
      }
    } finally {
      ticking.unlock();
    }
  }

  /// Gives all generations from the next tick on this layout.
  void use(Layout other) throws IOException {
    ticking.lock();
    try {
      if (other.equals(layout)) {
        return;
      }
      layout = other;
      CompletableFuture<Generation> unwanted = next;
      next = prepare();
      discard(unwanted);
    } finally {
      ticking.unlock();
    }
  }

  void touch() throws IOException {
    Optional<Generation> generation = current();
    if (generation.isPresent()) {
      generation.get().touch();
    }
  }

  void close() throws IOException {
    ticking.lock();
    try {
      discard(next);
      Optional<Generation> last = exchange(Optional.empty());
      if (last.isPresent()) {
        last.get().close();
      }
    } finally {
      ticking.unlock();
    }
  }

  private CompletableFuture<Generation> prepare() {
    Layout wanted = layout;
    return CompletableFuture.supplyAsync(() -> {
      try {
        return Generation.prepare(files, wanted, force);
      } catch (IOException e) {
        throw new CompletionException(e);
      }
    }, background);
  }

  /// Waits for the prepared generation; when it could not be made, the next tick tries again.
  private Generation prepared() throws IOException {
    try {
      return next.join();
    } catch (CompletionException e) {
      next = prepare();
      throw new IOException("the next generation could not be prepared; see that the data folder has room", e.getCause());
    }
  }

  private static void discard(CompletableFuture<Generation> unwanted) throws IOException {
    Optional<Generation> made = unwanted.handle((generation, _) -> Optional.ofNullable(generation)).join();
    if (made.isPresent()) {
      made.get().discard();
    }
  }

  private synchronized Optional<Generation> current() {
    return current;
  }

  private synchronized Optional<Generation> exchange(Optional<Generation> other) {
    Optional<Generation> old = current;
    current = other;
    return old;
  }
}
