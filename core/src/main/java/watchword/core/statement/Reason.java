package watchword.core.statement;

/// Words of a sentence and what they told.
///
/// @param tells the section of the lexicon, such as `hearsay`
public record Reason(String tells, String words) {}
