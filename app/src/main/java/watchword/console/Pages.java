package watchword.console;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Optional;
import watchword.core.incident.IncidentId;
import watchword.core.report.ReportId;
import watchword.desk.Case;

/// Shows the rooms of the console to an unlocked member.
record Pages(Room room) {

  void queue(Context ctx) {
    Queue queue = Queue.of(room.desk(), Door.sitting(ctx).member(), room.now());
    Tab tab = new Fields(ctx).tab();
    Optional<Case> first = queue.in(tab).stream().findFirst().map(Queue.Item::one);
    three(ctx, queue, tab, first, Optional.empty());
  }

  void incident(Context ctx) {
    incident(ctx, Optional.empty());
  }

  /// @param read what was asked for with this page
  void incident(Context ctx, Optional<ReportsView.Read> read) {
    Fields fields = new Fields(ctx);
    Optional<Case> one = room.holding(Door.sitting(ctx).member(), fields.id());
    if (one.isPresent() && !one.get().incident().id().equals(fields.id())) {
      ctx.redirect(Link.incident(one.get().incident().id(), fields.tab()), HttpStatus.SEE_OTHER);
      return;
    }
    Case found = one.orElseThrow(() -> new RefusedException(404, "The desk has no such incident. It may have been joined with another: look in the queue."));
    three(ctx, Queue.of(room.desk(), Door.sitting(ctx).member(), room.now()), fields.tab(), Optional.of(found), read);
  }

  private void three(Context ctx, Queue queue, Tab tab, Optional<Case> open, Optional<ReportsView.Read> read) {
    Sitting sitting = Door.sitting(ctx);
    String title = open.map(one -> room.say().title(one.incident())).orElse(tab.label());
    html(ctx, new Frame(room).page(title, Frame.Place.QUEUE, sitting, html -> {
      QueueView list = new QueueView(room);
      list.tabs(html, queue, tab, false);
      html.open("main", "class", "three").open("nav", "class", "queue", "aria-label", "Queue");
      new RecordView(room).line(html, sitting.member());
      list.list(html, queue, tab, open);
      html.close();
      if (open.isPresent()) {
        new IncidentView(room).show(html, open.get(), sitting, tab, read);
        new ActsView(room).show(html, open.get(), queue, sitting, tab);
      } else {
        html.open("section", "class", "incident").element("p", "", "id", "fresh").element("p", tab.empty(), "class", "empty").close();
      }
      html.close();
    }));
  }

  /// The queue again, for the page that is open.
  void poll(Context ctx) {
    Fields fields = new Fields(ctx);
    Tab tab = fields.tab();
    Queue queue = Queue.of(room.desk(), Door.sitting(ctx).member(), room.now());
    Optional<Case> open = fields.find("at").flatMap(id -> room.holding(Door.sitting(ctx).member(), new IncidentId(id)));
    Html html = new Html();
    QueueView view = new QueueView(room);
    view.list(html, queue, tab, open);
    view.tabs(html, queue, tab, true);
    int before = fields.find("reports").filter(number -> number.matches("[0-9]{1,6}")).map(Integer::parseInt).orElse(0);
    open.ifPresent(one -> view.fresh(html, before, one.incident().readings().size()));
    html(ctx, html.toString());
  }

  void doubts(Context ctx) {
    html(ctx, new Frame(room).page("Doubts", Frame.Place.DOUBTS, Door.sitting(ctx), html -> new DoubtsView(room).show(html, Door.sitting(ctx))));
  }

  void published(Context ctx) {
    html(ctx, new Frame(room).page("Published", Frame.Place.PUBLISHED, Door.sitting(ctx), html -> new PublishedView(room).show(html, Door.sitting(ctx))));
  }

  void record(Context ctx) {
    html(ctx, new Frame(room).page("Our record", Frame.Place.RECORD, Door.sitting(ctx), html -> new RecordView(room).show(html, Door.sitting(ctx).member())));
  }

  void enter(Context ctx) {
    enter(ctx, List.of());
  }

  private void enter(Context ctx, List<String> faults) {
    html(ctx, new Frame(room).page("Enter a report", Frame.Place.ENTER, Door.sitting(ctx), html -> new EnterView(room).show(html, Door.sitting(ctx), new Fields(ctx), faults)));
  }

  /// Takes a typed report to the desk, or shows the form again with what is missing.
  void entered(Context ctx) {
    HandReport hand = HandReport.read(new Fields(ctx), room.config(), room.now());
    if (hand.report().isEmpty()) {
      ctx.status(422);
      enter(ctx, hand.faults());
      return;
    }
    ReportId id = hand.report().get().id();
    boolean fresh = room.desk().receive(hand.report().get(), "", Door.sitting(ctx).member(), room.now());
    Door.sitting(ctx).say(fresh ? Flash.done("Entered. It stands in this incident.") : Flash.kept("The desk has this report already; it stands in this incident."));
    String link = room.desk().sight(Door.sitting(ctx).member()).holding(id, room.now()).map(one -> Link.incident(one.incident().id(), Tab.VERIFY)).orElse("/");
    ctx.redirect(link, HttpStatus.SEE_OTHER);
  }

  static void html(Context ctx, String html) {
    ctx.contentType("text/html; charset=utf-8").result(html);
  }
}
