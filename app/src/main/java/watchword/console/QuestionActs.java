package watchword.console;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;
import java.util.function.BiFunction;
import watchword.desk.Inquiry;
import watchword.desk.QuestionStep;

/// Standing questions: their list, the sheet of one, and every step a member takes.
record QuestionActs(Room room) {

  void open(JavalinConfig javalin) {
    javalin.routes.get(QuestionsView.PATH, this::list);
    javalin.routes.get(QuestionView.PATH, this::sheet);
    javalin.routes.post("/act/question/put", this::put);
    act(javalin, "watch", QuestionForms::watching, "Watched for from now on.");
    act(javalin, "look", (forms, _) -> forms.looked(), "Noted: looked for, and not seen.");
    act(javalin, "cut", (forms, _) -> forms.cut(), "Noted: looks of that time tell nothing.");
    act(javalin, "evidence", QuestionForms::added, "Added.");
    act(javalin, "incident", QuestionForms::incident, "Added. It is relied on as the desk relies on the incident, now and later.");
    act(javalin, "strike", (forms, _) -> forms.struck(), "Struck. It stays on the page and counts no more.");
    act(javalin, "estimate", QuestionForms::estimated, "Noted. You see now what others think.");
    act(javalin, "judge", QuestionForms::judged, "Noted. Nothing is published by this.");
    act(javalin, "dissent", (forms, _) -> new QuestionStep.Dissented(forms.fields().get("text")), "Noted beside the judgement.");
    act(javalin, "wish", QuestionForms::wished, "Your wish is kept.");
    act(javalin, "stop", (forms, _) -> new QuestionStep.Stopped(), "Stopped. It is not told unless somebody wishes it again.");
    act(javalin, "end", (forms, _) -> forms.ended(), "Noted, and scored.");
  }

  private void list(Context ctx) {
    Pages.html(ctx, new Frame(room).page("Questions", Frame.Place.QUESTIONS, Door.sitting(ctx), html -> new QuestionsView(room).show(html, Door.sitting(ctx))));
  }

  private void sheet(Context ctx) {
    Inquiry inquiry = inquiry(ctx);
    Pages.html(ctx, new Frame(room).page(inquiry.known().question().asks(), Frame.Place.QUESTIONS, Door.sitting(ctx),
        html -> new QuestionView(room, html, Door.sitting(ctx), inquiry, room.desk().questions().speakers(Door.sitting(ctx).member())).show()));
  }

  private Inquiry inquiry(Context ctx) {
    return room.desk().questions().find(Door.sitting(ctx).member(), new Fields(ctx).get("id"), room.now())
        .orElseThrow(() -> new RefusedException(404, "The desk has no such question."));
  }

  private void put(Context ctx) {
    QuestionStep.Put put = new QuestionForms(room, new Fields(ctx), Door.sitting(ctx).member()).put();
    take(ctx, put.question().id(), put, "The question is put. It is locked from %s on.".formatted(DeskTime.day(put.question().opened())));
  }

  private void act(JavalinConfig javalin, String name, BiFunction<QuestionForms, Inquiry, QuestionStep> step, String done) {
    javalin.routes.post("/act/question/" + name, ctx -> {
      Inquiry inquiry = inquiry(ctx);
      take(ctx, inquiry.known().question().id(), step.apply(new QuestionForms(room, new Fields(ctx), Door.sitting(ctx).member()), inquiry), done);
    });
  }

  private void take(Context ctx, String question, QuestionStep step, String done) {
    Optional<String> against = room.desk().questions().act(Door.sitting(ctx).member(), question, step, room.now());
    Door.sitting(ctx).say(against.map(why -> Flash.kept("Not taken: " + why + ".")).orElse(Flash.done(done)));
    boolean exists = room.desk().questions().find(Door.sitting(ctx).member(), question, room.now()).isPresent();
    ctx.redirect(exists ? Link.question(question) : QuestionsView.PATH, HttpStatus.SEE_OTHER);
  }
}
