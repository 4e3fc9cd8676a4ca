/// Questions from folders of readable files, and the sheet that shows how one is answered.
///
/// A folder goes in (spec/assessment.md), a [QuestionFolder] comes out; `Sheet` lays the computed assessment and the judgement out in text. Series of
/// counts come in as CSV.
@NullMarked
package watchword.assess;

import org.jspecify.annotations.NullMarked;
