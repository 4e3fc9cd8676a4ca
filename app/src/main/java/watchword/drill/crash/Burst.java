package watchword.drill.crash;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import watchword.core.report.Report;
import watchword.desk.ReportFormat;
import watchword.drill.Senders;
import watchword.seal.Bundle;
import watchword.seal.Proof;
import watchword.seal.SealedReport;
import watchword.seal.SealedSize;
import watchword.seal.Terms;

/// So many senders at once, each of whom sends the same sealed bytes until the hub has them.
final class Burst implements AutoCloseable {
  private static final int TAKEN = 204;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final long PAUSE_MILLIS = 100;
  /// Longer than any restart takes, on a machine that others use too.
  private static final Duration MOST = Duration.ofMinutes(2);

  private final URI hub;
  private final Bundle bundle;
  private final Senders senders;
  private final ReportFormat format;
  private final Iterator<Report> reports;
  private final Ledger ledger;
  private final ExecutorService threads;
  private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private final Deque<Future<Boolean>> pending = new ArrayDeque<>();

  /// @param reports without end
  Burst(int count, URI hub, Senders senders, ReportFormat format, Iterator<Report> reports, Ledger ledger) throws IOException {
    this.hub = hub;
    this.senders = senders;
    this.bundle = senders.bundle();
    this.format = format;
    this.reports = reports;
    this.ledger = ledger;
    this.threads = Executors.newFixedThreadPool(count);
  }

  /// Seals so many reports, then has them all sent as fast as the senders can.
  void send(int count) {
    List<byte[]> contents = new ArrayList<>();
    List<byte[]> sealed = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte[] content = format.write(reports.next(), senders.mailbox());
      contents.add(content);
      sealed.add(SealedReport.seal(content, bundle, 0, SealedSize.SMALL));
    }
    for (int i = 0; i < count; i++) {
      byte[] content = contents.get(i);
      byte[] bytes = sealed.get(i);
      pending.add(threads.submit(() -> post(content, bytes)));
    }
  }

  /// Returns when all that was begun is acknowledged.
  void await() throws IOException, InterruptedException {
    while (!pending.isEmpty()) {
      try {
        if (!pending.removeFirst().get(MOST.toMillis(), TimeUnit.MILLISECONDS)) {
          throw new IOException("the hub took no report for two minutes after a kill");
        }
      } catch (ExecutionException e) {
        throw new IllegalStateException("a sender of the drill failed", e.getCause());
      } catch (TimeoutException e) {
        throw new IOException("the hub took no report for two minutes after a kill", e);
      }
    }
  }

  private boolean post(byte[] content, byte[] sealed) throws InterruptedException {
    Instant end = Instant.now().plus(MOST);
    long nonce = Proof.NONE;
    while (Instant.now().isBefore(end)) {
      if (taken(sealed, nonce)) {
        ledger.acknowledged(ReportFormat.id(content), sealed);
        return true;
      }
      Thread.sleep(PAUSE_MILLIS);
      nonce = Proof.make(sealed, Instant.now(), Terms.WORK_BITS);
    }
    return false;
  }

  private boolean taken(byte[] sealed, long nonce) throws InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(hub.resolve("/report/" + Proof.spell(nonce))).timeout(PATIENCE)
        .POST(HttpRequest.BodyPublishers.ofByteArray(sealed)).build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == TAKEN;
    } catch (IOException _) {
      return false; // killed; whether it kept the report, only the next answer tells
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    client.shutdownNow();
  }
}
