package watchword.gate;

import java.io.IOException;

/// The hub's part in a visit failed; what fails otherwise is the gate's own machine.
///
/// Its message holds nothing that the hub sent.
final class HubException extends IOException {

  private final boolean answered;

  private HubException(String message, boolean answered) {
    super(message);
    this.answered = answered;
  }

  private HubException(String message, boolean answered, Throwable cause) {
    super(message, cause);
    this.answered = answered;
  }

  /// It answered what no hub answers.
  static HubException rubbish(String message) {
    return new HubException(message, true);
  }

  static HubException rubbish(String message, Throwable cause) {
    return new HubException(message, true, cause);
  }

  /// It cannot be reached, or hung up, or takes too long.
  static HubException away(String message) {
    return new HubException(message, false);
  }

  static HubException away(String message, Throwable cause) {
    return new HubException(message, false, cause);
  }

  boolean answered() {
    return answered;
  }
}
