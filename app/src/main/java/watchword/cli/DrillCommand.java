package watchword.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `./watchword drill`: proves the promises on this machine.
@Command(
    name = "drill",
    mixinStandardHelpOptions = true,
    subcommands = {DrillSeizureCommand.class, DrillCrashCommand.class, DrillInfiltratorCommand.class, DrillYearCommand.class},
    description = "Proves the promises on this machine, with throw-away keys; nothing it makes stays.",
    footer = {
      "", "Example:", "  ./watchword drill seizure --reports 1000", "  ./watchword drill crash --kills 200", "  ./watchword drill infiltrator --lanes 8",
      "  ./watchword drill year --seed 12"
    })
final class DrillCommand implements Runnable {

  @Spec CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
