package watchword.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import watchword.seal.BoardKey;
import watchword.seal.Bundle;
import watchword.seal.Bytes;
import watchword.seal.Epoch;
import watchword.seal.EpochKeys;
import watchword.seal.KeyName;
import watchword.seal.MemoryKeyStore;
import watchword.seal.PrivateKey;
import watchword.seal.Root;
import watchword.seal.SigningKey;
import watchword.seal.Term;

/// `seal` and `open`, from a report in a file to the report in a file.
class SealingCommandsTest {
  private static final String REPORT = """
      {
        "when": {"earliest": "2026-11-22T10:00Z", "latest": "2026-11-22T11:00Z"},
        "kind": "explosion",
        "stance": "sighting",
        "text": "two bangs"
      }
      """;

  @TempDir Path folder;
  private final SecureRandom random = new SecureRandom();
  private final Root root = Root.generate(random);
  private final EpochKeys keys = new EpochKeys(new MemoryKeyStore(), random, InstantSource.system());
  private final Epoch today = Epoch.of(Instant.now());

  private record Run(int exit, String out, String err) {}

  @BeforeEach
  void prepare() throws Exception {
    EpochKeys.Issued issued = keys.issue(Term.day(today), 2, (_, key) -> key.secretSeed());
    Files.write(folder.resolve("day.bin"), bundle(issued).write(root));
    Files.write(folder.resolve("root.pub"), root.publicPart().raw());
    Files.writeString(folder.resolve("report.json"), REPORT);
    writeKey("gate.key", KeyName.gate(today));
    writeKey("lane0.key", KeyName.lane(today, 0));
    writeKey("lane1.key", KeyName.lane(today, 1));
  }

  private Bundle bundle(EpochKeys.Issued issued) {
    BoardKey board = new BoardKey(SigningKey.generate(random).verifyKey(), Bytes.of(new byte[8]));
    return new Bundle(2, 16, issued.term(), board, Bytes.of(new byte[32]),
        issued.gate(), issued.laneKeys(), issued.second());
  }

  private void writeKey(String file, KeyName name) throws Exception {
    PrivateKey key = PrivateKey.of(keys.find(name).orElseThrow().secret());
    Files.writeString(folder.resolve(file), "# " + name + "\n" + key.secretSpelling() + "\n");
  }

  private String path(String file) {
    return folder.resolve(file).toString();
  }

  private Run seal(String report, String... more) {
    List<String> args = new ArrayList<>(List.of("seal", "--bundle", path("day.bin"), "--root", path("root.pub"), path(report), "-o", path("sealed")));
    args.addAll(List.of(more));
    return run(args.toArray(String[]::new));
  }

  private static Run run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = Main.line().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    int exit = line.execute(args);
    return new Run(exit, out.toString(), err.toString());
  }

  @Test
  void a_report_written_by_hand_is_sealed_and_opened_by_gate_and_lane_key() throws IOException {
    Run sealed = seal("report.json", "--lane", "1");
    assertThat(sealed).isEqualTo(new Run(0, "Sealed. It must reach the desk before " + today.destroyAt() + ".\n", ""));
    assertThat(Files.size(folder.resolve("sealed"))).isEqualTo(16_384);

    Run opened = run("open", "--key", path("gate.key"), "--key", path("lane1.key"), path("sealed"));
    assertThat(opened.exit()).isZero();
    assertThat(opened.out()).startsWith("watchword.report/1\n{\"kind\":\"explosion\",\"stance\":\"sighting\",\"place\":null,");
    assertThat(opened.out()).contains("\"text\":\"two bangs\"");
  }

  @Test
  void content_that_is_exact_already_comes_out_as_it_went_in() throws IOException {
    seal("report.json", "--lane", "0");
    run("open", "--key", path("gate.key"), "--key", path("lane0.key"), path("sealed"), "-o", path("content"));
    assertThat(seal("content", "--lane", "0").exit()).isZero();
    run("open", "--key", path("gate.key"), "--key", path("lane0.key"), path("sealed"), "-o", path("again"));
    assertThat(folder.resolve("again")).hasSameBinaryContentAs(folder.resolve("content"));
  }

  @Test
  void a_missing_key_is_named_by_its_layer() {
    seal("report.json", "--lane", "1");
    assertThat(run("open", "--key", path("lane1.key"), path("sealed")).err()).contains("none of the keys opens the outer layer");
    assertThat(run("open", "--key", path("gate.key"), "--key", path("lane0.key"), path("sealed")).err())
        .contains("none of the keys opens the inner layer");
  }

  @Test
  void nothing_is_sealed_to_a_bundle_of_another_root_or_another_day() throws IOException {
    Files.write(folder.resolve("root.pub"), Root.generate(random).publicPart().raw());
    assertThat(seal("report.json")).matches(run -> run.exit() == 1 && run.err().contains("is not signed by this root"));
    Files.write(folder.resolve("root.pub"), root.publicPart().raw());
    EpochKeys.Issued later = keys.issue(Term.day(today.plusDays(3)), 2, (_, key) -> key.secretSeed());
    Files.write(folder.resolve("day.bin"), bundle(later).write(root));
    assertThat(seal("report.json")).matches(run -> run.exit() == 1 && run.err().contains("is of a day to come"));
    assertThat(folder.resolve("sealed")).doesNotExist();
  }

  @Test
  void a_report_the_desk_would_refuse_is_not_sealed() throws IOException {
    Files.writeString(folder.resolve("report.json"), REPORT.replace("explosion", "party"));
    assertThat(seal("report.json").err()).endsWith("report.json cannot be used: kind: not in the catalogue\n");
    Files.writeString(folder.resolve("report.json"), REPORT.replace("\"text\"", "\"words\""));
    assertThat(seal("report.json").err()).contains("should be one JSON object with the keys kind, stance, place");
    assertThat(folder.resolve("sealed")).doesNotExist();
  }

  @Test
  void a_lane_the_bundle_does_not_have_is_misuse() {
    assertThat(seal("report.json", "--lane", "2")).isEqualTo(new Run(2, "", "watchword: --lane must be 0 to 1: the bundle has no other\n"));
  }

  @Test
  void a_photo_is_sealed_in_the_next_size_and_opened_to_a_file_alone() throws IOException {
    byte[] photo = new byte[100_000];
    random.nextBytes(photo);
    System.arraycopy("watchword.photo/1\n".getBytes(StandardCharsets.US_ASCII), 0, photo, 0, 18);
    Files.write(folder.resolve("photo"), photo);
    assertThat(seal("photo", "--lane", "0", "--json").out()).isEqualTo("{\"bytes\":262144,\"before\":\"" + today.destroyAt() + "\"}\n");
    assertThat(run("open", "--key", path("gate.key"), "--key", path("lane0.key"), path("sealed")).exit()).isEqualTo(2);
    assertThat(run("open", "--key", path("gate.key"), "--key", path("lane0.key"), path("sealed"), "-o", path("out"), "--json").out())
        .isEqualTo("{\"lane\":0,\"bytes\":100000}\n");
    assertThat(folder.resolve("out")).hasBinaryContent(photo);
  }
}
