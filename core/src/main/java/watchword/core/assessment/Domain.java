package watchword.core.assessment;

/// Where an indicator lies; signs from several domains together mean more than many of one (Grabo).
public enum Domain {
  FORCES,
  LOGISTICS,
  MEDICAL,
  POLITICAL,
  INFORMATION,
  ECONOMY,
  POPULATION
}
