package watchword.drill.seizure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
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
    assertThat(verdict.controlKinds()).as("each kind of mark is found where nothing is forgotten").contains(
        "text", "place", "photo", "address", "forwarded address", "user agent", "language", "cookie", "referrer", "file name", "file type", "boundary");
    assertThat(verdict.behindNginx()).as("nginx is installed").isTrue();
    assertThat(verdict.acknowledged()).isGreaterThan(verdict.sealed() / 2);
    assertThat(verdict.forms()).as("one visitor in twenty hands in by a form, every second one through nginx").isEqualTo(REPORTS / 20);
    assertThat(verdict.bytes()).as("a JVM's memory").isGreaterThan(50_000_000);
  }

  /// The search of nginx's files has its control too: the shipped file with a log and with bodies kept on the disk.
  @Test
  void nginx_with_a_log_and_bodies_on_the_disk_is_caught() throws Exception {
    Seizure.Verdict verdict = Seizure.run(setup(), (hub, port, folder) -> talkative(Front.nginxOnLoopback(hub, port, folder), folder));
    assertThat(verdict.hits()).isGreaterThanOrEqualTo(REPORTS / 2);
    assertThat(verdict.told())
        .anyMatch(trace -> trace.startsWith("user agent as PLAIN in nginx's files"))
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
    assertThat(manners(IntStream.range(0, 40).filter(number -> number % 2 == 0))).containsExactlyInAnyOrder(Visitor.Manner.values());
    assertThat(manners(IntStream.range(0, 40).filter(number -> number % 2 == 1))).containsExactlyInAnyOrder(Visitor.Manner.values());
    assertThat(manners(IntStream.range(0, 20))).containsExactlyInAnyOrder(Visitor.Manner.values());
  }

  private static Set<Visitor.Manner> manners(IntStream numbers) {
    return numbers.mapToObj(Visitor.Manner::of).collect(Collectors.toSet());
  }

  @Test
  void what_a_search_found_is_enough_from_one_sender_in_ten() {
    assertThat(verdict(100).sees()).isTrue();
    assertThat(verdict(99).sees()).isFalse();
  }

  private static Seizure.Verdict verdict(int controlHits) {
    return new Seizure.Verdict(1_000, 0, controlHits, 600, 600, 50, true, 1, Set.of(), List.of());
  }

  @Test
  void a_drill_leaves_nothing_behind() throws Exception {
    Path folder;
    List<ProcessHandle> started;
    try (Workplace place = Workplace.open()) {
      folder = place.folder("");
      Files.writeString(place.folder("one/two").resolve("file"), "x");
      place.start("one", List.of("sh", "-c", "sleep 600 & sleep 600"));
      started = ProcessHandle.current().descendants().filter(one -> one.info().commandLine().orElse("").contains("sleep 600")).toList();
    }
    assertThat(started).isNotEmpty();
    for (ProcessHandle one : started) {
      one.onExit().get(1, TimeUnit.MINUTES);
    }
    assertThat(folder).doesNotExist();
  }
}
