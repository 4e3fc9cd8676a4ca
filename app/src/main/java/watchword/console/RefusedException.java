package watchword.console;

/// A request the console does not answer; its sentence is shown as it stands.
final class RefusedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final int status;
  private final String sentence;

  RefusedException(int status, String sentence) {
    super("refused with " + status);
    this.status = status;
    this.sentence = sentence;
  }

  int status() {
    return status;
  }

  String sentence() {
    return sentence;
  }
}
