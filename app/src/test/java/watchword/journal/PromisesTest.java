package watchword.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchword.member.Admission;
import watchword.member.Invitation;
import watchword.member.JoinRequest;
import watchword.member.MemberKey;
import watchword.member.Members;
import watchword.member.Role;
import watchword.member.SealedShare;
import watchword.seal.Bytes;
import watchword.seal.FormatException;

/// What the design promises of a desk's disk and of newcomers, at this layer.
class PromisesTest {
  private static final Instant NOON = Room.TODAY.begin().plus(Duration.ofHours(12));
  private static final List<String> MARKERS =
      List.of("quietheronmarker", "Дроздовка-маркер", "marker pseudonymous wren", "shelfmarkerwords");

  @TempDir Path folder;

  @Test
  void nothing_readable_is_on_the_disk() throws Exception {
    try (Room room = new Room(SqliteJournalStore.open(folder.resolve("journal.db")));
        Bodies bodies = Bodies.open(folder)) {
      room.begin(Room.TODAY, room.heron);
      room.journal.share("shelf", MARKERS.get(3).getBytes(StandardCharsets.UTF_8), Room.holders(room.heron), room.desk);
      room.journal.share("shelf 1", Sealing.newSecret(), Room.holders(room.heron), room.desk);
      for (String marker : MARKERS) {
        room.append(room.heron, marker);
      }
      try (Keyring keyring = room.journal.unlock(room.heron)) {
        bodies.put("id", String.join(" ", MARKERS).getBytes(StandardCharsets.UTF_8), "shelf 1", keyring).join();
        room.journal.append(keyring, room.heron.signing(), new Draft("quietheronmarker", NOON, new byte[0])).join();
      }
      room.journal.snapshotFor(
          room.heron.device().sealing(), 1, MARKERS.getFirst().getBytes(StandardCharsets.UTF_8), room.desk);
      Files.write(folder.resolve("heron.key"), room.heron.lock("a passphrase".toCharArray(), 2));

      assertThat(folder.resolve("journal.db-wal")).as("the log is looked at too").isNotEmptyFile();
      for (String marker : MARKERS) {
        assertThat(Disk.holdsInAnyForm(folder, marker)).as(marker).isFalse();
      }
      String author = room.heron.device().signing().raw().toString();
      assertThat(Disk.holds(folder, room.heron.device().signing().raw().toArray())).as("who wrote").isFalse();
      assertThat(Disk.holdsInAnyForm(folder, author)).as("who wrote").isFalse();
      assertThat(Disk.holds(folder, room.heron.device().sealing().raw())).as("who reads").isFalse();
    }
  }

  @Test
  void the_search_finds_each_form_it_looks_for() throws Exception {
    String marker = MARKERS.get(1);
    byte[] utf8 = marker.getBytes(StandardCharsets.UTF_8);
    List<byte[]> leaks = List.of(
        utf8,
        marker.getBytes(StandardCharsets.UTF_16LE),
        marker.getBytes(StandardCharsets.UTF_16BE),
        HexFormat.of().formatHex(utf8).getBytes(StandardCharsets.US_ASCII),
        Base64.getEncoder().encode(utf8),
        Base64.getEncoder().encode(("a" + marker + "z").getBytes(StandardCharsets.UTF_8)),
        Base64.getEncoder().encode(("ab" + marker + "z").getBytes(StandardCharsets.UTF_8)));
    for (int i = 0; i < leaks.size(); i++) {
      Path leaky = Files.createDirectories(folder.resolve("leak" + i));
      Files.write(leaky.resolve("file"), leaks.get(i));
      assertThat(Disk.holdsInAnyForm(leaky, marker)).as("form %d", i).isTrue();
    }
  }

  @Test
  void an_old_invitation_found_on_a_phone_opens_nothing() {
    MemberKey heron = Room.member("heron");
    MemberKey wren = Room.member("wren");
    MemberKey intruder = Room.member("wren");
    Members alone = Members.founded(JoinRequest.of(heron), Set.of(0), Room.TODAY);
    Invitation invitation = Invitation.to(
        JoinRequest.of(wren), new Invitation.Newcomer(Role.EDITOR, Set.of(0)), NOON, heron.signing(), Room.RANDOM);
    Members two = ((Admission.Admitted) alone.admit(invitation, JoinRequest.of(wren), NOON)).members();
    Instant threeYearsLater = NOON.plus(Duration.ofDays(1095));

    for (Members members : List.of(alone, two, two.without(heron.pseudonym()))) {
      for (JoinRequest request : List.of(JoinRequest.of(wren), JoinRequest.of(intruder))) {
        assertThat(members.admit(invitation, request, threeYearsLater)).isInstanceOf(Admission.Refused.class);
      }
    }
    try (Room room = Room.inMemory()) {
      room.begin(Room.TODAY, room.heron);
      room.append(room.heron, "yesterday");
      assertReadsNothing(room, intruder);
    }
  }

