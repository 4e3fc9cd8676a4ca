package watchword.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import watchword.member.MemberKey;
import watchword.seal.Epoch;

/// A desk's months at random: members come, write, leave; days pass; the journal is cut and opened again. After every
/// step each member, present or gone, reads exactly what a plain model says.
class JournalSimulationTest {
  private static final int STEPS = 50;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void each_member_reads_what_was_written_while_they_belonged_and_nothing_else(long seed) {
    Story story = new Story(new Random(seed));
    for (int step = 0; step < STEPS; step++) {
      story.step();
      story.check(step);
    }
    assertThat(story.cuts).as("the story has a cut").isPositive();
  }

  @Test
  void the_model_itself_tells_members_apart() {
    Story story = new Story(new Random(1));
    IntStream.range(0, STEPS).forEach(_ -> story.step());

    assertThat(Set.copyOf(story.expected.values())).hasSizeGreaterThan(1);
  }

  private static final class Story {
    private final Random random;
    private final Room room = Room.inMemory();
    private final List<MemberKey> present = new ArrayList<>(List.of(room.heron));
    private final Map<MemberKey, String> expected = new LinkedHashMap<>(Map.of(room.heron, ""));
    private final Map<Integer, Set<MemberKey>> holders = new HashMap<>();
    private final List<String> states = new ArrayList<>(List.of(""));
    private Epoch today = Room.TODAY;
    private int written;
    private int cuts;

    Story(Random random) {
      this.random = random;
      begin();
      write();
    }

    void step() {
      switch (random.nextInt(10)) {
        case 0 -> admit();
        case 1 -> leave();
        case 2, 3 -> nextDay();
        case 4 -> cut();
        case 5 -> room.journal = Journal.open(room.store, room.desk.verifyKey());
        default -> write();
      }
    }

    private int begin() {
      int epoch = room.begin(today, present.toArray(MemberKey[]::new));
      holders.put(epoch, new HashSet<>(present));
      return epoch;
    }

    private void write() {
      String text = "w" + written++;
      MemberKey author = present.get(random.nextInt(present.size()));
      long sequence = room.append(author, text);
      present.forEach(member -> expected.merge(member, text + " ", String::concat));
      states.add(states.getLast() + text + " ");
      assertThat(sequence).isEqualTo(states.size() - 1L);
    }

    private void nextDay() {
      today = today.plusDays(1 + random.nextInt(9));
      begin();
    }

    private void admit() {
      MemberKey newcomer = Room.member("m" + written + "-" + expected.size());
      present.add(newcomer);
      int epoch = begin();
      room.journal.snapshotFor(newcomer.device().sealing(), epoch, bytes("public "), room.desk);
      expected.put(newcomer, "public ");
    }

    private void leave() {
      if (present.size() > 1) {
        MemberKey gone = present.remove(1 + random.nextInt(present.size() - 1));
        room.journal.revoke(gone.device().sealing());
        begin();
        expected.put(gone, "nothing");
        holders.values().forEach(each -> each.remove(gone));
      }
    }

    /// Heron alone holds checkpoints; everyone else begins again from a snapshot.
    private void cut() {
      Optional<Long> due = room.journal.due(today);
      if (due.isEmpty()) {
        return;
      }
      int through = Math.toIntExact(due.get());
      int kept = room.store.epochs().stream()
          .filter(epoch -> epoch.first() == through + 1).findFirst().orElseThrow().number();
      for (MemberKey member : present.subList(1, present.size())) {
        if (holders.getOrDefault(kept, Set.of()).contains(member) && beginsBefore(member, through)) {
          room.journal.snapshotFor(member.device().sealing(), kept, bytes("again "), room.desk);
          expected.put(member, "again " + states.getLast().substring(states.get(through).length()));
        }
      }
      room.journal.cut(through, bytes(states.get(through)), Room.holders(room.heron), room.desk);
      cuts++;
    }

    private boolean beginsBefore(MemberKey member, long through) {
      try (Keyring keyring = room.journal.unlock(member)) {
        return room.journal.base(keyring).orElseThrow().through() < through;
      }
    }

    void check(int step) {
      expected.forEach((member, text) -> assertThat(read(member)).as("step %d", step).isEqualTo(text));
      for (StoredEpoch epoch : room.store.epochs()) {
        expected.keySet().forEach(member -> {
          try (Keyring keyring = room.journal.unlock(member)) {
            assertThat(keyring.secret("epoch " + epoch.number()).isPresent()).as("step %d", step)
                .isEqualTo(holders.getOrDefault(epoch.number(), Set.of()).contains(member));
          }
        });
      }
    }

    private String read(MemberKey member) {
      try (Keyring keyring = room.journal.unlock(member)) {
        Optional<Base> base = room.journal.base(keyring);
        StringBuilder text = new StringBuilder(base.map(b -> Room.text(b.state())).orElse(""));
        room.journal.read(keyring, base.map(Base::through).orElse(0L) + 1, _ -> true)
            .forEach(entry -> text.append(Room.text(entry.payload())).append(' '));
        return text.toString();
      } catch (BrokenJournalException e) {
        return "nothing";
      }
    }

    private static byte[] bytes(String text) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
  }
}
