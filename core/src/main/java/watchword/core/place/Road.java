package watchword.core.place;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import watchword.core.text.Folding;

/// A road of a desk's own list: who says "along the M10" tells one of its stretches, and not which.
///
/// @param names other spellings, in any language
/// @param course points along it, in their order; how sure each is plays no part
public record Road(String name, List<String> names, List<Place> course) {

  /// Each stretch is one more place that a report may mean.
  public static final int MOST_POINTS = 32;

  public Road {
    names = List.copyOf(names);
    course = List.copyOf(course);
    if (course.size() < 2 || course.size() > MOST_POINTS) {
      throw new IllegalArgumentException("a road has 2 to " + MOST_POINTS + " points");
    }
    for (int i = 1; i < course.size(); i++) {
      if (course.get(i - 1).distanceMetres(course.get(i)) == 0) {
        throw new IllegalArgumentException("a road stands still at its point " + (i + 1));
      }
    }
  }

  /// From point to point: the middle of each stretch, unsure by half its length. Their shares of the road are as their lengths.
  public List<Place> stretches() {
    List<Place> stretches = new ArrayList<>();
    for (int i = 1; i < course.size(); i++) {
      Place from = course.get(i - 1);
      double half = from.distanceMetres(course.get(i)) / 2;
      Place middle = from.moved(half, from.bearing(course.get(i)), half);
      stretches.add(new Place(middle.latitude(), middle.longitude(), half, name));
    }
    return stretches;
  }

  /// Whether these folded tokens name it, declined or not.
  boolean named(List<String> tokens) {
    return Stream.concat(Stream.of(name), names.stream()).map(Folding::tokens).anyMatch(own -> within(own, tokens));
  }

  private static boolean within(List<String> own, List<String> tokens) {
    for (int at = 0; at + own.size() <= tokens.size(); at++) {
      if (Declension.forms(own, tokens.subList(at, at + own.size()))) {
        return !own.isEmpty();
      }
    }
    return false;
  }
}
