package watchword.drill;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import watchword.core.report.ReportId;

/// A browser of one member at the console. An answer other than the page asked for is a failure: on a page that was not shown nothing can
/// be looked for.
final class Visit implements AutoCloseable {

  private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([0-9a-f]{64})\"");
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int SHOWN = 200;
  private static final int ELSEWHERE = 303;

  private final HttpClient client = HttpClient.newHttpClient();
  private final String address;
  private String cookie = "";
  private String token = "";

  Visit(int port) {
    this.address = "http://127.0.0.1:" + port;
  }

  void unlock(String member, String passphrase) throws IOException {
    get("/unlock");
    String fields = "member=" + member + "&passphrase=" + URLEncoder.encode(passphrase, StandardCharsets.UTF_8);
    HttpResponse<String> answer = send(posted("/unlock", fields), "/unlock", ELSEWHERE);
    cookie = answer.headers().firstValue("Set-Cookie").map(set -> set.substring(0, set.indexOf(';')))
        .orElseThrow(() -> new IOException("the console did not unlock"));
    get("/");
  }

  /// Asks for the words of a report, as the page's script does, and returns what came.
  String read(ReportId id) throws IOException {
    return send(posted("/read", "report=" + id.value()).header("HX-Request", "true"), "/read", SHOWN).body();
  }

  String get(String path) throws IOException {
    String body = send(HttpRequest.newBuilder(URI.create(address + path)).GET(), path, SHOWN).body();
    Matcher found = TOKEN.matcher(body);
    if (found.find()) {
      token = found.group(1);
    }
    return body;
  }

  private HttpRequest.Builder posted(String path, String fields) {
    return HttpRequest.newBuilder(URI.create(address + path))
        .header("Content-Type", "application/x-www-form-urlencoded").header("Origin", address)
        .POST(HttpRequest.BodyPublishers.ofString("token=" + token + "&" + fields));
  }

  private HttpResponse<String> send(HttpRequest.Builder request, String path, int wanted) throws IOException {
    if (!cookie.isEmpty()) {
      request.header("Cookie", cookie);
    }
    HttpResponse<String> answer;
    try {
      answer = client.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
    if (answer.statusCode() != wanted) {
      throw new IOException("the console answered " + answer.statusCode() + " where " + wanted + " was due: " + path.split("\\?", 2)[0]);
    }
    return answer;
  }

  @Override
  public void close() {
    client.close();
  }
}
