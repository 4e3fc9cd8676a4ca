package watchword.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchword.member.Admission.Admitted;
import watchword.member.Invitation;
import watchword.member.JoinRequest;
import watchword.member.MemberKey;
import watchword.member.Role;
import watchword.seal.AgeFile;
import watchword.seal.DirectoryKeyStore;
import watchword.seal.Drop;
import watchword.seal.Epoch;
import watchword.seal.FormatException;
import watchword.seal.KeyName;
import watchword.seal.KeyStore;
import watchword.seal.Mailbox;
import watchword.seal.PrivateKey;

/// Every key of a desk alone, and every two, on a copy of its disk and on sealed reports recorded on the way: they open what the table in docs/threat-model.md
/// says, of every day, and nothing else.
class KeyMatrixTest {

  private static final int DAYS = 6;
  private static final int LANES = 2;
  /// A cell of a drop, and the mark it begins with (spec/drop.md, "Cell").
  private static final int CELL = 4096;
  private static final int CELL_MARK = 16;
  private static final List<String> LAYERS = List.of("outer", "sealed words", "lane key", "journal", "desk words", "common", "reply");

  @TempDir Path folder;

  /// A key somebody may hold.
  ///
  /// @param kind as the table calls it
  /// @param secrets all the private keys it could be
  /// @param term a day or a courier term, as file names spell it; of a sender's words the cell with their reply; empty for keys that have none
  private record Key(String kind, String term, int lane, Optional<Owner> owner, List<PrivateKey> secrets) {}

  /// @param first the first of the journal's epochs that is theirs
  /// @param from the first day whose lane keys are theirs
  private record Owner(Set<Integer> lanes, int first, int from) {}

  private final List<Key> keys = new ArrayList<>();
  private final Map<String, byte[]> recorded = new LinkedHashMap<>();
  private final Map<String, byte[]> stored = new LinkedHashMap<>();
  private int begun;

  @Test
  void every_key_and_every_two_open_exactly_what_the_table_says() throws Exception {
    play();
    Map<String, List<String>> table = table();
    assertThat(table.keySet()).contains("gate key", "lane key", "courier gate key", "courier lane key", "signing key", "member's key", "gate key + lane key",
        "gate key + member's key", "courier gate key + courier lane key", "courier gate key + member's key", "sender's words");
    assertThat(keys.stream().map(Key::kind).collect(Collectors.toSet())).isEqualTo(table.keySet().stream().filter(row -> !row.contains("+")).collect(Collectors.toSet()));
    Set<String> all = new HashSet<>();
    for (int i = 0; i < keys.size(); i++) {
      for (int j = i; j < keys.size(); j++) {
        List<Key> held = i == j ? List.of(keys.get(i)) : List.of(keys.get(i), keys.get(j));
        Set<String> opened = opened(held);
        assertThat(opened).as("%s", held.stream().map(key -> key.kind() + " " + key.term() + " " + key.lane() + " " + key.owner()).toList()).isEqualTo(expected(held, table));
        all.addAll(opened);
      }
    }
    assertThat(all.stream().map(layer -> layer.split("/", -1)[0]).collect(Collectors.toSet())).as("layers that something opens").containsExactlyInAnyOrderElementsOf(LAYERS);
    assertThat(recorded.keySet()).filteredOn(name -> !all.contains("sealed words/" + name)).as("words of days whose keys are destroyed, by nobody").hasSize(2 * LANES);
  }

