package watchword.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchword.core.decision.Policy;
import watchword.core.report.ReportId;
import watchword.member.Pseudonym;

/// The drill of `./watchword drill infiltrator`, smaller: a few days of a real desk.
class InfiltratorDrillTest {

  @TempDir Path folder;

  @Test
  void with_eight_lanes_the_lane_bounds_what_a_member_reads_and_the_others_are_told_on_the_first_day_over_the_quota() throws Exception {
    Infiltrator.Result result = new Infiltrator(folder.resolve("desk"), 8, 300, 3).run(7, _ -> {}, _ -> {});

    assertThat(result.readShare()).isBetween(0.05, 0.125 + 0.06);
    assertThat(result.mostADay()).isLessThan(Policy.SHOWN_A_DAY);
    assertThat(result.overDay()).hasValue(1);
    assertThat(result.alarmDay()).isEqualTo(OptionalInt.of(1));
    assertThat(result.hajun()).isEmpty();
    assertThat(result.holds()).isTrue();
  }

  @Test
  void with_one_lane_the_quota_bounds_it() throws Exception {
    Infiltrator.Result result = new Infiltrator(folder.resolve("desk"), 1, 200, 2).run(8, _ -> {}, _ -> {});

    assertThat(result.mostADay()).isEqualTo(Policy.SHOWN_A_DAY);
    assertThat(result.readShare()).isEqualTo(2.0 * Policy.SHOWN_A_DAY / 200);
    assertThat(result.alarmDay()).isEqualTo(result.overDay()).hasValue(1);
    assertThat(result.hajun()).isEmpty();
  }

  @Test
  void a_member_who_reads_more_or_an_alarm_that_is_late_fails_the_drill() {
    OptionalInt first = OptionalInt.of(1);
    assertThat(result(0.13, first, 60, List.of()).holds()).isTrue();
    assertThat(result(0.14, first, 60, List.of()).holds()).isFalse();
    assertThat(result(0.13, OptionalInt.of(2), 60, List.of()).holds()).isFalse();
    assertThat(result(0.13, OptionalInt.empty(), 60, List.of()).holds()).isFalse();
    assertThat(result(0.13, first, 61, List.of()).holds()).isFalse();
    assertThat(result(0.13, first, 60, List.of("a page holds words")).holds()).isFalse();
  }

  @Test
  void a_member_who_was_shown_nothing_fails_the_drill_too() {
    assertThat(result(0, OptionalInt.of(1), 0, List.of()).holds()).isFalse();
  }

  @Test
  void a_desk_that_shows_nobody_anything_says_nothing_of_a_newcomer() throws Exception {
    try (ClockedDesk desk = new ClockedDesk(folder.resolve("desk"), 1, 9)) {
      Hajun hajun = new Hajun(desk, new Pseudonym("wren"));
      assertThatThrownBy(() -> hajun.opened(List.of(ClockedDesk.FOUNDER)))
          .isInstanceOf(IOException.class).hasMessageStartingWith("the drill is blind");
    }
  }

  @Test
  void a_page_of_the_console_that_is_refused_ends_the_drill() throws Exception {
    HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> {
      exchange.sendResponseHeaders(500, -1);
      exchange.close();
    });
    server.start();
    try (Visit visit = new Visit(server.getAddress().getPort())) {
      assertThatThrownBy(() -> visit.get("/?tab=ready")).isInstanceOf(IOException.class).hasMessage("the console answered 500 where 200 was due: /");
      assertThatThrownBy(() -> visit.read(new ReportId("r"))).isInstanceOf(IOException.class).hasMessageContaining("500");
    } finally {
      server.stop(0);
    }
  }

  private static Infiltrator.Result result(double share, OptionalInt alarm, int most, List<String> hajun) {
    return new Infiltrator.Result(8, 8_500, share, alarm, OptionalInt.of(1), most, hajun);
  }
}
