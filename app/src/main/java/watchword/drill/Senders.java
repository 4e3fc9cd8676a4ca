package watchword.drill;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import watchword.core.kind.Kinds;
import watchword.core.report.Report;
import watchword.core.report.ReportId;
import watchword.desk.Photo;
import watchword.desk.ReportFormat;
import watchword.seal.Bundle;
import watchword.seal.Drop;
import watchword.seal.Epoch;
import watchword.seal.FormatException;
import watchword.seal.Mailbox;
import watchword.seal.Proof;
import watchword.seal.RootPublic;
import watchword.seal.SealedReport;
import watchword.seal.SealedSize;
import watchword.seal.SignedBundle;

/// People with phones: they check the day's bundle, seal, and send over real HTTP, several at once.
///
/// A sender does as the page does: the same bytes again while the hub is full or an answer is lost, with work from the
/// second time on.
public final class Senders {
  /// One generation is a minute; a sender of a drill waits through a short outage, not through a day.
  private static final int MOST_TRIES = 40;

  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int OK = 200;
  private static final int TAKEN = 204;
  private static final int FULL = 503;

  private final URI hub;
  private final RootPublic root;
  private final ReportFormat format;
  private final SecureRandom random;
  private final InstantSource clock;
  private final Keepers keepers = new Keepers();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();

  public Senders(URI hub, RootPublic root, Kinds kinds, SecureRandom random, InstantSource clock) {
    this.hub = hub;
    this.root = root;
    this.format = new ReportFormat(kinds);
    this.random = random;
    this.clock = clock;
  }

  /// Sends all reports on the threads of the executor; returns what became of each, in the order given.
  public List<Sent> send(Collection<Report> reports, Executor executor) throws IOException {
    return send(reports, Map.of(), executor);
  }

  /// Sends all reports, each with its picture if it has one.
  List<Sent> send(Collection<Report> reports, Map<ReportId, byte[]> pictures, Executor executor) throws IOException {
    Bundle bundle = bundle();
    List<CompletableFuture<Sent>> pending = reports.stream()
        .map(report -> CompletableFuture.supplyAsync(() -> send(report, Optional.ofNullable(pictures.get(report.id())), bundle), executor))
        .toList();
    try {
      return pending.stream().map(CompletableFuture::join).toList();
    } catch (CompletionException e) {
      throw new IOException("a sender failed", e.getCause());
    }
  }

  /// Sends one report, sealed to today's bundle.
  public Sent send(Report report) throws IOException {
    return send(report, Optional.empty(), bundle());
  }

  /// Fetches today's bundle and believes it only when the root signed it for today.
  public Bundle bundle() throws IOException {
    URI address = hub.resolve("/bundle/" + Epoch.of(clock.instant()).date() + ".bin");
    HttpResponse<byte[]> answer =
        ask(HttpRequest.newBuilder(address).timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() != OK) {
      throw new IOException("the hub has no bundle for today");
    }
    try {
      return switch (SignedBundle.parse(answer.body()).check(root, clock.instant())) {
        case SignedBundle.Valid(Bundle bundle) when bundle.term().isCourier() -> throw new IOException("the bundle is an offline sealer's");
        case SignedBundle.Valid valid -> valid.bundle();
        case SignedBundle.Forged _ -> throw new IOException("the bundle is not signed by this desk's root");
        case SignedBundle.NotYet _ -> throw new IOException("the bundle is of a day to come");
        case SignedBundle.Expired _ -> throw new IOException("the bundle has run out");
      };
    } catch (FormatException e) {
      throw new IOException("the hub serves no bundle: " + e.getMessage(), e);
    }
  }

  /// Those who kept their words load the drop and answer what it asks them; returns how many answers the hub has.
  int answer() throws IOException {
    Bundle bundle = bundle();
    HttpResponse<byte[]> drop = ask(HttpRequest.newBuilder(hub.resolve("/bundle/" + Drop.FILE_NAME)).timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofByteArray());
    if (drop.statusCode() != OK) {
      throw new IOException("the hub has no drop");
    }
    int taken = 0;
    try {
      for (byte[] content : keepers.answers(Drop.read(drop.body(), bundle.boardKey().key()))) {
        taken += post(SealedReport.seal(content, bundle, random.nextInt(bundle.lanes()), SealedSize.SMALL), bundle.workBits()) ? 1 : 0;
      }
    } catch (FormatException e) {
      throw new IOException("the hub serves no drop: " + e.getMessage(), e);
    }
    return taken;
  }

  /// The words first and alone; the photo when the hub has them, to the same lane.
  private Sent send(Report report, Optional<byte[]> picture, Bundle bundle) {
    Optional<byte[]> photo = picture.map(this::photo);
    byte[] content = format.write(photo.map(one -> naming(report, one)).orElse(report), mailbox());
    ReportId id = ReportFormat.id(content);
    int lane = random.nextInt(bundle.lanes());
    if (!post(sealed(content, bundle, lane), bundle.workBits())) {
      return new Sent.Refused(report.id(), id);
    }
    boolean followed = photo.isPresent() && post(sealed(photo.get(), bundle, lane), bundle.workBits());
    return new Sent.Acknowledged(report.id(), id, lane, followed);
  }

  private static byte[] sealed(byte[] content, Bundle bundle, int lane) {
    return SealedReport.seal(content, bundle, lane, SealedSize.smallestFor(content.length).orElseThrow());
  }

  private byte[] photo(byte[] picture) {
    byte[] before = new byte[Photo.RANDOM];
    random.nextBytes(before);
    return Photo.content(before, picture);
  }

  private static Report naming(Report report, byte[] photo) {
    try {
      return new Report(
          report.id(), report.channel(), report.source(), report.kind(), report.stance(), report.place(), report.when(), report.text(), report.figures(),
          List.of(Photo.read(photo).name()));
    } catch (FormatException e) {
      throw new IllegalStateException("a drill's picture is none", e);
    }
  }

  /// Returns a new sender's mailbox, whose secret nobody keeps.
  public ReportFormat.Mailbox mailbox() {
    byte[] secret = Mailbox.newSecret(random);
    try (Mailbox mailbox = Mailbox.of(secret)) {
      keepers.offered(secret);
      return Keepers.spelled(mailbox);
    } catch (FormatException e) {
      throw new IllegalStateException("a new secret is not one", e);
    } finally {
      Arrays.fill(secret, (byte) 0);
    }
  }

  /// Sends the same bytes until the hub has them, or has refused them too often.
  private boolean post(byte[] sealed, int workBits) {
    long nonce = Proof.NONE;
    for (int tries = 0; tries < MOST_TRIES && !Thread.currentThread().isInterrupted(); tries++) {
      try {
        int status = ask(request(sealed, nonce), HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status == TAKEN) {
          return true;
        }
        if (status != FULL) {
          return false;
        }
      } catch (InterruptedIOException _) {
        return false;
      } catch (IOException _) {
        // The hub is away, or its answer is lost: the same bytes again do no harm, the gate takes them once.
      }
      nonce = Proof.make(sealed, clock.instant(), workBits);
      pause();
    }
    return false;
  }

  private HttpRequest request(byte[] sealed, long nonce) {
    return HttpRequest.newBuilder(hub.resolve("/report/" + Proof.spell(nonce)))
        .timeout(PATIENCE)
        .POST(HttpRequest.BodyPublishers.ofByteArray(sealed))
        .build();
  }

  private <T> HttpResponse<T> ask(HttpRequest request, HttpResponse.BodyHandler<T> body) throws IOException {
    try {
      return client.send(request, body);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the sender was told to stop");
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
