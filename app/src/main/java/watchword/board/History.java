package watchword.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import watchword.core.bulletin.Bulletin;
import watchword.core.bulletin.Notice;
import watchword.core.bulletin.Status;

/// All bulletins of one thread, oldest first; only the last one speaks for the desk.
record History(List<Bulletin> versions) {

  /// A thread's id names a file and stands in feeds.
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private static final Comparator<History> NEWEST_FIRST =
      Comparator.comparing((History history) -> history.latest().published()).reversed().thenComparing(History::thread);

  History {
    versions = List.copyOf(versions);
    for (int i = 0; i < versions.size(); i++) {
      check(versions, i);
    }
  }

  /// The threads of a desk, newest word first.
  static List<History> of(List<Bulletin> bulletins) {
    Map<String, List<Bulletin>> threads = new LinkedHashMap<>();
    for (Bulletin bulletin : bulletins) {
      threads.computeIfAbsent(bulletin.notice().thread().value(), thread -> new ArrayList<>()).add(bulletin);
    }
    return threads.values().stream().map(History::new).sorted(NEWEST_FIRST).toList();
  }

  String thread() {
    return latest().thread().value();
  }

  Notice latest() {
    return versions.getLast().notice();
  }

  List<Notice> notices() {
    return versions.stream().map(Bulletin::notice).toList();
  }

  boolean withdrawn() {
    return latest().status() == Status.RETRACTED;
  }

  /// Whether the desk still stands by its last word at this moment.
  boolean inForce(Instant now) {
    return now.isBefore(latest().expires());
  }

  private static void check(List<Bulletin> versions, int i) {
    Notice notice = versions.get(i).notice();
    if (!NAME.matcher(notice.thread().value()).matches()) {
      throw new IllegalArgumentException("a thread's id is not 1 to 64 letters, digits, - or _");
    }
    boolean first = versions.get(i) instanceof Bulletin.Alert;
    if (notice.version() != i + 1 || first != (i == 0)) {
      throw new IllegalArgumentException("thread " + notice.thread() + " is not an alert followed by versions 2, 3, …");
    }
    if ((versions.get(i) instanceof Bulletin.Cancel) != (notice.status() == Status.RETRACTED)) {
      throw new IllegalArgumentException("thread " + notice.thread() + " is retracted without a cancel, or cancelled without saying so");
    }
    if (i > 0 && notice.published().isBefore(versions.get(i - 1).notice().published())) {
      throw new IllegalArgumentException("thread " + notice.thread() + " has a version published before the one it replaces");
    }
  }
}
