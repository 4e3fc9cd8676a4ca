package watchword.core.claim;

/// Picks among values of the same weight by lot, the same on every machine.
///
/// By the order of names or rows, the source that stands first would win every tie.
final class Ties {

  private Ties() {}

  /// Whether a value goes before another of the same item.
  static boolean first(String item, String value, String other) {
    return lot(item, value) < lot(item, other);
  }

  private static long lot(String item, String value) {
    long mixed = (31L * item.hashCode() + value.hashCode()) * 0x9e3779b97f4a7c15L;
    mixed = (mixed ^ (mixed >>> 32)) * 0xd6e8feb86659fd93L;
    return mixed ^ (mixed >>> 32);
  }
}
