package watchword.journal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/// Measures appends, puts and replay on a real disk: `java … watchword.journal.JournalSpeed FOLDER`.
final class JournalSpeed {
  private static final int THREADS = 16;
  private static final int EACH = 500;

  private JournalSpeed() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory(Path.of(arguments[0]), "speed");
    try (Room room = new Room(SqliteJournalStore.open(folder.resolve("journal.db")));
        Bodies bodies = Bodies.open(folder)) {
      room.begin(Room.TODAY, room.heron);
      room.journal.share("shelf", Sealing.newSecret(), Room.holders(room.heron), room.desk);
      try (Keyring keyring = room.journal.unlock(room.heron)) {
        byte[] payload = "x".repeat(300).getBytes(StandardCharsets.US_ASCII);
        run("appends/s", (thread, i) ->
            room.journal.append(keyring, room.desk, new Draft("arrival", Instant.EPOCH, payload)).join());
        run("put+append/s", (thread, i) -> {
          bodies.put(thread + "-" + i, payload, "shelf", keyring).join();
          room.journal.append(keyring, room.desk, new Draft("arrival", Instant.EPOCH, payload)).join();
        });
        for (int i = 0; i < 3; i++) {
          long begin = System.nanoTime();
          long count = room.journal.read(keyring, 1, _ -> true).count();
          print("replayed entries/s", count, begin);
        }
        long begin = System.nanoTime();
        new Chain(room.store).check();
        print("checked entries/s", room.journal.head().sequence(), begin);
      }
      System.out.println("body-keys bytes " + Files.size(folder.resolve("body-keys")));
    }
  }

  private interface Step {
    void run(int thread, int i);
  }

  private static void run(String what, Step step) throws InterruptedException {
    long begin = System.nanoTime();
    List<Thread> threads = IntStream.range(0, THREADS).mapToObj(thread -> Thread.ofPlatform().start(
        () -> IntStream.range(0, EACH).forEach(i -> step.run(thread, i)))).toList();
    for (Thread thread : threads) {
      thread.join();
    }
    print(what, (long) THREADS * EACH, begin);
  }

  private static void print(String what, long count, long begin) {
    System.out.printf("%s %.0f%n", what, count / ((System.nanoTime() - begin) / 1e9));
  }
}
