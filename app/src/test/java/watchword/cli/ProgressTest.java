package watchword.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchword.archive.Archive;
import watchword.archive.TextFile;
import watchword.core.statement.Suggester;

/// The bar of `merge` moves with the bytes of its files, plain or zipped, until all are read, and that of `statements` with the sentences of its text.
class ProgressTest {

  private static final int ROWS = 6_000;

  @TempDir Path folder;

  @Test
  void reading_moves_the_bar_from_nothing_to_its_end() throws IOException {
    ArchiveInput input = new ArchiveInput();
    input.files = List.of(plain(), zipped());
    try (Progress progress = Progress.start(new PrintWriter(Writer.nullWriter()), "reading", input.bytes())) {
      assertThat(progress.bar(3)).endsWith(" 0 %");
      input.read(Optional.empty(), Optional.empty(), progress);
      assertThat(progress.bar(3)).endsWith(" 100 %");
      progress.next("merging");
      assertThat(progress.bar(4)).isEqualTo("merging … 4 s");
    }
  }

  @Test
  void every_byte_is_told_once_while_it_is_read() throws IOException {
    List<Path> files = List.of(plain(), zipped());
    List<Long> steps = new ArrayList<>();
    Archive.read(files, new Archive.Options(new ColumnOptions().columns(), Optional.empty(), ZoneOffset.UTC), steps::add);
    long total = Files.size(files.getFirst()) + Files.size(files.getLast());
    assertThat(steps.stream().mapToLong(Long::longValue).sum()).isEqualTo(total);
    assertThat(steps).as("not all at once at the end").allSatisfy(step -> assertThat(step).isLessThan(total / 3));
  }

  @Test
  void each_sentence_of_a_text_moves_the_bar() {
    TextFile text = TextFile.of("The depot burnt down, and the road is closed.\n".repeat(100), "text");
    List<Integer> steps = new ArrayList<>();
    Suggester.suggest(text.text(), text.posts(), steps::add);
    assertThat(steps).as("not all at once at the end").allSatisfy(step -> assertThat(step).isLessThan(text.text().length() / 50));
    try (Progress progress = Progress.start(new PrintWriter(Writer.nullWriter()), "reading sentences", text.text().length(), "characters")) {
      assertThat(StatementsCommand.suggest(text, progress)).hasSize(100);
      assertThat(progress.bar(3)).endsWith(" 100 % of 4,600 characters");
    }
  }

  private Path plain() throws IOException {
    return Files.writeString(folder.resolve("a.csv"), rows("a"));
  }

  private Path zipped() throws IOException {
    Path file = folder.resolve("b.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(rows("b").getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }

  private static String rows(String name) {
    StringBuilder rows = new StringBuilder("id,time,lat,lon,kind,text\n");
    IntStream.range(0, ROWS).forEach(row -> rows.append("%s%d,2026-01-02T10:00Z,%d.%03d,20.5,fire,smoke seen from house %d%n"
        .formatted(name, row, 40 + row % 20, row % 1_000, row)));
    return rows.toString();
  }
}
