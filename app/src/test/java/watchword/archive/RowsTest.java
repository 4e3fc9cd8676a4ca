package watchword.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowsTest {

  @TempDir Path folder;

  @Test
  void a_field_in_quotes_may_hold_separators_quotes_and_lines() throws IOException {
    List<Row> rows = rows("id,text\r\n1,\"a, \"\"b\"\"\r\nc\"\r\n2,d\r\n");

    assertThat(rows).hasSize(2);
    assertThat(cell(rows.get(0), "text")).contains("a, \"b\"\nc");
    assertThat(cell(rows.get(1), "id")).contains("2");
  }

  @Test
  void a_byte_order_mark_and_blank_lines_are_no_content() throws IOException {
    List<Row> rows = rows("\uFEFF\nid,text\n\n1,a\n\n\n2,b");

    assertThat(rows).extracting(Row::number).containsExactly(1L, 2L);
    assertThat(cell(rows.get(0), "id")).contains("1");
  }

  @Test
  void semicolons_and_tabs_separate_where_the_header_has_them() throws IOException {
    assertThat(cell(rows("id;text\n1;a,b\n").getFirst(), "text")).contains("a,b");
    assertThat(cell(rows("id\ttext\n1\ta,b\n").getFirst(), "text")).contains("a,b");
  }

  @Test
  void a_blank_cell_is_absent() throws IOException {
    assertThat(cell(rows("id,text\n1,  \n").getFirst(), "text")).isEmpty();
  }

  @Test
  void a_column_that_stands_twice_is_no_column() throws IOException {
    assertThat(open(bytes("id,text,text\n1,a,b\n")).columns()).containsExactly("id");
  }

  @Test
  void a_row_of_another_width_is_rejected_alone() throws IOException {
    List<Row> rows = rows("id,text\n1,a\n2\n3,c,d\n4,e\n");

    assertThat(rows).extracting(RowsTest::reason).containsExactly("", "1 field where the header has 2", "3 fields where the header has 2", "");
    assertThat(rows).extracting(Row::number).containsExactly(1L, 2L, 3L, 4L);
  }

  @Test
  void a_quote_that_never_closes_costs_one_row() throws IOException {
    List<Row> rows = rows("id,text,kind\n1,a,x\n2,\"b,x\n3,c,x\n4,d,x\n");

    assertThat(rows).extracting(Row::raw).containsExactly("1,a,x", "2,\"b,x", "3,c,x", "4,d,x");
    assertThat(rows).extracting(row -> row instanceof Row.Read).containsExactly(true, false, true, true);
  }

  @Test
  void a_quote_that_never_closes_in_the_last_column_costs_one_row() throws IOException {
    List<Row> rows = rows("id,text\n1,a\n2,\"b\n3,c\n4,d\n");

    assertThat(rows).extracting(RowsTest::reason).containsExactly("", "a quote is never closed", "", "");
  }

  @Test
  void a_file_cut_off_inside_a_quote_keeps_the_rows_before() throws IOException {
    assertThat(rows("id,text\n1,\"a\n\"\n2,\"b")).extracting(RowsTest::reason).containsExactly("", "a quote is never closed");
    assertThat(rows("id,text\n1,a\n2,\"b \"\"c\"\"")).extracting(RowsTest::reason).containsExactly("", "a quote is never closed");
  }

  @Test
  void a_quote_that_closes_in_a_later_row_costs_one_row() throws IOException {
    List<Row> rows = rows("id,text\n1,\"a\n2,\"b\"\n3,c\n");

    assertThat(rows).extracting(row -> row instanceof Row.Read).containsExactly(false, true, true);
  }

  @Test
  void a_quote_inside_an_unquoted_field_is_a_character() throws IOException {
    assertThat(cell(rows("id,text\n1,a 5\" pipe\n2,b\n").getFirst(), "text")).contains("a 5\" pipe");
  }

  @Test
  void a_line_that_is_not_utf8_is_rejected_by_its_number() throws IOException {
    byte[] cyrillic = "2,Дал\n".getBytes(Charset.forName("windows-1251"));

    List<Row> rows = rows(open(concat(bytes("id,text\n1,a\n"), cyrillic, bytes("3,c\n"))));

    assertThat(rows).extracting(RowsTest::reason).containsExactly("", "line 3 is not UTF-8", "");
  }

  @Test
  void a_line_without_end_is_cut_and_rejected() throws IOException {
    List<Row> rows = rows("id,text\n1," + "a".repeat(3 * Lines.MAX_CHARS) + "\n2,b\n");

    assertThat(rows).extracting(RowsTest::reason).containsExactly("line 2 is longer than 16777216 characters", "");
    assertThat(rows.getFirst().raw()).hasSize(Row.MAX_RAW_CHARS);
  }

  @Test
  void json_lines_are_told_by_their_first_character() throws IOException {
    List<Row> rows = rows("{\"id\":1,\"at\":{\"lat\":54.125,\"lon\":-3},\"words\":[\"a\",\"b\"],\"none\":null}\n\n{\"id\":\"2\"}\n");

    assertThat(cell(rows.get(0), "at.lat")).contains("54.125");
    assertThat(cell(rows.get(0), "words")).contains("a b");
    assertThat(cell(rows.get(0), "none")).isEmpty();
    assertThat(cell(rows.get(1), "id")).contains("2");
    assertThat(rows).extracting(Row::number).containsExactly(1L, 3L);
  }

  @Test
  void a_row_of_json_lines_has_the_number_that_an_editor_gives_its_line() throws IOException {
    assertThat(rows("\n{\"id\":\"1\"}\n\n\n{\"id\":\n{\"id\":\"2\"}\n")).extracting(Row::number).containsExactly(2L, 5L, 6L);
  }

  @Test
  void a_bad_line_of_json_is_rejected_without_being_quoted() throws IOException {
    List<Row> rows = rows("{\"id\":1}\n{\"id\":secret}\n[2]\n{\"id\":3,\"id\":4}\n{\"id\":5}\n");

    assertThat(rows).extracting(row -> row instanceof Row.Read).containsExactly(true, false, false, false, true);
    assertThat(reason(rows.get(1))).startsWith("not JSON (character").doesNotContain("secret");
    assertThat(reason(rows.get(2))).isEqualTo("not a JSON object");
  }

  @Test
  void a_column_that_only_a_later_object_has_is_known() throws IOException {
    assertThat(open(bytes("{\"id\":1}\n{\"id\":2,\"text\":\"a\"}\n")).columns()).containsExactly("id", "text");
  }

  @Test
  void gzip_is_told_by_its_bytes() throws IOException {
    assertThat(cell(rows(open(gzip(bytes("id,text\n1,a\n")))).getFirst(), "text")).contains("a");
  }

  @Test
  void gzip_that_is_cut_off_says_so() {
    byte[] whole = gzip(bytes("id,text\n" + "1,a\n".repeat(50)));

    assertThatThrownBy(() -> open(Arrays.copyOf(whole, 20))).isInstanceOf(ArchiveException.class).hasMessageContaining("is cut off or damaged");
  }

  @Test
  void what_is_no_table_ends_with_one_sentence() {
    assertThatThrownBy(() -> open(new byte[0])).hasMessage("in is empty");
    assertThatThrownBy(() -> open(bytes("\n \n"))).hasMessage("in is empty");
    assertThatThrownBy(() -> open(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1})).hasMessage("in is not text");
    assertThatThrownBy(() -> open("id,text\n1,a\n".getBytes(StandardCharsets.UTF_16))).hasMessage("in is UTF-16; save it as UTF-8 and try again");
    assertThatThrownBy(() -> open(bytes("[{\"id\":1}]"))).hasMessage("in is a JSON list; write one object a line (JSON Lines)");
    assertThatThrownBy(() -> ArchiveFile.open(folder, "in", read -> {})).hasMessage("in is a folder; name the files in it");
    assertThatThrownBy(() -> ArchiveFile.open(folder.resolve("none"), "in", read -> {})).hasMessage("in does not exist");
  }

  @Test
  void progress_is_told_in_bytes_of_the_file() throws IOException {
    byte[] file = gzip(bytes("id,text\n" + "1,a\n".repeat(5_000)));
    long[] read = {0};
    try (Rows rows = ArchiveFile.open(Files.write(folder.resolve("in"), file), "in", more -> read[0] += more)) {
      assertThat(rows(rows)).hasSize(5_000);
    }
    assertThat(read[0]).isEqualTo(file.length);
  }

  private List<Row> rows(String text) throws IOException {
    return rows(open(bytes(text)));
  }

  private static List<Row> rows(Rows rows) throws IOException {
    List<Row> all = new ArrayList<>();
    for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
      all.add(row.get());
    }
    return all;
  }

  private Rows open(byte[] bytes) throws IOException {
    return ArchiveFile.open(Files.write(folder.resolve("in"), bytes), "in", read -> {});
  }

  private static Optional<String> cell(Row row, String column) {
    return ((Row.Read) row).cell(column);
  }

  private static String reason(Row row) {
    return row instanceof Row.Unreadable bad ? bad.reason() : "";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] concat(byte[]... parts) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.write(part);
    }
    return all.toByteArray();
  }

  private static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(plain);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return bytes.toByteArray();
  }
}
