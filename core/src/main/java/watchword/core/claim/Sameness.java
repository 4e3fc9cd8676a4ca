package watchword.core.claim;

/// Whether two values say the same.
@FunctionalInterface
public interface Sameness {

  /// Equal to the last character.
  Sameness EXACT = String::equals;

  boolean same(String one, String other);
}
