package watchword.gate;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import watchword.seal.Bytes;
import watchword.seal.EpochKeys;
import watchword.seal.FormatException;
import watchword.seal.GenerationHeader;
import watchword.seal.PrivateKey;
import watchword.seal.Pull;
import watchword.seal.Receipt;
import watchword.seal.SealedReport;
import watchword.seal.SealedSize;
import watchword.seal.SigningKey;
import watchword.seal.Term;

/// Pulls waiting generations, opens their outer layer, keeps the inner files, signs for the rest to be deleted.
///
/// The receipt comes last, after everything is on the inbox's disk: whenever the gate is killed, the hub still has what
/// the inbox has not, and what both have is refused as a replay.
public final class Gate {
  /// More than a hub lets wait (512): a hostile one cannot keep the gate for ever.
  private static final int MOST_GENERATIONS = 1_024;

  private final Door hub;
  private final EpochKeys keys;
  private final SigningKey receiptKey;
  private final Inbox inbox;
  private final InstantSource clock;

  public Gate(Door hub, EpochKeys keys, SigningKey receiptKey, Inbox inbox, InstantSource clock) {
    this.hub = hub;
    this.keys = keys;
    this.receiptKey = receiptKey;
    this.inbox = inbox;
    this.clock = clock;
  }

  /// A term's gate key.
  private record TermKey(Term term, PrivateKey key) {}

  /// A generation that is in the inbox.
  private record Kept(Receipt receipt, Collected collected) {}

  /// Collects until no generation waits.
  ///
  /// Fails when the hub cannot be reached, sends something else than a generation, or will not delete one; what was
  /// collected until then is kept, and the next visit goes on from there.
  public Collected collect() throws IOException {
    inbox.keepOnly(keys.gateTerms());
    List<TermKey> terms = termKeys();
    try {
      return collect(terms);
    } finally {
      terms.forEach(term -> term.key().close());
    }
  }

  private Collected collect(List<TermKey> terms) throws IOException {
    Collected all = Collected.NOTHING;
    Optional<Bytes> kept = Optional.empty();
    for (int i = 0; i < MOST_GENERATIONS; i++) {
      Optional<InputStream> waiting = hub.pull(Pull.token(receiptKey, clock.instant()));
      if (waiting.isEmpty()) {
        return all;
      }
      Kept next;
      try (InputStream generation = waiting.get()) {
        next = keep(generation, terms);
      }
      if (kept.equals(Optional.of(next.receipt().generation()))) {
        throw new IOException("the hub does not delete what the gate signed for; check that it knows this gate's key");
      }
      all = all.plus(next.collected());
      kept = Optional.of(next.receipt().generation());
      // A refusal may only mean that an earlier answer was lost; the next pull shows which.
      boolean _ = hub.sign(next.receipt().write(receiptKey));
    }
    return all;
  }

  /// Takes a generation into the inbox; once this returns, the inbox has it on disk.
  private Kept keep(InputStream generation, List<TermKey> terms) throws IOException {
    MessageDigest hash = Hashes.newSha256();
    InputStream in = new DigestInputStream(generation, hash);
    GenerationHeader header = header(in);
    int slots = 0;
    int opened = 0;
    int replayed = 0;
    try (Inbox.Batch batch = inbox.begin()) {
      for (SealedSize size : SealedSize.values()) {
        for (int i = 0; i < header.layout().count(size); i++) {
          Optional<Opened> report = open(slot(in, size), terms);
          slots++;
          if (report.isPresent() && batch.add(report.get().term(), report.get().outer())) {
            opened++;
          } else if (report.isPresent()) {
            replayed++;
          }
        }
      }
      if (in.read() >= 0) {
        throw new IOException("the hub sent more than a generation");
      }
      batch.commit();
    }
    Receipt receipt = new Receipt(header.id(), Bytes.of(hash.digest()));
    return new Kept(receipt, new Collected(1, slots, opened, replayed));
  }

  /// An envelope that was for this gate.
  private record Opened(Term term, SealedReport.Outer outer) {}

  /// Opens a slot, or returns empty for a dummy, for what a killed hub left, and for what strangers put there.
  private static Optional<Opened> open(byte[] slot, List<TermKey> terms) {
    for (TermKey term : terms) {
      try {
        Optional<SealedReport.Outer> outer = SealedReport.openOuter(slot, term.key());
        if (outer.isPresent()) {
          return Optional.of(new Opened(term.term(), outer.get()));
        }
      } catch (FormatException _) {
        // Not a report by this key; a key of another term may still say otherwise.
      }
    }
    return Optional.empty();
  }

  private static GenerationHeader header(InputStream in) throws IOException {
    try {
      return GenerationHeader.parse(in.readNBytes(GenerationHeader.BYTES));
    } catch (FormatException e) {
      throw new IOException("the hub sent no generation: " + e.getMessage(), e);
    }
  }

  private static byte[] slot(InputStream in, SealedSize size) throws IOException {
    byte[] slot = in.readNBytes(size.bytes());
    if (slot.length != size.bytes()) {
      throw new IOException("the hub sent only part of a generation");
    }
    return slot;
  }

  /// The newest first: most reports are of today. A file says nowhere which term it is of.
  private List<TermKey> termKeys() {
    List<TermKey> terms = new ArrayList<>();
    for (Term term : keys.gateTerms().reversed()) {
      keys.gateKey(term).ifPresent(key -> terms.add(new TermKey(term, key)));
    }
    return List.copyOf(terms);
  }
}
