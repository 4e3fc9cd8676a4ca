package watchword.core.corroboration;

import java.util.Collection;

/// How many Admiralty grades lie on the diagonal: A1, B2, C3, D4, E5.
///
/// Letter and number answer two questions. Where nearly all grades lie on the diagonal, one of them was read off the other: of 1,400 field reports 87 %
/// did (Baker et al. 1968).
///
/// @param on how many of the graded lie on it
/// @param graded those that have both a letter and a number
/// @param expected the share that as many of each letter and each number would put there if neither knew of the other: where nearly all sources are good and
/// nearly all incidents likely, B meets 2 by base rates alone
/// @param ungraded those whose source or information cannot be judged
public record Diagonal(int on, int graded, double expected, int ungraded) {

  /// Well below the 87 % of practice that did not keep the two apart, and above what honest ones reach by chance.
  private static final double SUSPICIOUS = 0.7;

  /// With fewer, one grade more or less decides.
  public static final int LEAST = 20;

  private static final char CANNOT = 'F';
  private static final int CANNOT_BE = 6;

  public static Diagonal of(Collection<Admiralty> grades) {
    int on = 0;
    int[] letters = new int[CANNOT_BE];
    int[] numbers = new int[CANNOT_BE];
    int graded = 0;
    for (Admiralty grade : grades) {
      if (grade.letter() != CANNOT && grade.number() != CANNOT_BE) {
        graded++;
        letters[grade.letter() - 'A']++;
        numbers[grade.number() - 1]++;
        on += grade.letter() - 'A' + 1 == grade.number() ? 1 : 0;
      }
    }
    double pairs = 0;
    for (int i = 0; i < CANNOT_BE; i++) {
      pairs += (double) letters[i] * numbers[i];
    }
    return new Diagonal(on, graded, graded == 0 ? 0 : pairs / graded / graded, grades.size() - graded);
  }

  public double share() {
    return graded == 0 ? 0 : (double) on / graded;
  }

  /// Whether so many lie on it that letter and number say one thing twice.
  public boolean warns() {
    return graded >= LEAST && share() > SUSPICIOUS;
  }
}