  /// Six days at a desk of two lanes; on the third day somebody is admitted to one, on the fourth to the other.
  private void play() throws Exception {
    House house = new House(folder.resolve("desk"), LANES);
    begun = Epoch.of(house.now).day();
    MemberKey wren = house.device(House.WREN);
    MemberKey rook = house.device(House.ROOK);
    Optional<Invitation> second = Optional.empty();
    for (int day = 0; day < DAYS; day++) {
      house.office.renew();
      for (int lane = 0; lane < LANES; lane++) {
        recorded.put((begun + day) + "-" + lane, house.sealed(house.told(day * LANES + lane), lane));
        if (day == 0) {
          recorded.put("courier-" + begun + "-" + lane, house.sealed(house.told(40 + lane), lane, Files.readAllBytes(house.office.folder().courier())));
        }
        house.report(20 + day * LANES + lane, lane);
      }
      if (day == 2) {
        assertThat(house.admit(invite(house, rook, 1), rook)).isInstanceOf(Admitted.class);
        second = Optional.of(invite(house, wren, 0));
      } else if (day == 3) {
        assertThat(house.admit(second.orElseThrow(), wren)).isInstanceOf(Admitted.class);
      }
      if (day == DAYS - 1) {
        correspond(house, begun + day);
      }
      house.later(Duration.ofDays(1));
    }
    house.later(Duration.ofDays(-1));
    collect(house, wren, rook);
  }

  /// In each lane a sender who keeps the words reports, and is answered; of a drop's cells without an answer two stand for all.
  private void correspond(House house, int day) throws Exception {
    Desk desk = house.desk();
    List<Mailbox> senders = new ArrayList<>();
    for (int lane = 0; lane < LANES; lane++) {
      Mailbox mailbox = Mailbox.of(Mailbox.newSecret(House.RANDOM));
      String spelling = Base64.getUrlEncoder().withoutPadding().encodeToString(mailbox.key().publicKey().raw());
      byte[] content = new ReportFormat(RandomDesk.WORLD.kinds()).write(house.told(50 + lane), new ReportFormat.Mailbox(spelling, mailbox.tag().toString()));
      recorded.put(day + "-" + lane, house.sealed(content, lane));
      assertThat(new Opening(house.office, desk, RandomDesk.WORLD.kinds()).take(house.inner(content, lane), lane, house.now)).isEqualTo(Opening.Came.NEW);
      desk.showing().show("heron", List.of(ReportFormat.id(content)), house.now);
      assertThat(desk.letters().write("heron", ReportFormat.id(content), "Which way?", house.now)).isInstanceOf(Letters.Outcome.Standing.class);
      keys.add(new Key("sender's words", "reply-" + lane, -1, Optional.empty(), List.of(mailbox.key())));
      senders.add(mailbox);
    }
    ByteBuffer drop = ByteBuffer.wrap(Drop.write(desk.letters().drop(house.now), house.now, House.RANDOM, house.office::signBoard)).position(Drop.HEAD_LENGTH);
    int others = 0;
    for (int at = 0; at < Drop.CELLS; at++) {
      byte[] mark = new byte[CELL_MARK];
      byte[] cell = new byte[CELL - CELL_MARK];
      drop.get(mark).get(cell);
      OptionalInt lane = IntStream.range(0, LANES).filter(one -> open(cell, senders.get(one).key()).isPresent()).findFirst();
      if (lane.isPresent()) {
        assertThat(stored.put("reply-" + lane.getAsInt(), cell)).as("one cell a sender").isNull();
      } else if (others < 2) {
        stored.put("reply-to-nobody-" + others, cell);
        others++;
      }
    }
    assertThat(stored.keySet()).contains("reply-0", "reply-1");
  }

  private static Invitation invite(House house, MemberKey device, int lane) {
    return house.office.invite(House.HERON, JoinRequest.of(device), new Invitation.Newcomer(Role.EDITOR, Set.of(lane)));
  }

