package watchword.desk;

import java.nio.file.Files;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import watchword.journal.Journal;
import watchword.member.Member;
import watchword.seal.Compromise;
import watchword.seal.Epoch;
import watchword.seal.FormatException;
import watchword.seal.KeyName;
import watchword.seal.Root;
import watchword.seal.RootPublic;
import watchword.seal.Term;

/// Which days' reports somebody with members' keys can read: what a notice of compromise names, no day more and none less.
///
/// Of a lane the days are those whose key a member holds and that is not destroyed, for sealed reports recorded on the way, and those whose words stand on a shelf
/// that is shared with the member. Keys of days to come are replaced by the revocation.
record Exposure(DeskFolder folder, Journal journal, Set<String> shelves, List<KeyName> laneKeys) {

  /// Signs the notice, with what an earlier one named, and puts it where the board takes it.
  Compromise giveNotice(Collection<Member> lost, Root root, Instant now) {
    TreeMap<Epoch, TreeSet<Integer>> days = new TreeMap<>();
    earlier(root.publicPart()).forEach((day, lanes) -> days.put(day, new TreeSet<>(lanes)));
    lost.forEach(member -> add(member, Epoch.of(now), days));
    if (days.isEmpty()) {
      throw new IllegalArgumentException("there is nothing to give notice of: no key of a day that is not destroyed was theirs");
    }
    Compromise notice = Compromise.sign(root, now, days);
    DeskFolder.publish(folder.compromise(), notice.text());
    return notice;
  }

  private Map<Epoch, SortedSet<Integer>> earlier(RootPublic root) {
    if (!Files.exists(folder.compromise())) {
      return Map.of();
    }
    try {
      return Compromise.read(DeskFolder.bytes(folder.compromise()), root).days();
    } catch (FormatException e) {
      throw new IllegalStateException("the earlier notice in " + Compromise.FILE_NAME + " is damaged; move it away", e);
    }
  }

  private void add(Member member, Epoch today, TreeMap<Epoch, TreeSet<Integer>> days) {
    TreeMap<Integer, Epoch> theirs = new TreeMap<>();
    journal.days().forEach((epoch, day) -> {
      if (member.devices().stream().anyMatch(device -> journal.holds(epoch, device.sealing()))) {
        theirs.put(epoch, day);
      }
    });
    if (theirs.isEmpty()) {
      return;
    }
    for (int lane : member.lanes()) {
      theirs.forEach((epoch, day) -> {
        if (shelves.contains(SealedBodies.shelf(epoch, lane))) {
          days.computeIfAbsent(day, _ -> new TreeSet<>()).add(lane);
        }
      });
      // Who founded the desk has keys of their first day, who was admitted has those of the next on.
      Epoch from = theirs.firstKey() == 1 ? theirs.firstEntry().getValue() : theirs.firstEntry().getValue().plusDays(1);
      laneKeys.stream().filter(name -> name.lane() == lane && name.term().first().compareTo(from) >= 0).flatMap(name -> days(name.term()))
          .filter(day -> day.compareTo(today) <= 0)
          .forEach(day -> days.computeIfAbsent(day, _ -> new TreeSet<>()).add(lane));
    }
  }

  private static Stream<Epoch> days(Term term) {
    return IntStream.range(0, term.days()).mapToObj(term.first()::plusDays);
  }
}
