package watchword.journal;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import watchword.seal.Epoch;

/// The epochs whose keys are kept, in order: which entry belongs to which.
record Epochs(List<StoredEpoch> list) {

  Epochs {
    list = List.copyOf(list);
  }

  Epochs with(StoredEpoch epoch) {
    return new Epochs(Stream.concat(list.stream(), Stream.of(epoch)).toList());
  }

  Optional<StoredEpoch> first() {
    return list.stream().findFirst();
  }

  Optional<StoredEpoch> newest() {
    return list.isEmpty() ? Optional.empty() : Optional.of(list.getLast());
  }

  Optional<StoredEpoch> find(int number) {
    return list.stream().filter(epoch -> epoch.number() == number).findFirst();
  }

  /// Returns the first epoch that begins with this entry: those after it may have had none.
  Optional<StoredEpoch> beginningAt(long sequence) {
    return list.stream().filter(epoch -> epoch.first() == sequence).findFirst();
  }

  /// Returns the entry with which the epochs of days before this one end; never into the newest.
  Optional<Long> lastEntryBefore(Epoch day) {
    int over = (int) IntStream.range(0, Math.max(0, list.size() - 1))
        .takeWhile(i -> list.get(i).day().compareTo(day) < 0)
        .count();
    return over == 0 ? Optional.empty() : Optional.of(list.get(over).first() - 1);
  }
}
