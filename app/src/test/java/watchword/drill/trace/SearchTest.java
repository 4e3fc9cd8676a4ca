package watchword.drill.trace;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchTest {
  private static final String WORDS = "колонна/за мостом?zq81hf";
  private static final Mark MARK = Mark.text(7, "text", WORDS);
  private static final byte[] RAW = WORDS.getBytes(UTF_8);

  @TempDir Path folder;

  /// As programs write it: each by the JDK's own encoder, with something before and behind.
  private static List<byte[]> written() {
    byte[] one = {'x'};
    return List.of(
        RAW, WORDS.getBytes(UTF_16LE), WORDS.getBytes(UTF_16BE),
        ascii(HexFormat.of().formatHex(RAW)), ascii(HexFormat.of().withUpperCase().formatHex(RAW)),
        Base64.getEncoder().encode(join(RAW, one)), Base64.getEncoder().encode(join(one, RAW, one, one)),
        Base64.getEncoder().encode(join(one, one, RAW)),
        Base64.getUrlEncoder().encode(join(RAW, one)), Base64.getUrlEncoder().encode(join(one, RAW)),
        Base64.getUrlEncoder().withoutPadding().encode(join(one, one, RAW)),
        ascii(URLEncoder.encode(WORDS, UTF_8)), ascii(URLEncoder.encode(WORDS, UTF_8).replace("+", "%20")),
        ascii(URLEncoder.encode(WORDS, UTF_8).replace("+", "%20").toLowerCase(Locale.ROOT)));
  }

  @Test
  void every_spelling_is_found() {
    for (byte[] spelled : written()) {
      assertThat(found(new Search(List.of(MARK)), List.of(join(noise(100), spelled, noise(100))))).as(new String(spelled, UTF_8)).containsExactly(7);
    }
  }

  @Test
  void every_spelling_is_found_across_every_border_of_pieces() {
    Search search = new Search(List.of(MARK));
    for (byte[] spelled : written()) {
      byte[] all = join(noise(3), spelled, noise(3));
      for (int cut = 0; cut <= all.length; cut++) {
        assertThat(found(search, List.of(Arrays.copyOfRange(all, 0, cut), Arrays.copyOfRange(all, cut, all.length)))).containsExactly(7);
      }
      assertThat(found(search, IntStream.range(0, all.length).mapToObj(i -> new byte[] {all[i]}).toList())).as("byte by byte").containsExactly(7);
    }
  }

  @Test
  void a_mark_at_the_very_end_and_at_the_very_beginning_is_found() {
    Search search = new Search(List.of(MARK));
    assertThat(found(search, List.of(RAW))).containsExactly(7);
    assertThat(found(search, List.of(join(noise(1_000), RAW)))).containsExactly(7);
    assertThat(found(search, List.of(join(RAW, noise(1_000))))).containsExactly(7);
  }

  @Test
  void what_a_gap_parts_is_no_mark() {
    Search.Scan scan = new Search(List.of(MARK)).scan("here");
    scan.take(RAW, 12);
    scan.gap();
    scan.take(Arrays.copyOfRange(RAW, 12, RAW.length), RAW.length - 12);
    assertThat(scan.traces()).isEmpty();
    assertThat(scan.bytes()).isEqualTo(RAW.length);
  }

  @Test
  void bytes_that_are_no_characters_are_found_too() {
    byte[] picture = noise(48);
    Search search = new Search(List.of(Mark.bytes(3, "photo", picture)));
    assertThat(found(search, List.of(join(noise(5), Base64.getEncoder().encode(join(new byte[1], picture)))))).containsExactly(3);
    assertThat(found(search, List.of(join(noise(5), picture)))).containsExactly(3);
  }

  @Test
  void each_of_many_marks_is_told_from_the_others() {
    List<Mark> marks = IntStream.range(0, 5_000)
        .mapToObj(i -> Mark.text(i, "cookie", "visit=" + Integer.toString(1_000_000 + i, 36) + "-end")).toList();
    byte[] some = join(noise(20), marks.get(17).content(), noise(20), marks.get(4_711).content());
    assertThat(found(new Search(marks), List.of(some))).containsExactlyInAnyOrder(17, 4_711);
  }

  @Test
  void in_noise_nothing_is_found() {
    assertThat(found(new Search(List.of(MARK)), List.of(noise(4_000_000), new byte[1_000_000]))).isEmpty();
  }

  @Test
  void a_mark_too_short_to_be_telling_is_refused() {
    assertThatThrownBy(() -> Mark.text(1, "word", "sieben7")).hasMessage("a mark of 7 bytes would be found by chance");
  }

  @Test
  void a_trace_tells_its_kind_and_not_the_mark() {
    Search.Scan scan = new Search(List.of(MARK)).scan("the hub's files");
    scan.take(RAW, RAW.length);
    assertThat(scan.traces().iterator().next().told()).isEqualTo("text as PLAIN in the hub's files");
  }

  @Test
  void files_below_a_folder_are_looked_through_with_their_names() throws Exception {
    Files.write(Files.createDirectories(folder.resolve("a/.hidden")).resolve("log"), join(noise(3_000_000), RAW));
    Files.writeString(folder.resolve("visit=abcdefgh"), "");
    Search.Scan scan = new Search(List.of(MARK, Mark.text(8, "cookie", "visit=abcdefgh"))).scan("files");
    Folder.search(folder, scan);
    assertThat(owners(scan)).containsExactlyInAnyOrder(7, 8);
  }

  private static Set<Integer> found(Search search, List<byte[]> pieces) {
    Search.Scan scan = search.scan("here");
    pieces.forEach(piece -> scan.take(piece, piece.length));
    return owners(scan);
  }

  private static Set<Integer> owners(Search.Scan scan) {
    return scan.traces().stream().map(trace -> trace.mark().owner()).collect(Collectors.toSet());
  }

  private static byte[] noise(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(UTF_8);
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
