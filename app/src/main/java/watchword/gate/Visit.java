package watchword.gate;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import watchword.seal.FormatException;

/// What the gate's process says of a visit to the hub, in one line: counts, or a word. Never which report, which lane, or when.
///
/// ```
/// collected 1 64 3 0      generations, slots, opened, replayed
/// unreachable             or: rubbish, inbox, fault
/// ```
public sealed interface Visit {

  /// A line of ours is shorter; longer ones are not read.
  int LONGEST_LINE = 64;

  Pattern COUNTS = Pattern.compile("collected (0|[1-9][0-9]{0,8}) (0|[1-9][0-9]{0,8}) (0|[1-9][0-9]{0,8}) (0|[1-9][0-9]{0,8})");

  /// A visit that came to its end.
  record Done(Collected collected) implements Visit {
    @Override
    public String line() {
      return "collected %d %d %d %d".formatted(collected.generations(), collected.slots(), collected.opened(), collected.replayed());
    }
  }

  /// A visit that failed; what was collected until then is kept.
  enum Failed implements Visit {
    /// The hub cannot be reached, hung up, or took too long.
    UNREACHABLE,
    /// The hub answered what no hub answers.
    RUBBISH,
    /// The gate's own disk.
    INBOX,
    /// A fault of ours.
    FAULT;

    @Override
    public String line() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  String line();

  /// Reads a line, without its end.
  static Visit parse(String line) throws FormatException {
    Matcher counts = COUNTS.matcher(line);
    if (counts.matches()) {
      return new Done(new Collected(count(counts, 1), count(counts, 2), count(counts, 3), count(counts, 4)));
    }
    return Stream.of(Failed.values()).filter(failed -> failed.line().equals(line)).findFirst()
        .orElseThrow(() -> new FormatException("the gate said what no gate says"));
  }

  private static int count(Matcher counts, int group) {
    return Integer.parseInt(counts.group(group));
  }
}
