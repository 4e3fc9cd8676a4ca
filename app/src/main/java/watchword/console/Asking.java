package watchword.console;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Optional;
import watchword.core.report.ReportId;
import watchword.desk.Case;
import watchword.desk.Showing;

/// Asking to be shown what reports say, and another member's answer to that.
record Asking(Room room, Pages pages) {

  /// Shows the words of one report, and the desk notes it.
  void read(Context ctx) {
    Fields fields = new Fields(ctx);
    ReportId id = new ReportId(fields.get("report"));
    Case one = room.desk().sight(member(ctx)).holding(id, room.now()).orElseThrow(() -> new RefusedException(404, "The desk has no such report."));
    ReportsView.Read read = new ReportsView.Read(List.of(id), room.desk().showing().show(member(ctx), List.of(id), room.now()));
    if (ctx.header("HX-Request") != null) {
      Pages.html(ctx, new ReportsView(room).fragment(read, one, member(ctx)));
    } else {
      pages.incident(ctx, Optional.of(read));
    }
  }

  /// Shows the words of all reports of an incident, where the rules let them be shown at once.
  void readAll(Context ctx) {
    Case one = room.holding(member(ctx), new Fields(ctx).id()).orElseThrow(() -> new RefusedException(404, "The desk has no such incident. Look in the queue."));
    List<ReportId> reports = one.incident().reports();
    pages.incident(ctx, Optional.of(new ReportsView.Read(reports, room.desk().showing().show(member(ctx), reports, room.now()))));
  }

  void agree(Context ctx) {
    Showing.Standing asked = standing(ctx);
    Optional<String> against = room.desk().showing().agree(member(ctx), asked.asker(), asked.reports(), room.now());
    back(ctx, against.map(reason -> Flash.kept("Not agreed: " + reason + "."))
        .orElseGet(() -> Flash.done("Agreed: %s may be shown %s for a day.".formatted(asked.asker(), QueueView.count(asked.reports().size(), "report")))));
  }

  void stop(Context ctx) {
    Showing.Standing asked = standing(ctx);
    boolean stopped = room.desk().showing().stop(member(ctx), asked.asker(), asked.reports(), room.now());
    back(ctx, stopped ? Flash.done("Stopped. Nothing of it is shown.") : Flash.kept("It was over already. Nothing was done."));
  }

  /// The form names who asked and when; the reports are the desk's own list.
  private Showing.Standing standing(Context ctx) {
    Fields fields = new Fields(ctx);
    String asker = fields.get("asker");
    String at = fields.get("at");
    return room.desk().showing().standing(member(ctx), room.now()).stream()
        .filter(one -> one.asker().equals(asker) && one.at().toString().equals(at)).findFirst()
        .orElseThrow(() -> new RefusedException(409, "It does not wait any more. Nothing was done."));
  }

  private static void back(Context ctx, Flash flash) {
    Door.sitting(ctx).say(flash);
    ctx.redirect("/", HttpStatus.SEE_OTHER);
  }

  private static String member(Context ctx) {
    return Door.sitting(ctx).member();
  }
}
