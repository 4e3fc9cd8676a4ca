package watchword.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import watchword.hub.Front;
import watchword.hub.Listen;

/// What stands before a hub: prints the settings that come with it, filled in.
final class HubFrontCommands {

  private HubFrontCommands() {}

  /// Where the hub listens, as `hub` itself was told.
  static final class Where {
    private static final int DEFAULT_PORT = 8080;

    @Option(names = "--port", paramLabel = "N", description = "The hub's port; 8080 if absent.")
    Optional<Integer> port = Optional.empty();

    @Option(names = "--socket", paramLabel = "PATH", description = "The hub's Unix socket, in place of a port.")
    Optional<Path> socket = Optional.empty();

    private Listen listen() {
      if (port.isPresent() && socket.isPresent()) {
        throw CommandFailure.misused("give --port or --socket, not both");
      }
      return socket.<Listen>map(Listen.Socket::new).orElseGet(() -> new Listen.Port(port.orElse(DEFAULT_PORT)));
    }
  }

  /// Prints the file and nothing else; a name or path that would break it is refused.
  private static int print(Where where, Answer answer, Function<Listen, String> settings) {
    try {
      String file = settings.apply(where.listen());
      answer.give(Answer.object().put("file", file), List.of(file.stripTrailing()));
      return 0;
    } catch (IllegalArgumentException e) {
      throw CommandFailure.misused(String.valueOf(e.getMessage()));
    }
  }

  /// `./watchword hub nginx`.
  @Command(
      name = "nginx",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      description = {
        "Prints nginx.conf for a hub behind TLS: no log, nothing on the disk, no header handed on but those the hub reads.",
        "",
        "It is the whole file and takes the place of /etc/nginx/nginx.conf. nginx's own memory is outside the promise; an onion service",
        "has no such place."
      },
      footer = {
        "", "Example:",
        "  ./watchword hub nginx --name lorne.example --certificate /etc/ssl/lorne.pem --key /etc/ssl/lorne.key > /etc/nginx/nginx.conf",
        "  nginx -t && ./watchword hub check"
      })
  static final class Nginx implements Callable<Integer> {

    @Option(names = "--name", paramLabel = "HOST", required = true, description = "What readers type, in small letters.")
    String name = "";

    @Option(names = "--certificate", paramLabel = "FILE", required = true, description = "The certificate and its chain, in PEM.")
    Path certificate;

    @Option(names = "--key", paramLabel = "FILE", required = true, description = "Its private key, in PEM.")
    Path key;

    @Mixin Where where = new Where();

    @Mixin Answer answer = new Answer();

    @Override
    public Integer call() {
      return print(where, answer, hub -> Front.nginx(hub, name, certificate, key));
    }
  }

  /// `./watchword hub torrc`.
  @Command(
      name = "torrc",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      description = {
        "Prints torrc for a hub's onion service, with work asked of visitors (Equi-X) while a flood lasts.",
        "",
        "It needs tor 0.4.8 or newer. It is the whole file and takes the place of /etc/tor/torrc."
      },
      footer = {"", "Example:", "  ./watchword hub torrc --folder /var/lib/tor/lorne > /etc/tor/torrc", "  tor --verify-config -f /etc/tor/torrc"})
  static final class Torrc implements Callable<Integer> {

    @Option(names = "--folder", paramLabel = "DIR", required = true, description = "The service's own folder, which tor makes; its key is in it.")
    Path folder;

    @Mixin Where where = new Where();

    @Mixin Answer answer = new Answer();

    @Override
    public Integer call() {
      return print(where, answer, hub -> Front.torrc(hub, folder));
    }
  }
}
