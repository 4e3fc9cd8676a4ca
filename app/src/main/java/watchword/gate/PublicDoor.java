package watchword.gate;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// The hub as a sender's page reaches it: by its public address, through Tor's SOCKS port where one is named.
///
/// Every request has the fields that Tor Browser sends, in its order, as far as they are known here; each goes over a connection of its own.
public final class PublicDoor {

  private static final int PATIENCE_MILLIS = 60_000;
  /// A hub that drips does not hold a sender for ever.
  private static final Duration WHOLE = Duration.ofMinutes(5);
  private static final int MOST_BYTES = 4 << 20;
  private static final int MOST_FIELDS = 100;
  private static final int HTTP = 80;
  private static final int HTTPS = 443;
  /// All Tor Browsers of a time say the same; to be renewed with them.
  private static final String BROWSER = "Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0";

  private final URI address;
  private final Proxy proxy;
  private final SSLSocketFactory tls;

  /// A whole answer.
  @SuppressWarnings("ArrayRecordComponent") // carried, never compared
  public record Answer(int status, byte[] body) {}

  /// @param address `http` or `https`, without a path
  /// @param socks Tor's port for programs, such as 127.0.0.1:9050; it is also who looks the name up
  public PublicDoor(URI address, Optional<InetSocketAddress> socks) {
    this(address, socks, (SSLSocketFactory) SSLSocketFactory.getDefault());
  }

  /// @param tls says whose certificates are believed; the name in them is checked all the same
  PublicDoor(URI address, Optional<InetSocketAddress> socks, SSLSocketFactory tls) {
    boolean known = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
    if (!known || address.getHost() == null) {
      throw new IllegalArgumentException("the public address begins with http:// or https:// and names a host");
    }
    if (address.getHost().endsWith(".onion") && socks.isEmpty()) {
      throw new IllegalArgumentException("an onion address is reached through Tor: name its port with --socks, such as 127.0.0.1:9050");
    }
    this.address = address;
    this.tls = tls;
    this.proxy = socks.map(port -> new Proxy(Proxy.Type.SOCKS, port)).orElse(Proxy.NO_PROXY);
  }

  public Answer get(String path) throws IOException {
    return ask("GET " + path + " HTTP/1.1\r\n" + fields("") + "\r\n", new byte[0]);
  }

  public Answer post(String path, byte[] body) throws IOException {
    String more = "Content-Length: " + body.length + "\r\nOrigin: " + address.getScheme() + "://" + address.getRawAuthority() + "\r\n";
    return ask("POST " + path + " HTTP/1.1\r\n" + fields(more) + "\r\n", body);
  }

  private String fields(String more) {
    String encodings = isSecure() ? "gzip, deflate, br, zstd" : "gzip, deflate";
    return "Host: " + address.getRawAuthority() + "\r\nUser-Agent: " + BROWSER + "\r\nAccept: */*\r\nAccept-Language: en-US,en;q=0.5\r\n"
        + "Accept-Encoding: " + encodings + "\r\n" + more + "Connection: keep-alive\r\nSec-Fetch-Dest: empty\r\nSec-Fetch-Mode: same-origin\r\nSec-Fetch-Site: same-origin\r\n"
        + "Pragma: no-cache\r\nCache-Control: no-cache\r\n";
  }

  private boolean isSecure() {
    return "https".equals(address.getScheme());
  }

  private Answer ask(String head, byte[] body) throws IOException {
    try (Socket socket = connect()) {
      OutputStream out = socket.getOutputStream();
      out.write(head.getBytes(StandardCharsets.US_ASCII));
      out.write(body);
      out.flush();
      return answer(new BufferedInputStream(new BoundedStream(socket.getInputStream(), WHOLE, MOST_BYTES * 2L)));
    }
  }

  private Socket connect() throws IOException {
    int port = address.getPort() >= 0 ? address.getPort() : isSecure() ? HTTPS : HTTP;
    Socket plain = new Socket(proxy);
    try {
      plain.setSoTimeout(PATIENCE_MILLIS);
      plain.connect(proxy.equals(Proxy.NO_PROXY)
          ? new InetSocketAddress(InetAddress.getByName(address.getHost()), port)
          : InetSocketAddress.createUnresolved(address.getHost(), port), PATIENCE_MILLIS);
      return isSecure() ? secured(plain, port) : plain;
    } catch (IOException e) {
      plain.close();
      throw e;
    }
  }

  private Socket secured(Socket plain, int port) throws IOException {
    SSLSocket socket = (SSLSocket) tls.createSocket(plain, address.getHost(), port, true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    return socket;
  }

  private static Answer answer(InputStream in) throws IOException {
    String[] status = line(in).split(" ", 3);
    if (status.length < 2 || !status[0].startsWith("HTTP/1.") || !status[1].matches("[0-9]{3}")) {
      throw new IOException("the public address gives no HTTP answer");
    }
    Map<String, String> fields = new LinkedHashMap<>();
    for (String field = line(in); !field.isEmpty(); field = line(in)) {
      if (fields.size() >= MOST_FIELDS) {
        throw new IOException("the public address answers with more fields than any hub");
      }
      String[] parts = field.split(":", 2);
      fields.put(parts[0].toLowerCase(Locale.ROOT), parts.length > 1 ? parts[1].strip() : "");
    }
    byte[] body = body(in, fields);
    boolean packed = "gzip".equals(fields.get("content-encoding"));
    return new Answer(Integer.parseInt(status[1]), packed ? bounded(new GZIPInputStream(new ByteArrayInputStream(body))) : body);
  }

  private static byte[] body(InputStream in, Map<String, String> fields) throws IOException {
    if (fields.containsKey("transfer-encoding")) {
      throw new IOException("the public address answers in pieces, which no hub does");
    }
    String length = fields.getOrDefault("content-length", "0");
    if (!length.matches("[0-9]{1,7}") || Integer.parseInt(length) > MOST_BYTES) {
      throw new IOException("the public address answers with more than a page");
    }
    byte[] body = in.readNBytes(Integer.parseInt(length));
    if (body.length != Integer.parseInt(length)) {
      throw new IOException("the answer broke off");
    }
    return body;
  }

  private static byte[] bounded(InputStream in) throws IOException {
    byte[] body = in.readNBytes(MOST_BYTES + 1);
    if (body.length > MOST_BYTES) {
      throw new IOException("the public address answers with more than a page");
    }
    return body;
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0 || line.length() > 8_192) {
        throw new IOException("the answer broke off");
      }
      if (b != '\r') {
        line.append((char) b);
      }
    }
    return line.toString();
  }
}
