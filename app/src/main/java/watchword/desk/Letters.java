package watchword.desk;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import watchword.core.decision.Giveaway;
import watchword.core.place.Gazetteer;
import watchword.core.report.Channel;
import watchword.core.report.Report;
import watchword.core.report.ReportId;
import watchword.seal.Bytes;
import watchword.seal.Drop;
import watchword.seal.FormatException;
import watchword.seal.PublicKey;
import watchword.seal.Reply;
import watchword.seal.Terms;

/// Members write to senders, and senders write back: what the drop holds, and what is said in the name of a mailbox.
///
/// At most [Drop#CELLS] replies stand at once, one a mailbox. Safe for several threads, under the desk's own lock.
public final class Letters {

  /// Replies that stand at once.
  public static final int PLACES = Drop.CELLS;

  /// As much text as one takes, in UTF-8.
  public static final int MOST_BYTES = Reply.MOST_BYTES;

  private static final SecureRandom RANDOM = new SecureRandom();

  private final Object lock;
  private final Casebook casebook;
  private final Function<String, Casebook> sights;
  private final Bodies bodies;
  private final Gazetteer gazetteer;
  private final ZoneOffset zone;
  private final BiConsumer<String, Entry> note;
  private final Retention retention;

  /// What the desk lends.
  ///
  /// @param sights the casebook as far as a member's own keys open it
  record Lent(Object lock, Casebook casebook, Function<String, Casebook> sights, Bodies bodies, Gazetteer gazetteer, ZoneOffset zone, BiConsumer<String, Entry> note,
      Retention retention) {}

  Letters(Lent lent) {
    this.lock = lent.lock();
    this.casebook = lent.casebook();
    this.sights = lent.sights();
    this.bodies = lent.bodies();
    this.gazetteer = lent.gazetteer();
    this.zone = lent.zone();
    this.note = lent.note();
    this.retention = lent.retention();
  }

  /// What came of writing to a sender.
  public sealed interface Outcome {
    /// It stands in the drops from the next one on, until it is answered or this time.
    record Standing(Instant until) implements Outcome {}

    /// Every place is taken; the next falls free then at the latest.
    record Full(Instant free) implements Outcome {}

    record Refused(String reason) implements Outcome {}
  }

  /// What passed with one sender.
  ///
  /// @param reports all with the same mailbox, oldest first
  /// @param reachable whether a reply can be written
  /// @param letters [Entry.Replied] and [Entry.Continued], oldest first
  /// @param standing until when the newest reply is repeated; empty where none stands
  public record Exchange(List<ReportId> reports, boolean reachable, List<Entry> letters, Optional<Instant> standing) {
    public Exchange {
      reports = List.copyOf(reports);
      letters = List.copyOf(letters);
    }
  }

  /// The report as one of a known mailbox, where its sender used the words of an earlier one: then it may earn a record (spec/credibility.md, 4).
  Report known(Report report, String mailbox) {
    boolean again = report.channel() == Channel.SEALED && !casebook.correspondence().reports(Correspondence.tag(mailbox)).isEmpty();
    return again
        ? new Report(report.id(), Channel.MAILBOX, report.source(), report.kind(), report.stance(), report.place(), report.when(), report.text(), report.figures(), report.media())
        : report;
  }

  /// Takes in what a sender says in the name of a mailbox, once; returns false for one the desk has.
  ///
  /// A wish to destroy is done at once, as far as the desk knows of its reports now.
  public boolean receive(Continuation continuation, int lane, Instant now) {
    synchronized (lock) {
      Correspondence correspondence = casebook.correspondence();
      String tag = continuation.mailbox().tag();
      if (correspondence.knows(continuation.id())) {
        return false;
      }
      if (continuation.act() == Continuation.Act.DESTROY) {
        retention.forget(correspondence.reports(tag), now);
      } else if (correspondence.isDestroyed(tag, now)) {
        return true; // taken, and nothing of it kept
      } else {
        bodies.put(continuation.id(), lane, continuation.text());
      }
      note.accept(Desk.DESK, new Entry.Continued(now, continuation.id(), tag, continuation.act()));
      return true;
    }
  }

  /// Writes to the sender of a report that the member was shown; a reply that stands there already is replaced.
  public Outcome write(String member, ReportId report, String text, Instant now) {
    synchronized (lock) {
      Optional<String> mailbox = casebook.correspondence().mailbox(report);
      if (mailbox.isEmpty()) {
        return new Outcome.Refused("nothing reaches its sender: it came without a mailbox, or is forgotten");
      }
      if (!hasRead(member, report)) {
        return new Outcome.Refused("read the report first: what repeats it is warned of only then");
      }
      Reply reply;
      try {
        reply = new Reply(now, text.strip().replace("\r\n", "\n"));
      } catch (IllegalArgumentException e) {
        return new Outcome.Refused("a reply has 1 to " + Reply.MOST_BYTES + " bytes; letters outside of a to z take two or more");
      }
      String tag = Correspondence.tag(mailbox.get());
      List<Entry.Replied> standing = casebook.correspondence().standing(now);
      if (standing.size() >= PLACES && standing.stream().noneMatch(other -> other.tag().equals(tag))) {
        return new Outcome.Full(ends(standing));
      }
      Optional<Integer> lane = bodies.lane(report);
      if (lane.isEmpty()) {
        return new Outcome.Refused("its words are forgotten, and with them for whom a reply would be kept");
      }
      ReportId words = Entry.Replied.words(report, RANDOM);
      bodies.put(words, lane.get(), reply.text());
      note.accept(member, new Entry.Replied(now, member, report, tag, words));
      return new Outcome.Standing(now.plus(Terms.REPLY_LIFETIME));
    }
  }

