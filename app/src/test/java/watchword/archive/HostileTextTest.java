package watchword.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import watchword.core.statement.Conflicts;
import watchword.core.statement.Statement;
import watchword.core.statement.Suggester;

/// Texts that were made to do harm are read in a time that grows as their length does, up to the limits where they are refused.
class HostileTextTest {

  private static final String CHAT = "{\"type\":\"public_channel\",\"messages\":[{\"type\":\"message\",\"text\":";

  private static final String BROKEN = "\u00FF";

  /// Twice the length may cost so much more; it would be 4 if each part were held against each other.
  private static final double MOST = 3;

  private static final int TRIES = 3;

  /// A file of a head and one piece over and over.
  ///
  /// @param again the piece; `\u00FF` is a byte that no UTF-8 has
  /// @param bytes of the longest file
  record Hostile(String what, String head, String again, int bytes) {

    byte[] of(int length) {
      byte[] piece = again.getBytes(again.contains(BROKEN) ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
      byte[] file = Arrays.copyOf(head.getBytes(StandardCharsets.UTF_8), length);
      for (int i = head.length(); i < length; i++) {
        file[i] = piece[(i - head.length()) % piece.length];
      }
      return file;
    }

    @Override
    public String toString() {
      return what;
    }
  }

  static Stream<Hostile> texts() {
    int text = Suggester.MOST_CHARS;
    int file = (int) TextFile.MOST_BYTES;
    // Those that cost most a character are shorter; it is how they grow that tells.
    return Stream.of(
        new Hostile("no blank", "", "ж", 2 * text),
        new Hostile("nothing but marks of direction", "", "\u202E\u2066", 3 * text),
        new Hostile("no UTF-8 at all", "", BROKEN, text),
        new Hostile("broken UTF-8 in every word", "", "may" + BROKEN + "be ", 80_000),
        new Hostile("a quotation that is never closed", "\"", "not may ", 80_000),
        new Hostile("nothing but quotation marks", "", "\"", 2_000_000),
        new Hostile("nothing but question marks", "", "?", 2_000_000),
        new Hostile("nothing but digits", "", "7", 2_000_000),
        new Hostile("nothing but numbers", "", "17 ", 160_000),
        new Hostile("nothing but empty lines", "", "\n", 600_000),
        new Hostile("nothing but conditions", "", "if, ", 80_000),
        new Hostile("nothing but labels", "", "A: b\n", 40_000),
        new Hostile("nothing but turns", "", "— **a?**\n", 80_000),
        new Hostile("HTML that only opens", "<html>", "<div>", file),
        new Hostile("HTML of questions that never end", "<html>", "<b><div class=question>a?", 400_000),
        new Hostile("HTML whose tag never ends", "<html><p", " class", file));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void a_hostile_text_is_read_in_a_time_that_grows_as_its_length_does(Hostile text) throws IOException {
    byte[] half = text.of(text.bytes() / 2);
    byte[] whole = text.of(text.bytes());
    read(half);
    double grows = Double.MAX_VALUE;
    for (int i = 0; i < TRIES && grows >= MOST; i++) {
      long once = read(half);
      grows = (double) read(whole) / once;
    }
    assertThat(grows).isLessThan(MOST);
  }

  /// Processor time in nanoseconds.
  private static long read(byte[] bytes) throws IOException {
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    TextFile read = TextFile.of(bytes, "text");
    List<Statement> statements = Suggester.suggest(read.text(), read.posts(), _ -> {});
    assertThat(Conflicts.of(statements).size()).isLessThanOrEqualTo(statements.size());
    return Math.max(1, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start);
  }

  @Test
  void a_chat_without_end_or_bottom_is_refused_by_name() {
    for (String hostile : List.of("[", "[{\"text\":", "{\"a\":")) {
      Hostile chat = new Hostile(hostile, CHAT, hostile, (int) TextFile.MOST_BYTES);
      assertThatThrownBy(() -> TextFile.of(chat.of(chat.bytes()), "chat")).as(hostile).isInstanceOf(ArchiveException.class).hasMessageContaining("chat, message 1: not JSON");
    }
  }

  @Test
  void a_text_of_the_longest_length_is_read_and_one_of_a_character_more_is_refused() throws IOException {
    Hostile text = new Hostile("digits", "", "7", Suggester.MOST_CHARS);
    assertThat(Suggester.suggest(TextFile.of(text.of(Suggester.MOST_CHARS), "text").text())).isNotEmpty();
    String longer = TextFile.of(text.of(Suggester.MOST_CHARS + 1), "text").text();
    assertThatThrownBy(() -> Suggester.suggest(longer)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("8000000");
  }
}
