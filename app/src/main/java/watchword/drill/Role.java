package watchword.drill;

/// How someone comes to write about a happening.
///
/// @see Crowd for how many there are of each
enum Role {
  /// Saw or heard it.
  WITNESS,
  /// Saw it, enrolled, and is careful.
  OBSERVER,
  /// Saw it and cannot say where within five kilometres.
  LOST,
  /// Was told.
  HEARSAY,
  /// Is there and sees nothing of it.
  DENIAL,
  /// Was told and asks.
  QUESTION,
  /// Passes on a report, as it is or with a word changed.
  COPY,
  /// A public channel: repeats a report later, or has a witness of its own.
  PUBLIC
}
