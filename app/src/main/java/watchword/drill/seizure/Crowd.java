package watchword.drill.seizure;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
  /// A form is answered with a page.
  private static final int TAKEN_WITH_A_PAGE = 200;
  private static final int FULL = 503;
  /// A full hub has room again with the next minute.
  private static final int MOST_TRIES = 80;
  private static final Set<Manner> AGAIN = EnumSet.of(Manner.WHOLE, Manner.FORM);
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
  /// @param forms how many of the acknowledged were handed in by a form
  /// @param refused sealed reports that were neither taken nor told to come again
  record Came(int sealed, int acknowledged, int forms, int refused, int wronglyTaken) {}

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
      case WHOLE, FORM -> new Sealed(SealedReport.seal(format.write(report(visitor), senders.mailbox()), bundle, 0, SealedSize.SMALL));
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
    Tally tally = new Tally();
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<Void>> pending = IntStream.range(0, calls.size()).mapToObj(i -> threads.<Void>submit(() -> {
        tally.count(calls.get(i).visitor().manner(), status(calls.get(i), door.apply(i)));
        progress.accept(1);
        return null;
      })).toList();
      for (Future<Void> one : pending) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw new IOException("a visitor of the drill got no answer; is the machine overloaded?", e.getCause());
    }
    return tally.came();
  }

  /// As the page does: the same bytes again while the hub is full, with work; a form has no place for work.
  ///
  /// A photo goes only once, since its slots are few and come every quarter of an hour.
  private int status(Call call, Phone phone) throws IOException, InterruptedException {
    int status = phone.visit(call.visitor(), call.sealed().bytes, Proof.NONE);
    for (int tries = 1; status == FULL && AGAIN.contains(call.visitor().manner()) && tries < MOST_TRIES; tries++) {
      Thread.sleep(PAUSE);
      status = phone.visit(call.visitor(), call.sealed().bytes, Proof.make(call.sealed().bytes, Instant.now(), workBits));
    }
    return status;
  }

  /// Counts answers from several threads.
  private static final class Tally {
    private final AtomicInteger sealed = new AtomicInteger();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicInteger forms = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger wronglyTaken = new AtomicInteger();

    void count(Manner manner, int status) {
      boolean taken = status == TAKEN || status == TAKEN_WITH_A_PAGE;
      if (!manner.isSealed()) {
        wronglyTaken.addAndGet(taken ? 1 : 0);
        return;
      }
      sealed.incrementAndGet();
      acknowledged.addAndGet(taken ? 1 : 0);
      forms.addAndGet(taken && manner == Manner.FORM ? 1 : 0);
      refused.addAndGet(taken || status == FULL ? 0 : 1);
    }

    Came came() {
      return new Came(sealed.get(), acknowledged.get(), forms.get(), refused.get(), wronglyTaken.get());
    }
  }
}
