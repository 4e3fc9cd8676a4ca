package watchword.archive;

import java.util.Iterator;
import java.util.function.Function;
import java.util.function.LongConsumer;

/// An iterator that makes something of what another gives, and tells now and then how far it has come.
final class Told<S, T> implements Iterator<T> {

  private static final int STEP = 1_000;

  private final Iterator<S> each;
  private final Function<S, T> made;
  private final LongConsumer progress;
  private int untold;

  Told(Iterator<S> each, Function<S, T> made, LongConsumer progress) {
    this.each = each;
    this.made = made;
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
    return made.apply(each.next());
  }
}
