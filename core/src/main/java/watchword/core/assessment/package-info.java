/// Answers to standing questions, in numbers that can be held to account.
///
/// A [Question] with its hypotheses, what usually happens ([BaseRate]), indicators and evidence go in; an [Assessment] comes out, line by line, with
/// what each origin moves. Beside it stands a person's [Judgement], which it never replaces, and the [PublicSentence] made from that. Afterwards [Scores].
@NullMarked
package watchword.core.assessment;

import org.jspecify.annotations.NullMarked;
