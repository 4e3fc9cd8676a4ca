package watchword.drill.seizure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import watchword.cli.Main;
import watchword.drill.Workplace;
import watchword.hub.Front;

/// The drill as `./watchword drill seizure` runs it, with fewer senders; nginx is among what `./verify` installs.
@EnabledOnOs(OS.LINUX)
class SeizureTest {
  private static final int REPORTS = 120;

  private static Seizure.Setup setup() {
    return new Seizure.Setup(REPORTS, Main.class, _ -> {}, _ -> {});
  }

  @Test
  void a_captor_of_the_hub_finds_none_of_its_senders_and_the_search_is_not_blind() throws Exception {
    Seizure.Verdict verdict = Seizure.run(setup());
    assertThat(verdict.told()).isEmpty();
    assertThat(verdict.hits()).isZero();
    assertThat(verdict.controlHits()).isGreaterThanOrEqualTo(REPORTS / 10);
    assertThat(verdict.sees()).isTrue();
    assertThat(verdict.behindNginx()).as("nginx is installed").isTrue();
    assertThat(verdict.acknowledged()).isGreaterThan(verdict.sealed() / 2);
    assertThat(verdict.bytes()).as("a JVM's memory").isGreaterThan(50_000_000);
  }

  /// The search of nginx's files has its control too: the shipped file with a log and with bodies kept on the disk.
  @Test
  void nginx_with_a_log_and_bodies_on_the_disk_is_caught() throws Exception {
    Seizure.Verdict verdict = Seizure.run(setup(), (hub, port, folder) -> talkative(Front.nginxOnLoopback(hub, port, folder), folder));
    assertThat(verdict.hits()).isGreaterThanOrEqualTo(REPORTS / 2);
    assertThat(verdict.told()).anyMatch(trace -> trace.startsWith("user agent as PLAIN in nginx's files"))
        .anyMatch(trace -> trace.startsWith("address as PLAIN in nginx's files"))
        .anyMatch(trace -> trace.endsWith("temporary files were made by nginx"))
        .noneMatch(trace -> trace.contains("hub's"));
  }

  private static String talkative(String shipped, Path folder) {
    String log = shipped.replace("access_log off;", "access_log " + folder.resolve("access.log") + " combined;");
    String talkative = log.replace("proxy_request_buffering off;", "proxy_request_buffering on; client_body_buffer_size 1k;");
    assertThat(talkative).isNotEqualTo(log).isNotEqualTo(shipped);
    return talkative;
  }

  @Test
  void twenty_senders_are_of_every_kind_and_each_kind_comes_by_both_ways() {
    Set<Visitor.Manner> straight = IntStream.range(0, 40).filter(number -> number % 2 == 0).mapToObj(Visitor.Manner::of).collect(Collectors.toSet());
    Set<Visitor.Manner> throughNginx = IntStream.range(0, 40).filter(number -> number % 2 == 1).mapToObj(Visitor.Manner::of).collect(Collectors.toSet());
    assertThat(straight).containsExactlyInAnyOrder(Visitor.Manner.values());
    assertThat(throughNginx).containsExactlyInAnyOrder(Visitor.Manner.values());
    assertThat(IntStream.range(0, 20).mapToObj(Visitor.Manner::of).collect(Collectors.toSet())).containsExactlyInAnyOrder(Visitor.Manner.values());
  }

  @Test
  void what_a_search_found_is_enough_from_one_sender_in_ten() {
    assertThat(new Seizure.Verdict(1_000, 0, 100, 600, 600, true, 1, List.of()).sees()).isTrue();
    assertThat(new Seizure.Verdict(1_000, 0, 99, 600, 600, true, 1, List.of()).sees()).isFalse();
  }

  @Test
  void a_drill_leaves_nothing_behind() throws Exception {
    Path inside;
    try (Workplace place = Workplace.open()) {
      inside = Files.writeString(place.folder("one/two").resolve("file"), "x");
      place.start("one", List.of("sleep", "600"));
    }
    assertThat(inside.getParent().getParent().getParent()).doesNotExist();
  }
}
