package watchword.archive;

/// Why one row is not used. Names columns and coordinates, never other contents.
final class RowFault extends Exception {

  RowFault(String reason) {
    super(reason);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
