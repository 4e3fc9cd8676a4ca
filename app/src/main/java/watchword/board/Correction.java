package watchword.board;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import watchword.core.bulletin.Notice;
import watchword.core.bulletin.Status;

/// A bulletin that took back or turned round what the one before had said.
///
/// @param latest what its thread says by now: a correction can itself have been replaced or withdrawn
record Correction(Notice before, Notice after, Notice latest) {

  /// All corrections of a desk, newest first.
  static List<Correction> of(List<History> histories) {
    List<Correction> found = new ArrayList<>();
    for (History history : histories) {
      List<Notice> notices = history.notices();
      for (int i = 1; i < notices.size(); i++) {
        if (corrects(notices.get(i - 1).status(), notices.get(i).status())) {
          found.add(new Correction(notices.get(i - 1), notices.get(i), history.latest()));
        }
      }
    }
    found.sort(Comparator.comparing((Correction correction) -> correction.after().published()).reversed()
        .thenComparing(correction -> correction.after().thread()));
    return found;
  }

  /// Whether what it put right still stands as it put it.
  boolean stands() {
    return after.equals(latest);
  }

  /// Learning more is no correction; having said too much, or the opposite, is.
  static boolean corrects(Status before, Status after) {
    return switch (before) {
      case CONFIRMED -> after != Status.CONFIRMED;
      case UNCONFIRMED -> !claims(after);
      // Another likelihood is a later judgement; a thread keeps its claim.
      case NOT_CONFIRMED, JUDGED -> after == Status.RETRACTED;
      case NO_SIGN, REFUTED -> claims(after) || after == Status.RETRACTED;
      case RETRACTED -> after != Status.RETRACTED;
    };
  }

  /// Whether a status says that it happened.
  static boolean claims(Status status) {
    return switch (status) {
      case CONFIRMED, UNCONFIRMED -> true;
      case NOT_CONFIRMED, NO_SIGN, REFUTED, JUDGED, RETRACTED -> false;
    };
  }
}
