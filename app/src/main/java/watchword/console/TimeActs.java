package watchword.console;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.DateTimeException;
import java.time.Instant;

/// Confirming the machine's time, where the desk doubts it.
record TimeActs() {

  static final String PATH = "/act/time";

  void confirm(Context ctx) {
    Sitting sitting = Door.sitting(ctx);
    boolean confirmed = sitting.session().confirmTime(said(new Fields(ctx).get("machine")));
    sitting.say(confirmed
        ? Flash.done("Noted: you confirmed the time. The desk goes by the machine's clock again.")
        : Flash.kept("Nothing was confirmed: the machine's clock says another time by now. Look again."));
    ctx.redirect("/", HttpStatus.SEE_OTHER);
  }

  private static Instant said(String spelling) {
    try {
      return Instant.parse(spelling);
    } catch (DateTimeException e) {
      throw new RefusedException(400, "This is no time. Go back and confirm what the page shows.");
    }
  }

  /// The question and its button, or nothing.
  static void ask(Html html, Sitting sitting) {
    sitting.session().timeQuestion().ifPresent(question -> {
      html.open("section", "class", "flash kept", "role", "alert").element("p", question.sentence());
      html.form(PATH, sitting.token()).hidden("machine", question.machine().toString());
      html.element("button", "The machine is right: confirm its time", "type", "submit").close().close();
    });
  }
}
