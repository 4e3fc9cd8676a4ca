package watchword.cli;

import picocli.CommandLine.Command;

/// Loads what most commands need, once, so that the launcher's cache holds it.
@Command(name = "warm-up", hidden = true)
final class WarmUpCommand implements Runnable {

  @Override
  public void run() {
    Main.run("--help");
  }
}
