package watchword.hub;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The settings that come with the hub, given to the programs they are for; `./verify` installs both.
class FrontTest {
  private static final Listen HUB = new Listen.Port(8080);
  private static final String PASSWORD = "throw-away";

  @TempDir Path folder;

  private record Ended(int exit, String said) {}

  @Test
  void tor_takes_the_onion_services_file_with_its_defence() throws Exception {
    String torrc = Front.torrc(HUB, folder.resolve("onion"));
    assertThat(torrc).contains("HiddenServicePoWDefensesEnabled 1").contains("HiddenServicePort 80 127.0.0.1:8080").doesNotContain("{");
    Ended checked = verifiedByTor(torrc);
    assertThat(checked.said()).contains("Configuration was valid").doesNotContain("pow");
    assertThat(checked.exit()).isZero();
    assertThat(verifiedByTor(Front.torrc(new Listen.Socket(Path.of("/run/hub.sock")), folder.resolve("onion"))).exit()).isZero();
  }

  @Test
  void tor_refuses_the_file_with_one_word_wrong() throws Exception {
    String wrong = Front.torrc(HUB, folder.resolve("onion"))
        .replace("HiddenServicePoWDefensesEnabled", "HiddenServicePoWDefencesEnabled");
    assertThat(verifiedByTor(wrong).exit()).isNotZero();
  }

  private Ended verifiedByTor(String torrc) throws Exception {
    Path file = Files.writeString(folder.resolve("torrc"), torrc);
    return run(
        program("tor"), "--verify-config", "-f", file.toString(), "--defaults-torrc", "/dev/null",
        "--DataDirectory", folder.resolve("tor").toString());
  }

  @Test
  void nginx_takes_the_file_with_tls_and_it_keeps_no_log_by_the_hubs_own_check() throws Exception {
    String nginx = Front.nginx(HUB, "lorne.example", pem("certificate.pem", true), pem("key.pem", false));
    assertThat(nginx).doesNotContain("{name}").doesNotContain("{folder}").doesNotContain("{hub}").doesNotContain("{servers}");
    Ended checked = checkedByNginx(nginx);
    assertThat(checked.exit()).as(checked.said()).isZero();
    Path settings = Files.createDirectories(folder.resolve("etc-nginx"));
    Files.writeString(settings.resolve("nginx.conf"), nginx);
    assertThat(HubCheck.of(Path.of("/proc"), settings)).noneMatch(sentence -> sentence.contains("nginx"));
  }

  @Test
  void nginx_takes_the_file_of_the_drill_and_of_a_socket() throws Exception {
    assertThat(checkedByNginx(Front.nginxOnLoopback(HUB, 8081, folder)).exit()).isZero();
    assertThat(checkedByNginx(Front.nginxOnLoopback(new Listen.Socket(folder.resolve("hub.sock")), 8081, folder)).exit()).isZero();
  }

  @Test
  void of_a_readers_headers_nginx_hands_on_three_and_keeps_nothing() {
    String nginx = Front.nginxOnLoopback(HUB, 8081, folder);
    assertThat(nginx).contains(
        "access_log off;", "error_log /dev/null crit;", "proxy_request_buffering off;", "proxy_buffering off;",
        "proxy_max_temp_file_size 0;", "proxy_pass_request_headers off;");
    assertThat(nginx.lines().filter(line -> line.strip().startsWith("proxy_set_header")).map(line -> line.strip().split(" ", 3)[1]))
        .containsExactly("Accept-Encoding", "If-None-Match", "Content-Type");
  }

  @Test
  void a_name_or_path_that_would_end_a_setting_is_refused() {
    Path file = Path.of("/etc/ssl/lorne.pem");
    for (String name : List.of("lorne", "Lorne.example", "lorne.example; include /x", "lorne.example\n", "")) {
      assertThatThrownBy(() -> Front.nginx(HUB, name, file, file))
          .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("is not a host's name");
    }
    for (String path : List.of("relative.pem", "/etc/a b", "/etc/a;b", "/etc/a\nb", "/etc/\"", "/etc/$x", "/etc/{x")) {
      assertThatThrownBy(() -> Front.nginx(HUB, "lorne.example", Path.of(path), file)).hasMessageContaining("is not a whole path");
      assertThatThrownBy(() -> Front.torrc(HUB, Path.of(path))).hasMessageContaining("is not a whole path");
      Listen socket = new Listen.Socket(Path.of(path));
      assertThatThrownBy(() -> Front.torrc(socket, file)).hasMessageContaining("is not a whole path");
    }
  }

  /// nginx opens ports and folders only when it runs; for the check they are moved where this test may write.
  private Ended checkedByNginx(String settings) throws Exception {
    Path file = Files.writeString(folder.resolve("nginx.conf"), settings.replace("/run/", folder + "/")
        .replace("listen 80;", "listen 127.0.0.1:8082;").replace("listen [::]:80;", "")
        .replace("listen 443 ", "listen 127.0.0.1:8083 ").replace("listen [::]:443 ssl;", ""));
    return run(program("nginx"), "-t", "-c", file.toString(), "-p", folder.toString());
  }

  /// A certificate signed by itself, or its key.
  private Path pem(String name, boolean certificate) throws Exception {
    Path store = folder.resolve("store.p12");
    if (!Files.exists(store)) {
      Ended made = run(
          Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-keystore", store.toString(),
          "-storetype", "PKCS12", "-storepass", PASSWORD, "-alias", "lorne", "-keyalg", "EC", "-dname", "CN=lorne.example");
      assertThat(made.exit()).as(made.said()).isZero();
    }
    KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
    byte[] content = certificate ? keys.getCertificate("lorne").getEncoded() : keys.getKey("lorne", PASSWORD.toCharArray()).getEncoded();
    String label = certificate ? "CERTIFICATE" : "PRIVATE KEY";
    return Files.writeString(folder.resolve(name), "-----BEGIN " + label + "-----\n"
        + Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(content) + "\n-----END " + label + "-----\n");
  }

  private static String program(String name) {
    Stream<String> path = Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(":", -1));
    return Stream.concat(path, Stream.of("/usr/sbin")).map(where -> Path.of(where, name)).filter(Files::isExecutable).findFirst()
        .orElseThrow(() -> new AssertionError("this machine has no " + name + "; ./verify installs it")).toString();
  }

  private Ended run(String... command) throws IOException, InterruptedException {
    Path out = folder.resolve("said");
    Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
    try {
      assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    return new Ended(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8));
  }
}
