package watchword.drill.trace;

/// A mark that was found.
///
/// @param where such as "memory" or "files"; never what was found
public record Trace(Mark mark, Spelling spelling, String where) {

  /// What may be told of it: whose mark it is and its own words stay unsaid.
  public String told() {
    return mark.what() + " as " + spelling + " in " + where;
  }
}
