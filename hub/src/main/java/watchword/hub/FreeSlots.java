package watchword.hub;

import java.security.SecureRandom;
import java.util.BitSet;
import java.util.Optional;

/// Which slots of one size are free; known here, in memory, and nowhere else.
///
/// A set of bits, because a list would remember in which order slots went. Up to half full every report is taken; of the
/// rest one half asks for work and the other does not, so that a flood without work never takes all and a phone too slow
/// to work is not shut out. A claim to work that turns out wrong costs a report only the slots that ask for it.
/// Not safe for several threads: the generation guards it.
final class FreeSlots {
  /// Why a slot was given out.
  enum Terms { FOR_ALL, FOR_WORK, WITHOUT_WORK }

  /// A slot out of the free ones.
  record Taken(int index, Terms terms) {}

  private final BitSet free;
  private final SecureRandom random;
  private int forAll;
  private int withoutWork;
  private int forWork;

  FreeSlots(int count, SecureRandom random) {
    this.free = new BitSet(count);
    this.free.set(0, count);
    this.random = random;
    this.forAll = (count + 1) / 2;
    this.withoutWork = (count - forAll + 1) / 2;
    this.forWork = count - forAll - withoutWork;
  }

  /// Takes any free slot at random; work is only a claim until it is checked.
  Optional<Taken> take(boolean offersWork) {
    Terms terms;
    if (forAll > 0) {
      forAll--;
      terms = Terms.FOR_ALL;
    } else if (offersWork && forWork > 0) {
      forWork--;
      terms = Terms.FOR_WORK;
    } else if (withoutWork > 0) {
      withoutWork--;
      terms = Terms.WITHOUT_WORK;
    } else {
      return Optional.empty();
    }
    int skip = random.nextInt(free.cardinality());
    int index = free.nextSetBit(0);
    for (int i = 0; i < skip; i++) {
      index = free.nextSetBit(index + 1);
    }
    free.clear(index);
    return Optional.of(new Taken(index, terms));
  }

  /// Lets a report whose work does not hold keep its slot, counted among those without work; empty when those are taken.
  Optional<Taken> waiveWork(Taken taken) {
    Terms terms;
    if (forAll > 0) {
      forAll--;
      terms = Terms.FOR_ALL;
    } else if (withoutWork > 0) {
      withoutWork--;
      terms = Terms.WITHOUT_WORK;
    } else {
      return Optional.empty();
    }
    count(taken.terms());
    return Optional.of(new Taken(taken.index(), terms));
  }

  void giveBack(Taken taken) {
    free.set(taken.index());
    count(taken.terms());
  }

  private void count(Terms terms) {
    switch (terms) {
      case FOR_ALL -> forAll++;
      case FOR_WORK -> forWork++;
      case WITHOUT_WORK -> withoutWork++;
    }
  }
}
