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
///
/// The hub may be in hostile hands: it can refuse to serve, but not hold the gate for ever, nor fill its memory or disk.
public final class HttpDoor implements Door, AutoCloseable {
  /// An onion service may take half a minute to answer at all. The largest generation, 40 MiB, begins every quarter of an hour: a hub slower than that is never
  /// caught up with. The bytes are six of those, for a hub whose slots somebody has raised.
  private static final Limits LIMITS = new Limits(Duration.ofMinutes(1), Duration.ofMinutes(15), 256L << 20);

  private static final int OK = 200;
  private static final int NO_CONTENT = 204;
  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;

  private final URI hub;
  private final Limits limits;
  private final HttpClient client;

  /// How long a hub may take, and how much it may send.
  ///
  /// @param answer until it begins to answer
  /// @param whole from then until the last byte of a generation
  /// @param bytes of one generation
  record Limits(Duration answer, Duration whole, long bytes) {}

  public HttpDoor(URI hub) {
    this(hub, LIMITS);
  }

  HttpDoor(URI hub, Limits limits) {
    this.hub = hub;
    this.limits = limits;
    this.client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(limits.answer()).build();
  }

  @Override
  public Optional<InputStream> pull(String token) throws IOException {
    HttpResponse<InputStream> answer = send(request("/generation/" + token).GET());
    if (answer.statusCode() == OK) {
      return Optional.of(new BoundedStream(answer.body(), limits.whole(), limits.bytes()));
    }
    answer.body().close();
    if (answer.statusCode() == NOT_FOUND) {
      return Optional.empty();
    }
    throw unexpected(answer.statusCode());
  }

  @Override
  public boolean sign(byte[] receipt) throws IOException {
    HttpResponse<InputStream> answer = send(request("/receipt").POST(HttpRequest.BodyPublishers.ofByteArray(receipt)));
    // The answer is its status; nobody waits for the end of what follows.
    answer.body().close();
    return switch (answer.statusCode()) {
      case NO_CONTENT -> true;
      case BAD_REQUEST -> false;
      default -> throw unexpected(answer.statusCode());
    };
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(hub.resolve(path)).timeout(limits.answer());
  }

  private HttpResponse<InputStream> send(HttpRequest.Builder request) throws IOException {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the gate was told to stop");
    } catch (IOException e) {
      throw HubException.away("the hub cannot be reached", e);
    }
  }

  private static HubException unexpected(int status) {
    return HubException.rubbish("the hub answered " + status + ", which no hub does; check its address");
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
