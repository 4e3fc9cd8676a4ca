package watchword.journal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import watchword.member.MemberKey;
import watchword.seal.SigningKey;

/// A desk in a process of its own that takes arrivals until it is killed, and says which it acknowledged.
final class CrashingDesk {
  private static final int THREADS = 4;

  private CrashingDesk() {}

  /// Runs until killed.
  ///
  /// @param arguments folder, desk's seed in hex, the member's key file in hex, round
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    SigningKey desk = SigningKey.of(HexFormat.of().parseHex(arguments[1]));
    MemberKey member = MemberKey.unlock(HexFormat.of().parseHex(arguments[2]), "p".toCharArray()).orElseThrow();
    String round = arguments[3];
    Journal journal = Journal.open(SqliteJournalStore.open(folder.resolve("journal.db")), desk.verifyKey());
    Bodies bodies = Bodies.open(folder);
    journal.beginEpoch(Room.TODAY, List.of(member.device().sealing()), desk);
    String shelf = "shelf " + round;
    journal.share(shelf, Sealing.newSecret(), List.of(member.device().sealing()), desk);
    Keyring keyring = journal.unlock(member);
    List<Thread> threads = IntStream.range(0, THREADS).mapToObj(thread -> Thread.ofPlatform().start(() -> {
      for (int i = 0; ; i++) {
        String id = round + "-" + thread + "-" + i;
        byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
        bodies.put(id, bytes, shelf, keyring).join();
        long sequence = journal.append(keyring, desk, Room.draft(id)).join();
        System.out.println(sequence + " " + id);
      }
    })).toList();
    for (Thread thread : threads) {
      thread.join();
    }
  }
}
