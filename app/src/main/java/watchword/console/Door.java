package watchword.console;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;

/// Decides whom the console answers: this machine's browser, from the console's own pages, unlocked.
///
/// The host check keeps names that were rebound to loopback out, the origin and the token keep forms of other pages out.
final class Door {

  static final String UNLOCK = "/unlock";
  static final String ASSETS = "/assets/";

  /// Polls: they show, and do not keep the console unlocked.
  static final Set<String> POLLS = Set.of("/queue");

  private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
      + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
  private static final String SITTING = "sitting";

  private final Sessions sessions;
  private final IntSupplier port;
  private final String unlockToken;

  Door(Sessions sessions, IntSupplier port) {
    this.sessions = sessions;
    this.port = port;
    this.unlockToken = sessions.secret();
  }

  /// Runs before everything else.
  void check(Context ctx) {
    headers(ctx);
    String host = Optional.ofNullable(ctx.header("Host")).orElse("");
    if (!host.equals("127.0.0.1:" + port.getAsInt()) && !host.equals("localhost:" + port.getAsInt())) {
      throw new RefusedException(421, "This console answers only to its own address.");
    }
    boolean reads = HandlerType.GET.equals(ctx.method()) || HandlerType.HEAD.equals(ctx.method());
    if (!reads && !("http://" + host).equals(ctx.header("Origin"))) {
      throw new RefusedException(403, "The form did not come from this console. Nothing was done.");
    }
    if (ctx.path().startsWith(ASSETS)) {
      return;
    }
    boolean unlocking = ctx.path().equals(UNLOCK);
    Optional<Sitting> sitting = unlocking ? Optional.empty() : sessions.find(cookie(ctx));
    if (!reads && (unlocking || sitting.isPresent())) {
      token(ctx, sitting.map(Sitting::token).orElse(unlockToken));
    }
    if (unlocking) {
      return;
    }
    admit(ctx, sitting.orElseThrow(() -> locked(ctx, reads)));
  }

  private void admit(Context ctx, Sitting sitting) {
    if (!POLLS.contains(ctx.path())) {
      sessions.acted(sitting);
    }
    ctx.attribute(SITTING, sitting);
    ctx.header("Watchword-Idle", Long.toString(sessions.left(sitting).toSeconds()));
  }

  static Sitting sitting(Context ctx) {
    Sitting sitting = ctx.attribute(SITTING);
    if (sitting == null) {
      throw new IllegalStateException("a page without a sitting");
    }
    return sitting;
  }

  String unlockToken() {
    return unlockToken;
  }

  String cookie(Context ctx) {
    return Optional.ofNullable(ctx.cookie(cookieName())).orElse("");
  }

  void setCookie(Context ctx, String value) {
    ctx.header("Set-Cookie", cookieName() + "=" + value + "; Path=/; HttpOnly; SameSite=Strict");
  }

  void dropCookie(Context ctx) {
    ctx.header("Set-Cookie", cookieName() + "=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0");
  }

  /// Cookies know no ports, and a machine may run two consoles.
  private String cookieName() {
    return "watchword-" + port.getAsInt();
  }

  private static void headers(Context ctx) {
    ctx.header("Content-Security-Policy", POLICY);
    ctx.header("Cache-Control", "no-store");
    // Not "no-referrer": under it browsers send "Origin: null" with the console's own forms.
    ctx.header("Referrer-Policy", "same-origin");
    ctx.header("X-Content-Type-Options", "nosniff");
    ctx.header("X-Frame-Options", "DENY");
    ctx.header("Cross-Origin-Opener-Policy", "same-origin");
    ctx.header("Cross-Origin-Resource-Policy", "same-origin");
  }

  private static void token(Context ctx, String right) {
    String given = Optional.ofNullable(ctx.formParam("token")).orElse("");
    if (!MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8))) {
      throw new RefusedException(403, "The form was not one of this session. Nothing was done: go back, reload the page and send it again.");
    }
  }

  private static RuntimeException locked(Context ctx, boolean reads) {
    if (ctx.header("HX-Request") != null) {
      ctx.header("HX-Redirect", UNLOCK);
      return new RefusedException(401, "The console is locked.");
    }
    return reads ? new LockedException() : new RefusedException(401, "The console is locked. Nothing was done: unlock it and do it again.");
  }
}
