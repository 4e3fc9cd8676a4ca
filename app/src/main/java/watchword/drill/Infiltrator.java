package watchword.drill;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import watchword.core.decision.Policy;
import watchword.core.report.ReportId;
import watchword.desk.Showing;
import watchword.member.Admission;
import watchword.member.MemberKey;
import watchword.member.Pseudonym;
import watchword.seal.FormatException;

/// One bad member of a desk for a month, who reads as much as it lets them.
///
/// They do better than a real one could: they know which report is of their lane before asking, waste nothing, and go on asking after every refusal. The others agree
/// to nothing and do their work.
public final class Infiltrator {

  private static final Pseudonym MOLE = new Pseudonym("mole");
  private static final Pseudonym OTHER = new Pseudonym("wren");

  /// Before the month begins, so that the mole is a member like any other.
  private static final int DAYS_BEFORE = 8;

  private final int lanes;
  private final int reports;
  private final int days;
  private final Path folder;

  /// What came of it.
  ///
  /// @param readShare of all reports, those whose words the mole was shown
  /// @param alarmDay the first day, from 1, on which another member was told; empty for never
  /// @param overDay the first day on which the mole asked for more than a day has
  /// @param mostADay reports read on the fullest day
  /// @param hajun what a member admitted after the month, and an old invitation, opened
  public record Result(int lanes, int reports, double readShare, OptionalInt alarmDay, OptionalInt overDay, int mostADay, List<String> hajun) {
    public Result {
      hajun = List.copyOf(hajun);
    }

    /// Whether every promise held: the quota, the lane's share and a point for sampling, the alarm's day, and nothing of before. A member who was shown
    /// nothing at all proves none of them.
    public boolean holds() {
      double byLanes = 1.0 / lanes + SAMPLING * Math.sqrt(Math.max(1, MONTH / reports));
      return readShare > 0 && readShare <= byLanes && mostADay <= Policy.SHOWN_A_DAY && overDay.isPresent() && alarmDay.equals(overDay) && hajun.isEmpty();
    }

    /// One point: nearly three standard deviations of 8,500 draws of one in eight, and as many of fewer draws.
    private static final double SAMPLING = 0.01;

    private static final double MONTH = 8_500;
  }

  /// @param folder an empty or missing one
  public Infiltrator(Path folder, int lanes, int reports, int days) {
    this.folder = folder;
    this.lanes = lanes;
    this.reports = reports;
    this.days = days;
  }

  /// Plays it.
  ///
  /// @param step told what is done now
  /// @param progress told of each report
  public Result run(long seed, Consumer<String> step, IntConsumer progress) throws IOException, FormatException {
    try (ClockedDesk desk = new ClockedDesk(folder, lanes, seed)) {
      admit(desk, MOLE, Set.of(0));
      Hajun hajun = new Hajun(desk, OTHER);
      for (int day = 0; day < DAYS_BEFORE; day++) {
        desk.nextDay();
      }
      desk.unlock(List.of(ClockedDesk.FOUNDER, MOLE));
      Month month = new Month(desk);
      step.accept("reading, lanes: " + lanes);
      for (int day = 1; day <= days; day++) {
        desk.nextDay();
        int today = reports * day / days - reports * (day - 1) / days;
        for (int i = 0; i < today; i++) {
          desk.clock().advance(Duration.ofHours(22).dividedBy(today));
          desk.report();
          progress.accept(1);
        }
        month.evening(day);
      }
      step.accept("an old invitation and a newcomer, lanes: " + lanes);
      return month.result(hajun.opened(List.of(ClockedDesk.FOUNDER, MOLE)));
    }
  }

  private static void admit(ClockedDesk desk, Pseudonym name, Set<Integer> lanes) {
    MemberKey device = desk.device(name);
    if (!(desk.admit(desk.invite(ClockedDesk.FOUNDER, device, lanes), device) instanceof Admission.Admitted)) {
      throw new IllegalStateException("the drill's member was not admitted");
    }
  }

  /// What the mole does each evening, and what came of it so far.
  private final class Month {
    private final ClockedDesk at;
    private final Set<ReportId> read = new HashSet<>();
    private OptionalInt alarmDay = OptionalInt.empty();
    private OptionalInt overDay = OptionalInt.empty();
    private int mostADay;

    Month(ClockedDesk at) {
      this.at = at;
    }

    /// First all of their own lane, the newest first, one by one; then the rest of the day, one by one, at once, and what is older.
    void evening(int day) {
      int before = read.size();
      Set<ReportId> asked = new HashSet<>();
      List<ReportId> all = at.order();
      List<ReportId> newestFirst = all.reversed().stream().filter(id -> !read.contains(id)).toList();
      Stream.concat(newestFirst.stream().filter(this::own), newestFirst.stream().limit(2L * Policy.SHOWN_A_DAY))
          .limit(4L * Policy.SHOWN_A_DAY).forEach(id -> ask(List.of(id), asked, day));
      ask(newestFirst.stream().limit(2L * Policy.SHOWN_A_DAY).toList(), asked, day);
      ask(all.subList(0, Math.min(all.size(), Policy.SHOWN_AT_ONCE)), asked, day);
      mostADay = Math.max(mostADay, read.size() - before);
      if (alarmDay.isEmpty() && !at.desk().showing().alarms(ClockedDesk.FOUNDER.name(), at.clock().instant()).isEmpty()) {
        alarmDay = OptionalInt.of(day);
      }
    }

    private boolean own(ReportId id) {
      return at.taken(id).lane() == 0;
    }

    private void ask(List<ReportId> ids, Set<ReportId> asked, int day) {
      asked.addAll(ids);
      if (overDay.isEmpty() && asked.size() > Policy.SHOWN_A_DAY) {
        overDay = OptionalInt.of(day);
      }
      if (at.desk().showing().show(MOLE.name(), ids, at.clock().instant()) instanceof Showing.Answer.Shown shown) {
        shown.words().forEach((id, words) -> words.filter(text -> text.contains(at.taken(id).marker())).ifPresent(_ -> read.add(id)));
      }
    }

    Result result(List<String> hajun) {
      return new Result(lanes, reports, (double) read.size() / reports, alarmDay, overDay, mostADay, hajun);
    }
  }
}
