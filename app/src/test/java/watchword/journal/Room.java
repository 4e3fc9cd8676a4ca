package watchword.journal;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import watchword.member.MemberKey;
import watchword.member.Pseudonym;
import watchword.seal.Epoch;
import watchword.seal.PublicKey;
import watchword.seal.SigningKey;

/// A desk's keys and a journal, for stories.
final class Room implements AutoCloseable {
  static final SecureRandom RANDOM = new SecureRandom();
  static final Epoch TODAY = new Epoch(20_414);

  final SigningKey desk = SigningKey.generate(RANDOM);
  final MemberKey heron = member("heron");
  final MemberKey wren = member("wren");
  final JournalStore store;
  Journal journal;

  Room(JournalStore store) {
    this.store = store;
    this.journal = Journal.open(store, desk.verifyKey());
  }

  static Room inMemory() {
    return new Room(new MemoryJournalStore(RANDOM));
  }

  static MemberKey member(String pseudonym) {
    return MemberKey.generate(new Pseudonym(pseudonym), RANDOM);
  }

  static List<PublicKey> holders(MemberKey... members) {
    return Arrays.stream(members).map(member -> member.device().sealing()).toList();
  }

  static Draft draft(String text) {
    return new Draft("note", Instant.ofEpochSecond(1_763_800_000), text.getBytes(StandardCharsets.UTF_8));
  }

  int begin(Epoch day, MemberKey... members) {
    return journal.beginEpoch(day, holders(members), desk);
  }

  long append(MemberKey author, String text) {
    try (Keyring keyring = journal.unlock(author)) {
      return journal.append(keyring, author.signing(), draft(text)).join();
    }
  }

  Stream<String> texts(MemberKey reader, long from) {
    Keyring keyring = journal.unlock(reader);
    return journal.read(keyring, from, _ -> true).map(entry -> text(entry.payload())).onClose(keyring::close);
  }

  static String text(byte[] payload) {
    return new String(payload, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    journal.close();
  }
}
