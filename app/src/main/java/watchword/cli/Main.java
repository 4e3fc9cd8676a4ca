package watchword.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `./watchword`: picks the command, prints errors in one sentence, returns 0, 1 (failed) or 2 (misused).
@Command(
    name = "watchword",
    version = "watchword 0.1.0",
    mixinStandardHelpOptions = true,
    subcommands = {
      DemoCommand.class, InitCommand.class, HubCommand.class, DeskCommand.class, InviteCommand.class, JoinCommand.class,
      PanicCommand.class, PlacesCommand.class, SealCommand.class, OpenCommand.class, MergeCommand.class,
      WeighCommand.class, AssessCommand.class, AttackCommand.class, DrillCommand.class, BoardCommand.class, WarmUpCommand.class
    },
    description = {
      "People report without being known, the desk finds out what is true,",
      "the public is told what is safe to tell.",
      "",
      "Start with: ./watchword demo"
    })
public final class Main implements Runnable {

  @Spec CommandSpec spec;

  @Option(names = "--debug", description = "Print a stack trace when something fails.", scope = CommandLine.ScopeType.INHERIT)
  boolean debug;

  /// Libraries that greet at every start; their warnings are still heard.
  private static final List<Logger> CHATTY = List.of(Logger.getLogger("org.eclipse.jetty"), Logger.getLogger("org.flywaydb"));

  /// It shouts of what it also throws; the console says of a page that failed no more than the fault's type.
  private static final Logger JAVALIN = Logger.getLogger("io.javalin");

  public static void main(String[] args) {
    CHATTY.forEach(logger -> logger.setLevel(Level.WARNING));
    JAVALIN.setLevel(Level.OFF);
    System.exit(run(args));
  }

  static int run(String... args) {
    try {
      return line().execute(args);
    } catch (Error fault) {
      if (Arrays.asList(args).contains("--debug")) {
        throw fault;
      }
      System.err.println("watchword: " + (fault instanceof OutOfMemoryError ? "not enough memory; give it more with WATCHWORD_JAVA_OPTIONS=-Xmx4g" : "unexpected fault (" + fault.getClass().getSimpleName() + "); run again with --debug and tell us"));
      return 1;
    }
  }

  /// The whole command line, its errors already in one sentence.
  static CommandLine line() {
    Main main = new Main();
    CommandLine line = new CommandLine(main);
    line.setExecutionExceptionHandler((failure, where, parsed) -> main.report(failure, where));
    line.setParameterExceptionHandler((misuse, given) -> misused(misuse));
    return line;
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  private int report(Exception failure, CommandLine where) {
    boolean isMisuse = failure instanceof CommandFailure misuse && misuse.exitCode() == CommandLine.ExitCode.USAGE;
    if (!isMisuse && Stopping.soon()) {
      return Stopping.EXIT_CODE;
    }
    PrintWriter err = where.getErr();
    if (debug) {
      failure.printStackTrace(err);
    }
    String message = failure instanceof CommandFailure ? failure.getMessage() : "unexpected fault (" + failure.getClass().getSimpleName() + "); run again with --debug and tell us";
    err.println("watchword: " + message);
    return failure instanceof CommandFailure known ? known.exitCode() : 1;
  }

  private static int misused(ParameterException misuse) {
    PrintWriter err = misuse.getCommandLine().getErr();
    err.println("watchword: " + misuse.getMessage());
    err.println("Try: watchword " + (misuse.getCommandLine().getParent() == null ? "" : misuse.getCommandLine().getCommandName() + " ") + "--help");
    return 2;
  }
}
