package watchword.seal;

import java.time.Instant;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The days for which one bundle's keys stand: one day of a page, or the thirty of an offline sealer.
///
/// Spelled `20779` for a day and `courier-20760` for the thirty days from that one on.
///
/// @param days 1, or [Terms#COURIER_DAYS]
public record Term(Epoch first, int days) implements Comparable<Term> {
  private static final Pattern SPELLING = Pattern.compile("(courier-)?(0|[1-9][0-9]{0,6})");
  private static final Comparator<Term> ORDER = Comparator.comparing(Term::first).thenComparingInt(Term::days);

  public Term {
    if (days != 1 && days != Terms.COURIER_DAYS) {
      throw new IllegalArgumentException(days + " days, not 1 or " + Terms.COURIER_DAYS);
    }
    Epoch _ = last(first, days);
  }

  public static Term day(Epoch epoch) {
    return new Term(epoch, 1);
  }

  /// Returns the term of an offline sealer whose keys begin on this day; terms may overlap.
  public static Term courier(Epoch first) {
    return new Term(first, Terms.COURIER_DAYS);
  }

  public static Term parse(String spelling) throws FormatException {
    Matcher matcher = SPELLING.matcher(spelling);
    if (!matcher.matches()) {
      throw new FormatException("term: not like 20779 or courier-20760");
    }
    try {
      Epoch first = new Epoch(Integer.parseInt(matcher.group(2)));
      return matcher.group(1) == null ? day(first) : courier(first);
    } catch (IllegalArgumentException e) {
      throw new FormatException("term: " + e.getMessage());
    }
  }

  public boolean isCourier() {
    return days != 1;
  }

  public Instant begin() {
    return first.begin();
  }

  public Instant end() {
    return last(first, days).end();
  }

  /// Returns when the private parts are destroyed: with those of the term's last day.
  public Instant destroyAt() {
    return last(first, days).destroyAt();
  }

  private static Epoch last(Epoch first, int days) {
    return first.plusDays(days - 1);
  }

  @Override
  public int compareTo(Term other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return (isCourier() ? "courier-" : "") + first.day();
  }
}
