package watchword.drill.seizure;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import watchword.archive.KindsFile;
import watchword.core.kind.Kind;
import watchword.core.place.Place;
import watchword.core.report.Channel;
import watchword.core.report.Report;
import watchword.core.report.ReportId;
import watchword.core.report.SourceKey;
import watchword.core.report.Stance;
import watchword.core.time.Span;
import watchword.desk.ReportFormat;
import watchword.drill.Senders;
import watchword.drill.seizure.Visitor.Manner;
import watchword.drill.trace.Mark;
import watchword.seal.Bundle;
import watchword.seal.Proof;
import watchword.seal.SealedReport;
import watchword.seal.SealedSize;

/// All visitors of a drill with what each sends, sealed once: the control gets the same bytes.
final class Crowd {
  private static final int AT_ONCE = 8;
  private static final int PHOTO_BYTES = 200_000;
  private static final int TAKEN = 204;
  private static final int FULL = 503;
  /// A full hub has room again with the next minute.
  private static final int MOST_TRIES = 80;
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final List<Call> calls;
  private final int workBits;

  /// A visitor and their sealed report; empty for who sends nothing sealed.
  private record Call(Visitor visitor, Sealed sealed) {}

  /// Bytes that are never changed.
  private static final class Sealed {
    private static final Sealed NONE = new Sealed(new byte[0]);
    private final byte[] bytes;

    Sealed(byte[] bytes) {
      this.bytes = bytes;
    }
  }

  /// What came of all visits.
  ///
  /// @param acknowledged sealed reports that the hub took
  /// @param sealed how many were sent whole
  record Came(int sealed, int acknowledged, int wronglyTaken) {}

  private Crowd(List<Call> calls, int workBits) {
    this.calls = calls;
    this.workBits = workBits;
  }

  static Crowd gather(int reports, Senders senders, SecureRandom random, LongConsumer progress) throws IOException {
    Bundle bundle = senders.bundle();
    ReportFormat format = new ReportFormat(KindsFile.builtIn());
    List<Call> calls = new ArrayList<>();
    for (int number = 0; number < reports; number++) {
      Visitor visitor = Visitor.of(number, random);
      calls.add(new Call(visitor, sealed(visitor, format, senders, bundle)));
      progress.accept(1);
    }
    return new Crowd(List.copyOf(calls), bundle.workBits());
  }

  private static Sealed sealed(Visitor visitor, ReportFormat format, Senders senders, Bundle bundle) {
    return switch (visitor.manner()) {
      case WHOLE -> new Sealed(SealedReport.seal(format.write(report(visitor), senders.mailbox()), bundle, 0, SealedSize.SMALL));
      case PHOTO -> new Sealed(SealedReport.seal(visitor.photo().file(PHOTO_BYTES), bundle, 0, SealedSize.MEDIUM));
      default -> Sealed.NONE;
    };
  }

  private static Report report(Visitor visitor) {
    Kind kind = KindsFile.builtIn().list().getFirst();
    Instant hour = Instant.now().truncatedTo(ChronoUnit.HOURS);
    return new Report(
        new ReportId(Integer.toString(visitor.number())), Channel.SEALED, new SourceKey("drill"), kind, Stance.SIGHTING,
        Optional.of(new Place(52, -33, 500, visitor.place())), new Span(hour, hour), visitor.text(), List.of(), List.of());
  }

  List<Mark> marks() {
    return calls.stream().flatMap(call -> call.visitor().marks().stream()).toList();
  }

  /// Has everyone call, several at once.
  ///
  /// @param door by number, so that some come by one way and some by another
  Came call(IntFunction<Phone> door, LongConsumer progress) throws IOException, InterruptedException {
    AtomicInteger acknowledged = new AtomicInteger();
    AtomicInteger wronglyTaken = new AtomicInteger();
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<Void>> pending = IntStream.range(0, calls.size()).mapToObj(i -> threads.<Void>submit(() -> {
        if (taken(calls.get(i), door.apply(i))) {
          (calls.get(i).visitor().manner().isSealed() ? acknowledged : wronglyTaken).incrementAndGet();
        }
        progress.accept(1);
        return null;
      })).toList();
      for (Future<Void> one : pending) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw new IOException("a visitor of the drill got no answer; is the machine overloaded?", e.getCause());
    }
    return new Came((int) calls.stream().filter(call -> call.visitor().manner().isSealed()).count(), acknowledged.get(), wronglyTaken.get());
  }

  /// As the page does: the same bytes again while the hub is full, with work.
  ///
  /// A photo goes only once, since its slots are few and come every quarter of an hour.
  private boolean taken(Call call, Phone phone) throws IOException, InterruptedException {
    int status = phone.visit(call.visitor(), call.sealed().bytes, Proof.NONE);
    for (int tries = 1; status == FULL && call.visitor().manner() == Manner.WHOLE && tries < MOST_TRIES; tries++) {
      Thread.sleep(PAUSE);
      status = phone.visit(call.visitor(), call.sealed().bytes, Proof.make(call.sealed().bytes, Instant.now(), workBits));
    }
    return status == TAKEN;
  }
}
