package watchword.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

/// No command gives a casebook out; of the console's pages, `RoutesTest` says the same.
///
/// At Hajun the history was there for whoever came in. That a newcomer opens nothing of it, `HajunTest` shows; that there is
/// nothing to ask for instead, this closed list: a command or file more has to be argued here.
class NoExportTest {

  /// The commands, each with the files and folders it reads or writes.
  private static final String COMMANDS = """
      # Knows no desk: reads a folder or a file, writes nothing.
      assess: QUESTION-DIR
      assess counts: FILE
      # Plays in worlds of its own.
      attack
      board
      # Compares a copy of the board, in a folder or behind an address, and writes nothing.
      board verify
      demo: --keep-board
      # Its console is the one door to the casebook: RoutesTest. The program it may run gets one word: ClockWatchTest.
      desk: --folder --passphrase-file --ring
      # Writes rows of the file it was given, none of the desk's.
      desk import: --folder --passphrase-file --rejects FILE
      # Desks of their own, with throw-away keys, gone at the end.
      drill
      drill crash
      drill infiltrator
      drill seizure
      # An invented country; no desk, no file.
      drill year
      hub: --board --bundles --data --gate --socket
      hub check
      # Read nothing: the paths stand in what they print.
      hub nginx: --certificate --key --socket
      hub stop: --board --bundles --sheet
      hub torrc: --folder --socket
      init: --folder --passphrase-file --places --stop-sheet
      # Writes an invitation; reads one to stop it.
      invite: --countersign --folder --out --passphrase-file --request --stop
      join
      join admit: --folder --invitation --key --passphrase-file --request --stop-sheet
      # Writes a key of the newcomer's own, and their request.
      join request: --key --out --passphrase-file
      # Knows no desk: files in, files out.
      merge: --clusters --out --rejects FILE
      # One sealed file, for whoever holds its keys; a desk's lie in no file of theirs.
      open: --key -o SEALED
      # With --notice it publishes the board once more, which holds no report.
      panic: --folder --passphrase-file
      places: --folder --places
      seal: --bundle --root -o REPORT
      # Knows no desk: reads a text, writes nothing.
      statements: FILE
      warm-up
      # Knows no desk: files in, files out.
      weigh: --out --truth --verdicts FILE
      """;

  @Test
  void commands_and_their_files_are_these_and_no_other() {
    Set<String> found = new TreeSet<>();
    collect(List.of(), Main.line(), found);
    assertThat(found).containsExactlyInAnyOrderElementsOf(COMMANDS.lines().filter(line -> !line.startsWith("#")).toList());
  }

  private static void collect(List<String> before, CommandLine line, Set<String> found) {
    line.getSubcommands().forEach((name, command) -> {
      List<String> words = Stream.concat(before.stream(), Stream.of(name)).toList();
      List<String> files = command.getCommandSpec().args().stream()
          .filter(NoExportTest::isFile).map(NoExportTest::name).sorted().distinct().toList();
      found.add(String.join(" ", words) + (files.isEmpty() ? "" : ": " + String.join(" ", files)));
      collect(words, command, found);
    });
  }

  private static boolean isFile(ArgSpec arg) {
    return arg.userObject() instanceof Field field && field.getGenericType().getTypeName().contains("java.nio.file.Path");
  }

  private static String name(ArgSpec arg) {
    return arg instanceof CommandLine.Model.OptionSpec option ? option.longestName() : arg.paramLabel();
  }
}
