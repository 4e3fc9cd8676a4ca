package watchword.board;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// A copy as a hub or mirror serves it to anybody. What its manifest does not list cannot be seen from outside.
final class ServedCopy implements BoardCopy, AutoCloseable {

  /// An onion service may take half a minute to answer at all.
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;

  private final URI base;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.NEVER).connectTimeout(PATIENCE).build();

  ServedCopy(URI address) {
    String text = address.toString();
    this.base = URI.create(text.endsWith("/") ? text : text + "/");
  }

  @Override
  public Optional<byte[]> find(String path, long most) throws IOException {
    HttpRequest request = HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE).build();
    try {
      HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        return switch (answer.statusCode()) {
          case OK -> Optional.of(body.readNBytes(Math.toIntExact(most + 1)));
          case NOT_FOUND -> Optional.empty();
          default -> throw new IOException("the server answered " + answer.statusCode());
        };
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("told to stop");
    }
  }

  @Override
  public SortedSet<String> present() {
    return new TreeSet<>();
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
