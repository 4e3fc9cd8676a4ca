package watchword.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The way through Tor's port to a public address with TLS. The names end in `.invalid`, which no resolver knows (RFC 6761).
class PublicDoorByTorTest {

  private static final String HUB = "hub.invalid";
  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir Path folder;

  private final Queue<String> heard = new ConcurrentLinkedQueue<>();
  private SSLContext tls;
  private SSLServerSocket server;
  private SocksPort tor;

  @BeforeEach
  void begin() throws Exception {
    tls = signedByItself();
    server = (SSLServerSocket) tls.getServerSocketFactory().createServerSocket(0, 5, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serve);
    tor = new SocksPort(server.getLocalPort());
  }

  @AfterEach
  void end() throws IOException {
    tor.close();
    server.close();
  }

  @Test
  void the_name_is_looked_up_by_tor_and_never_here() throws Exception {
    assertThatThrownBy(() -> InetAddress.getAllByName(HUB)).as("nobody here knows it").isInstanceOf(UnknownHostException.class);
    PublicDoor.Answer answer = door(HUB, tls.getSocketFactory()).get("/");
    assertThat(new String(answer.body(), StandardCharsets.US_ASCII)).isEqualTo("board");
    assertThat(tor.asked).containsExactly(HUB + ":443");
    assertThat(heard).containsExactly("GET / HTTP/1.1");
  }

  @Test
  void without_tor_such_a_name_is_not_found() {
    assertThatThrownBy(() -> new PublicDoor(URI.create("https://" + HUB), Optional.empty(), tls.getSocketFactory()).get("/"))
        .isInstanceOf(UnknownHostException.class);
  }

  @Test
  void a_certificate_of_another_name_is_refused_before_a_word_is_said() {
    assertThatThrownBy(() -> door("other.invalid", tls.getSocketFactory()).post("/report/0", new byte[8])).isInstanceOf(SSLException.class);
    assertThat(tor.asked).containsExactly("other.invalid:443");
    assertThat(heard).isEmpty();
  }

  @Test
  void a_certificate_that_nobody_signed_is_refused_before_a_word_is_said() {
    PublicDoor usual = new PublicDoor(URI.create("https://" + HUB), Optional.of(tor.address()));
    assertThatThrownBy(() -> usual.post("/report/0", new byte[8])).isInstanceOf(SSLException.class);
    assertThat(tor.asked).containsExactly(HUB + ":443");
    assertThat(heard).isEmpty();
  }

  private PublicDoor door(String name, SSLSocketFactory believed) {
    return new PublicDoor(URI.create("https://" + name), Optional.of(tor.address()), believed);
  }

  /// Answers with a board of five letters, and notes what was asked for.
  private void serve() {
    while (!server.isClosed()) {
      try (Socket caller = server.accept(); BufferedReader in = new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII))) {
        heard.add(String.valueOf(in.readLine()));
        caller.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nboard".getBytes(StandardCharsets.US_ASCII));
      } catch (IOException _) {
        // the caller refused the certificate, or the test is over
      }
    }
  }

  /// A key made by the JDK's own tool, believed by nobody but this context.
  private SSLContext signedByItself() throws Exception {
    Path file = folder.resolve("hub.p12");
    Process keytool = new ProcessBuilder(List.of(
        Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", "hub", "-keyalg", "EC", "-dname", "CN=" + HUB,
        "-ext", "SAN=dns:" + HUB, "-storetype", "PKCS12", "-keystore", file.toString(), "-storepass", new String(PASSWORD)))
        .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    assertThat(keytool.waitFor()).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD);
    }
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, PASSWORD);
    KeyStore known = KeyStore.getInstance("PKCS12");
    known.load(null, PASSWORD);
    known.setCertificateEntry("hub", keys.getCertificate("hub"));
    TrustManagerFactory believed = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    believed.init(known);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), believed.getTrustManagers(), null);
    return context;
  }
}
