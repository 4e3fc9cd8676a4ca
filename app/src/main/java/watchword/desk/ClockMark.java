package watchword.desk;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import watchword.seal.FormatException;

/// What a desk remembers of time, `clock.txt` in its folder (spec/desk.md).
///
/// @param mark the latest time the desk held
/// @param sure what it held when a member last looked, and what has surely passed since
/// @param here when a member was last unlocked
/// @param off whether the machine was switched off since a member looked, so that more may have passed
/// @param uptime when this was so
record ClockMark(Instant mark, Instant sure, Instant here, boolean off, Uptime.Reading uptime) {

  private static final String HEAD = "watchword.clock/1";

  ClockMark {
    mark = mark.truncatedTo(ChronoUnit.MILLIS);
    sure = sure.truncatedTo(ChronoUnit.MILLIS);
    here = here.truncatedTo(ChronoUnit.MILLIS);
    uptime = new Uptime.Reading(uptime.boot(), Duration.ofMillis(uptime.up().toMillis()));
    if (sure.isAfter(mark) || here.isAfter(mark)) {
      throw new IllegalArgumentException("a desk's clock has nothing later than its mark");
    }
  }

  static ClockMark first(Instant now, Uptime.Reading uptime) {
    return new ClockMark(now, now, now, false, uptime);
  }

  /// What has passed by the count alone. A machine that was switched on since has run at least so long.
  ClockMark at(Uptime.Reading reading) {
    boolean same = reading.boot().equals(uptime.boot());
    Duration passed = same ? reading.up().minus(uptime.up()) : reading.up();
    if (passed.isNegative()) {
      passed = Duration.ZERO; // the count was tampered with, or the file was: time stands rather than run back
    }
    return new ClockMark(mark.plus(passed), sure.plus(passed), here, off || !same, reading);
  }

  ClockMark following(Instant later) {
    return new ClockMark(later, sure, here, off, uptime);
  }

  /// A member looks at the time.
  ClockMark looked() {
    return new ClockMark(mark, mark, mark, false, uptime);
  }

  ClockMark present() {
    return new ClockMark(mark, sure, mark, off, uptime);
  }

  byte[] write() {
    return "%s\nmark %s\nsure %s\nhere %s\noff %s\nboot %s\nup %d\n"
        .formatted(HEAD, mark, sure, here, off ? "yes" : "no", uptime.boot(), uptime.up().toMillis()).getBytes(StandardCharsets.US_ASCII);
  }

  static ClockMark read(byte[] bytes) throws FormatException {
    FileLines file = FileLines.of("clock.txt", bytes);
    List<String> lines = file.lines();
    if (lines.size() != 8 || !lines.getFirst().equals(HEAD)) {
      throw new FormatException("clock.txt: not watchword.clock/1 with six lines");
    }
    try {
      ClockMark read = new ClockMark(
          Instant.parse(file.rest(1, "mark ")), Instant.parse(file.rest(2, "sure ")), Instant.parse(file.rest(3, "here ")),
          file.rest(4, "off ").equals("yes"),
          new Uptime.Reading(file.rest(5, "boot "), Duration.ofMillis(Long.parseLong(file.rest(6, "up ")))));
      if (!Arrays.equals(read.write(), bytes)) {
        throw new FormatException("clock.txt: not in its one spelling");
      }
      return read;
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new FormatException("clock.txt: a line holds no time, count or word of the format");
    }
  }
}
