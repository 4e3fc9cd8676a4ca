package watchword.drill.year;

/// Forces gather at the border, and go again or cross it.
///
/// @param begins the first day, from 0 at the start of the year; negative before
/// @param ends the day on which they cross or have gone
record BuildUp(Purpose purpose, int begins, int ends) {

  enum Purpose {
    /// Ends with columns across the border.
    ATTACK,
    /// Meant for an attack and called off: nothing told the two apart before.
    CALLED_OFF,
    EXERCISE
  }

  BuildUp {
    if (ends <= begins) {
      throw new IllegalArgumentException("a build-up ends before it begins");
    }
  }

  boolean crosses() {
    return purpose == Purpose.ATTACK;
  }

  boolean on(int day) {
    return day >= begins && day < ends;
  }

  /// The day so far into it, 0 to 1.
  int dayAt(double share) {
    return begins + (int) StrictMath.floor(share * (ends - begins));
  }
}
