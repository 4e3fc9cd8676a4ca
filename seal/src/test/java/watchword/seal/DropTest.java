package watchword.seal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static watchword.seal.Fixtures.RANDOM;
import static watchword.seal.Fixtures.key;
import static watchword.seal.Fixtures.noise;
import static watchword.seal.Fixtures.signingKey;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DropTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:37:00Z");
  private static final SigningKey BOARD = signingKey(31);
  private static final int CELLS_AT = 20;
  private static final int CELL = 4_096;
  private static final int MARKS_AT = CELLS_AT + 64 * CELL;
  private static final int FILE_HEAD = 1_627;

  @Test
  void a_reply_is_found_by_its_mailbox_and_no_other() throws FormatException {
    Mailbox mailbox = mailbox(1);
    Drop drop = drop(NOW, List.of(to(mailbox, "Which way did it go?")), List.of(), List.of());
    assertThat(drop.find(mailbox)).contains(new Reply(Instant.parse("2026-11-22T10:30:00Z"), "Which way did it go?"));
    assertThat(drop.find(mailbox(2))).isEmpty();
    assertThat(drop.made()).isEqualTo("2026-11-22T10:30:00Z");
  }

  @Test
  void who_has_the_tag_without_the_key_reads_nothing() throws FormatException {
    Mailbox mailbox = mailbox(1);
    byte[] file = file(NOW, List.of(to(mailbox, "Which way did it go?")), List.of(), List.of());
    byte[] mark = Mark.CELL.of(mailbox.tag(), Drop.quarter(NOW)).toArray();
    int at = IntStream.range(0, Drop.CELLS).map(cell -> CELLS_AT + cell * CELL).filter(cell -> Arrays.equals(mark, 0, 16, file, cell, cell + 16)).findFirst().orElseThrow();
    assertThat(Reply.open(Arrays.copyOfRange(file, at + 16, at + CELL), key(9))).isEmpty();
  }

  @Test
  void opened_and_destroyed_are_told_by_the_tag() throws FormatException {
    Drop drop = drop(NOW, List.of(), List.of(mailbox(1).tag()), List.of(mailbox(2).tag()));
    assertThat(drop.opened(mailbox(1).tag())).isTrue();
    assertThat(drop.destroyed(mailbox(1).tag())).isFalse();
    assertThat(drop.opened(mailbox(2).tag())).isFalse();
    assertThat(drop.destroyed(mailbox(2).tag())).isTrue();
    assertThat(drop.opened(mailbox(3).tag())).isFalse();
  }

  @Test
  void the_newest_tags_count_where_there_are_too_many() throws FormatException {
    List<Bytes> tags = IntStream.range(0, Drop.MARKS + 1).mapToObj(i -> Bytes.of(noise(16, i))).toList();
    Drop drop = drop(NOW, List.of(), tags, List.of(mailbox(2).tag()));
    assertThat(tags.stream().filter(drop::opened)).hasSize(Drop.MARKS - 1).contains(tags.getFirst());
    assertThat(drop.destroyed(mailbox(2).tag())).isTrue();
  }

  @Test
  void every_drop_has_the_same_size_and_shape_whatever_it_says() throws FormatException {
    byte[] empty = file(NOW, List.of(), List.of(), List.of());
    List<Drop.Addressed> full = IntStream.range(0, Drop.CELLS).mapToObj(i -> to(mailbox(i), "x".repeat(1 + i * 37))).toList();
    byte[] crowded = file(NOW, full, IntStream.range(0, 20_000).mapToObj(i -> Bytes.of(noise(16, i))).toList(), List.of());
    assertThat(empty).hasSize(Drop.LENGTH).hasSize(524_372);
    assertThat(crowded).hasSize(Drop.LENGTH);
    List<Integer> shape = lineLengths(empty, 0);
    for (int cell = 0; cell < Drop.CELLS; cell++) {
      assertThat(lineLengths(empty, cell)).isEqualTo(shape);
      assertThat(lineLengths(crowded, cell)).isEqualTo(shape);
    }
  }

  /// A crude look, 1.2 million bytes a side: what is sealed in a dummy is noise as in a reply, and its mark as well.
  @Test
  void the_bytes_of_dummies_are_spread_as_those_of_replies() {
    List<Drop.Addressed> full = IntStream.range(0, Drop.CELLS).mapToObj(i -> to(mailbox(i), "Which way did it go?")).toList();
    // 255 degrees of freedom: beyond 400 less than once in a hundred million runs.
    assertThat(chiSquare(full)).isLessThan(400);
    assertThat(chiSquare(List.of())).isLessThan(400);
  }

  @Test
  void nothing_of_a_drop_is_found_again_in_the_next_but_its_form() throws FormatException {
    Mailbox mailbox = mailbox(1);
    List<Bytes> opened = List.of(mailbox.tag());
    Set<String> seen = new HashSet<>();
    for (int quarter = 0; quarter < 4; quarter++) {
      byte[] file = file(NOW.plus(Terms.DROP_PERIOD.multipliedBy(quarter)), List.of(to(mailbox, "Which way did it go?")), opened, List.of());
      for (int cell = 0; cell < Drop.CELLS; cell++) {
        int at = CELLS_AT + cell * CELL;
        assertThat(seen.add("mark " + text(file, at, 16))).isTrue();
        assertThat(seen.add("share " + text(file, at + 16 + 40, 60))).isTrue();
        assertThat(seen.add("payload " + text(file, at + 16 + FILE_HEAD + 16, 32))).isTrue();
      }
      for (int at = MARKS_AT; at < Drop.LENGTH - 64; at += 16) {
        assertThat(seen.add("tag " + text(file, at, 16))).isTrue();
      }
    }
  }

  @Test
  void where_a_reply_stands_is_drawn_anew_each_time() throws FormatException {
    Mailbox first = mailbox(1);
    List<Drop.Addressed> replies = List.of(to(first, "one"), to(mailbox(2), "two"));
    int[] places = new int[Drop.CELLS];
    for (int i = 0; i < 40; i++) {
      byte[] file = file(NOW, replies, List.of(), List.of());
      byte[] mark = Mark.CELL.of(first.tag(), Drop.quarter(NOW)).toArray();
      for (int cell = 0; cell < Drop.CELLS; cell++) {
        int at = CELLS_AT + cell * CELL;
        places[cell] += Arrays.equals(mark, 0, 16, file, at, at + 16) ? 1 : 0;
      }
    }
    // Forty draws from 64 places: fewer than fifteen different ones is rarer than one in a billion.
    assertThat(Arrays.stream(places).filter(count -> count > 0).count()).isGreaterThanOrEqualTo(15);
    assertThat(Arrays.stream(places).sum()).isEqualTo(40);
  }

  @Test
  void any_change_is_refused() {
    byte[] file = file(NOW, List.of(), List.of(), List.of());
    for (int at : new int[] {0, 15, 16, 19, CELLS_AT, CELLS_AT + 5_000, MARKS_AT - 1, MARKS_AT + 7, Drop.LENGTH - 65, Drop.LENGTH - 64, Drop.LENGTH - 1}) {
      byte[] changed = file.clone();
      changed[at] ^= 1;
      assertThatThrownBy(() -> Drop.read(changed, BOARD.verifyKey())).as("byte " + at).isInstanceOf(FormatException.class);
    }
    assertThatThrownBy(() -> Drop.read(file, signingKey(32).verifyKey())).hasMessage("drop: the signature is not the board's");
    assertThatThrownBy(() -> Drop.read(Arrays.copyOf(file, Drop.LENGTH - 1), BOARD.verifyKey())).hasMessage("drop: 524371 bytes, not 524372");
  }

  @Test
  void a_reply_fills_its_cell_to_the_byte_and_no_more() throws FormatException {
    Mailbox mailbox = mailbox(1);
    assertThat(Reply.MOST_BYTES).isEqualTo(2_414);
    String longest = "я".repeat(Reply.MOST_BYTES / 2);
    assertThat(drop(NOW, List.of(to(mailbox, longest)), List.of(), List.of()).find(mailbox).orElseThrow().text()).isEqualTo(longest);
    assertThatThrownBy(() -> new Reply(NOW, longest + "x")).hasMessage("a reply has 1 to 2414 bytes, not 2415");
    assertThatThrownBy(() -> new Reply(NOW, " ")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_drop_holds_64_replies_and_one_a_mailbox() {
    List<Drop.Addressed> tooMany = IntStream.range(0, 65).mapToObj(i -> to(mailbox(i), "x")).toList();
    assertThatThrownBy(() -> new Drop.Content(tooMany, List.of(), List.of())).hasMessage("65 replies do not fit into 64 cells");
    assertThatThrownBy(() -> new Drop.Content(List.of(to(mailbox(1), "x"), to(mailbox(1), "y")), List.of(), List.of()))
        .hasMessage("two replies to one mailbox");
  }

  static Drop.Addressed to(Mailbox mailbox, String text) {
    return new Drop.Addressed(mailbox.key().publicKey(), mailbox.tag(), new Reply(NOW, text));
  }

  static Mailbox mailbox(int seed) {
    try {
      return Mailbox.of(noise(16, seed));
    } catch (FormatException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] file(Instant now, List<Drop.Addressed> replies, List<Bytes> opened, List<Bytes> destroyed) {
    return Drop.write(new Drop.Content(replies, opened, destroyed), now, RANDOM, BOARD::sign);
  }

  private static Drop drop(Instant now, List<Drop.Addressed> replies, List<Bytes> opened, List<Bytes> destroyed) throws FormatException {
    return Drop.read(file(now, replies, opened, destroyed), BOARD.verifyKey());
  }

  private static String text(byte[] file, int at, int length) {
    return new String(file, at, length, ISO_8859_1);
  }

  private static List<Integer> lineLengths(byte[] file, int cell) {
    return Arrays.stream(text(file, CELLS_AT + cell * CELL + 16, FILE_HEAD).split("\n", -1)).map(String::length).toList();
  }

  private static double chiSquare(List<Drop.Addressed> replies) {
    int[] counts = new int[256];
    int total = 0;
    for (int i = 0; i < 8; i++) {
      byte[] file = file(NOW, replies, List.of(), List.of());
      for (int cell = 0; cell < Drop.CELLS; cell++) {
        int at = CELLS_AT + cell * CELL;
        for (int part : new int[] {at, at + 16 + FILE_HEAD}) {
          int to = part == at ? at + 16 : at + CELL;
          for (int k = part; k < to; k++, total++) {
            counts[file[k] & 0xff]++;
          }
        }
      }
    }
    double expected = total / 256.0;
    return Arrays.stream(counts).mapToDouble(count -> (count - expected) * (count - expected) / expected).sum();
  }
}
