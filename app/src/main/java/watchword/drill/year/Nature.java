package watchword.drill.year;

/// How a sign truly comes about in the invented country. Written once, by what is plausible, before any year was scored; no editor sees it.
///
/// @param sign the id in `Signs`
/// @param inAttack the share of preparations for an attack that show it at all
/// @param inExercise the share of exercises that do
/// @param from the earliest it may begin, as a share of the build-up
/// @param to the latest
/// @param byItself the chance of a day on which it is there without any build-up
record Nature(String sign, double inAttack, double inExercise, double from, double to, double byItself) {

  static final Nature RAIL = new Nature(Signs.RAIL, .85, .70, 0, .4, .02);
  static final Nature FUEL = new Nature(Signs.FUEL, .70, .30, .2, .6, .006);
  static final Nature HOSPITALS = new Nature(Signs.HOSPITALS, .65, .12, .3, .8, .003);
  static final Nature MOVEMENTS = new Nature(Signs.MOVEMENTS, .85, .65, .3, .8, .015);
  static final Nature RESERVISTS = new Nature(Signs.RESERVISTS, .45, .15, 0, .5, .004);
  static final Nature JUSTIFICATION = new Nature(Signs.JUSTIFICATION, .60, .12, .2, .8, .015);

  double in(BuildUp.Purpose purpose) {
    return switch (purpose) {
      case ATTACK, CALLED_OFF -> inAttack;
      case EXERCISE -> inExercise;
    };
  }
}
