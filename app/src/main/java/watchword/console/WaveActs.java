package watchword.console;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import watchword.core.report.ReportId;
import watchword.desk.Case;
import watchword.desk.WaveVerdict;

/// Judging a wave in three steps: the list, the question, the act.
///
/// What was listed is kept with the sitting and not in the form, so that nobody judges what they were not shown.
record WaveActs(Room room) {

  void list(Context ctx) {
    Fields fields = new Fields(ctx);
    Case one = flagged(ctx, fields);
    Sitting sitting = Door.sitting(ctx);
    Pages.html(ctx, new Frame(room).page("Judge the wave", Frame.Place.QUEUE, sitting, html ->
        sitting.listed(one.incident().id(), new WaveView(room).list(html, one, sitting, fields.tab()))));
  }

  void ask(Context ctx) {
    Fields fields = new Fields(ctx);
    Case one = flagged(ctx, fields);
    WaveVerdict verdict = verdict(ctx, fields, one);
    WaveVerdict.Done done = verdict.on(one.incident());
    if (done.refuted() == 0) {
      Door.sitting(ctx).say(Flash.kept("Nothing was done: where every report is genuine, there is no wave to judge."));
      ctx.redirect(Link.wave(one.incident().id(), fields.tab()), HttpStatus.SEE_OTHER);
      return;
    }
    Pages.html(ctx, new Frame(room).page("Judge the wave?", Frame.Place.QUEUE, Door.sitting(ctx), html ->
        new WaveView(room).ask(html, one, verdict, done, Door.sitting(ctx), fields.tab())));
  }

  void judge(Context ctx) {
    Fields fields = new Fields(ctx);
    Case one = flagged(ctx, fields);
    WaveVerdict.Done done = room.desk().judgeWave(Door.sitting(ctx).member(), one.incident().id(), verdict(ctx, fields, one), room.now());
    Door.sitting(ctx).say(done.refuted() == 0
        ? Flash.kept("Nothing was done: nothing that you were shown is left in it.")
        : Flash.done("%sRefuted: %s.%s Nothing is published by this.".formatted(
            done.lifted() == 0 ? "" : "Lifted out: " + QueueView.count(done.lifted(), "report") + ". ", QueueView.count(done.refuted(), "report"),
            done.unlisted() == 0 ? "" : " " + WaveView.unlisted(done.unlisted()))));
    ctx.redirect(Link.incident(one.incident().id(), fields.tab()), HttpStatus.SEE_OTHER);
  }

  private WaveVerdict verdict(Context ctx, Fields fields, Case one) {
    Set<ReportId> listed = Door.sitting(ctx).listed(one.incident().id()).orElseThrow(() ->
        new RefusedException(409, "The list is not the last one you opened, or the incident has become another. Nothing was done: open Judge the wave… again."));
    Set<ReportId> genuine = fields.list("report").stream().filter(id -> !id.isEmpty()).map(ReportId::new).collect(Collectors.toCollection(HashSet::new));
    genuine.retainAll(listed);
    return new WaveVerdict(listed, genuine);
  }

  private Case flagged(Context ctx, Fields fields) {
    Case one = room.holding(Door.sitting(ctx).member(), fields.id())
        .orElseThrow(() -> new RefusedException(404, "The desk has no such incident. Nothing was done: look in the queue."));
    if (one.closed() || one.corroboration().wave().isEmpty()) {
      throw new RefusedException(409, "This incident is closed, or is flagged as a wave no more. Nothing was done: judge it on its own page.");
    }
    return one;
  }
}
