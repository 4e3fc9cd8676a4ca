package watchword.console;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import watchword.archive.ArchiveException;
import watchword.archive.TextFile;
import watchword.core.statement.Statement;
import watchword.core.statement.Suggester;
import watchword.core.statement.Type;
import watchword.desk.Entry;
import watchword.desk.Inquiry;
import watchword.desk.QuestionStep;

/// What a text claims: suggested, and decided about by a member, sentence by sentence.
record StatementActs(Room room) {

  /// Bytes of a text in UTF-8, as it is read.
  static final int MOST_TEXT = 64 * 1024;

  /// Bytes of the page or the export that it stands in.
  static final int MOST_PASTED = 1024 * 1024;

  void open(JavalinConfig javalin) {
    javalin.routes.get(StatementsView.PATH, ctx -> page(ctx, List.of()));
    javalin.routes.post(StatementsView.PATH, this::suggest);
    javalin.routes.post(ClaimForm.PATH, this::claim);
    javalin.routes.post(ClaimForm.ACT, this::decide);
  }

  private void page(Context ctx, List<Statement> statements) {
    whole(ctx, html -> new StatementsView(room, html, Door.sitting(ctx)).show(statements, new Fields(ctx).find("when").orElse("")));
  }

  private void whole(Context ctx, Consumer<Html> body) {
    Pages.html(ctx, new Frame(room).page("Statements", Frame.Place.QUESTIONS, Door.sitting(ctx), body));
  }

  /// The text goes no further than the page that answers.
  private void suggest(Context ctx) {
    String pasted = Optional.ofNullable(ctx.formParam("text")).orElse("");
    if (pasted.isBlank()) {
      throw new RefusedException(400, "There is no text. Go back and paste one.");
    }
    TextFile read = read(within(pasted, MOST_PASTED));
    List<Statement> statements = Suggester.suggest(within(read.text(), MOST_TEXT), read.posts(), _ -> {});
    if (statements.isEmpty()) {
      throw new RefusedException(422, "There is no word in what was pasted. Nothing was done.");
    }
    page(ctx, statements);
  }

  private static String within(String text, int most) {
    if (text.getBytes(StandardCharsets.UTF_8).length > most) {
      throw new RefusedException(413, StatementsView.TOO_LONG);
    }
    return text;
  }

  /// As the command reads a file.
  private static TextFile read(String pasted) {
    try {
      return TextFile.of(pasted, "What was pasted");
    } catch (ArchiveException e) {
      throw new RefusedException(422, e.getMessage() + ". Nothing was done.");
    }
  }

  private void claim(Context ctx) {
    Fields fields = new Fields(ctx);
    ClaimForm form = new ClaimForm(room, Door.sitting(ctx), ClaimForm.number(fields), Suggested.read(fields), inquiry(ctx), fields.find("when").orElse(""));
    part(ctx, form::show);
  }

  /// A part of the page that is open, or a page of its own where scripts do not run.
  private void part(Context ctx, Consumer<Html> body) {
    if (ctx.header("HX-Request") == null) {
      whole(ctx, html -> {
        html.open("main", "class", "sheet").element("h1", "Statements");
        body.accept(html);
        html.close();
      });
    } else {
      Html html = new Html();
      body.accept(html);
      Pages.html(ctx, html.toString());
    }
  }

  private Optional<Inquiry> inquiry(Context ctx) {
    return new Fields(ctx).find("id").map(id -> room.desk().questions().find(Door.sitting(ctx).member(), id, room.now())
        .orElseThrow(() -> new RefusedException(404, "The desk has no such question.")));
  }

  private void decide(Context ctx) {
    try {
      answer(ctx, decided(ctx));
    } catch (RefusedException e) {
      if (ctx.header("HX-Request") == null) {
        throw e;
      }
      Html html = new Html();
      Pages.html(ctx, html.element("p", e.sentence(), "class", "flash kept").toString());
    }
  }

  private void answer(Context ctx, String done) {
    Optional<Inquiry> inquiry = inquiry(ctx);
    if (ctx.header("HX-Request") == null) {
      Door.sitting(ctx).say(Flash.done(done));
      ctx.redirect(inquiry.map(one -> Link.question(one.known().question().id())).orElse(StatementsView.PATH), HttpStatus.SEE_OTHER);
      return;
    }
    ctx.header("HX-Retarget", "#c" + ClaimForm.number(new Fields(ctx)));
    Html html = new Html();
    html.open("p", "class", "now").text(done + " ");
    inquiry.filter(_ -> new Fields(ctx).get("do").equals("add")).ifPresent(one -> html.element("a", "To the question", "href", Link.question(one.known().question().id())));
    Pages.html(ctx, html.close().toString());
  }

  /// Takes the decision and counts it; what is refused is not counted.
  private String decided(Context ctx) {
    Fields fields = new Fields(ctx);
    Suggested suggested = Suggested.read(fields);
    return switch (fields.get("do")) {
      case "wrong" -> {
        count(ctx, suggested, Suggested.Marks.NO_CLAIM);
        yield "Counted: no claim.";
      }
      case "only" -> {
        Suggested.Marks marks = suggested.against(fields);
        count(ctx, suggested, marks);
        yield "Counted: %s. It is evidence for nothing.".formatted(corrected(marks));
      }
      case "add" -> {
        Suggested.Marks marks = suggested.against(fields);
        add(ctx, fields, suggested);
        count(ctx, suggested, marks);
        yield "Taken as evidence; %s.".formatted(corrected(marks));
      }
      default -> throw new RefusedException(400, "Choose what becomes of it. Nothing was done.");
    };
  }

  private static String corrected(Suggested.Marks marks) {
    return marks.changed().isEmpty() ? "nothing corrected" : QueueView.count(marks.changed().size(), "mark") + " corrected";
  }

  private void add(Context ctx, Fields fields, Suggested suggested) {
    if (!fields.choice(Type.class, "type").mayBeEvidence()) {
      throw new RefusedException(422, "A judgement, an appeal and an act are evidence for nothing. Nothing was done: correct the type, or count the marks alone.");
    }
    Inquiry inquiry = inquiry(ctx).orElseThrow(() -> new RefusedException(422, "No question is chosen. Nothing was done."));
    QuestionStep.Added step = new QuestionForms(room, fields, Door.sitting(ctx).member()).stated(inquiry, suggested);
    room.desk().questions().act(Door.sitting(ctx).member(), inquiry.known().question().id(), step, room.now()).ifPresent(why -> {
      throw new RefusedException(422, "Not taken: " + why + ".");
    });
  }

  private void count(Context ctx, Suggested suggested, Suggested.Marks marks) {
    room.desk().questions().check(new Entry.Checked(room.now(), Door.sitting(ctx).member(), suggested.language(), marks.kept(), marks.changed()));
  }
}
