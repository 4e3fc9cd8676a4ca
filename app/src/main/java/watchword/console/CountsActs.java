package watchword.console;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import watchword.core.count.KindInArea;
import watchword.core.count.Measure;
import watchword.core.kind.Kind;
import watchword.desk.Counts;
import watchword.desk.Entry;

/// The page of counts, and what a member says of an alarm.
record CountsActs(Room room) {

  void show(Context ctx) {
    Pages.html(ctx, new Frame(room).page("Counts", Frame.Place.COUNTS, Door.sitting(ctx), html -> new CountsView(room).show(html, Door.sitting(ctx))));
  }

  void handle(Context ctx) {
    Fields fields = new Fields(ctx);
    Entry.Cause cause = fields.choice(Entry.Cause.class, "cause");
    String note = Optional.ofNullable(ctx.formParam("note")).orElse("").strip();
    if (note.length() > Counts.longestNote()) {
      throw new RefusedException(400, "The note is longer than %d characters. Nothing was noted: go back and shorten it.".formatted(Counts.longestNote()));
    }
    KindInArea subject = new KindInArea(kind(fields), fields.find("area").orElse(""));
    Set<Measure> done = room.desk().counts().handle(Door.sitting(ctx).member(), subject, measures(fields), cause, note, room.now());
    Door.sitting(ctx).say(done.isEmpty()
        ? Flash.kept("Nothing was noted: this alarm is over a fortnight old, or what was counted has become something else. Look at the page again.")
        : Flash.done("Noted: it was %s. Nothing is published by this.".formatted(CountsView.cause(cause))));
    ctx.redirect(CountsView.PATH, HttpStatus.SEE_OTHER);
  }

  private Kind kind(Fields fields) {
    return room.config().kinds().find(fields.get("kind"))
        .orElseThrow(() -> new RefusedException(400, "There is no such kind. Nothing was noted."));
  }

  private static Set<Measure> measures(Fields fields) {
    Set<Measure> measures = EnumSet.noneOf(Measure.class);
    for (Measure measure : Measure.values()) {
      if (fields.list("measure").contains(measure.name())) {
        measures.add(measure);
      }
    }
    return measures;
  }
}
