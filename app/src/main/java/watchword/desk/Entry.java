package watchword.desk;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import watchword.core.bulletin.Bulletin;
import watchword.core.bulletin.Status;
import watchword.core.corroboration.Finding;
import watchword.core.corroboration.SourceRecords;
import watchword.core.corroboration.Verdict;
import watchword.core.count.Measure;
import watchword.core.kind.Kind;
import watchword.core.kind.Language;
import watchword.core.report.MediaHash;
import watchword.core.report.Reading;
import watchword.core.report.ReportId;
import watchword.core.report.SourceKey;
import watchword.core.text.WordWeights;

/// What the casebook's journal holds: what cannot be derived, and nothing else.
///
/// Members stand here by pseudonym. Words of reports never do; they are bodies, each under a key of its own.
public sealed interface Entry {

  /// A report came in and was read.
  ///
  /// @param at the hour: reading alone needs the minute, and it is over
  /// @param mailbox where a reply to it goes, as its sender gave it; empty where there is none
  record Arrived(Instant at, Reading reading, String mailbox) implements Entry {
    public Arrived {
      at = Precision.hour(at);
    }
  }

  /// A source the desk knows from before, with what it was worth.
  record Enrolled(Instant at, SourceKey source, SourceRecords.Tally tally) implements Entry {}

  record Found(Finding finding) implements Entry {}

  record Judged(Verdict verdict) implements Entry {}

  /// A member says that reports tell of one happening, or that they do not.
  record Linked(Instant at, String member, boolean same, List<ReportId> one, List<ReportId> other) implements Entry {
    public Linked {
      one = List.copyOf(one);
      other = List.copyOf(other);
    }
  }

  /// A member links two incidents as a series; they stay two.
  ///
  /// @param reports those of the one incident
  /// @param with those of the other
  record JoinedSeries(Instant at, String member, List<ReportId> reports, List<ReportId> with) implements Entry {
    public JoinedSeries {
      reports = List.copyOf(reports);
      with = List.copyOf(with);
    }
  }

  /// A member takes an incident out of its series; the others stay one.
  record LeftSeries(Instant at, String member, List<ReportId> reports) implements Entry {
    public LeftSeries {
      reports = List.copyOf(reports);
    }
  }

  /// A member puts an incident aside until a time.
  record PutAside(Instant at, String member, List<ReportId> reports, Instant until) implements Entry {
    public PutAside {
      reports = List.copyOf(reports);
    }
  }

  /// A member wants an incident published; others may join.
  record Wished(Instant at, String member, List<ReportId> reports, Status status, String note) implements Entry {
    public Wished {
      reports = List.copyOf(reports);
    }
  }

  /// A bulletin went out.
  ///
  /// @param reports those its incident held
  record Published(Instant at, Bulletin bulletin, List<ReportId> reports) implements Entry {
    public Published {
      reports = List.copyOf(reports);
    }
  }

  /// A member wrote to the sender of a report.
  ///
  /// @param tag of its mailbox
  /// @param words the body that holds what was written, `reply-⟨report⟩-⟨16 hexadecimal digits⟩`: no entry passes another body off as written
  record Replied(Instant at, String member, ReportId report, String tag, ReportId words) implements Entry {

    private static final Pattern RANDOM = Pattern.compile("[0-9a-f]{16}");

    public Replied {
      if (!words.value().startsWith(prefix(report)) || !RANDOM.matcher(words.value().substring(prefix(report).length())).matches()) {
        throw new IllegalArgumentException("the words of a reply are not a body of its own");
      }
    }

    /// A new name for what is written to the sender of a report.
    static ReportId words(ReportId report, SecureRandom random) {
      return new ReportId(prefix(report) + HexFormat.of().toHexDigits(random.nextLong()));
    }

    private static String prefix(ReportId report) {
      return "reply-" + report + "-";
    }
  }

  /// A sender said more in the name of a mailbox; where there are words, they are the body of this id.
  ///
  /// @param at the hour, as of an arrival
  record Continued(Instant at, ReportId id, String tag, Continuation.Act act) implements Entry {
    public Continued {
      at = Precision.hour(at);
    }
  }

  /// A member was shown the words of a report or one of its photos, noted once a day.
  record Shown(Instant at, String member, ReportId report) implements Entry {}

  /// A member asks to be shown reports for which another's word is needed.
  record Asked(Instant at, String member, List<ReportId> reports) implements Entry {
    public Asked {
      reports = List.copyOf(reports);
    }
  }

  /// A second member lets the one who asked be shown these reports.
  record Agreed(Instant at, String member, String asker, List<ReportId> reports) implements Entry {
    public Agreed {
      reports = List.copyOf(reports);
    }
  }

  /// A member puts an end to what another, or they themselves, asked for.
  record Stopped(Instant at, String member, String asker, List<ReportId> reports) implements Entry {
    public Stopped {
      reports = List.copyOf(reports);
    }
  }

  /// A member asked for more reports than a day has, for the first time that day; the others are told.
  record AskedTooMuch(Instant at, String member) implements Entry {}

