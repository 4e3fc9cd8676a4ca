package watchword.board;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicReference;

/// Takes an answer's body up to a byte more than was asked for, and breaks off there; tells meanwhile how much came.
final class Bounded implements HttpResponse.BodySubscriber<byte[]> {

  private static final int PART = 16 * 1024;

  private final int most;
  private final ByteArrayOutputStream received = new ByteArrayOutputStream();
  private final CompletableFuture<byte[]> body = new CompletableFuture<>();
  private final AtomicReference<Flow.Subscription> subscription = new AtomicReference<>();

  Bounded(long most) {
    this.most = Math.toIntExact(most + 1);
  }

  long received() {
    return received.size();
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Flow.Subscription from) {
    subscription.set(from);
    from.request(1);
  }

  @Override
  public void onNext(List<ByteBuffer> parts) {
    byte[] part = new byte[PART];
    for (ByteBuffer buffer : parts) {
      while (buffer.hasRemaining() && received.size() < most) {
        int count = Math.min(Math.min(part.length, buffer.remaining()), most - received.size());
        buffer.get(part, 0, count);
        received.write(part, 0, count);
      }
    }
    Flow.Subscription from = subscription.get();
    if (received.size() < most) {
      from.request(1);
    } else {
      from.cancel();
      body.complete(received.toByteArray());
    }
  }

  @Override
  public void onError(Throwable failure) {
    body.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    body.complete(received.toByteArray());
  }
}
