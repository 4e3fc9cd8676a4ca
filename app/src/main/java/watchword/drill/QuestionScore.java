package watchword.drill;

/// What a drill's standing question scored: Brier, 0 at best and 1 at worst.
///
/// Where nobody crosses, as in the worlds made so far, every hour of a warning costs: the base rate is hard to beat by one evening.
///
/// @param base of the base rate alone
/// @param computed of the figure the desk computed, by how long each stood
/// @param judged of what its people judged, by how long each judgement stood
/// @param told judgements that went out to the public
public record QuestionScore(double base, double computed, double judged, int told) {}