  /// A member confirmed the machine's time, which the desk doubted.
  ///
  /// @param before what the desk held until then
  record TimeConfirmed(Instant at, String member, Instant before) implements Entry {}

  /// A test report of the desk's own did not come back through the public door.
  ///
  /// @param sent the hour it was first sent
  /// @param taken whether the door had acknowledged it
  record TestMissed(Instant at, Instant sent, boolean taken) implements Entry {
    public TestMissed {
      sent = Precision.hour(sent);
    }
  }

  /// Something was done about a standing question.
  ///
  /// @param member who did it, or `desk` for what happens unattended
  /// @param question its id
  record Questioned(Instant at, String member, String question, QuestionStep step) implements Entry {
    public Questioned {
      if (!step.signs().orElse(member).equals(member)) {
        throw new IllegalArgumentException("a step holds what another member thinks");
      }
    }
  }

  /// What is suggested of a sentence, and kept or corrected.
  enum Mark {
    /// Whether it claims anything at all.
    CLAIM,
    TYPE,
    VOICE,
    SPEAKER,
    POLARITY,
    TENSE,
    HEDGE,
    /// Whether it tells of a rumour.
    RUMOUR,
    /// Through whom it came.
    CHAIN,
    /// Its numbers and dates; of a sentence without any nothing is said.
    FIGURES
  }

  /// A member decided about a suggested statement. Nothing of its text is here, nor of what it bears on.
  ///
  /// @param language the sentence was read as
  /// @param kept what was right as suggested
  /// @param changed what was not; of what is in neither nothing was said
  record Checked(Instant at, String member, Language language, Set<Mark> kept, Set<Mark> changed) implements Entry {
    public Checked {
      kept = inOrder(kept);
      changed = inOrder(changed);
      if (!Collections.disjoint(kept, changed)) {
        throw new IllegalArgumentException("a mark is kept and changed at once");
      }
      if (kept.isEmpty() && changed.isEmpty()) {
        throw new IllegalArgumentException("a suggestion that nobody decided about");
      }
    }

    private static Set<Mark> inOrder(Set<Mark> marks) {
      Set<Mark> ordered = EnumSet.noneOf(Mark.class);
      ordered.addAll(marks);
      return Collections.unmodifiableSet(ordered);
    }
  }

  /// What a member said of another's part in the desk.
  enum Vote {
    /// Suspends them, by one word.
    SUSPEND,
    /// Agrees to another's suspension of them: it is final.
    END,
    /// Takes them back.
    RESTORE,
    /// Stops an invitation of theirs.
    STOP
  }

  /// A member said who belongs to the desk, and who no longer.
  ///
  /// @param about a member's pseudonym
  record Voted(Instant at, String member, String about, Vote vote) implements Entry {}

  /// What an alarm of counts was.
  enum Cause {
    /// More happened.
    ACTIVITY,
    /// More was told, and no more happened.
    ATTENTION,
    /// Copies, or a wave that somebody planted.
    COPIES,
    /// The desk's own doing: a new channel, an appeal, an import.
    OUR_OWN,
    /// A fault in what was counted, or nothing at all.
    ERROR
  }

  /// A member says what an alarm of counts was. The newest word holds; all are kept.
  ///
  /// @param area as in [watchword.core.count.KindInArea]
  /// @param day one on which it rang, by the desk's zone
  /// @param note in the member's own words, or empty
  record Handled(Instant at, String member, Measure measure, Kind kind, String area, LocalDate day, Cause cause, String note) implements Entry {

    static final int LONGEST_NOTE = 400;

    public Handled {
      if (note.length() > LONGEST_NOTE) {
        throw new IllegalArgumentException("a note on an alarm is too long");
      }
    }

    /// The same by somebody else, without the note.
    Handled by(String other) {
      return new Handled(at, other, measure, kind, area, day, cause, "");
    }
  }

  /// Word counts of an hour, fixed from now on.
  record WordsCut(WordWeights.Cut cut) implements Entry {}

  /// An incident is frozen: its reports merge with nothing any more.
  ///
  /// @param member who closed it, or empty where the desk did
  record Closed(Instant at, Optional<String> member, List<ReportId> reports) implements Entry {
    public Closed {
      reports = List.copyOf(reports);
    }
  }

  /// A photo came in; the report that names it may come before or after.
  ///
  /// @param at the hour
  /// @param photo its name in the report
  /// @param picture the hash of the picture alone
  record PhotoCame(Instant at, MediaHash photo, MediaHash picture) implements Entry {
    public PhotoCame {
      at = Precision.hour(at);
    }
  }

  /// Photos that no report named in time are gone.
  record PhotosDropped(Instant at, List<MediaHash> photos) implements Entry {
    public PhotosDropped {
      photos = List.copyOf(photos);
    }
  }

  /// The bodies of closed reports are gone, and what is left of them is at public precision.
  record Forgot(Instant at, List<ReportId> reports) implements Entry {
    public Forgot {
      reports = List.copyOf(reports);
    }
  }
}
