package watchword.desk;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import watchword.core.report.ReportId;
import watchword.seal.Bytes;
import watchword.seal.FormatException;

/// What a desk remembers of its test reports, `doorbell.txt` in its folder (spec/desk.md).
///
/// @param key by which it knows its own, 32 bytes
/// @param back when the last one came back
/// @param lastPart the last fifth of a day, counted since 1970, in which one went out; -1 before the first
record TestState(Bytes key, Optional<Instant> back, int lastPart, List<Waiting> waiting) {

  private static final String HEAD = "watchword.doorbell/1";
  private static final int KEY = 32;
  private static final String NEVER = "never";

  /// How far it is told that one is missing: not at all; rung for and owed to the journal, which a locked desk cannot write; the same, though it came back late; told.
  enum Told {
    UNTOLD,
    OWED,
    LATE,
    TOLD;

    boolean isOwed() {
      return this == OWED || this == LATE;
    }
  }

  /// One that is on its way, or missing.
  ///
  /// @param inner the hash by which the gate's inbox names it
  /// @param taken whether the door acknowledged it
  /// @param told whether it was found missing, and what is still to be done about it
  record Waiting(ReportId id, Bytes inner, Instant sent, boolean taken, Told told) {
    Waiting {
      sent = sent.truncatedTo(ChronoUnit.SECONDS);
    }

    Waiting as(Bytes sealed) {
      return new Waiting(id, sealed, sent, taken, told);
    }

    Waiting asTaken() {
      return new Waiting(id, inner, sent, true, told);
    }

    Waiting as(Told told) {
      return new Waiting(id, inner, sent, taken, told);
    }

    private String line() {
      return "waiting %s %s %s %s %s\n".formatted(id.value(), inner, sent, taken ? "taken" : "untaken", told.name().toLowerCase(Locale.ROOT));
    }

    private static Waiting read(String line) throws FormatException {
      String[] words = line.split(" ", -1);
      if (words.length != 6 || !words[1].matches("[0-9a-f]{64}") || !words[2].matches("[0-9a-f]{64}")) {
        throw new FormatException("doorbell.txt: a line names no report that waits");
      }
      return new Waiting(new ReportId(words[1]), Bytes.ofHex(words[2]), Instant.parse(words[3]), words[4].equals("taken"), Told.valueOf(words[5].toUpperCase(Locale.ROOT)));
    }
  }

  TestState {
    if (key.length() != KEY) {
      throw new IllegalArgumentException("a key of test reports has 32 bytes");
    }
    back = back.map(time -> time.truncatedTo(ChronoUnit.SECONDS));
    waiting = List.copyOf(waiting);
  }

  static TestState first(SecureRandom random) {
    byte[] key = new byte[KEY];
    random.nextBytes(key);
    return new TestState(Bytes.of(key), Optional.empty(), -1, List.of());
  }

  TestState sent(int part, Waiting one) {
    return new TestState(key, back, part, Stream.concat(waiting.stream(), Stream.of(one)).toList());
  }

  TestState with(ReportId id, UnaryOperator<Waiting> change) {
    return new TestState(key, back, lastPart, waiting.stream().map(one -> one.id().equals(id) ? change.apply(one) : one).toList());
  }

  TestState cameBack(ReportId id, Instant now) {
    TestState late = with(id, one -> one.as(one.told() == Told.OWED ? Told.LATE : one.told()));
    return new TestState(key, Optional.of(now), lastPart, late.waiting.stream().filter(one -> !one.id().equals(id) || one.told() == Told.LATE).toList());
  }

  /// Without those that have no sender any more; who was rung for stays.
  TestState withoutUntaken() {
    return new TestState(key, back, lastPart, waiting.stream().filter(one -> one.taken() || one.told() != Told.UNTOLD).toList());
  }

  /// The journal has what it was owed.
  TestState noted() {
    return new TestState(key, back, lastPart,
        waiting.stream().filter(one -> one.told() != Told.LATE).map(one -> one.told() == Told.OWED ? one.as(Told.TOLD) : one).toList());
  }

  TestState since(Instant earliest) {
    return new TestState(key, back, lastPart, waiting.stream().filter(one -> !one.sent().isBefore(earliest)).toList());
  }

  byte[] write() {
    StringBuilder lines = new StringBuilder(HEAD).append("\nkey ").append(key).append("\nback ").append(back.map(Instant::toString).orElse(NEVER))
        .append("\nlast ").append(lastPart).append('\n');
    waiting.forEach(one -> lines.append(one.line()));
    return lines.toString().getBytes(StandardCharsets.US_ASCII);
  }

  static TestState read(byte[] bytes) throws FormatException {
    FileLines file = FileLines.of("doorbell.txt", bytes);
    List<String> lines = file.lines();
    if (lines.size() < 5 || !lines.getFirst().equals(HEAD)) {
      throw new FormatException("doorbell.txt: not " + HEAD);
    }
    try {
      List<Waiting> waiting = new ArrayList<>();
      for (String line : lines.subList(4, lines.size() - 1)) {
        waiting.add(Waiting.read(line));
      }
      String back = file.rest(2, "back ");
      TestState read = new TestState(
          Bytes.ofHex(file.rest(1, "key ")), back.equals(NEVER) ? Optional.empty() : Optional.of(Instant.parse(back)),
          Integer.parseInt(file.rest(3, "last ")), waiting);
      if (!Arrays.equals(read.write(), bytes)) {
        throw new FormatException("doorbell.txt: not in its one spelling");
      }
      return read;
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new FormatException("doorbell.txt: a line holds no key, time or number of the format");
    }
  }
}
