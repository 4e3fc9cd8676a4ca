package watchword.console;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.util.JavalinBindException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.time.InstantSource;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import watchword.desk.Desk;
import watchword.picture.Darkroom;

/// The console's door and rooms, served to browsers of this machine until closed.
public final class Console implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Console.class);
  private static final String LOOPBACK = "127.0.0.1";

  /// The longest form is a pasted text, each byte of it as `%D0`, and little beside it.
  private static final long MOST_BYTES = 3L * StatementActs.MOST_PASTED + 8L * 1024;

  private static final long SWEEP_SECONDS = 5;

  private final Javalin server;
  private final Sessions sessions;
  private final Door door;
  private final Assets assets = new Assets();
  private final Frame frame;
  private final ScheduledExecutorService sweeper = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("console-lock").factory());
  private final ScheduledFuture<?> sweeping;

  private Console(Supplier<Optional<Desk>> desk, ConsoleConfig config, InstantSource clock) {
    this.sessions = new Sessions(config.unlock(), config.idle(), config.idleClock());
    Room room = new Room(desk, config, clock, sessions);
    this.frame = new Frame(room);
    this.door = new Door(sessions, this::port);
    this.sweeping = sweeper.scheduleWithFixedDelay(this::sweep, SWEEP_SECONDS, SWEEP_SECONDS, TimeUnit.SECONDS);
    this.server = Javalin.create(javalin -> {
      javalin.startup.showJavalinBanner = false;
      javalin.startup.showOldJavalinVersionWarning = false;
      javalin.startup.startupWatcherEnabled = false;
      javalin.http.maxRequestSize = MOST_BYTES;
      javalin.routes.before(door::check);
      open(javalin);
      Pages pages = new Pages(room);
      pages(javalin, pages);
      reading(javalin, new Asking(room, pages));
      javalin.routes.post(PhotoPage.PATH, new PhotoPage(room, new Darkroom())::show);
      acts(javalin, new Acts(room));
      waves(javalin, new WaveActs(room));
      senders(javalin, new SenderActs(room));
      CountsActs counts = new CountsActs(room);
      javalin.routes.get(CountsView.PATH, counts::show);
      javalin.routes.post("/act/handle", counts::handle);
      javalin.routes.post(TimeActs.PATH, new TimeActs()::confirm);
      new QuestionActs(room).open(javalin);
      new StatementActs(room).open(javalin);
      members(javalin, new MemberActs(room));
      PanicActs panic = new PanicActs(room);
      javalin.routes.post(PanicActs.PATH, panic::ask);
      javalin.routes.post("/act/panic", panic::destroy);
      failures(javalin);
    });
  }

  /// Opens the console of a desk that is always unlocked, as a drill's is; `clock` is the desk's, which may run faster than the machine's.
  public static Console open(Desk desk, ConsoleConfig config, InstantSource clock) {
    return open(() -> Optional.of(desk), config, clock);
  }

  /// Opens the console of a desk that its members unlock and lock.
  ///
  /// @throws UncheckedIOException when another program has the port
  public static Console open(Supplier<Optional<Desk>> desk, ConsoleConfig config, InstantSource clock) {
    Console console = new Console(desk, config, clock);
    try {
      console.server.start(LOOPBACK, config.port());
    } catch (JavalinBindException e) {
      console.close();
      throw new UncheckedIOException(new BindException("port " + config.port() + " is taken"));
    }
    return console;
  }

  public int port() {
    return server.port();
  }

  /// Every way in, as method and path, for the test that holds them to a list.
  List<String> routes() {
    return server.unsafe.internalRouter.allHttpHandlers().stream()
        .map(route -> route.endpoint.method.name() + " " + route.endpoint.path)
        .toList();
  }

  /// Locks everybody and stops answering.
  @Override
  public void close() {
    sweeping.cancel(false);
    sweeper.close();
    try {
      sessions.lockAll();
    } finally {
      server.stop();
    }
  }

  /// A sitting whose end fails is over all the same; what throws here would end the sweeping, and nobody idle were locked any more.
  private void sweep() {
    try {
      sessions.sweep();
    } catch (RuntimeException e) {
      LOG.warn("locking an idle member failed: {}", e.getClass().getName());
    }
  }

  private void open(JavalinConfig javalin) {
    javalin.routes.get(Door.ASSETS + "{name}", this::asset);
    javalin.routes.get(Door.UNLOCK, ctx -> unlockPage(ctx, ""));
    javalin.routes.post(Door.UNLOCK, this::unlock);
    javalin.routes.post("/lock", this::lock);
    javalin.routes.post("/alive", ctx -> ctx.status(HttpStatus.NO_CONTENT));
  }

  private static void pages(JavalinConfig javalin, Pages pages) {
    javalin.routes.get("/", pages::queue);
    javalin.routes.get("/queue", pages::poll);
    javalin.routes.get("/incident", pages::incident);
    javalin.routes.get("/doubts", pages::doubts);
    javalin.routes.get("/published", pages::published);
    javalin.routes.get(RecordView.PATH, pages::record);
    javalin.routes.get("/enter", pages::enter);
    javalin.routes.post("/enter", pages::entered);
  }

  private static void reading(JavalinConfig javalin, Asking asking) {
    javalin.routes.post("/read", asking::read);
    javalin.routes.post("/read-all", asking::readAll);
    javalin.routes.post("/act/agree", asking::agree);
    javalin.routes.post("/act/stop", asking::stop);
  }

  private static void acts(JavalinConfig javalin, Acts acts) {
    javalin.routes.post("/act/finding", acts::find);
    javalin.routes.post("/act/judge", acts::judge);
    javalin.routes.post("/act/same", acts::same);
    javalin.routes.post("/act/different", acts::different);
    javalin.routes.post("/act/split", acts::split);
    javalin.routes.post("/act/join-series", acts::joinSeries);
    javalin.routes.post("/act/leave-series", acts::leaveSeries);
    javalin.routes.post("/act/aside", acts::aside);
    javalin.routes.post("/act/publish", acts::publish);
    javalin.routes.post("/act/withdraw", acts::withdraw);
    javalin.routes.post("/act/close", acts::close);
  }

  private static void waves(JavalinConfig javalin, WaveActs waves) {
    javalin.routes.get(WaveView.PATH, waves::list);
    javalin.routes.post(WaveView.PATH, waves::ask);
    javalin.routes.post("/act/wave", waves::judge);
  }

  private static void senders(JavalinConfig javalin, SenderActs senders) {
    javalin.routes.get(SendersView.PATH, senders::list);
    javalin.routes.get(SenderView.PATH, senders::page);
    javalin.routes.post(SenderView.PATH, senders::write);
    javalin.routes.post("/sender/read", senders::read);
  }

  private static void members(JavalinConfig javalin, MemberActs members) {
    javalin.routes.get(MembersView.PATH, members::list);
    javalin.routes.post(MembersView.PATH, members::ask);
    javalin.routes.post("/act/revoke", members::revoke);
    javalin.routes.post("/act/restore", members::restore);
  }

  private void failures(JavalinConfig javalin) {
    javalin.routes.exception(LockedException.class, (e, ctx) -> ctx.redirect(Door.UNLOCK, HttpStatus.SEE_OTHER));
    javalin.routes.exception(RefusedException.class, (e, ctx) -> problem(ctx, e.status(), e.sentence()));
    javalin.routes.exception(NoSuchElementException.class, (e, ctx) ->
        problem(ctx, 404, "The desk has no such incident any more: it may have been joined with another. Nothing was done."));
    javalin.routes.exception(Exception.class, (e, ctx) -> {
      // The class alone: a message may carry what a form carried.
      LOG.warn("a page failed: {}", e.getClass().getName());
      problem(ctx, 500, "Something went wrong here, and the page could not be shown. Go back and look whether your act was noted before you repeat it.");
    });
    said(javalin, 404, "There is no such page.");
    said(javalin, 413, StatementsView.TOO_LONG);
  }

  /// What the server refuses by itself, on a page like the others.
  private void said(JavalinConfig javalin, int status, String sentence) {
    javalin.routes.error(status, ctx -> {
      if (ctx.res().getContentType() == null || !ctx.res().getContentType().startsWith("text/html")) {
        problem(ctx, status, sentence);
      }
    });
  }

  private void problem(Context ctx, int status, String sentence) {
    ctx.status(status);
    Pages.html(ctx, frame.bare("Not done", html -> {
      html.element("h1", "Not done").element("p", sentence);
      html.open("p").element("a", "To the queue", "href", "/").close();
    }));
  }

  private void asset(Context ctx) {
    String name = ctx.pathParam("name");
    byte[] bytes = assets.find(name).orElseThrow(() -> new RefusedException(404, "There is no such file."));
    ctx.contentType(Assets.type(name)).result(bytes);
  }

  private void unlockPage(Context ctx, String fault) {
    Pages.html(ctx, frame.bare("Unlock", html -> {
      html.element("h1", "Unlock the console");
      html.element("p", "Here members of the desk read what people sealed for them, find out what is true, and decide what the public is told.");
      if (!fault.isEmpty()) {
        html.element("p", fault, "class", "flash kept", "role", "alert");
      }
      html.form(Door.UNLOCK, door.unlockToken(), "class", "unlock");
      html.open("label").text("Member").empty("input", "name", "member", "required", "", "autofocus", "", "autocomplete", "off", "spellcheck", "false").close();
      html.open("label").text("Passphrase").empty("input", "name", "passphrase", "type", "password", "required", "", "autocomplete", "off").close();
      html.button("Unlock", "", "class", "primary").close();
      html.element("p", "It locks by itself after %s without an act. Only this machine can reach it.".formatted(DeskTime.length(sessions.idle())), "class", "muted");
    }));
  }

  private void unlock(Context ctx) {
    Fields fields = new Fields(ctx);
    Optional<Sessions.Opened> opened;
    try {
      opened = sessions.open(fields.find("member").orElse(""), Optional.ofNullable(ctx.formParam("passphrase")).orElse(""));
    } catch (NotOpenedException e) {
      ctx.status(409);
      unlockPage(ctx, e.sentence());
      return;
    }
    if (opened.isEmpty()) {
      ctx.status(403);
      unlockPage(ctx, sessions.paused() ? "Too many wrong passphrases. Wait half a minute, then try again." : "Member or passphrase is wrong.");
      return;
    }
    door.setCookie(ctx, opened.get().cookie());
    ctx.redirect("/", HttpStatus.SEE_OTHER);
  }

  private void lock(Context ctx) {
    sessions.lock(door.cookie(ctx));
    door.dropCookie(ctx);
    ctx.redirect(Door.UNLOCK, HttpStatus.SEE_OTHER);
  }
}
