package watchword.archive;

import java.io.Closeable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// Reads what an iterator gives in a thread of its own, a little ahead of whoever uses it.
final class InAdvance<T> implements Iterator<T>, Closeable {

  private static final int BATCH = 512;
  private static final int BATCHES = 8;

  /// Some of what the iterator gave; the last is empty, or tells why there is no more.
  private sealed interface Batch<T> {
    record Some<T>(List<T> values) implements Batch<T> {}

    record Broken<T>(RuntimeException why) implements Batch<T> {}
  }

  private final BlockingQueue<Batch<T>> queue = new ArrayBlockingQueue<>(BATCHES);
  private final Thread thread;
  private List<T> values = List.of();
  private int at;
  private boolean ended;
  private volatile boolean closed;

  InAdvance(Iterator<T> each) {
    thread = Thread.ofPlatform().daemon().name("in-advance").start(() -> fill(each));
  }

  private void fill(Iterator<T> each) {
    try {
      try {
        for (boolean more = true; more && !closed; ) {
          List<T> batch = new ArrayList<>(BATCH);
          while (batch.size() < BATCH && each.hasNext()) {
            batch.add(each.next());
          }
          more = !batch.isEmpty();
          queue.put(new Batch.Some<>(batch));
        }
      } catch (RuntimeException e) {
        queue.put(new Batch.Broken<>(e));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean hasNext() {
    if (at == values.size() && !ended) {
      values = take();
      at = 0;
      ended = values.isEmpty();
    }
    return at < values.size();
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return values.get(at++);
  }

  private List<T> take() {
    try {
      return switch (queue.take()) {
        case Batch.Some<T> some -> some.values;
        case Batch.Broken<T> broken -> throw broken.why;
      };
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  @Override
  public void close() {
    closed = true;
    try {
      // Not by an interrupt: one that meets a read closes the file for everybody.
      while (thread.isAlive()) {
        queue.clear();
        thread.join(Duration.ofMillis(1));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
