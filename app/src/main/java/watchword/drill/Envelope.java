package watchword.drill;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import watchword.core.report.Channel;
import watchword.core.report.Report;
import watchword.core.report.ReportId;
import watchword.core.report.SourceKey;

/// Turns drafts into sendings: puts them in the order of time, plants marker words, gives sources and ids.
final class Envelope {

  /// About every third report carries a marker.
  private static final int MARKED_OF = 3;

  private static final String CONSONANTS = "bdfklmnprstvz";
  private static final String VOWELS = "aeiou";

  private Envelope() {}

  static List<Sending> seal(List<Draft> drafts, Dice dice) {
    List<Draft> ordered = new ArrayList<>(drafts);
    // Stable: drafts of one moment stay in the order they were made.
    ordered.sort(Comparator.comparing(Draft::at));
    IdentityHashMap<Draft, String> markers = markers(ordered, dice);
    IdentityHashMap<Draft, ReportId> ids = new IdentityHashMap<>();
    List<Sending> sendings = new ArrayList<>();
    for (Draft draft : ordered) {
      Optional<String> marker = Optional.ofNullable(markers.get(draft));
      String text = marker.map(word -> planted(draft.text(), word, dice)).orElse(draft.text());
      SourceKey source = new SourceKey(draft.source().orElseGet(() -> "sealed-" + hex(dice.next())));
      Report report = report(draft, source, text);
      ids.put(draft, report.id());
      sendings.add(new Sending(draft.at(), report, draft.truth(), marker, draft.original().map(ids::get)));
    }
    return sendings;
  }

  /// Marked are only texts that nobody passes on: a marker stands in one report of the world.
  private static IdentityHashMap<Draft, String> markers(List<Draft> drafts, Dice dice) {
    IdentityHashMap<Draft, Boolean> passedOn = new IdentityHashMap<>();
    drafts.forEach(draft -> draft.original().ifPresent(original -> passedOn.put(original, true)));
    List<Draft> free = new ArrayList<>(drafts.stream().filter(draft -> draft.ownWords() && !passedOn.containsKey(draft)).toList());
    dice.shuffle(free);
    IdentityHashMap<Draft, String> markers = new IdentityHashMap<>();
    Set<String> used = new HashSet<>();
    for (Draft draft : free.subList(0, StrictMath.min(free.size(), drafts.size() / MARKED_OF))) {
      String word = word(dice);
      while (!used.add(word)) {
        word = word(dice);
      }
      markers.put(draft, word);
    }
    return markers;
  }

  /// A word no language has: "zq", then syllables.
  private static String word(Dice dice) {
    StringBuilder word = new StringBuilder("zq");
    for (int i = 0; i < 4; i++) {
      word.append(VOWELS.charAt(dice.between(0, VOWELS.length() - 1)));
      word.append(CONSONANTS.charAt(dice.between(0, CONSONANTS.length() - 1)));
    }
    return word.toString();
  }

  /// The text with a word put between two of its own, or at its end.
  private static String planted(String text, String word, Dice dice) {
    List<Integer> gaps = new ArrayList<>(List.of(text.length()));
    for (int i = 1; i < text.length() - 1; i++) {
      if (text.charAt(i) == ' ') {
        gaps.add(i);
      }
    }
    int gap = dice.pick(gaps);
    return text.substring(0, gap) + " " + word + text.substring(gap);
  }

  private static Report report(Draft draft, SourceKey source, String text) {
    ReportId id = new ReportId(digest(draft, source, text));
    return new Report(id, draft.channel(), source, draft.kind(), draft.stance(), draft.place(), draft.when(), text, draft.figures(), List.of());
  }

  private static String digest(Draft draft, SourceKey source, String text) {
    Channel channel = draft.channel();
    String said =
        String.join("\n", channel.name(), source.value(), draft.kind().id(), draft.stance().name(), draft.place().toString(),
            draft.when().toString(), text, draft.figures().toString());
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String hex(long value) {
    return HexFormat.of().toHexDigits(value);
  }
}
