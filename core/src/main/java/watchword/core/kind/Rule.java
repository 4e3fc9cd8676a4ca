package watchword.core.kind;

/// When and how finely a kind may be made public; a desk may override it (DESIGN 5.10).
///
/// @param delayMinutes wait after the latest moment of the incident
/// @param cellMetres finest public precision
/// @param origins independent origins an UNCONFIRMED bulletin needs
/// @param dangerToLife leaves at once, not on the tick, and one member may say UNCONFIRMED
/// @param districtOnlyHours no place finer than the district until so long after the incident
/// @param never never published
public record Rule(
    int delayMinutes,
    int cellMetres,
    int origins,
    boolean dangerToLife,
    int districtOnlyHours,
    boolean never) {

  public Rule {
    if (delayMinutes < 0 || cellMetres < 1 || origins < 1 || districtOnlyHours < 0) {
      throw new IllegalArgumentException("a rule has a negative delay, a cell below 1 m or no origin");
    }
  }
}
