package watchword.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubCheckTest {
  private static final String NO_SWAP = "Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority\n";
  private static final String NO_CORE = """
      Limit                     Soft Limit           Hard Limit           Units
      Max core file size        0                    unlimited            bytes
      """;

  @TempDir Path proc;
  @TempDir Path nginx;

  @Test
  void a_machine_without_swap_and_core_dumps_has_nothing_to_do() throws IOException {
    assertThat(check(NO_SWAP, NO_CORE, "core\n")).isEmpty();
  }

  @Test
  void swap_is_named_with_what_to_do() throws IOException {
    assertThat(check(NO_SWAP + "/dev/vda2 partition\t8388604\t0\t-2\n", NO_CORE, "core\n"))
        .singleElement().asString().contains("swapoff -a");
  }

  @Test
  void core_dumps_by_limit_or_by_program_are_named() throws IOException {
    assertThat(check(NO_SWAP, NO_CORE.replace(" 0 ", " unlimited "), "core\n"))
        .singleElement().asString().contains("ulimit -Hc 0");
    assertThat(check(NO_SWAP, NO_CORE, "|/usr/lib/crash %p\n")).singleElement().asString().contains("core_pattern");
  }

  @Test
  void what_cannot_be_read_is_said() {
    assertThat(HubCheck.of(proc.resolve("none"), proc.resolve("no-nginx"))).hasSize(2);
  }

  @Test
  void a_proxy_that_keeps_a_log_is_named_and_one_told_not_to_is_not() throws IOException {
    check(NO_SWAP, NO_CORE, "core\n");
    Files.writeString(nginx.resolve("nginx.conf"), "http {\n  # access_log off;\n}\n");
    assertThat(HubCheck.of(proc, nginx)).singleElement().asString().contains("access_log off;");
    Files.writeString(nginx.resolve("nginx.conf"), "http {\n  access_log off;\n}\n");
    assertThat(HubCheck.of(proc, nginx)).isEmpty();
    Path site = Files.createDirectories(nginx.resolve("conf.d")).resolve("board.conf");
    Files.writeString(site, "server {\n  access_log /var/log/nginx/board.log;\n}\n");
    assertThat(HubCheck.of(proc, nginx)).singleElement().asString().contains("access_log");
  }

  private Iterable<String> check(String swaps, String limits, String pattern) throws IOException {
    Files.createDirectories(proc.resolve("self"));
    Files.createDirectories(proc.resolve("sys/kernel"));
    Files.writeString(proc.resolve("swaps"), swaps);
    Files.writeString(proc.resolve("self/limits"), limits);
    Files.writeString(proc.resolve("sys/kernel/core_pattern"), pattern);
    return HubCheck.of(proc, proc.resolve("no-nginx"));
  }
}
