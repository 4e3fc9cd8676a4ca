package watchword.console;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;

/// Destroying the desk from its console: the button, the question with a word to type, the act.
record PanicActs(Room room) {

  static final String PATH = "/panic";

  /// The button, on the page of members.
  static void button(Html html, Sitting sitting) {
    if (sitting.session().ending().isPresent()) {
      html.element("h2", "In danger");
      html.element("p", "If hands you do not trust are about to have this machine, destroy the desk's keys. Nobody brings back what they opened.");
      html.form(PATH, sitting.token()).button("Destroy this desk…", "", "class", "grave").close();
    }
  }

  void ask(Context ctx) {
    Sitting sitting = Door.sitting(ctx);
    ending(sitting);
    Pages.html(ctx, new Frame(room).page("Destroy this desk?", Frame.Place.MEMBERS, sitting, html -> {
      html.open("main", "class", "sheet").element("h1", "Destroy this desk?").open("ul");
      html.element("li", "Every key in the desk's folder is overwritten and deleted, with journal, reports and photos: of all members, at once and for good. "
          + "Then the desk ends.");
      html.element("li", "What is public stays: the board, its bundles, the six words. The hub goes on taking reports that nobody will open, "
          + "until its bundles run out: have the stop sheet used.");
      html.element("li", "Switch the machine off afterwards. On flash memory overwriting proves nothing: then also forget the disk's own key.").close();
      html.form("/act/panic", sitting.token());
      html.open("label").text("Type " + Ending.WORD);
      html.empty("input", "name", "word", "required", "", "autofocus", "", "autocomplete", "off", "autocapitalize", "none", "spellcheck", "false").close();
      html.button("Destroy it now", "", "class", "grave").close();
      html.open("p", "class", "back").element("a", "Back to the members; nothing is done", "href", MembersView.PATH).close().close();
    }));
  }

  void destroy(Context ctx) {
    Sitting sitting = Door.sitting(ctx);
    Ending ending = ending(sitting);
    if (!new Fields(ctx).find("word").orElse("").equalsIgnoreCase(Ending.WORD)) {
      sitting.say(Flash.kept("Nothing was destroyed: the word is %s.".formatted(Ending.WORD)));
      ctx.redirect(MembersView.PATH, HttpStatus.SEE_OTHER);
      return;
    }
    String said;
    try {
      said = "%d files are destroyed, and this desk ends now. Switch the machine off, and have the stop sheet used.".formatted(ending.destroy());
    } catch (IOException e) {
      said = "Not every file could be destroyed. This desk ends now: switch the machine off, and destroy its disk.";
    }
    String sentence = said;
    Pages.html(ctx, new Frame(room).bare("Destroyed", html -> html.element("h1", "Destroyed").element("p", sentence)));
  }

  private static Ending ending(Sitting sitting) {
    return sitting.session().ending().orElseThrow(() -> new RefusedException(409, "This desk has throw-away keys: they are gone when it is stopped. Nothing was done."));
  }
}
