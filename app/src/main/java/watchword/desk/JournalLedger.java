package watchword.desk;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import watchword.journal.Base;
import watchword.journal.Draft;
import watchword.journal.Journal;
import watchword.journal.Keyring;
import watchword.member.Device;
import watchword.member.Members;
import watchword.member.Pseudonym;
import watchword.seal.Epoch;
import watchword.seal.FormatException;
import watchword.seal.PublicKey;
import watchword.seal.VerifyKey;

/// Entries in the sealed journal, each signed by its author, with the directory of members among them.
///
/// A replay begins from the base of the member unlocked first. It believes an entry whose author was a member when it was
/// written and that speaks for nobody else; the directory changes by the desk's own word alone.
final class JournalLedger implements Ledger {

  /// So many days after its time a cut is made even by a member who reads from less far back than another.
  private static final int PATIENCE_DAYS = 7;

  private static final String MEMBERS = "members";

  private final Journal journal;
  private final Sessions sessions;
  private final EntryFormat format;
  private Roll roll = new Roll(new Members(List.of(), Set.of(), 0), Map.of());
  private List<Entry.Voted> votes = List.of();

  JournalLedger(Journal journal, Sessions sessions, EntryFormat format) {
    this.journal = journal;
    this.sessions = sessions;
    this.format = format;
  }

  @Override
  public void append(String author, Entry entry) {
    append(author, new Draft(type(entry), hour(entry), format.write(entry)));
    if (entry instanceof Entry.Voted vote) {
      synchronized (this) {
        votes = Stream.concat(votes.stream(), Stream.of(vote)).toList();
      }
    }
  }

  /// Notes another directory of members, by the desk's word.
  synchronized void append(Members members, Instant now) {
    long sequence = append(Desk.DESK, new Draft(MEMBERS, now.truncatedTo(ChronoUnit.HOURS), members.write()));
    roll = roll.with(members, sequence);
  }

  private long append(String author, Draft draft) {
    Keyring keyring = sessions.find(author).orElseGet(sessions::first).keyring();
    try {
      return journal.append(keyring, sessions.signer(author), draft).join();
    } catch (CompletionException e) {
      throw new IllegalStateException("the journal did not take an entry; lock the desk and unlock it again", e.getCause());
    }
  }

  @Override
  public synchronized void replay(Consumer<Entry> consumer) {
    List<Entry.Voted> said = new ArrayList<>();
    roll = new Pass(sessions.first().keyring(), noting(said, consumer)).through(journal.head().sequence());
    votes = List.copyOf(said);
  }

  /// The directory as of the last replay or change.
  synchronized Roll roll() {
    return roll;
  }

  /// What was said of who belongs, as of the last replay or vote; oldest first.
  synchronized List<Entry.Voted> votes() {
    return votes;
  }

  /// Leaves whoever reads from this epoch on the casebook at publication precision.
  void snapshotFor(PublicKey newcomer, int epoch) {
    Casebook casebook = new Casebook();
    replay(casebook::apply);
    journal.snapshotFor(newcomer, epoch, new State(roll(), Checkpoint.forNewcomer(casebook)).write(format), sessions.desk());
  }

  @Override
  public synchronized boolean whole() {
    return roll.eldest(sessions.first().key().device().signing());
  }

  @Override
  public synchronized Optional<List<Entry>> sight(String member) {
    Sessions.Session own = sessions.find(member).orElseThrow(() -> new IllegalStateException("member " + member + " is locked"));
    if (roll.since(own.key().device().signing()) <= roll.since(sessions.first().key().device().signing())) {
      return Optional.empty();
    }
    List<Entry> seen = new ArrayList<>();
    Roll _ = new Pass(own.keyring(), seen::add).through(journal.head().sequence());
    return Optional.of(List.copyOf(seen));
  }

  @Override
  public Optional<Set<String>> voices(String member, Instant now) {
    return Optional.of(roll().members().voices(new Pseudonym(member), Epoch.of(now)).stream().map(Pseudonym::name).collect(Collectors.toSet()));
  }