  /// Whether a member was shown a report; who was not writes nothing to its sender.
  public boolean hasRead(String member, ReportId report) {
    synchronized (lock) {
      return casebook.reads().wasShown(member, report);
    }
  }

  /// What a text to this sender repeats of their report: whoever finds the sender's words reads it.
  ///
  /// Held against what the member was shown and no more: of anything else it would tell place, minute and words to who guesses.
  public Set<Giveaway> echoes(String member, ReportId report, String text) {
    synchronized (lock) {
      Casebook seen = sights.apply(member);
      Set<Giveaway> all = new TreeSet<>();
      seen.correspondence().mailbox(report).map(Correspondence::tag).map(seen.correspondence()::reports).orElse(Set.of(report))
          .stream().filter(one -> hasRead(member, one)).forEach(one -> all.addAll(Giveaway.of(text, seen.arrival(one).reading(), gazetteer, zone)));
      return all;
    }
  }

  /// What passed with the sender of a report, as this member's own keys show it.
  public Exchange thread(String member, ReportId report, Instant now) {
    synchronized (lock) {
      Correspondence seen = sights.apply(member).correspondence();
      Optional<String> tag = seen.mailbox(report).map(Correspondence::tag);
      return tag.isPresent() ? thread(seen, tag.get(), now) : new Exchange(List.of(report), false, List.of(), Optional.empty());
    }
  }

  private static Exchange thread(Correspondence seen, String tag, Instant now) {
    Optional<Instant> standing = seen.standing(now).stream().filter(reply -> reply.tag().equals(tag)).findFirst().map(reply -> reply.at().plus(Terms.REPLY_LIFETIME));
    return new Exchange(List.copyOf(seen.reports(tag)), true, seen.letters(tag), standing);
  }

  /// All that passed, the newest first, as this member's own keys show it.
  public List<Exchange> threads(String member, Instant now) {
    synchronized (lock) {
      Correspondence seen = sights.apply(member).correspondence();
      List<String> tags = new ArrayList<>(seen.letters().stream().map(letter -> letter instanceof Entry.Replied replied ? replied.tag() : ((Entry.Continued) letter).tag()).toList());
      return tags.reversed().stream().distinct().filter(tag -> !seen.reports(tag).isEmpty()).map(tag -> thread(seen, tag, now)).toList();
    }
  }

  /// How many replies stand now.
  public int standing(Instant now) {
    synchronized (lock) {
      return casebook.correspondence().standing(now).size();
    }
  }

  /// When the next place falls free if nobody answers before; empty while there is one.
  public Optional<Instant> nextFree(Instant now) {
    synchronized (lock) {
      List<Entry.Replied> standing = casebook.correspondence().standing(now);
      return standing.size() < PLACES ? Optional.empty() : Optional.of(ends(standing));
    }
  }

  private static Instant ends(List<Entry.Replied> standing) {
    return standing.stream().map(Entry.Replied::at).min(Comparator.naturalOrder()).orElseThrow().plus(Terms.REPLY_LIFETIME);
  }

  /// The words of what members themselves wrote to a sender, as far as this member's keys open them.
  public Optional<String> written(String member, Entry.Replied reply) {
    synchronized (lock) {
      return bodies.open(reply.words(), member);
    }
  }

  /// What the next drop says (spec/drop.md). A reply whose words nobody unlocked can open is left out meanwhile.
  public Drop.Content drop(Instant now) {
    synchronized (lock) {
      Correspondence correspondence = casebook.correspondence();
      List<Drop.Addressed> replies = correspondence.standing(now).stream().flatMap(reply -> addressed(reply).stream()).limit(Drop.CELLS).toList();
      return new Drop.Content(replies, tags(correspondence.openedTags()), tags(retention.destroyed(now)));
    }
  }

  private Optional<Drop.Addressed> addressed(Entry.Replied reply) {
    return casebook.correspondence().mailbox(reply.report())
        .flatMap(mailbox -> bodies.open(reply.words()).map(text -> new Drop.Addressed(key(mailbox), Bytes.ofHex(reply.tag()), new Reply(reply.at(), text))));
  }

  private static PublicKey key(String mailbox) {
    try {
      return PublicKey.of(Base64.getUrlDecoder().decode(mailbox.substring(mailbox.indexOf(' ') + 1)));
    } catch (FormatException e) {
      throw new IllegalStateException("a mailbox key that was read is none", e);
    }
  }

  private static List<Bytes> tags(List<String> tags) {
    return tags.stream().limit(Drop.MARKS).map(Bytes::ofHex).toList();
  }
}
