package watchword.archive;

import java.util.Iterator;
import java.util.function.LongConsumer;

/// An iterator that tells now and then how far it has come.
final class Told<T> implements Iterator<T> {

  private static final int STEP = 1_000;

  private final Iterator<T> each;
  private final LongConsumer progress;
  private int untold;

  Told(Iterator<T> each, LongConsumer progress) {
    this.each = each;
    this.progress = progress;
  }

  @Override
  public boolean hasNext() {
    return each.hasNext();
  }

  @Override
  public T next() {
    if (++untold == STEP) {
      progress.accept(STEP);
      untold = 0;
    }
    return each.next();
  }
}
