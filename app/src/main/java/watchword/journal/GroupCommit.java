package watchword.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/// One thread that writes what many ask for: whatever waits while it forces the disk goes into the next group.
final class GroupCommit<W, R> implements AutoCloseable {
  private final BlockingQueue<Optional<Job<W, R>>> queue = new LinkedBlockingQueue<>();
  private final int maxGroup;
  private final Consumer<List<Job<W, R>>> commit;
  private final Thread writer;
  private boolean closed;

  /// A piece of work and the promise to tell when it is on disk.
  record Job<W, R>(W work, CompletableFuture<R> done) {}

  /// @param commit writes a group and completes its jobs; those it leaves open when it fails, fail with it
  GroupCommit(String name, int maxGroup, Consumer<List<Job<W, R>>> commit) {
    this.maxGroup = maxGroup;
    this.commit = commit;
    this.writer = Thread.ofPlatform().daemon().name(name).start(this::run);
  }

  synchronized CompletableFuture<R> add(W work) {
    if (closed) {
      return CompletableFuture.failedFuture(new IllegalStateException("closed"));
    }
    CompletableFuture<R> done = new CompletableFuture<>();
    queue.add(Optional.of(new Job<>(work, done)));
    return done;
  }

  /// Writes what waits, and stops.
  @Override
  public void close() {
    synchronized (this) {
      if (!closed) {
        closed = true;
        queue.add(Optional.empty());
      }
    }
    boolean interrupted = false;
    while (writer.isAlive()) {
      try {
        writer.join();
      } catch (InterruptedException e) {
        interrupted = true; // what waits is still written
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    boolean last = false;
    while (!last) {
      List<Optional<Job<W, R>>> taken = new ArrayList<>();
      try {
        taken.add(queue.take());
      } catch (InterruptedException e) {
        continue; // only close ends this thread
      }
      queue.drainTo(taken, maxGroup - 1);
      last = taken.getLast().isEmpty();
      write(taken.stream().flatMap(Optional::stream).toList());
    }
  }

  private void write(List<Job<W, R>> group) {
    if (group.isEmpty()) {
      return;
    }
    try {
      commit.accept(group);
    } catch (RuntimeException | Error e) {
      group.forEach(job -> job.done().completeExceptionally(e));
    }
  }
}
