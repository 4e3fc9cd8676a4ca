package watchword.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchword.archive.KindsFile;
import watchword.core.report.Channel;
import watchword.core.report.ReportId;
import watchword.desk.Desk;
import watchword.desk.Office;
import watchword.desk.ReportFormat;
import watchword.drill.Senders;
import watchword.drill.Sending;
import watchword.drill.World;
import watchword.drill.WorldSize;
import watchword.drill.crash.QuickDesk;
import watchword.seal.Bundle;
import watchword.seal.FormatException;
import watchword.seal.Mailbox;
import watchword.seal.Proof;
import watchword.seal.SealedReport;
import watchword.seal.SealedSize;

/// Hub and desk run in processes of their own; each is killed once in the middle of its work and started again.
class A02_KilledOnTheWayTest {

  private static final int REPORTS = 48;
  private static final int SENDERS = 4;
  /// A machine that others use too may give a process little.
  private static final long START_SECONDS = 240;
  private static final int TAKEN = 204;

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @TempDir Path folder;

  private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final SecureRandom chance = new SecureRandom();
  private final Random moment = new Random(11);
  private final Set<ReportId> acknowledged = ConcurrentHashMap.newKeySet();

  @Test
  void what_was_acknowledged_is_opened_once_whichever_machine_is_killed() throws Exception {
    Office office = QuickDesk.found(folder.resolve("desk"));
    office.close();
    String gateKey = office.file().gate().raw().toString();
    String bundles = office.folder().bundles().toString();
    String hubFolder = folder.resolve("hub").toString();
    try (ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        Child first = Child.start(HubAlone.class, hubFolder, bundles, gateKey, "0")) {
      String port = String.valueOf(first.told(1, START_SECONDS));
      String hub = "http://127.0.0.1:" + port;
      List<Future<Boolean>> sending = send(office, URI.create(hub), senders);
      waitForAcknowledged(5 + moment.nextInt(20));
      first.kill();
      int beforeTheKill = acknowledged.size();
      assertThat(beforeTheKill).as("killed amid posts").isLessThan(REPORTS);
      try (Child second = Child.start(HubAlone.class, hubFolder, bundles, gateKey, port)) {
        second.told(1, START_SECONDS);
        try (Child desk = Child.start(QuickDesk.class, office.folder().path().toString(), hub)) {
          desk.told(1 + moment.nextInt(beforeTheKill), START_SECONDS);
          Thread.sleep(moment.nextInt(10));
          desk.kill();
        }
        try (Child desk = Child.start(QuickDesk.class, office.folder().path().toString(), hub)) {
          for (Future<Boolean> one : sending) {
            assertThat(one.get()).as("sent at last").isTrue();
          }
          desk.told(REPORTS, START_SECONDS);
        }
      }
    }
    assertThat(acknowledged).hasSize(REPORTS);
    assertThat(opened()).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(acknowledged);
  }

  private List<Future<Boolean>> send(Office office, URI hub, ExecutorService threads) throws IOException {
    World world = World.seeded(3, WorldSize.USUAL, Instant.now().truncatedTo(ChronoUnit.MINUTES));
    Bundle bundle = new Senders(hub, office.file().root(), world.kinds(), chance, InstantSource.system()).bundle();
    ReportFormat format = new ReportFormat(KindsFile.builtIn());
    ConcurrentLinkedQueue<Future<Boolean>> sending = new ConcurrentLinkedQueue<>();
    world.sendings().stream().map(Sending::report).filter(report -> report.channel() == Channel.SEALED).limit(REPORTS).forEach(report -> {
      byte[] content = format.write(report, mailbox());
      sending.add(threads.submit(() -> post(hub, content, bundle)));
    });
    return List.copyOf(sending);
  }

  /// Sends as the page does: the same sealed bytes until the hub says it has them.
  private boolean post(URI hub, byte[] content, Bundle bundle) throws InterruptedException {
    byte[] sealed = SealedReport.seal(content, bundle, 0, SealedSize.SMALL);
    URI address = hub.resolve("/report/" + Proof.spell(Proof.make(sealed, Instant.now(), bundle.workBits())));
    Instant end = Instant.now().plusSeconds(START_SECONDS);
    while (Instant.now().isBefore(end)) {
      if (taken(HttpRequest.newBuilder(address).timeout(PATIENCE).POST(HttpRequest.BodyPublishers.ofByteArray(sealed)).build())) {
        acknowledged.add(ReportFormat.id(content));
        return true;
      }
      Thread.sleep(100);
    }
    return false;
  }

  private boolean taken(HttpRequest request) throws InterruptedException {
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == TAKEN;
    } catch (IOException _) {
      return false; // killed; whether it kept the report, only the next answer tells
    }
  }

  @AfterEach
  void hangUp() {
    client.close();
  }

  private ReportFormat.Mailbox mailbox() {
    try (Mailbox mailbox = Mailbox.of(Mailbox.newSecret(chance))) {
      String key = Base64.getUrlEncoder().withoutPadding().encodeToString(mailbox.key().publicKey().raw());
      return new ReportFormat.Mailbox(key, mailbox.tag().toString());
    } catch (FormatException e) {
      throw new IllegalStateException("a new secret is not one", e);
    }
  }

  private void waitForAcknowledged(int least) throws InterruptedException {
    Instant end = Instant.now().plusSeconds(START_SECONDS);
    while (acknowledged.size() < least && Instant.now().isBefore(end)) {
      Thread.sleep(1);
    }
    assertThat(acknowledged.size()).isGreaterThanOrEqualTo(least);
  }

  /// What the desk's journal holds, read by a process that saw none of it come.
  private List<ReportId> opened() throws Exception {
    try (Office office = QuickDesk.unlocked(folder.resolve("desk"))) {
      Desk desk = QuickDesk.desk(office);
      List<ReportId> reports = desk.queue(Instant.now()).stream().flatMap(one -> one.incident().reports().stream()).toList();
      assertThat(desk.reports()).isEqualTo(reports.size());
      return reports;
    }
  }
}