  private void collect(House house, MemberKey wren, MemberKey rook) throws Exception {
    Path copy = house.copy(folder.resolve("copy"));
    MemberKey heron = MemberKey.unlock(DeskFolder.bytes(new DeskFolder(copy).keyFiles(House.HERON).getFirst()), House.passphrase(House.HERON)).orElseThrow();
    for (KeyName name : new DirectoryKeyStore(copy.resolve("keys")).list()) {
      KeyStore.Entry entry = new DirectoryKeyStore(copy.resolve("keys")).find(name).orElseThrow();
      assertThat(name.destroyAt()).as("%s stands on the copy past its time", name).isAfter(house.now);
      String courier = name.term().isCourier() ? "courier " : "";
      if (name.role() == KeyName.Role.GATE) {
        keys.add(new Key(courier + "gate key", name.term().toString(), -1, Optional.empty(), List.of(PrivateKey.of(entry.secret()))));
      } else {
        stored.put(name.toString(), entry.secret());
        PrivateKey key = PrivateKey.of(secret(AgeFile.open(entry.secret(), heron.decryption()).orElseThrow(), name.toString()));
        keys.add(new Key(courier + "lane key", name.term().toString(), name.lane(), Optional.empty(), List.of(key)));
      }
    }
    try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + copy.resolve("journal.db"));
        Statement ask = db.createStatement(); ResultSet shares = ask.executeQuery("SELECT name, holder, sealed FROM share")) {
      while (shares.next()) {
        String name = shares.getString(1);
        if (!name.startsWith("base ") && !name.startsWith("head ")) {
          stored.put(name + "#" + shares.getRow(), shares.getBytes(3));
        }
      }
    }
    for (String common : Shares.COMMON) {
      byte[] opened = stored.entrySet().stream().filter(share -> share.getKey().startsWith(common + "#")).flatMap(share -> open(share.getValue(), heron.decryption()).stream()).findFirst().orElseThrow();
      byte[] secret = secret(opened, common);
      for (int at = secret.length % 32; at + 32 <= secret.length; at += 32) {
        keys.add(new Key("signing key", "", -1, Optional.empty(), List.of(PrivateKey.of(Arrays.copyOfRange(secret, at, at + 32)))));
      }
    }
    keys.add(new Key("signing key", "", -1, Optional.empty(), List.of(PrivateKey.of(Files.readAllBytes(copy.resolve("gate.key"))))));
    member(heron, Set.of(0, 1), 1, begun);
    member(rook, Set.of(1), 4, begun + 3);
    member(wren, Set.of(0), 6, begun + 4);
  }

  private void member(MemberKey key, Set<Integer> lanes, int first, int from) throws FormatException {
    keys.add(new Key("member's key", "", -1, Optional.of(new Owner(lanes, first, from)), List.of(key.decryption(), PrivateKey.of(key.signing().secretSeed()))));
  }

  private static byte[] secret(byte[] share, String name) {
    int prefix = "watchword.share/1\n".length() + 1 + name.length() + 64;
    return Arrays.copyOfRange(share, prefix, share.length);
  }

  private static Optional<byte[]> open(byte[] file, PrivateKey key) {
    try {
      return AgeFile.open(file, key);
    } catch (FormatException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Tries every key on everything, and what that opens on everything again.
  private Set<String> opened(List<Key> held) throws FormatException {
    List<PrivateKey> at = new ArrayList<>(held.stream().flatMap(key -> key.secrets().stream()).toList());
    Set<String> opened = new TreeSet<>();
    for (int i = 0; i < at.size(); i++) {
      PrivateKey key = at.get(i);
      for (Map.Entry<String, byte[]> file : stored.entrySet()) {
        Optional<byte[]> content = opens(file, key);
        if (content.isPresent()) {
          String name = file.getKey().replaceAll("#.*", "");
          opened.add(layer(name) + "/" + name);
          if (name.startsWith("lane-")) {
            at.add(PrivateKey.of(secret(content.get(), name)));
          }
        }
      }
    }
    for (Map.Entry<String, byte[]> report : recorded.entrySet()) {
      for (PrivateKey gate : at) {
        Optional<byte[]> outer = opens(report, gate);
        if (outer.isPresent()) {
          opened.add("outer/" + report.getKey());
          byte[] inner = Arrays.copyOfRange(outer.get(), outer.get().length - innerLength(outer.get()), outer.get().length);
          if (at.stream().anyMatch(lane -> opens(Map.entry("inner " + report.getKey(), inner), lane).isPresent())) {
            opened.add("sealed words/" + report.getKey());
          }
        }
      }
    }
    return opened;
  }

  private static int innerLength(byte[] outer) {
    String text = new String(outer, StandardCharsets.ISO_8859_1);
    return outer.length - text.indexOf("age-encryption.org/v1");
  }

  /// Remembers which key opens which file: a key is tried on each once.
  private Optional<byte[]> opens(Map.Entry<String, byte[]> file, PrivateKey key) {
    return answers.computeIfAbsent(file.getKey() + key.publicKey(), _ -> open(file.getValue(), key));
  }

  private final Map<String, Optional<byte[]>> answers = new HashMap<>();

  private static String layer(String name) {
    return name.startsWith("lane-") ? "lane key" : name.startsWith("epoch ") ? "journal" : name.startsWith("shelf ") ? "desk words" : name.startsWith("reply-") ? "reply" : "common";
  }

  private Set<String> expected(List<Key> held, Map<String, List<String>> table) {
    Set<String> expected = new TreeSet<>();
    held.forEach(key -> expected.addAll(cells(Objects.requireNonNull(table.get(key.kind())), List.of(key))));
    if (held.size() == 2) {
      for (List<Key> order : List.of(held, held.reversed())) {
        Optional.ofNullable(table.get(order.get(0).kind() + " + " + order.get(1).kind())).ifPresent(row -> expected.addAll(cells(row, order)));
      }
    }
    return expected;
  }

  private Set<String> cells(List<String> row, List<Key> held) {
    Set<String> opened = new TreeSet<>();
    for (int column = 0; column < LAYERS.size(); column++) {
      String layer = LAYERS.get(column);
      opened.addAll(named(layer, matching(row.get(column), layer, held)));
    }
    return opened;
  }

  private Set<String> named(String layer, Predicate<String> matches) {
    Stream<String> names = switch (layer) {
      case "outer", "sealed words" -> recorded.keySet().stream();
      default -> stored.keySet().stream().map(name -> name.replaceAll("#.*", "")).filter(name -> layer(name).equals(layer));
    };
    return names.filter(matches).map(name -> layer + "/" + name).collect(Collectors.toSet());
  }

  private static Predicate<String> matching(String cell, String layer, List<Key> held) {
    return switch (cell) {
      case "" -> _ -> false;
      case "all" -> _ -> true;
      case "its own" -> name -> name.equals(held.getFirst().term());
      case "its day", "its term" -> name -> name.startsWith(held.getFirst().term() + "-");
      case "same day and lane", "same term and lane" ->
          name -> name.equals(held.getFirst().term() + "-" + held.get(1).lane()) && held.getFirst().term().equals(held.get(1).term());
      case "theirs" -> name -> theirs(layer, name, held.getLast().owner().orElseThrow());
      case "its day, theirs", "its term, theirs" -> name -> name.startsWith(held.getFirst().term() + "-") && theirs(layer, name, held.getLast().owner().orElseThrow());
      default -> throw new AssertionError("the table says \"" + cell + "\", which this test does not know");
    };
  }

  private static boolean theirs(String layer, String name, Owner owner) {
    String[] parts = name.replaceAll("^(lane-)?(courier-)?", "").split("[ -]", -1);
    return switch (layer) {
      case "sealed words", "lane key" -> Integer.parseInt(parts[0]) >= owner.from() && owner.lanes().contains(Integer.parseInt(parts[1]));
      case "journal" -> Integer.parseInt(parts[1]) >= owner.first();
      case "desk words" -> Integer.parseInt(parts[1]) >= owner.first() && owner.lanes().contains(Integer.parseInt(parts[2]));
      default -> throw new AssertionError(layer);
    };
  }

  private static Map<String, List<String>> table() throws Exception {
    Map<String, List<String>> table = new LinkedHashMap<>();
    String page = Files.readString(Path.of("..", "docs", "threat-model.md"));
    String part = page.substring(page.indexOf("## Which key opens what"));
    part.lines().skip(1).takeWhile(line -> !line.startsWith("## ")).filter(line -> line.startsWith("| ") && !line.startsWith("| key |")).forEach(line -> {
      List<String> cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
      table.put(cells.get(1), cells.subList(2, cells.size() - 1));
    });
    return table;
  }
}
