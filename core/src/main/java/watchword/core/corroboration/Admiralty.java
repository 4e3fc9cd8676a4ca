package watchword.core.corroboration;

/// The grades of NATO's Admiralty system: reliability of the source, credibility of the information.
///
/// @param letter A (reliable) to E (unreliable), F cannot be judged
/// @param number 1 (confirmed) to 5 (improbable), 6 cannot be judged
public record Admiralty(char letter, int number) {
  public Admiralty {
    if (letter < 'A' || letter > 'F' || number < 1 || number > 6) {
      throw new IllegalArgumentException("not a grade of A to F and 1 to 6");
    }
  }

  @Override
  public String toString() {
    return letter + "" + number;
  }
}