  /// Folds entries that are over their 30 days into a checkpoint without members, and destroys them.
  ///
  /// Whoever reads from further back than the unlocked member would lose by it; that member is waited for, for a week.
  ///
  /// @return whether there was something to cut
  boolean cut(Epoch today) {
    VerifyKey own = sessions.first().key().device().signing();
    boolean eldest = roll().eldest(own);
    Optional<Long> due = journal.due(eldest ? today : today.plusDays(-PATIENCE_DAYS));
    if (due.isEmpty()) {
      return false;
    }
    long through = due.get();
    Roll now = roll();
    Casebook casebook = new Casebook();
    List<Entry.Voted> over = new ArrayList<>();
    // A reading of its own: what stands of today must stand though the cut fails.
    Roll then = new Pass(sessions.first().keyring(), noting(over, casebook::apply)).through(through);
    List<Device> devices = now.members().list().stream().flatMap(member -> member.devices().stream()).toList();
    List<Device> full = devices.stream().filter(device -> now.since(device.signing()) <= now.since(own)).toList();
    List<Device> partial = devices.stream().filter(device -> now.since(device.signing()) > now.since(own) && now.since(device.signing()) <= through).toList();
    int kept = journal.epochAfter(through);
    byte[] snapshot = new State(then, Checkpoint.forNewcomer(casebook)).write(format);
    partial.forEach(device -> journal.snapshotFor(device.sealing(), kept, snapshot, sessions.desk()));
    byte[] checkpoint = new State(then, Checkpoint.nameless(casebook)).write(format);
    journal.cut(through, checkpoint, full.stream().map(Device::sealing).toList(), sessions.desk());
    synchronized (this) {
      votes = votes.stream().filter(vote -> !over.contains(vote)).toList();
    }
    return true;
  }

  private static Consumer<Entry> noting(List<Entry.Voted> said, Consumer<Entry> consumer) {
    return entry -> {
      if (entry instanceof Entry.Voted vote) {
        said.add(vote);
      }
      consumer.accept(entry);
    };
  }

  /// One reading of the journal, by what one member's keys open.
  private final class Pass {
    private final Keyring keyring;
    private final Consumer<Entry> consumer;
    private Roll so = new Roll(new Members(List.of(), Set.of(), 0), Map.of());

    Pass(Keyring keyring, Consumer<Entry> consumer) {
      this.keyring = keyring;
      this.consumer = consumer;
    }

    Roll through(long last) {
      Optional<Base> base = journal.base(keyring);
      base.map(JournalLedger.this::state).ifPresent(state -> {
        so = state.roll();
        state.entries().forEach(consumer);
      });
      long from = base.map(Base::through).orElse(0L) + 1;
      VerifyKey desk = sessions.desk().verifyKey();
      try (var entries = journal.read(keyring, from, author -> author.equals(desk) || so.members().find(author).isPresent())) {
        entries.takeWhile(entry -> entry.sequence() <= last).forEach(entry -> read(entry, desk));
      }
      return so;
    }

    private void read(watchword.journal.Entry entry, VerifyKey desk) {
      String author = so.members().find(entry.author()).map(member -> member.pseudonym().name()).orElse(Desk.DESK);
      try {
        if (entry.type().equals(MEMBERS)) {
          require(entry.author().equals(desk), entry);
          so = so.with(Members.read(entry.payload()), entry.sequence());
        } else {
          Entry read = format.read(entry.payload());
          require(Authorship.member(read).map(author::equals).orElse(true), entry);
          consumer.accept(read);
        }
      } catch (FormatException e) {
        throw new IllegalStateException("journal entry " + entry.sequence() + " is not one of this desk's", e);
      }
    }
  }

  private static void require(boolean holds, watchword.journal.Entry entry) {
    if (!holds) {
      throw new IllegalStateException("journal entry " + entry.sequence() + " speaks for someone who did not write it");
    }
  }

  private State state(Base base) {
    try {
      return State.read(base.state(), format);
    } catch (FormatException e) {
      throw new IllegalStateException("the journal's checkpoint is not one of this desk's", e);
    }
  }

  /// `PutAside` is `put-aside`.
  private static String type(Entry entry) {
    return entry.getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  /// The hour says enough of when: an entry's own time is inside it.
  private static Instant hour(Entry entry) {
    return Authorship.at(entry).truncatedTo(ChronoUnit.HOURS);
  }
}
