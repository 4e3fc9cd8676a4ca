package watchword.console;

import java.util.List;
import java.util.Optional;
import watchword.core.bulletin.Status;
import watchword.desk.Case;

/// What is published and no longer holds: the question a member has to answer.
record TakeBack(Status told, List<String> reasons) {

  static Optional<TakeBack> of(Case one) {
    return one.review().flatMap(review -> one.published().map(notice -> new TakeBack(notice.status(), review.reasons())));
  }

  /// `Published as UNCONFIRMED, and now 3 origins deny it: withdraw?`
  String question() {
    return "Published as %s, and now %s: withdraw?".formatted(Say.status(told), String.join("; ", reasons));
  }

  void show(Html html) {
    html.open("p", "class", "take-back").element("b", question());
    html.text(" Readers are still told it. Nothing is taken back until a member withdraws it.").close();
  }
}
