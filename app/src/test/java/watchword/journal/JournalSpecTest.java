package watchword.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import watchword.member.Head;
import watchword.member.MemberKey;
import watchword.seal.Bytes;
import watchword.seal.Epoch;
import watchword.seal.SigningKey;

/// Opens the examples of spec/journal.md as they stand on the page: a stored journal must open with every later version.
class JournalSpecTest {
  private static final String PAGE = page();
  private static final Bytes MARK = Bytes.ofHex("11".repeat(32));
  private static final StoredEpoch EPOCH = new StoredEpoch(1, new Epoch(20_779), 1);
  private static final byte[] SEED = rising(0);
  private static final byte[] KEY = rising(0x40);

  private final StoredEntry entry = new StoredEntry(1, 1, hex("sealed"), Bytes.of(hex("hash")));

  @Test
  void the_entry_on_the_page_opens() throws Exception {
    assertThat(EntryForm.follows(MARK, EPOCH, entry)).isTrue();
    Entry read = EntryForm.read(MARK, EPOCH, KEY, entry);
    assertThat(read.author()).isEqualTo(SigningKey.of(SEED).verifyKey());
    assertThat(read.type()).isEqualTo("arrival");
    assertThat(read.time()).isEqualTo(Instant.parse("2026-11-22T10:00:00Z"));
    assertThat(Room.text(read.payload())).isEqualTo("report 7f3a");
  }

  @Test
  void its_content_is_written_as_on_the_page() throws Exception {
    StoredEntry again = EntryForm.write(
        new Head(0, MARK), EPOCH, KEY, SigningKey.of(SEED),
        new Draft("arrival", Instant.parse("2026-11-22T10:00:00Z"), "report 7f3a".getBytes(StandardCharsets.UTF_8)));
    byte[] message =
        Sealing.open(KEY, EntryForm.PURPOSE, EntryForm.place(MARK, 1, EPOCH), again.sealed()).orElseThrow();

    byte[] content = hex("content");
    assertThat(Arrays.copyOf(message, content.length)).isEqualTo(content);
    assertThat(message).hasSize(512);
    assertThat(Arrays.copyOfRange(message, content.length, 512)).containsOnly(0);
    assertThat(again.sealed()).hasSameSizeAs(entry.sealed()).as("a fresh salt").isNotEqualTo(entry.sealed());
  }

  @Test
  void the_key_file_on_the_page_opens() throws Exception {
    byte[] file = Base64.getDecoder().decode(block("base64 keyfile"));

    try (MemberKey key = MemberKey.unlock(file, "seven quiet herons".toCharArray()).orElseThrow()) {
      assertThat(key.pseudonym().name()).isEqualTo("heron");
      assertThat(key.seen()).contains(new Head(1, entry.hash()));
    }
  }

  @Test
  void the_body_keys_on_the_page_open() throws Exception {
    Map.Entry<String, BodyKeys.Wrapped> only =
        BodyKeys.read(hex("bodykeys")).all().entrySet().iterator().next();

    assertThat(only.getValue().shelf()).isEqualTo("shelf 20779 0");
    assertThat(only.getValue().unwrap(only.getKey(), KEY)).isEqualTo(SEED);
  }

  private static byte[] hex(String name) {
    return HexFormat.of().parseHex(block("hex " + name));
  }

  private static String block(String name) {
    Matcher block = Pattern.compile("^```" + name + "\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL).matcher(PAGE);
    assertThat(block.find()).as("a block named %s", name).isTrue();
    return block.group(1).replace("\n", "");
  }

  private static byte[] rising(int first) {
    byte[] bytes = new byte[32];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (first + i);
    }
    return bytes;
  }

  private static String page() {
    try {
      return Files.readString(Path.of("..", "spec", "journal.md"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
