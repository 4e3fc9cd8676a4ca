package watchword.desk;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import watchword.seal.Epoch;
import watchword.seal.FormatException;
import watchword.seal.Root;
import watchword.seal.RootPublic;

/// A notice, signed beforehand, that this desk is closed (spec/desk.md, "Stop sheet").
///
/// Whoever holds the paper can close the desk when its machine is gone; it can do nothing else, and nobody can take it back.
///
/// ```
/// watchword.stop/1
/// root ⟨six words⟩
/// made 2026-11-22
/// signature
/// ⟨both signatures of the lines above, base64url without padding, 64 characters a line⟩
/// ```
///
/// @param made the day it was printed; it holds for good
public record StopSheet(Epoch made) {

  private static final String TITLE = "watchword.stop/1";
  private static final int WIDTH = 64;

  /// Returns the text for this root.
  public byte[] write(Root root) {
    byte[] signed = signed(root.publicPart());
    return text(signed, root.sign(signed));
  }

  /// Reads a sheet, refusing another spelling and what the root did not sign.
  public static StopSheet read(byte[] text, RootPublic root) throws FormatException {
    List<String> lines = List.of(new String(text, StandardCharsets.US_ASCII).split("\n", -1));
    if (lines.size() < 5 || !lines.getFirst().equals(TITLE)) {
      throw new FormatException("stop sheet: does not begin with " + TITLE);
    }
    StopSheet sheet = new StopSheet(made(lines.get(2)));
    byte[] signatures;
    try {
      signatures = Base64.getUrlDecoder().decode(String.join("", lines.subList(4, lines.size())));
    } catch (IllegalArgumentException e) {
      throw new FormatException("stop sheet: the signature is not in base64url");
    }
    byte[] signed = sheet.signed(root);
    if (!Arrays.equals(text, text(signed, signatures))) {
      throw new FormatException("stop sheet: of another root, or not in its one spelling");
    }
    if (!root.verifies(signed, signatures)) {
      throw new FormatException("stop sheet: the signature is not the root's");
    }
    return sheet;
  }

  private static Epoch made(String line) throws FormatException {
    try {
      return new Epoch(Math.toIntExact(LocalDate.parse(line.substring(Math.min(line.length(), "made ".length()))).toEpochDay()));
    } catch (DateTimeException | IllegalArgumentException | ArithmeticException e) {
      throw new FormatException("stop sheet: line 3 is not a day");
    }
  }

  private byte[] signed(RootPublic root) {
    return (TITLE + "\nroot " + Fingerprint.of(root) + "\nmade " + made.date() + "\n").getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] text(byte[] signed, byte[] signatures) {
    String spelling = Base64.getUrlEncoder().withoutPadding().encodeToString(signatures);
    String wrapped = IntStream.range(0, Math.ceilDiv(spelling.length(), WIDTH))
        .mapToObj(line -> spelling.substring(line * WIDTH, Math.min(spelling.length(), (line + 1) * WIDTH)) + "\n")
        .collect(Collectors.joining());
    return (new String(signed, StandardCharsets.US_ASCII) + "signature\n" + wrapped).getBytes(StandardCharsets.US_ASCII);
  }
}
