package watchword.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchword.member.MemberKey;
import watchword.seal.SigningKey;

class CrashTest {
  private static final int ROUNDS = 3;

  @TempDir Path folder;

  private final SigningKey desk = SigningKey.generate(Room.RANDOM);
  private final MemberKey member = Room.member("heron");

  @Test
  void what_was_acknowledged_survives_kill_9_and_the_chain_holds() throws Exception {
    Map<Long, String> acknowledged = new LinkedHashMap<>();
    Random random = new Random(42);
    for (int round = 0; round < ROUNDS; round++) {
      int before = acknowledged.size();
      run(round, 20 + random.nextInt(200), random.nextInt(40), acknowledged);
      assertThat(acknowledged).hasSizeGreaterThan(before);
      assertAllThere(acknowledged);
    }
  }

  /// Runs a desk, and kills it some milliseconds after it acknowledged so many arrivals.
  private void run(int round, int arrivals, int millis, Map<Long, String> acknowledged) throws Exception {
    byte[] keyFile = member.lock("p".toCharArray(), 2);
    Process process = new ProcessBuilder(
        ProcessHandle.current().info().command().orElseThrow(),
        "--enable-native-access=ALL-UNNAMED", "-Xmx256m", "-cp", System.getProperty("java.class.path"),
        CrashingDesk.class.getName(), folder.toString(), HexFormat.of().formatHex(desk.secretSeed()),
        HexFormat.of().formatHex(keyFile), String.valueOf(round))
        .redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (BufferedReader output = process.inputReader()) {
      int count = 0;
      for (String line = output.readLine(); line != null && line.matches("\\d+ \\S+"); line = output.readLine()) {
        String[] fields = line.split(" ", 2);
        acknowledged.put(Long.valueOf(fields[0]), fields[1]);
        count++;
        if (count == arrivals) {
          TimeUnit.MILLISECONDS.sleep(millis);
          process.toHandle().destroyForcibly(); // SIGKILL; unlike the process's own, this leaves its output to be read
        }
      }
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(128 + 9);
  }

  private void assertAllThere(Map<Long, String> acknowledged) throws Exception {
    try (Journal journal = Journal.open(SqliteJournalStore.open(folder.resolve("journal.db")), desk.verifyKey());
        Bodies bodies = Bodies.open(folder);
        Keyring keyring = journal.unlock(member)) {
      List<Entry> entries = journal.read(keyring, 1, desk.verifyKey()::equals).toList();
      Map<Long, String> kept = entries.stream()
          .collect(Collectors.toMap(Entry::sequence, entry -> Room.text(entry.payload())));
      assertThat(kept).containsAllEntriesOf(acknowledged);
      for (String id : kept.values()) {
        assertThat(bodies.open(id, keyring)).as(id)
            .isInstanceOfSatisfying(Body.Opened.class, body -> assertThat(Room.text(body.bytes())).isEqualTo(id));
      }
    }
  }
}
