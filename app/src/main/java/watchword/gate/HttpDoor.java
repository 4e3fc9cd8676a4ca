package watchword.gate;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/// A hub at an address: `http://127.0.0.1:8080`, or the near end of its onion service.
public final class HttpDoor implements Door, AutoCloseable {
  /// An onion service may take half a minute to answer at all.
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private static final int OK = 200;
  private static final int NO_CONTENT = 204;
  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;

  private final URI hub;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();

  public HttpDoor(URI hub) {
    this.hub = hub;
  }

  @Override
  public Optional<InputStream> pull(String token) throws IOException {
    HttpResponse<InputStream> answer =
        send(request("/generation/" + token).GET(), HttpResponse.BodyHandlers.ofInputStream());
    if (answer.statusCode() == OK) {
      return Optional.of(answer.body());
    }
    answer.body().close();
    if (answer.statusCode() == NOT_FOUND) {
      return Optional.empty();
    }
    throw unexpected(answer.statusCode());
  }

  @Override
  public boolean sign(byte[] receipt) throws IOException {
    HttpResponse<Void> answer = send(
        request("/receipt").POST(HttpRequest.BodyPublishers.ofByteArray(receipt)), HttpResponse.BodyHandlers.discarding());
    return switch (answer.statusCode()) {
      case NO_CONTENT -> true;
      case BAD_REQUEST -> false;
      default -> throw unexpected(answer.statusCode());
    };
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(hub.resolve(path)).timeout(PATIENCE);
  }

  private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) throws IOException {
    try {
      return client.send(request.build(), body);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the gate was told to stop");
    }
  }

  private static IOException unexpected(int status) {
    return new IOException("the hub answered " + status + ", which no hub does; check its address");
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
