package watchword.console;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.function.Consumer;

/// Suspending a member and taking one back: the list, the question, the act.
record MemberActs(Room room) {

  /// What a member asked to do with another.
  enum Wish {
    REVOKE,
    RESTORE
  }

  void list(Context ctx) {
    page(ctx, "Members", html -> new MembersView(room).list(html, Door.sitting(ctx)));
  }

  /// Says what will happen; nothing is done yet.
  void ask(Context ctx) {
    Fields fields = new Fields(ctx);
    String name = fields.get("name");
    Belonging belonging = belonging(ctx);
    MembersView view = new MembersView(room);
    switch (fields.choice(Wish.class, "wish")) {
      case REVOKE -> {
        belonging.refusal(name).ifPresent(reason -> {
          throw new RefusedException(409, IncidentView.capital(reason) + ". Nothing was done.");
        });
        page(ctx, "Revoke?", html -> view.askToRevoke(html, name, Door.sitting(ctx)));
      }
      case RESTORE -> page(ctx, "Take back?", html -> view.askToRestore(html, suspended(belonging, name), Door.sitting(ctx)));
    }
  }

  void revoke(Context ctx) {
    Fields fields = new Fields(ctx);
    String name = fields.get("name");
    boolean lost = fields.find("lost").isPresent();
    act(ctx, belonging -> {
      belonging.refusal(name).ifPresent(reason -> {
        throw new IllegalArgumentException(reason);
      });
      boolean last;
      try {
        last = belonging.revoke(name, lost);
      } finally {
        room.sessions().end(name); // whatever failed afterwards
      }
      String notice = lost ? " The board carries a signed notice: copy board/ to the hub and every mirror now." : "";
      return last
          ? "%s is no member any more, and their shares are gone.%s".formatted(name, notice)
          : "%s is suspended: their sessions are closed and the keys published ahead replaced. Copy bundles/ to the hub and every mirror now.%s"
              .formatted(name, notice);
    });
  }

  void restore(Context ctx) {
    String name = new Fields(ctx).get("name");
    act(ctx, belonging -> {
      belonging.restore(name);
      return name + " is a member as before, with what came meanwhile.";
    });
  }

  private interface Act {
    String on(Belonging belonging) throws IOException;
  }

  private void act(Context ctx, Act act) {
    Flash said;
    try {
      said = Flash.done(act.on(belonging(ctx)));
    } catch (IllegalArgumentException e) {
      said = Flash.kept(IncidentView.capital(String.valueOf(e.getMessage())) + ". Nothing was done.");
    } catch (IOException e) {
      throw new IllegalStateException("the desk could not be shown anew", e);
    }
    Door.sitting(ctx).say(said);
    ctx.redirect(MembersView.PATH, HttpStatus.SEE_OTHER);
  }

  private static Belonging.Suspended suspended(Belonging belonging, String name) {
    return belonging.suspended().stream().filter(one -> one.name().equals(name)).findFirst()
        .orElseThrow(() -> new RefusedException(409, "No member of this name is suspended any more. Nothing was done: look at the page Members."));
  }

  private static Belonging belonging(Context ctx) {
    return Door.sitting(ctx).session().belonging()
        .orElseThrow(() -> new RefusedException(409, "This desk has throw-away members, whom nobody revokes. Nothing was done."));
  }

  private void page(Context ctx, String title, Consumer<Html> body) {
    Pages.html(ctx, new Frame(room).page(title, Frame.Place.MEMBERS, Door.sitting(ctx), body));
  }
}
