package watchword.drill;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import watchword.core.report.Report;

/// One hash for a whole world; as a program, printed for the seed it is given.
final class Fingerprint {

  private Fingerprint() {}

  public static void main(String[] args) {
    System.out.println(of(World.seeded(Long.parseLong(args[0]), WorldSize.USUAL)));
  }

  static String of(World world) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      for (Sending sending : world.sendings()) {
        Report report = sending.report();
        String all =
            String.join("|", sending.at().toString(), report.id().value(), report.source().value(), report.kind().id(), report.text(),
                report.place().toString(), report.when().toString(), report.figures().toString(), report.channel().name(),
                report.stance().name(), sending.truth().toString(), sending.marker().toString(), sending.copyOf().toString());
        sha.update(all.getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
