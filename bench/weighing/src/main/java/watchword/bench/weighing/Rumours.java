package watchword.bench.weighing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import watchword.bench.merging.Section;
import watchword.bench.merging.Section.Line;
import watchword.core.corroboration.Evidence;
import watchword.core.corroboration.Experience;
import watchword.core.corroboration.LogOddsWeigher;
import watchword.core.corroboration.Weigher;
import watchword.core.incident.Incident;
import watchword.core.kind.Kind;
import watchword.core.report.Channel;
import watchword.core.report.Reading;
import watchword.core.report.ReportId;
import watchword.core.report.SourceKey;
import watchword.core.report.Stance;
import watchword.core.text.Words;
import watchword.core.time.Span;

/// Rumour threads with gold stance, as incidents of the desk: who begins a thread saw it, who agrees was told, who
/// denies denies, who asks asks.
///
/// A post that takes no side is a question too: it is read and adds nothing. Nobody has a record, and what the posts
/// say is not in the data.
final class Rumours {

  private static final int[] CUTS = {1, 3, 5, 10, Integer.MAX_VALUE};
  private static final int TEN = 3;
  private static final int ALL = 4;
  private static final int RESAMPLES = 2_000;
  private static final Kind RUMOUR = Kind.ofArchive("rumour");
  private static final Weigher WEIGHER = new LogOddsWeigher();

  private record Post(String id, long second, String user, String stance) {}

  private record Rumour(String event, boolean happened, List<Post> posts) {
    List<Post> first(int count) {
      return posts.subList(0, Math.min(count, posts.size()));
    }
  }

  private Rumours() {}

  static Section measure(Path file) throws IOException {
    List<Rumour> threads = read(file);
    Map<String, ToDoubleFunction<List<Post>>> ways = new LinkedHashMap<>();
    ways.put("Watchword's weigher", Rumours::weighed);
    ways.put("the same, of each user the last word", posts -> weighed(lastWords(posts)));
    ways.put("stance vote, (S + 2) / (S + D + 3)", Rumours::vote);
    List<String> details = new ArrayList<>(List.of("", "## Rumour threads, gold stance", "", events(threads), "",
        "Nothing is fitted, so that leaving an event out changes no figure. In brackets the middle 90 % of AUC"
            + " over resampled threads.", "",
        "| way | 1 post | 3 | 5 | 10 | all |", "|---|---|---|---|---|---|"));
    Map<String, double[]> results = new LinkedHashMap<>();
    ways.forEach((name, way) -> {
      double[] aucs = new double[CUTS.length];
      StringBuilder row = new StringBuilder("| " + name + " |");
      for (int cut = 0; cut < CUTS.length; cut++) {
        double[] scores = scores(threads, CUTS[cut], way);
        aucs[cut] = auc(threads, scores);
        row.append(String.format(Locale.ROOT, " %.3f (%s) |", aucs[cut], resampled(threads, scores)));
      }
      results.put(name, aucs);
      details.add(row.toString());
    });
    return new Section(List.of(line(results)), details);
  }

  private static Line line(Map<String, double[]> results) {
    double[] ours = results.getOrDefault("Watchword's weigher", new double[CUTS.length]);
    double[] vote = results.getOrDefault("stance vote, (S + 2) / (S + D + 3)", new double[CUTS.length]);
    return new Line("Rumour threads, gold stance, one event left out: AUC after 10 posts / all", "≥ .66 / ≥ .68",
        String.format(Locale.ROOT, "%.3f / %.3f (stance vote on these threads %.3f / %.3f)", ours[TEN], ours[ALL],
            vote[TEN], vote[ALL]),
        "`LogOddsWeigher`, three of the eight events; nothing fitted");
  }

