package watchword.drill;

import java.time.Instant;
import java.util.List;
import watchword.core.assessment.Outcome;
import watchword.core.assessment.Question;
import watchword.core.assessment.Watch;

/// What reaches a drill's desk of the border beside reports: what is said in public, what a call to the observers there tells, and at last what came.
interface Border {

  /// The question asked about it, by id.
  String QUESTION = "border-tonight";

  /// Its hypothesis that somebody crosses.
  String CROSSED = "crossed";

  /// What officials have said until now, in the order of time.
  List<Speech> said(Instant now);

  /// Calls whoever can see the watched area.
  ///
  /// @return whether they looked and saw nothing of these kinds; false also when nobody could be reached
  boolean seesNothing(Watch watch, Instant now);

  /// What came, by the rule of the question.
  Outcome outcome(Question question);

  /// What somebody says in public.
  ///
  /// @param text what they say, in words of the drill
  /// @param official who speaks
  record Speech(Instant at, String official, What what, String text) {

    enum What {
      /// It was their plan, not ours.
      JUSTIFIES,
      /// A party to it says that nothing is coming.
      DENIES_FOR_ITSELF,
      /// Somebody who gains nothing by it says that nothing is to be seen.
      DENIES
    }
  }
}
