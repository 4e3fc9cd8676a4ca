package watchword.drill;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import watchword.desk.Continuation;
import watchword.desk.ReportFormat;
import watchword.seal.Bytes;
import watchword.seal.Drop;
import watchword.seal.FormatException;
import watchword.seal.Mailbox;
import watchword.seal.Reply;

/// Senders who kept their words: they look into each drop, and answer what the desk asks them, once.
final class Keepers {

  /// One sender in so many keeps the words; nobody knows how many do.
  private static final int ONE_IN = 4;

  private static final List<String> ANSWERS = List.of(
      "I saw it myself, from the window.", "Three of us saw it, we did not count.", "It was gone when I looked again.", "Somebody I trust told me.");

  private final List<byte[]> secrets = new ArrayList<>();
  private final Set<Bytes> answered = new HashSet<>();
  private int turn;

  /// Keeps every fourth secret.
  synchronized void offered(byte[] secret) {
    if (turn++ % ONE_IN == 0) {
      secrets.add(secret.clone());
    }
  }

  /// What those whom a drop asks something say to it, as contents to be sealed.
  synchronized List<byte[]> answers(Drop drop) {
    List<byte[]> answers = new ArrayList<>();
    for (byte[] secret : secrets) {
      try (Mailbox mailbox = Mailbox.of(secret)) {
        Optional<Reply> reply = drop.find(mailbox);
        if (reply.isPresent() && answered.add(mailbox.tag())) {
          answers.add(Continuation.write(Continuation.Act.ADD, ANSWERS.get(answered.size() % ANSWERS.size()), spelled(mailbox)));
        }
      } catch (FormatException e) {
        throw new IllegalStateException("a reply in the drop of a drill is damaged", e);
      }
    }
    return answers;
  }

  static ReportFormat.Mailbox spelled(Mailbox mailbox) {
    return new ReportFormat.Mailbox(Base64.getUrlEncoder().withoutPadding().encodeToString(mailbox.key().publicKey().raw()), mailbox.tag().toString());
  }
}
