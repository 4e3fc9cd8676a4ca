package watchword.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchword.seal.KeyName;
import watchword.seal.KeyStore;
import watchword.seal.SealedSize;
import watchword.seal.Term;

/// The gate as a process: what it holds, how it ends, and that nothing is lost by that.
class GateChildTest {
  /// A class that came from a file; those of the JDK come from its image or from the JVM's own archive.
  private static final Pattern LOADED = Pattern.compile("\\] (\\S+) source: file:");
  private static final int LARGE_SLOTS = 5;
  private static final int SMALL_SLOTS = 8;

  @TempDir Path folder;

  private Yard yard;

  @BeforeEach
  void open() throws IOException {
    yard = new Yard(folder);
  }

  @AfterEach
  void close() throws IOException {
    yard.close();
  }

  @Test
  void it_takes_what_waits_and_loads_no_class_that_knows_a_desk_a_member_or_a_lane_key() throws Exception {
    Path log = folder.resolve("classes");
    yard.report(SealedSize.SMALL);
    try (GateChild _ = yard.gate(new GateLine(GateProcess.class, List.of("-Xlog:class+load=info:file=" + log)))) {
      yard.hear(Yard.one(SMALL_SLOTS));
    }
    List<String> loaded = Files.readString(log).lines().map(LOADED::matcher).filter(line -> line.find()).map(line -> line.group(1)).toList();
    assertThat(loaded).contains("watchword.gate.GateProcess", "watchword.seal.SealedReport");
    assertThat(loaded).as("and the age format")
        .allMatch(name -> name.startsWith("watchword.gate.") || name.startsWith("watchword.seal.") || name.startsWith("com.exceptionfactory.jagged."));
    assertThat(loaded).as("its desk's side").doesNotContain("watchword.gate.GateChild", "watchword.gate.GateRun");
    assertThat(yard.waiting()).isEqualTo(1);
  }

  @Test
  void no_secret_stands_in_its_arguments_it_has_no_environment_and_says_nothing_on_standard_error() throws Exception {
    Path err = folder.resolve("err");
    List<GateKeys.Seed> living = GateKeys.living(yard.keys);
    List<String> secrets = new ArrayList<>(List.of(HexFormat.of().formatHex(yard.receiptKey.secretSeed())));
    living.forEach(seed -> secrets.add(HexFormat.of().formatHex(seed.bytes())));
    yard.report(SealedSize.SMALL);
    ProcessBuilder builder = GateLine.OURS.builder(yard.address(), yard.inbox, Yard.OFTEN);
    assertThat(builder.redirectError()).isEqualTo(ProcessBuilder.Redirect.DISCARD);
    GateRun run = GateRun.start(builder.redirectError(err.toFile()), yard.receiptKey, living, yard::visited);
    yard.hear(Yard.one(SMALL_SLOTS));
    Path proc = Path.of("/proc/" + run.pid());
    assertThat(Files.readAllBytes(proc.resolve("environ"))).isEmpty();
    assertThat(HexFormat.of().formatHex(Files.readAllBytes(proc.resolve("cmdline"))) + Files.readString(proc.resolve("cmdline")))
        .contains("GateProcess").doesNotContain(secrets).doesNotContain(System.getProperty("user.name") + "@");
    assertThat(Files.readString(proc.resolve("limits"))).containsPattern("Max core file size +0 +0");
    run.end();
    assertThat(run.exitCode()).isEqualTo(OptionalInt.of(0));
    assertThat(err).isEmptyFile();
  }

  @Test
  void a_gate_that_is_killed_is_back_and_nothing_is_lost() throws Exception {
    yard.report(SealedSize.SMALL);
    try (GateChild gate = yard.gate()) {
      yard.hear(Yard.one(SMALL_SLOTS));
      assertThat(gate.silentSince()).isEmpty();
      ProcessHandle.of(gate.running().orElseThrow().pid()).orElseThrow().destroyForcibly();
      yard.report(SealedSize.SMALL);
      yard.hear(Yard.killed());
      yard.hear(Yard.one(SMALL_SLOTS));
      assertThat(gate.silentSince()).isEmpty();
    }
    assertThat(yard.waiting()).isEqualTo(2);
  }

