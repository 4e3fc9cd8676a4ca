package watchword.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/// The stop sheet as it is shown, once.
final class StopText {

  private StopText() {}

  static void print(PrintWriter out, byte[] stopSheet) {
    out.println("Print this sheet now, keep it away from this machine, and close this window: it is stored nowhere.");
    out.println("Whoever has it can close the desk for good when the machine is gone, and can do nothing else.");
    out.println("----------------------------------------------------------------");
    out.print(new String(stopSheet, StandardCharsets.US_ASCII));
    out.println("----------------------------------------------------------------");
    out.println();
  }
}
