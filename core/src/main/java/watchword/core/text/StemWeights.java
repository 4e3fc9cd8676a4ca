package watchword.core.text;

/// How telling a stem is in a text of an hour, from texts of earlier hours alone.
@FunctionalInterface
public interface StemWeights {

  /// Without history every word weighs the same.
  StemWeights NONE = (stem, hour) -> 1;

  /// Returns the weight of a stem, 1 where too little is known.
  ///
  /// @param hour hours since 1970
  double weight(long stem, long hour);
}
