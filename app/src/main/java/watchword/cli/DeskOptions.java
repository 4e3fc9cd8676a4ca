package watchword.cli;

import java.io.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import watchword.archive.KindsFile;
import watchword.desk.DeskFolder;
import watchword.desk.HighWaterClock;
import watchword.desk.Office;
import watchword.desk.OlderJournalException;
import watchword.desk.Uptime;
import watchword.journal.BrokenJournalException;
import watchword.journal.StoreInUseException;
import watchword.member.MemberKey;
import watchword.member.Pseudonym;
import watchword.seal.FormatException;

/// Whose desk, and who is at it: what all commands of a real desk ask for, and what is below one of them.
final class DeskOptions {

  /// Shorter ones are guessed, however slow each guess is made.
  private static final int LEAST_PASSPHRASE = 12;

  @Option(names = "--folder", paramLabel = "DIR", required = true, scope = ScopeType.INHERIT, description = "The desk's folder, on an encrypted disk.")
  Path folder = Path.of("desk");

  @Option(names = "--member", paramLabel = "PSEUDONYM", scope = ScopeType.INHERIT, description = "Who acts.")
  Optional<String> member = Optional.empty();

  @Option(names = "--passphrase-file", paramLabel = "FILE", scope = ScopeType.INHERIT, description = "Read the passphrase from the first line of a file; for scripts.")
  Optional<Path> passphraseFile = Optional.empty();

  Pseudonym pseudonym() {
    return pseudonym(member.orElseThrow(() -> CommandFailure.misused("say who acts: --member PSEUDONYM")));
  }

  static Pseudonym pseudonym(String name) {
    try {
      return new Pseudonym(name);
    } catch (IllegalArgumentException e) {
      throw CommandFailure.misused(e.getMessage() + "; never a person's own name");
    }
  }

  private Optional<HighWaterClock> clock = Optional.empty();

  /// For a desk that is being made.
  static Office.Tools tools() {
    return tools(InstantSource.system());
  }

  private static Office.Tools tools(InstantSource clock) {
    return new Office.Tools(clock, new SecureRandom(), MemberKey.WORK_FACTOR, KindsFile.builtIn());
  }

  /// The desk's time, the same for all that one command does.
  HighWaterClock clock() {
    if (clock.isEmpty()) {
      try {
        clock = Optional.of(HighWaterClock.open(new DeskFolder(folder), InstantSource.system(), Uptime.ofMachine()));
      } catch (FormatException e) {
        throw CommandFailure.failed(e.getMessage() + ". Look at a watch: if this machine's time is right, delete clock.txt and start again");
      }
    }
    return clock.get();
  }

  /// Opens the desk, unlocked by this member.
  Office unlocked() throws IOException {
    Pseudonym who = pseudonym();
    Office office = open();
    try {
      unlock(office, who);
      clock().looked();
      return office;
    } catch (RuntimeException e) {
      office.close();
      throw e;
    }
  }

  private void unlock(Office office, Pseudonym who) {
    char[] passphrase = passphrase("Passphrase of " + who);
    try {
      if (!office.unlock(who, passphrase)) {
        throw CommandFailure.failed("nothing opens: the passphrase is another, or " + who + " is no member on this machine");
      }
    } catch (OlderJournalException e) {
      throw CommandFailure.failed(String.valueOf(e.getMessage()));
    } catch (BrokenJournalException e) {
      throw CommandFailure.failed(e.getMessage() + ". Nothing was unlocked. Put the newest journal.db and key files back;"
          + " where there are none, take this for a break-in: close the desk with the stop sheet");
    } catch (FormatException e) {
      throw CommandFailure.failed("the key file of " + who + " is damaged; bring its copy, or join again with a new one");
    } finally {
      Arrays.fill(passphrase, '\0');
    }
  }

  /// Opens the desk, locked.
  Office open() throws IOException {
    try {
      new DeskFolder(folder).read();
    } catch (FormatException e) {
      throw CommandFailure.misused(String.valueOf(e.getMessage()));
    }
    try {
      return Office.open(folder, tools(clock()));
    } catch (FormatException e) {
      throw CommandFailure.failed(String.valueOf(e.getMessage()));
    } catch (StoreInUseException e) {
      throw CommandFailure.failed("the desk is running; stop it first (Ctrl-C), then try again");
    }
  }

  /// Asks for a passphrase on the terminal, or reads the file named for scripts.
  char[] passphrase(String prompt) {
    return passphraseFile.map(DeskOptions::read).orElseGet(() -> ask(prompt));
  }

  /// Asks twice for a new passphrase.
  char[] newPassphrase(String prompt) {
    char[] first = passphrase(prompt);
    if (first.length < LEAST_PASSPHRASE) {
      Arrays.fill(first, '\0');
      throw CommandFailure.misused("a passphrase has at least " + LEAST_PASSPHRASE + " characters; four words drawn by dice are good");
    }
    if (passphraseFile.isEmpty()) {
      char[] again = ask("Once more");
      boolean same = Arrays.equals(first, again);
      Arrays.fill(again, '\0');
      if (!same) {
        Arrays.fill(first, '\0');
        throw CommandFailure.misused("the two passphrases differ; start again");
      }
    }
    return first;
  }

  private static char[] ask(String prompt) {
    Console console = Optional.ofNullable(System.console()).filter(Console::isTerminal)
        .orElseThrow(() -> CommandFailure.misused("there is no terminal to ask on; name a --passphrase-file"));
    return Optional.ofNullable(console.readPassword("%s: ", prompt)).orElseThrow(() -> CommandFailure.misused("no passphrase was given"));
  }

  private static char[] read(Path file) {
    return new String(bytes(file), StandardCharsets.UTF_8).lines().findFirst().orElseThrow(() -> CommandFailure.misused(file + " is empty")).toCharArray();
  }

  static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw CommandFailure.misused("cannot read " + file);
    }
  }

  /// Refuses a file that is there, before work is done for it.
  static void requireFree(Path file) {
    if (Files.exists(file)) {
      throw CommandFailure.misused(file + " is there already; name another file");
    }
  }

  /// Writes a file that must not be there, for its owner alone.
  static void write(Path file, byte[] content) {
    requireFree(file);
    try {
      DeskFolder.write(file.toAbsolutePath(), content);
    } catch (UncheckedIOException e) {
      throw CommandFailure.failed("cannot write " + file);
    }
  }
}
