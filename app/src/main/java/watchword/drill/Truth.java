package watchword.drill;

/// What is behind a report. Nothing but the scorer and the drill's checks may read it.
public sealed interface Truth {

  /// It speaks of something that happened, be it as a denial, by hearsay or as a copy.
  record Of(HappeningId happening) implements Truth {}

  /// It spreads, asks about or denies a planted alarm.
  record Planted(FictionId fiction) implements Truth {}

  /// An honest witness misread something harmless.
  record Mistaken(FictionId fiction) implements Truth {}

  /// Nothing is behind it.
  record Noise() implements Truth {}
}
