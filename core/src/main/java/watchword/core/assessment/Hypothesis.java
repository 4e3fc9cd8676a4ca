package watchword.core.assessment;

/// One of the answers a question may have; no two of a question can be right.
///
/// @param id how evidence and files name it
public record Hypothesis(String id, String text) {
  public Hypothesis {
    Checks.said(id, "the id of a hypothesis");
    Checks.said(text, "the text of a hypothesis");
  }
}