  @Test
  void a_member_admitted_today_reads_nothing_of_yesterday() throws Exception {
    try (Room room = new Room(SqliteJournalStore.open(folder.resolve("journal.db")));
        Bodies bodies = Bodies.open(folder)) {
      room.begin(Room.TODAY, room.heron, room.wren);
      room.append(room.heron, "yesterday");
      room.journal.share("shelf 1", Sealing.newSecret(), Room.holders(room.heron, room.wren), room.desk);
      try (Keyring keyring = room.journal.unlock(room.heron)) {
        bodies.put("old", new byte[] {1}, "shelf 1", keyring).join();
      }
      room.begin(Room.TODAY.plusDays(1), room.heron, room.wren);
      room.append(room.wren, "this morning");

      MemberKey rook = Room.member("rook");
      int epoch = room.begin(Room.TODAY.plusDays(1), room.heron, room.wren, rook);
      room.journal.snapshotFor(rook.device().sealing(), epoch, "public".getBytes(StandardCharsets.UTF_8), room.desk);
      room.append(room.heron, "this afternoon");

      try (Keyring keyring = room.journal.unlock(rook)) {
        Base base = room.journal.base(keyring).orElseThrow();
        assertThat(Room.text(base.state())).isEqualTo("public");
        assertThat(room.texts(rook, base.through() + 1)).containsExactly("this afternoon");
        assertThatThrownBy(() -> room.texts(rook, 1).toList()).isInstanceOf(BrokenJournalException.class);
        assertThatThrownBy(() -> room.texts(rook, 2).toList()).isInstanceOf(BrokenJournalException.class);
        assertThat(bodies.open("old", keyring)).isInstanceOf(Body.Locked.class);
      }
      assertOpensNoEarlierRow(room, rook, epoch);
      assertThatThrownBy(() -> room.journal.snapshotFor(rook.device().sealing(), 1, new byte[0], room.desk))
          .hasMessage("epoch 1 is not shared with the newcomer");
    }
  }

  @Test
  void a_new_device_of_a_member_gets_no_earlier_key() throws FormatException {
    try (Room room = Room.inMemory()) {
      room.begin(Room.TODAY, room.wren);
      room.append(room.wren, "yesterday");
      MemberKey tablet = Room.member("wren");

      assertReadsNothing(room, tablet);
      int epoch = room.begin(Room.TODAY.plusDays(1), room.wren, tablet);
      room.append(room.wren, "today");

      assertThat(room.texts(tablet, 2)).containsExactly("today");
      assertOpensNoEarlierRow(room, tablet, epoch);
    }
  }

  private static void assertReadsNothing(Room room, MemberKey stranger) {
    try (Keyring keyring = room.journal.unlock(stranger)) {
      assertThat(room.journal.base(keyring)).isEmpty();
      assertThatThrownBy(() -> room.journal.read(keyring, 1, _ -> true).toList())
          .isInstanceOf(BrokenJournalException.class);
      assertThat(keyring.secret("epoch 1")).isEmpty();
    }
  }

  /// With the database file in hand and every key the newcomer has: no share of an earlier epoch, whoever it is for, and
  /// no earlier entry opens.
  private static void assertOpensNoEarlierRow(Room room, MemberKey newcomer, int epoch)
      throws FormatException {
    byte[] key;
    try (Keyring keyring = room.journal.unlock(newcomer)) {
      key = keyring.secret("epoch " + epoch).orElseThrow();
    }
    for (StoredEpoch earlier : room.store.epochs().stream().filter(e -> e.number() < epoch).toList()) {
      String name = "epoch " + earlier.number();
      for (MemberKey holder : List.of(room.heron, room.wren)) {
        Optional<byte[]> share = room.store.share(name, ShareName.holderTag(name, holder.device().sealing()));
        if (share.isPresent()) {
          assertThat(SealedShare.open(share.get(), name, newcomer.decryption(), room.desk.verifyKey())).isEmpty();
        }
      }
    }
    Bytes before = room.store.mark();
    for (StoredEntry entry : room.store.entries(1, 100)) {
      Bytes previous = before;
      before = entry.hash();
      StoredEpoch own = room.store.epochs().stream().filter(e -> e.number() == entry.epoch()).findFirst().orElseThrow();
      if (own.number() < epoch) {
        assertThatThrownBy(() -> EntryForm.read(previous, own, key, entry)).isInstanceOf(BrokenJournalException.class);
      }
    }
  }
}
