package watchword.console;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Asks a console as a browser would, or as one that was tricked.
public final class Browser {

  private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([0-9a-f]{64})\"");

  private final HttpClient client = HttpClient.newHttpClient();
  private final int port;
  String cookie = "";
  String origin;
  String token = "";

  public Browser(int port) {
    this.port = port;
    this.origin = "http://127.0.0.1:" + port;
  }

  static Browser unlocked(Evening evening) {
    return unlocked(evening, Evening.MEMBER, Evening.PASSPHRASE);
  }

  static Browser unlocked(Evening evening, String member, String passphrase) {
    Browser browser = new Browser(evening.console.port());
    browser.unlock(member, passphrase);
    browser.get("/");
    return browser;
  }

  public HttpResponse<String> unlock(String member, String passphrase) {
    get("/unlock");
    return post("/unlock", "member", member, "passphrase", passphrase);
  }

  public HttpResponse<String> get(String path) {
    HttpResponse<String> answer = send(request(path).GET().build());
    Matcher found = TOKEN.matcher(answer.body());
    if (found.find()) {
      token = found.group(1);
    }
    return answer;
  }

  /// A page after its redirect, if it has one.
  public HttpResponse<String> follow(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").map(this::get).orElse(answer);
  }

  /// Sends a form.
  ///
  /// @param fields name, value, name, value …; the token is added
  public HttpResponse<String> post(String path, String... fields) {
    HttpRequest.Builder request = request(path).header("Content-Type", "application/x-www-form-urlencoded");
    if (!origin.isEmpty()) {
      request.header("Origin", origin);
    }
    StringBuilder body = new StringBuilder("token=" + token);
    for (int i = 0; i < fields.length; i += 2) {
      body.append('&').append(fields[i]).append('=').append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
    }
    return send(request.POST(BodyPublishers.ofString(body.toString())).build());
  }

  /// The status line of a request with another host, which the JDK's client will not send.
  String statusWithHost(String host) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: %s\r\nCookie: %s\r\nConnection: close\r\n\r\n".formatted(host, cookie).getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().findFirst().orElse("");
    }
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port).resolve(path));
    if (!cookie.isEmpty()) {
      request.header("Cookie", cookie);
    }
    return request;
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
      Optional<String> set = answer.headers().firstValue("Set-Cookie");
      set.ifPresent(value -> cookie = value.substring(0, value.indexOf(';')));
      return answer;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
