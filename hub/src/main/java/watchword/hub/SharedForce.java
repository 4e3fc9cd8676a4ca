package watchword.hub;

import java.io.IOException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Lets several writers share one force of their file.
///
/// Whoever finds no force running starts one for all that was written until then; the others wait for the next. A force that
/// failed says nothing about what is on the disk, and a later one may wrongly succeed: after one failure all fail.
final class SharedForce {
  /// Forces the file to the disk.
  interface Action {
    void force() throws IOException;
  }

  private final Action action;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition ended = lock.newCondition();
  private long written;
  private long forced;
  private boolean running;
  private boolean failed;
  private volatile IOException cause = new IOException("the force ended early");

  SharedForce(Action action) {
    this.action = action;
  }

  /// Returns when everything written before the call is on the disk.
  void force() throws IOException {
    lock.lock();
    try {
      long mine = ++written;
      while (forced < mine && !failed) {
        if (running) {
          ended.awaitUninterruptibly();
        } else {
          lead();
        }
      }
      if (failed) {
        throw new DiskException(cause);
      }
    } finally {
      lock.unlock();
    }
  }

  boolean failed() {
    lock.lock();
    try {
      return failed;
    } finally {
      lock.unlock();
    }
  }

  private void lead() {
    running = true;
    long upTo = written;
    boolean done = false;
    lock.unlock();
    try {
      action.force();
      done = true;
    } catch (IOException e) {
      cause = e; // `done` stays false, and every writer that waits throws
    } finally {
      lock.lock();
      running = false;
      if (done) {
        forced = upTo;
      } else {
        failed = true;
      }
      ended.signalAll();
    }
  }
}
