package watchword.gate;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import watchword.seal.Bytes;
import watchword.seal.EpochKeys;
import watchword.seal.FormatException;
import watchword.seal.GenerationHeader;
import watchword.seal.Pull;
import watchword.seal.Receipt;
import watchword.seal.SealedSize;
import watchword.seal.SigningKey;

/// Pulls waiting generations, opens their outer layer, keeps the inner files, signs for the rest to be deleted.
///
/// The receipt comes last, after everything is on the inbox's disk: whenever the gate is killed, the hub still has what
/// the inbox has not, and what both have is refused as a replay.
public final class Gate {
  /// More than a hub lets wait (512): a hostile one cannot keep the gate for ever.
  private static final int MOST_GENERATIONS = 1_024;

  /// After so long no further generation is asked for, so that a visit lasts no longer than this and the quarter of an hour that [HttpDoor] gives one generation.
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final Door hub;
  private final GateKeys keys;
  private final Optional<EpochKeys> kept;
  private final SigningKey receiptKey;
  private final Inbox inbox;
  private final InstantSource clock;

  /// A gate in the process of whoever keeps the keys, for throw-away keys alone; a desk's gate is a process of its own ([GateChild]).
  public Gate(Door hub, EpochKeys keys, SigningKey receiptKey, Inbox inbox, InstantSource clock) {
    this(hub, new GateKeys(), Optional.of(keys), receiptKey, inbox, clock);
  }

  /// A gate that knows the keys it is told.
  Gate(Door hub, GateKeys keys, SigningKey receiptKey, Inbox inbox, InstantSource clock) {
    this(hub, keys, Optional.empty(), receiptKey, inbox, clock);
  }

  private Gate(Door hub, GateKeys keys, Optional<EpochKeys> kept, SigningKey receiptKey, Inbox inbox, InstantSource clock) {
    this.hub = hub;
    this.keys = keys;
    this.kept = kept;
    this.receiptKey = receiptKey;
    this.inbox = inbox;
    this.clock = clock;
  }

  /// A generation that is in the inbox.
  private record Kept(Receipt receipt, Collected collected) {}

  /// Collects until no generation waits.
  ///
  /// Fails when the hub cannot be reached, sends something else than a generation, or will not delete one; what was
  /// collected until then is kept, and the next visit goes on from there.
  public Collected collect() throws IOException {
    if (kept.isPresent()) {
      takeOver(kept.get());
    }
    inbox.keepOnly(keys.terms());
    Instant begun = clock.instant();
    Collected all = Collected.NOTHING;
    Optional<Bytes> last = Optional.empty();
    for (int i = 0; i < MOST_GENERATIONS && clock.instant().isBefore(begun.plus(LONGEST)); i++) {
      Optional<InputStream> waiting = hub.pull(Pull.token(receiptKey, clock.instant()));
      if (waiting.isEmpty()) {
        return all;
      }
      Kept next;
      try (InputStream generation = waiting.get()) {
        next = keep(generation);
      }
      if (last.equals(Optional.of(next.receipt().generation()))) {
        throw HubException.rubbish("the hub does not delete what the gate signed for; check that it knows this gate's key");
      }
      all = all.plus(next.collected());
      last = Optional.of(next.receipt().generation());
      // A refusal may only mean that an earlier answer was lost; the next pull shows which.
      boolean _ = hub.sign(next.receipt().write(receiptKey));
    }
    return all;
  }

  /// Takes a generation into the inbox; once this returns, the inbox has it on disk.
  private Kept keep(InputStream generation) throws IOException {
    MessageDigest hash = Hashes.newSha256();
    InputStream in = new DigestInputStream(generation, hash);
    GenerationHeader header = header(in);
    int slots = 0;
    int opened = 0;
    int replayed = 0;
    try (Inbox.Batch batch = inbox.begin()) {
      for (SealedSize size : SealedSize.values()) {
        for (int i = 0; i < header.layout().count(size); i++) {
          Optional<GateKeys.Opened> report = keys.open(slot(in, size));
          slots++;
          if (report.isPresent() && batch.add(report.get().term(), report.get().outer())) {
            opened++;
          } else if (report.isPresent()) {
            replayed++;
          }
        }
      }
      if (in.read() >= 0) {
        throw HubException.rubbish("the hub sent more than a generation");
      }
      batch.commit();
    }
    Receipt receipt = new Receipt(header.id(), Bytes.of(hash.digest()));
    return new Kept(receipt, new Collected(1, slots, opened, replayed));
  }

  private static GenerationHeader header(InputStream in) throws IOException {
    try {
      return GenerationHeader.parse(in.readNBytes(GenerationHeader.BYTES));
    } catch (FormatException e) {
      throw HubException.rubbish("the hub sent no generation: " + e.getMessage(), e);
    }
  }

  private static byte[] slot(InputStream in, SealedSize size) throws IOException {
    byte[] slot = in.readNBytes(size.bytes());
    if (slot.length != size.bytes()) {
      throw HubException.rubbish("the hub sent only part of a generation");
    }
    return slot;
  }

  private void takeOver(EpochKeys kept) {
    List<GateKeys.Seed> living = GateKeys.living(kept);
    try {
      keys.replace(living);
    } catch (FormatException e) {
      throw new IllegalStateException("a gate key is damaged", e);
    } finally {
      living.forEach(GateKeys.Seed::close);
    }
  }
}
