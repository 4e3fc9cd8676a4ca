package watchword.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import watchword.seal.FormatException;

/// `bench/hub/mutations` reads a hundred thousand of the same kinds.
class MutatedFilesTest {
  /// One kept file each would be more than ten times this.
  private static final long MOST_GROWTH = 2L * 1024 * 1024;

  @ParameterizedTest
  @CsvSource({
    "envelopes, 1, 1000", "envelopes, 2, 1000", "drops of replies, 3, 400", "drops of replies, 4, 400", "bundles, 5, 600", "bundles, 6, 600"
  })
  void a_mutated_file_is_refused_as_stated_says_nothing_and_leaves_no_memory_taken(String name, long seed, int count) throws FormatException {
    MutatedFiles.Kind kind = Objects.requireNonNull(MutatedFiles.kinds().get(name), name);
    MutatedFiles files = new MutatedFiles(seed);
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    try (PrintStream caught = new PrintStream(said, true, StandardCharsets.UTF_8)) {
      System.setOut(caught);
      System.setErr(caught);
      assertThat(files.wrongs(kind, 0, count / 2)).isEmpty();
      long before = MutatedFiles.liveHeap();
      assertThat(files.wrongs(kind, count / 2, count)).isEmpty();
      assertThat(MutatedFiles.liveHeap() - before).as("bytes in use after a collection").isLessThan(MOST_GROWTH);
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void what_is_not_mutated_is_opened_to_its_content() throws FormatException {
    assertThat(new MutatedEnvelopes().opensWhatIsRight()).isTrue();
  }

  @Test
  void what_a_reader_throws_unasked_is_told_with_its_seed() {
    MutatedFiles.Kind careless = random -> Optional.of("x".substring(random.nextInt(2) + 1));
    assertThat(new MutatedFiles(9).wrongs(careless, 0, 100)).hasSize(5)
        .allMatch(wrong -> wrong.contains("seed 9, number "))
        .anyMatch(wrong -> wrong.contains("StringIndexOutOfBoundsException"));
  }
}
