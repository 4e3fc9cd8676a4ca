package watchword.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import watchword.hub.Hub;
import watchword.hub.HubCheck;
import watchword.hub.HubConfig;
import watchword.hub.HubSchedule;
import watchword.hub.Listen;
import watchword.hub.Slots;
import watchword.seal.Terms;

/// `./watchword hub`: the public machine, until it is stopped.
@Command(
    name = "hub",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    subcommands = {HubStopCommand.class, HubFrontCommands.Nginx.class, HubFrontCommands.Torrc.class},
    description = {
      "Takes sealed reports, forgets everything else, and serves the board.",
      "",
      "It listens on this machine alone: an onion service or nginx stands before it. It writes no log."
    },
    footer = {
      "",
      "Example:",
      "  ./watchword hub --data /srv/hub --board /srv/board --bundles /srv/bundles --gate gate.pub --port 8080",
      "  ./watchword hub check",
      "  ./watchword hub torrc --folder /var/lib/tor/lorne",
      "  ./watchword hub stop --board /srv/board --bundles /srv/bundles --sheet typed.txt"
    })
final class HubCommand implements Callable<Integer> {
  private static final int DEFAULT_PORT = 8080;
  /// What only a desk's folder holds.
  private static final String DESK = "desk.txt";

  @Option(names = "--data", paramLabel = "DIR", description = "The hub's own folder, for reports not yet collected.")
  Optional<Path> data = Optional.empty();

  @Option(names = "--board", paramLabel = "DIR", description = "What readers get.")
  Optional<Path> board = Optional.empty();

  @Option(names = "--bundles", paramLabel = "DIR", description = "The desk's keys, one file a day.")
  Optional<Path> bundles = Optional.empty();

  @Option(names = "--gate", paramLabel = "KEYFILE", description = "The gate's public key: 64 hexadecimal digits.")
  Optional<Path> gate = Optional.empty();

  @Option(names = "--port", paramLabel = "N", description = "The port on 127.0.0.1; 8080 if absent, 0 takes a free one.")
  Optional<Integer> port = Optional.empty();

  @Option(names = "--socket", paramLabel = "PATH", description = "Listen on this Unix socket in place of a port.")
  Optional<Path> socket = Optional.empty();

  @Option(names = "--surge", description = "Take 1,024 reports a minute in place of 64, for this night.")
  boolean surge;

  @Mixin Answer answer = new Answer();

  @Override
  public Integer call() throws IOException {
    HubConfig config = config();
    PrintWriter err = answer.err();
    HubCheck.run().forEach(sentence -> err.println("watchword: " + sentence));
    err.flush();
    InstantSource clock = InstantSource.system();
    try (UntilStopped stopped = new UntilStopped();
        Hub hub = open(config, clock);
        HubSchedule _ = HubSchedule.start(hub, clock, sentence -> err.println("watchword: " + sentence))) {
      if (surge) {
        beginSurge(hub);
      }
      print(hub);
      stopped.await();
    }
    return 0;
  }

  private HubConfig config() {
    if (port.isPresent() && socket.isPresent()) {
      throw CommandFailure.misused("give --port or --socket, not both");
    }
    int number = port.orElse(DEFAULT_PORT);
    if (number < 0 || number > 65_535) {
      throw CommandFailure.misused("--port must be 0 to 65535");
    }
    Listen listen = socket.<Listen>map(Listen.Socket::new).orElseGet(() -> new Listen.Port(number));
    return new HubConfig(
        given(data, "--data"), folder(board, "--board"), folder(bundles, "--bundles"), listen,
        new CommandFile(given(gate, "--gate")).verifyKey(), Slots.STANDARD, Terms.WORK_BITS,
        HubConfig.STANDARD_MAX_WAITING);
  }

  private static Path given(Optional<Path> path, String option) {
    return path.orElseThrow(() -> CommandFailure.misused("the hub needs --data, --board, --bundles and --gate; " + option + " is missing"));
  }

  private static Path folder(Optional<Path> path, String option) {
    Path folder = given(path, option);
    if (!Files.isDirectory(folder)) {
      throw CommandFailure.misused(option + " " + folder + " is not a folder: make it, or name another");
    }
    return folder;
  }

  private static Hub open(HubConfig config, InstantSource clock) {
    if (Files.exists(config.data().resolve(DESK))) {
      throw CommandFailure.misused("--data " + config.data()
          + " is a desk's folder: a hub's is a folder of its own, on another machine");
    }
    try {
      return Hub.open(config, clock);
    } catch (BindException e) {
      throw CommandFailure.failed("the hub cannot start: " + taken(config.listen()));
    } catch (FileAlreadyExistsException | NotDirectoryException e) {
      throw CommandFailure.misused("--data " + config.data() + " is not a folder: name a new one or the hub's own");
    } catch (AccessDeniedException e) {
      throw CommandFailure.failed(
          "the hub may not write in " + config.data() + ": give the folder to the user it runs as");
    } catch (IOException e) {
      throw CommandFailure.failed("the hub cannot start: " + e.getMessage());
    }
  }

  /// Now, not at the next minute.
  private static void beginSurge(Hub hub) {
    try {
      hub.surge(true);
      hub.tickSmall();
    } catch (IOException e) {
      throw CommandFailure.failed("the hub cannot take a surge: " + e.getMessage());
    }
  }

  private static String taken(Listen listen) {
    return switch (listen) {
      case Listen.Port(int number) -> "port " + number + " is taken; stop what listens there, or name another with --port";
      case Listen.Socket(Path path) -> "nothing can listen at " + path + "; name another with --socket";
    };
  }

  private void print(Hub hub) {
    ObjectNode object = Answer.object();
    hub.port().ifPresent(number -> object.put("port", number));
    String where = hub.port().isPresent() ? "http://127.0.0.1:" + hub.port().getAsInt() : String.valueOf(socket.orElseThrow());
    answer.give(object, List.of("The hub listens on " + where + " until Ctrl-C."));
  }

  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description = "Looks for swap, core dumps and proxy logs, which would keep what the hub forgets.",
      footer = {"", "Example:", "  ./watchword hub check"})
  int check(@Mixin Answer told) {
    List<String> todo = HubCheck.run();
    ObjectNode object = Answer.object();
    todo.forEach(object.putArray("todo")::add);
    told.give(object, todo.isEmpty() ? List.of("Nothing to do: no swap, no core dumps, no proxy log.") : todo);
    return todo.isEmpty() ? 0 : 1;
  }
}
