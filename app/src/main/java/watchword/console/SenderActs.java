package watchword.console;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import watchword.core.decision.Giveaway;
import watchword.core.report.ReportId;
import watchword.desk.Case;
import watchword.desk.Entry;
import watchword.desk.Letters;

/// Writing to senders and reading what they say later.
record SenderActs(Room room) {

  void list(Context ctx) {
    Pages.html(ctx, new Frame(room).page("Senders", Frame.Place.SENDERS, Door.sitting(ctx), html -> new SendersView(room).show(html, Door.sitting(ctx))));
  }

  void page(Context ctx) {
    show(ctx, SenderView.Asked.NOTHING, Optional.empty());
  }

  /// Shows what one sender said later, and the desk notes it.
  void read(Context ctx) {
    Fields fields = new Fields(ctx);
    String member = Door.sitting(ctx).member();
    ReportId words = new ReportId(fields.get("words"));
    if (room.desk().letters().thread(member, report(fields), room.now()).letters().stream().noneMatch(letter -> letter instanceof Entry.Continued came && came.id().equals(words))) {
      throw new RefusedException(404, "The desk has no such words. They may be destroyed.");
    }
    show(ctx, SenderView.Asked.NOTHING, Optional.of(new ReportsView.Read(List.of(words), room.desk().showing().show(member, List.of(words), room.now()))));
  }

  /// Writes, unless the text repeats what its writer has not been warned of.
  void write(Context ctx) {
    Fields fields = new Fields(ctx);
    String member = Door.sitting(ctx).member();
    String text = fields.get("text");
    Set<Giveaway> echoes = room.desk().letters().echoes(member, report(fields), text);
    if (!warned(fields).containsAll(echoes)) {
      ctx.status(422);
      show(ctx, new SenderView.Asked(text, echoes, ""), Optional.empty());
      return;
    }
    switch (room.desk().letters().write(member, report(fields), text, room.now())) {
      case Letters.Outcome.Standing standing -> {
        Door.sitting(ctx).say(Flash.done("It goes out with the next file and stands until %s, or until it is answered.".formatted(room.time().near(standing.until(), room.now()))));
        ctx.redirect(Link.sender(report(fields)), HttpStatus.SEE_OTHER);
      }
      case Letters.Outcome.Full full -> refuse(ctx, text, echoes, "Every place is taken; the next falls free on %s at the latest.".formatted(room.time().near(full.free(), room.now())));
      case Letters.Outcome.Refused refused -> refuse(ctx, text, echoes, IncidentView.capital(refused.reason()) + ".");
    }
  }

  private void refuse(Context ctx, String text, Set<Giveaway> echoes, String problem) {
    ctx.status(422);
    show(ctx, new SenderView.Asked(text, echoes, problem), Optional.empty());
  }

  private static Set<Giveaway> warned(Fields fields) {
    Set<Giveaway> warned = EnumSet.noneOf(Giveaway.class);
    fields.find("despite").ifPresent(names -> {
      for (Giveaway echo : Giveaway.values()) {
        if (Set.of(names.split(" ", -1)).contains(echo.name())) {
          warned.add(echo);
        }
      }
    });
    return warned;
  }

  private static ReportId report(Fields fields) {
    return new ReportId(fields.get("report"));
  }

  private void show(Context ctx, SenderView.Asked asked, Optional<ReportsView.Read> read) {
    ReportId report = report(new Fields(ctx));
    Case one = room.desk().sight(Door.sitting(ctx).member()).holding(report, room.now())
        .orElseThrow(() -> new RefusedException(404, "The desk has no such report."));
    Pages.html(ctx, new Frame(room).page("Its sender", Frame.Place.SENDERS, Door.sitting(ctx), html -> new SenderView(room).show(html, Door.sitting(ctx), one, report, asked, read)));
  }
}
