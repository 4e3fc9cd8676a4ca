package watchword.seal;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// A notice, signed by a desk's root, that keys of some days may be in other hands: spec/bundle.md, "Notice of compromise".
///
/// It names exactly which days and lanes, and stands on the board and every mirror. There is none that is not believed yet: reading one checks its signatures.
public final class Compromise {

  /// Its name on the board and in the desk's folder.
  public static final String FILE_NAME = "compromise.txt";

  private static final String TITLE = "watchword.compromise/1";
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm'Z'").withZone(ZoneOffset.UTC);

  private final Instant at;
  private final SortedMap<Epoch, SortedSet<Integer>> days;
  private final byte[] text;

  private Compromise(Instant at, SortedMap<Epoch, SortedSet<Integer>> days, byte[] text) {
    this.at = at;
    this.days = days;
    this.text = text;
  }

  /// Makes a notice.
  ///
  /// @param at to the minute
  /// @param days which lanes' reports of each day may be read by others
  public static Compromise sign(Root root, Instant at, SortedMap<Epoch, ? extends SortedSet<Integer>> days) {
    TreeMap<Epoch, SortedSet<Integer>> copy = new TreeMap<>();
    days.forEach((day, lanes) -> copy.put(day, Collections.unmodifiableSortedSet(new TreeSet<>(lanes))));
    if (copy.isEmpty() || copy.values().stream().anyMatch(lanes -> lanes.isEmpty() || lanes.first() < 0 || lanes.last() >= Terms.MAX_LANES)) {
      throw new IllegalArgumentException("a notice of compromise names days, and of each its lanes");
    }
    Instant minute = at.truncatedTo(ChronoUnit.MINUTES);
    byte[] signed = signed(minute, copy);
    return new Compromise(minute, Collections.unmodifiableSortedMap(copy), text(signed, root.sign(signed)));
  }

  /// Reads a notice and checks that this root signed it; one spelling, everything else is refused.
  public static Compromise read(byte[] text, RootPublic root) throws FormatException {
    List<String> lines = List.of(new String(text, StandardCharsets.US_ASCII).split("\n", -1));
    if (lines.size() < 5 || !lines.getFirst().equals(TITLE)) {
      throw refused("does not begin with " + TITLE);
    }
    try {
      Instant at = Instant.from(MINUTE.parse(rest(lines, 1, "at ")));
      TreeMap<Epoch, SortedSet<Integer>> days = new TreeMap<>();
      for (int i = 2; i < lines.size() - 2; i++) {
        String[] parts = rest(lines, i, "day ").split(" ", -1);
        Epoch day = new Epoch(Math.toIntExact(LocalDate.parse(parts[0]).toEpochDay()));
        days.put(day, Collections.unmodifiableSortedSet(lanes(parts.length == 2 ? parts[1] : "")));
      }
      byte[] signature = Base64.getUrlDecoder().decode(rest(lines, lines.size() - 2, "signature "));
      byte[] signed = signed(at, days);
      if (days.isEmpty() || !Arrays.equals(text, text(signed, signature))) {
        throw refused("not in its one spelling");
      }
      if (!root.verifies(signed, signature)) {
        throw refused("the signature is not this root's");
      }
      return new Compromise(at, Collections.unmodifiableSortedMap(days), text.clone());
    } catch (DateTimeException | IllegalArgumentException | ArithmeticException e) {
      throw refused("a line is not of its form");
    }
  }

  private static SortedSet<Integer> lanes(String text) throws FormatException {
    SortedSet<Integer> lanes = new TreeSet<>();
    for (String lane : text.split(",", -1)) {
      if (!lane.matches("[0-7]")) {
        throw refused("a lane is not 0 to 7");
      }
      lanes.add(Integer.valueOf(lane));
    }
    return lanes;
  }

  private static String rest(List<String> lines, int index, String prefix) throws FormatException {
    if (!lines.get(index).startsWith(prefix)) {
      throw refused("line " + (index + 1) + " does not begin with " + prefix.strip());
    }
    return lines.get(index).substring(prefix.length());
  }

  private static FormatException refused(String why) {
    return new FormatException("notice of compromise: " + why);
  }

  private static byte[] signed(Instant at, SortedMap<Epoch, SortedSet<Integer>> days) {
    List<String> lines = new ArrayList<>(List.of(TITLE, "at " + MINUTE.format(at)));
    days.forEach((day, lanes) -> lines.add("day " + day.date() + " " + String.join(",", lanes.stream().map(String::valueOf).toList())));
    return Hashes.ascii(String.join("\n", lines) + "\n");
  }

  private static byte[] text(byte[] signed, byte[] signature) {
    byte[] last = Hashes.ascii("signature " + Base64.getUrlEncoder().withoutPadding().encodeToString(signature) + "\n");
    byte[] text = Arrays.copyOf(signed, signed.length + last.length);
    System.arraycopy(last, 0, text, signed.length, last.length);
    return text;
  }

  /// Returns when it was made, to the minute.
  public Instant at() {
    return at;
  }

  /// Returns the lanes of each day whose reports may be read by others.
  public SortedMap<Epoch, SortedSet<Integer>> days() {
    return days;
  }

  /// Returns the file.
  public byte[] text() {
    return text.clone();
  }
}