  /// A desk, as far as its gate goes.
  static final class KilledDesk {
    private KilledDesk() {}

    public static void main(String[] arguments) throws Exception {
      Yard yard = new Yard(Path.of(arguments[0]));
      GateChild gate = yard.gate();
      yard.hear(new Visit.Done(Collected.NOTHING));
      System.out.println(gate.running().orElseThrow().pid());
      Thread.sleep(Duration.ofMinutes(5));
    }
  }

  @Test
  void none_outlives_its_desk_not_even_one_that_was_killed() throws Exception {
    Process desk = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", System.getProperty("java.class.path"),
        KilledDesk.class.getName(), folder.resolve("other").toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (BufferedReader said = desk.inputReader()) {
      ProcessHandle gate = ProcessHandle.of(Long.parseLong(String.valueOf(said.readLine()))).orElseThrow();
      assertThat(gate.isAlive()).isTrue();
      desk.destroyForcibly().waitFor();
      gate.onExit().get(10, TimeUnit.SECONDS);
    } finally {
      desk.destroyForcibly();
    }
  }

  @Test
  void it_ends_with_its_desk_while_a_hub_keeps_it_waiting() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      GateRun run;
      try (GateChild gate = GateChild.begin(yard.setup(URI.create("http://127.0.0.1:" + silent.getLocalPort()), Yard.QUICK), yard);
          Socket call = silent.accept()) {
        assertThat(call.isConnected()).isTrue();
        run = gate.running().orElseThrow();
      }
      assertThat(run.exitCode()).isEqualTo(OptionalInt.of(0));
    }
  }

  @Test
  void a_second_gate_waits_until_the_first_has_left_the_inbox() throws Exception {
    yard.report(SealedSize.SMALL);
    OneGate first = OneGate.at(yard.inbox);
    try (GateChild _ = yard.gate()) {
      Thread.sleep(Duration.ofSeconds(3));
      assertThat(yard.waiting()).isZero();
      first.close();
      yard.hear(Yard.one(SMALL_SLOTS));
    }
  }

  /// Says how many keys each list has, as if that were generations.
  static final class CountingGate {
    private CountingGate() {}

    public static void main(String[] arguments) throws Exception {
      GateOrders orders = new GateOrders(new FileInputStream(FileDescriptor.in));
      orders.receiptKey().close();
      for (Optional<List<GateKeys.Seed>> list = orders.next(); list.isPresent(); list = orders.next()) {
        System.out.println(new Visit.Done(new Collected(list.get().size(), 0, 0, 0)).line());
      }
    }
  }

  @Test
  void a_key_that_its_desk_destroys_is_off_its_list_at_once() throws Exception {
    try (GateChild _ = yard.gate(new GateLine(CountingGate.class, List.of()))) {
      yard.hear(new Visit.Done(new Collected(2, 0, 0, 0)));
      yard.destroy(yard.today);
      yard.hear(new Visit.Done(new Collected(1, 0, 0, 0)));
    }
  }

  @Test
  void what_was_sealed_to_a_destroyed_key_is_opened_by_no_gate() throws Exception {
    try (GateChild _ = yard.gate()) {
      yard.hear(new Visit.Done(Collected.NOTHING));
      yard.destroy(yard.today);
      Thread.sleep(Duration.ofSeconds(1));
      yard.report(SealedSize.SMALL);
      yard.hear(new Visit.Done(new Collected(1, SMALL_SLOTS, 0, 0)));
    }
    assertThat(yard.waiting()).isZero();
  }

  @Test
  void the_largest_envelopes_fit_in_its_heap() throws Exception {
    yard.report(SealedSize.LARGEST);
    yard.report(SealedSize.LARGEST);
    try (GateChild _ = yard.gate()) {
      yard.hear(new Visit.Done(new Collected(2, 2 * LARGE_SLOTS, 2, 0)));
    }
  }

  static final class SilentGate {
    private SilentGate() {}

    public static void main(String[] arguments) throws InterruptedException {
      Thread.sleep(Duration.ofMinutes(5));
    }
  }

  @Test
  void a_gate_that_says_nothing_is_ended_and_started_again() throws Exception {
    GateChild.Pace hasty = new GateChild.Pace(Yard.OFTEN, Duration.ofSeconds(1), Yard.OFTEN, Yard.OFTEN);
    try (GateChild gate = GateChild.begin(yard.setup(yard.address(), hasty), yard, new GateLine(SilentGate.class, List.of()))) {
      yard.hear(OptionalInt.empty());
      assertThat(gate.silentSince()).isPresent();
      yard.hear(OptionalInt.empty());
    }
  }

  static final class TalkativeGate {
    private TalkativeGate() {}

    public static void main(String[] arguments) throws InterruptedException {
      System.out.println("lane 3");
      Thread.sleep(Duration.ofMinutes(5));
    }
  }

  @Test
  void a_gate_that_says_more_than_a_gate_says_is_ended() throws Exception {
    try (GateChild _ = yard.gate(new GateLine(TalkativeGate.class, List.of()))) {
      yard.hear(Yard.killed());
    }
  }

  static final class GreedyGate {
    private GreedyGate() {}

    public static void main(String[] arguments) {
      Object[] chain = {};
      while (true) {
        chain = new Object[] {chain, new byte[1 << 20]};
      }
    }
  }

  @Test
  void a_gate_whose_memory_runs_out_ends_alone_and_leaves_nothing() throws Exception {
    try (GateChild gate = yard.gate(new GateLine(GreedyGate.class, List.of()))) {
      yard.hear(OptionalInt.of(3));
      assertThat(gate.silentSince()).isPresent();
      yard.hear(OptionalInt.of(3));
    }
    assertThat(Path.of("").toAbsolutePath().toFile().list((_, name) -> name.endsWith(".hprof") || name.startsWith("core"))).isEmpty();
  }

  @Test
  void what_failed_is_said_in_one_word() throws Exception {
    try (GateChild _ = GateChild.begin(yard.setup(URI.create("http://127.0.0.1:9"), Yard.QUICK), yard)) {
      yard.hear(Visit.Failed.UNREACHABLE);
    }
    try (ServerSocket rubbish = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> answer(rubbish));
      try (GateChild _ = GateChild.begin(yard.setup(URI.create("http://127.0.0.1:" + rubbish.getLocalPort()), Yard.QUICK), yard)) {
        yard.hear(Visit.Failed.RUBBISH);
      }
    }
    Files.write(yard.inbox.resolve("seen-1"), new byte[5]);
    try (GateChild _ = yard.gate()) {
      yard.report(SealedSize.SMALL);
      yard.hear(Visit.Failed.INBOX);
    }
  }

  private static void answer(ServerSocket rubbish) {
    while (!rubbish.isClosed()) {
      try (Socket call = rubbish.accept()) {
        int _ = call.getInputStream().read(new byte[4_096]);
        call.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello".getBytes(StandardCharsets.US_ASCII));
      } catch (IOException _) {
        // the gate hung up, or the test is over
      }
    }
  }

  @Test
  void the_gate_of_a_desk_whose_keys_cannot_be_read_is_ended() throws Exception {
    try (GateChild gate = yard.gate()) {
      yard.hear(new Visit.Done(Collected.NOTHING));
      GateRun run = gate.running().orElseThrow();
      yard.store.put(KeyName.gate(Term.day(yard.today.first().plusDays(2))),
          new KeyStore.Entry(yard.store.find(KeyName.gate(yard.today)).orElseThrow().publicKey(), new byte[3]));
      yard.hearFailure();
      assertThat(run.exitCode()).isEqualTo(Yard.killed());
      assertThat(gate.silentSince()).isPresent();
    }
  }
}
