package watchword.member;

import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import watchword.seal.FormatException;
import watchword.seal.Terms;

/// The lanes of a member or an invitation: `0,3`.
final class Lanes {

  private Lanes() {}

  static Set<Integer> copy(Set<Integer> lanes) {
    if (lanes.isEmpty() || lanes.stream().anyMatch(lane -> lane < 0 || lane >= Terms.MAX_LANES)) {
      throw new IllegalArgumentException("lanes are one or more of 0 to 7");
    }
    return Collections.unmodifiableSortedSet(new TreeSet<>(lanes));
  }

  static String write(Set<Integer> lanes) {
    return lanes.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  static Set<Integer> read(String text) throws FormatException {
    if (!text.matches("[0-7](,[0-7]){0,7}")) {
      throw new FormatException("lanes are one or more of 0 to 7");
    }
    return Arrays.stream(text.split(",", -1)).map(Integer::valueOf).collect(Collectors.toSet());
  }
}
