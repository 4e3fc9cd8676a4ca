package watchword.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/// Where the stop sheet goes: on the terminal once, or into a file from which it is printed.
///
/// Whoever has the sheet can close the desk, so it is never part of a JSON line, which programs keep in logs.
final class StopSheetOption {

  private static final String RULE = "----------------------------------------------------------------";

  @Option(names = "--stop-sheet", paramLabel = "FILE", description = "Write the stop sheet here, for its owner alone, instead of showing it; print it, then delete it.")
  Optional<Path> file = Optional.empty();

  /// Refuses before anything is done what would lose the sheet afterwards.
  void check(Answer answer) {
    if (answer.json && file.isEmpty()) {
      throw CommandFailure.misused("with --json the stop sheet needs a file: add --stop-sheet FILE");
    }
    file.filter(Files::exists).ifPresent(taken -> {
      throw CommandFailure.misused(taken + " is there already; name another file for the stop sheet");
    });
  }

  /// Writes the sheet, or returns the lines that show it.
  List<String> give(byte[] sheet) {
    if (file.isPresent()) {
      DeskOptions.write(file.get(), sheet);
      return List.of("The stop sheet is in " + file.get() + ": print it, give it to someone outside, and delete the file.", "");
    }
    List<String> lines = new ArrayList<>(List.of(
        "Print this sheet now, keep it away from this machine, and close this window: it is stored nowhere.",
        "Whoever has it can close the desk for good when the machine is gone, and can do nothing else.",
        RULE));
    lines.addAll(new String(sheet, StandardCharsets.US_ASCII).lines().toList());
    lines.addAll(List.of(RULE, ""));
    return lines;
  }
}
