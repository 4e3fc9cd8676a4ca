package watchword.drill.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// The drill as `./watchword drill crash` runs it, with fewer kills.
class CrashTest {
  private static final int KILLS = 8;
  private static final int TAKEN = 204;
  private static final int NONE_WAITS = 404;

  @Test
  void what_was_acknowledged_is_opened_once_whoever_is_killed_when() throws Exception {
    AtomicLong done = new AtomicLong();
    Crash.Verdict verdict = Crash.run(3, KILLS, _ -> {}, done::addAndGet);
    assertThat(verdict.told()).isEmpty();
    assertThat(verdict.lost()).isZero();
    assertThat(verdict.twice()).isZero();
    assertThat(verdict.acknowledged()).isGreaterThanOrEqualTo(2 * (4 + 4 + 16));
    assertThat(verdict.opened()).isEqualTo(verdict.acknowledged());
    assertThat(verdict.holds()).isTrue();
    assertThat(done.get()).isEqualTo(KILLS);
  }

  /// Says *taken* to everything and keeps nothing.
  static final class ForgetfulHub {
    private ForgetfulHub() {}

    public static void main(String[] args) throws IOException {
      HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[3])), 0);
      server.createContext("/", exchange -> {
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(exchange.getRequestMethod().equals("POST") ? TAKEN : NONE_WAITS, -1);
        exchange.close();
      });
      server.createContext("/bundle/", exchange -> {
        byte[] bundle = Files.readAllBytes(Path.of(args[1]).resolve(exchange.getRequestURI().getPath().substring("/bundle/".length())));
        exchange.sendResponseHeaders(200, bundle.length);
        exchange.getResponseBody().write(bundle);
        exchange.close();
      });
      server.start();
      System.out.println(server.getAddress().getPort());
    }
  }

  @Test
  void a_hub_that_acknowledges_and_forgets_is_caught_and_the_class_of_what_is_lost_is_said() throws Exception {
    Crash.Verdict verdict = Crash.run(new Crash.Setup(5, 4, _ -> {}, _ -> {}, ForgetfulHub.class, 1));
    assertThat(verdict.holds()).isFalse();
    assertThat(verdict.acknowledged()).isPositive();
    assertThat(verdict.lost()).isEqualTo(verdict.acknowledged());
    assertThat(verdict.opened()).isZero();
    assertThat(verdict.told().stream().mapToInt(line -> Integer.parseInt(line.substring(0, line.indexOf(' ')))).sum()).isEqualTo(verdict.lost());
    assertThat(verdict.told()).allMatch(line -> line.matches(
        "\\d+ acknowledged between (the start|kill \\d+ \\((HUB|GATE|DESK)\\)) and (the end|kill \\d+ \\((HUB|GATE|DESK)\\)); "
            + "with (1|4|16|64) senders; not at the hub any more"));
  }

  @Test
  void a_seed_makes_the_plan_and_every_number_of_senders_has_its_share() {
    assertThat(Plan.of(9, 200)).isEqualTo(Plan.of(9, 200)).isNotEqualTo(Plan.of(10, 200));
    assertThat(Plan.of(9, 200).stages()).extracting(Plan.Stage::senders).containsExactly(1, 4, 16, 64);
    assertThat(Plan.of(9, 200).stages()).allSatisfy(stage -> {
      assertThat(stage.kills()).hasSize(50);
      assertThat(stage.kills().stream().map(Plan.Kill::party).distinct()).hasSize(3);
      assertThat(stage.kills().stream().map(Plan.Kill::whileStarting).distinct()).hasSize(2);
    });
    assertThat(Plan.of(9, 7).stages().stream().map(stage -> stage.kills().size()).toList()).isEqualTo(List.of(1, 2, 2, 2));
  }
}
