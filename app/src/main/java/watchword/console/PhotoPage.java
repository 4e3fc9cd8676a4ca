package watchword.console;

import io.javalin.http.Context;
import java.util.Base64;
import java.util.Optional;
import watchword.core.report.ReportId;
import watchword.desk.Showing;
import watchword.picture.Darkroom;
import watchword.picture.Print;

/// Shows one photo of a report where its words may be shown, and the desk notes and counts it as it does them.
///
/// What a browser gets is the darkroom's own JPEG, inside the page: there is no address from which a photo could be fetched.
record PhotoPage(Room room, Darkroom darkroom) {

  static final String PATH = "/photo";

  void show(Context ctx) {
    Fields fields = new Fields(ctx);
    ReportId id = new ReportId(fields.get("report"));
    int number = fields.find("number").filter(digits -> digits.matches("[0-9]")).map(Integer::parseInt)
        .orElseThrow(() -> new RefusedException(400, "The form was not complete. Nothing was done: go back and choose a photo."));
    String member = Door.sitting(ctx).member();
    if (room.desk().sight(member).holding(id, room.now()).isEmpty()) {
      throw new RefusedException(404, "The desk has no such report.");
    }
    Showing.Pictured seen = room.desk().photo(member, id, number, room.now());
    Optional<Print> print = seen.picture().map(darkroom::develop);
    if (ctx.header("HX-Request") != null) {
      Html html = new Html();
      photo(html, seen.answer(), print, number);
      new ReportsView(room).left(html, member, true);
      Pages.html(ctx, html.toString());
    } else {
      Pages.html(ctx, new Frame(room).page("Photo", Frame.Place.QUEUE, Door.sitting(ctx), html -> {
        html.open("main").element("h1", "Photo " + (number + 1));
        photo(html, seen.answer(), print, number);
        html.open("p").element("a", "To the queue", "href", "/").close().close();
      }));
    }
  }

  private void photo(Html html, Showing.Answer answer, Optional<Print> print, int number) {
    if (!(answer instanceof Showing.Answer.Shown)) {
      html.element("p", Say.against(answer, room.time(), room.now()), "class", "flash kept");
      return;
    }
    if (print.isEmpty()) {
      html.element(
          "p", "No key of yours opens the photo, or it has not come: photos follow the words, large ones a quarter of an hour later.", "class", "muted");
      return;
    }
    switch (print.get()) {
      case Print.Shown shown -> html.empty("img", "class", "photo", "alt", "Photo " + (number + 1), "width", Integer.toString(shown.width()), "height",
          Integer.toString(shown.height()), "src", "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(shown.jpeg()));
      case Print.Refused refused -> html.element("p", sentence(refused.why()), "class", "muted", "role", "status");
    }
  }

  static String sentence(Print.Why why) {
    return switch (why) {
      case TOO_LARGE -> "The photo has more pixels than are decoded here: 64 million, of a WebP 16. It is not shown.";
      case UNREADABLE -> "The photo is damaged, cut, or no picture. It is not shown; ask what else is known.";
      case TOO_LONG -> "Decoding the photo took too long and was ended. It may have been made to do harm. It is not shown.";
      case DIED -> "The process that decodes photos died of this one. It may have been made to do harm. It is not shown.";
    };
  }
}