  private static List<Rumour> read(Path file) throws IOException {
    JsonMapper json = new JsonMapper();
    List<Rumour> threads = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode thread = json.readTree(line);
      String veracity = thread.get("veracity").asText();
      List<Post> posts = new ArrayList<>();
      thread.get("posts").forEach(post -> posts.add(
          new Post(post.get("id").asText(), post.get("t").asLong(), post.get("user").asText(), post.get("stance")
              .asText())));
      posts.sort(Comparator.comparingLong(Post::second).thenComparing(Post::id));
      if (!veracity.equals("unverified")) {
        threads.add(new Rumour(thread.get("event").asText(), veracity.equals("true"), posts));
      }
    }
    return threads;
  }

  private static String events(List<Rumour> threads) {
    Map<String, int[]> counts = new TreeMap<>();
    threads.forEach(thread -> counts.computeIfAbsent(thread.event(), event -> new int[2])[thread.happened() ? 0 : 1]++);
    List<String> parts = new ArrayList<>();
    counts.forEach((event, count) -> parts.add("%s %d true and %d false".formatted(event, count[0], count[1])));
    return "Verified threads: " + String.join(", ", parts)
        + ". Hence the figures are of one event, and no interval over events can be given from them.";
  }

  private static double weighed(List<Post> posts) {
    List<Reading> readings = new ArrayList<>();
    for (Post post : posts) {
      Instant at = Instant.ofEpochSecond(post.second());
      Stance stance = switch (post.stance()) {
        case "support" -> readings.isEmpty() ? Stance.SIGHTING : Stance.HEARSAY;
        case "deny" -> Stance.DENIAL;
        default -> Stance.QUESTION;
      };
      readings.add(new Reading(new ReportId(post.id()), Channel.SEALED, new SourceKey(post.user()), RUMOUR, stance,
          List.of(), new Span(at, at), Words.NONE, List.of(),
          false, List.of(), List.of()));
    }
    readings.sort(Reading.ORDER);
    return WEIGHER.weigh(Incident.of(readings), new Evidence(Experience.NONE, List.of()), readings.getLast().when()
        .latest()).probability();
  }

  /// Who takes a side twice is heard once, as they said last.
  private static List<Post> lastWords(List<Post> posts) {
    Map<String, Post> last = new LinkedHashMap<>();
    for (Post post : posts) {
      if (!post.stance().equals("comment")) {
        last.put(post.user(), post);
      }
    }
    return last.isEmpty() ? posts : List.copyOf(last.values());
  }

  private static double vote(List<Post> posts) {
    double supports = posts.stream().filter(post -> post.stance().equals("support")).count();
    double denials = posts.stream().filter(post -> post.stance().equals("deny")).count();
    return (supports + 2) / (supports + denials + 3);
  }

  private static double[] scores(List<Rumour> threads, int cut, ToDoubleFunction<List<Post>> way) {
    return threads.stream().mapToDouble(thread -> way.applyAsDouble(thread.first(cut))).toArray();
  }

  private static double auc(List<Rumour> threads, double[] scores) {
    int[] all = new int[scores.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = i;
    }
    return auc(threads, scores, all);
  }

  /// Share of pairs of a true and a false thread that stand in the right order; ties count half.
  private static double auc(List<Rumour> threads, double[] scores, int[] chosen) {
    double right = 0;
    double pairs = 0;
    for (int one : chosen) {
      for (int other : chosen) {
        if (threads.get(one).happened() && !threads.get(other).happened()) {
          pairs++;
          right += scores[one] > scores[other] ? 1 : scores[one] == scores[other] ? 0.5 : 0;
        }
      }
    }
    return pairs == 0 ? Double.NaN : right / pairs;
  }

  private static String resampled(List<Rumour> threads, double[] scores) {
    Random random = new Random(1);
    List<Double> aucs = new ArrayList<>();
    for (int draw = 0; draw < RESAMPLES; draw++) {
      double auc = auc(threads, scores, random.ints(scores.length, 0, scores.length).toArray());
      if (!Double.isNaN(auc)) {
        aucs.add(auc);
      }
    }
    aucs.sort(Comparator.naturalOrder());
    return String.format(Locale.ROOT, "%.2f–%.2f", aucs.get(aucs.size() / 20),
        aucs.get(aucs.size() - 1 - aucs.size() / 20));
  }
}
