package watchword.cli;

/// A failure the user can do something about: one sentence, and what to do.
public final class CommandFailure extends RuntimeException {

  private final int exitCode;

  private CommandFailure(String sentence, int exitCode) {
    super(sentence);
    this.exitCode = exitCode;
  }

  /// The work was understood and failed.
  public static CommandFailure failed(String sentence) {
    return new CommandFailure(sentence, 1);
  }

  /// What was asked for makes no sense.
  public static CommandFailure misused(String sentence) {
    return new CommandFailure(sentence, 2);
  }

  /// A port that another program has.
  static CommandFailure taken(int port, String option) {
    return failed("port " + port + " is taken; choose another with " + option + ", or 0 for a free one");
  }

  /// The same failure in other words.
  CommandFailure saying(String sentence) {
    return new CommandFailure(sentence, exitCode);
  }

  public int exitCode() {
    return exitCode;
  }
}
