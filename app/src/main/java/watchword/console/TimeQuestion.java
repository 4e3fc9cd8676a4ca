package watchword.console;

import java.time.Instant;

/// What a desk that doubts its machine's clock asks a member to confirm.
///
/// @param machine the time that would be confirmed
/// @param sentence what happened, what waits, and what else to do
public record TimeQuestion(Instant machine, String sentence) {}
