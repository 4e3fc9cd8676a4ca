package watchword.board;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A copy as a hub or mirror serves it to anybody. What its manifest does not list cannot be seen from outside.
///
/// A server that stops, dribbles or never ends holds nobody up: an answer is read no further than asked, and each span of
/// patience must bring a part of it.
final class ServedCopy implements BoardCopy, AutoCloseable {

  /// An onion service may take half a minute to answer at all.
  static final Duration PATIENCE = Duration.ofMinutes(1);

  /// Within a span of patience, or the end: the slowest circuits carry this in a few seconds.
  private static final long LEAST_BYTES = 64 * 1024;

  private static final int OK = 200;
  private static final int NOT_FOUND = 404;

  private final URI base;
  private final Duration patience;
  private final HttpClient client;

  ServedCopy(URI address, Duration patience) {
    String text = address.toString();
    this.base = URI.create(text.endsWith("/") ? text : text + "/");
    this.patience = patience;
    this.client =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.NEVER).connectTimeout(patience).build();
  }

  @Override
  public Optional<byte[]> find(String path, long most) throws IOException {
    return ask(path, "identity", most).map(HttpResponse::body);
  }

  /// As a browser asks; a server without packed forms gives the plain one again.
  @Override
  public Optional<Unpacked> twin(String path, long most) throws IOException {
    return ask(path, "gzip", Twin.longest(most)).map(answer -> new Unpacked(switch (answer.headers().firstValue("Content-Encoding").orElse("")) {
      case "" -> Optional.of(answer.body());
      case "gzip" -> Twin.unpacked(answer.body(), most);
      default -> Optional.empty();
    }));
  }

  private Optional<HttpResponse<byte[]>> ask(String path, String encoding, long most) throws IOException {
    Bounded body = new Bounded(most);
    HttpRequest request = HttpRequest.newBuilder(base.resolve(path)).header("Accept-Encoding", encoding).timeout(patience).build();
    HttpResponse<byte[]> answer = await(client.sendAsync(request, _ -> body), body);
    return switch (answer.statusCode()) {
      case OK -> Optional.of(answer);
      case NOT_FOUND -> Optional.empty();
      default -> throw new IOException("the server answered " + answer.statusCode());
    };
  }

  private HttpResponse<byte[]> await(CompletableFuture<HttpResponse<byte[]>> pending, Bounded body) throws IOException {
    try {
      long before = -LEAST_BYTES; // the first span is for the head
      while (true) {
        try {
          return pending.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
          if (body.received() - before < LEAST_BYTES) {
            pending.cancel(true);
            throw new HttpTimeoutException("the server stopped in the middle of an answer");
          }
          before = body.received();
        }
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException failure ? failure : new IOException("the server could not be asked", e);
    } catch (InterruptedException e) {
      pending.cancel(true);
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
