package watchword.seal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/// A signed statement that private keys exist no more.
///
/// ```
/// watchword.destruction/1
/// at 2026-11-26T00:00Z
/// gate-20779 ⟨SHA-256 of the public key⟩
/// lane-20779-0 ⟨…⟩
/// signature ⟨Ed25519 over all lines above, base64url without padding⟩
/// ```
///
/// @param at when it was done, to the minute
/// @param keys in order of their names
public record Destruction(Instant at, List<Key> keys) {
  private static final String HEAD = "watchword.destruction/1";
  private static final String AT = "at ";
  private static final String SIGNATURE = "signature ";
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm'Z'").withZone(ZoneOffset.UTC);

  /// One destroyed key, told by its public part.
  public record Key(KeyName name, Bytes publicKeySha256) {

    public Key {
      publicKeySha256.requireLength(32, "hash of a public key");
    }

    static Key of(KeyName name, PublicKey publicKey) {
      return new Key(name, Hashes.sha256(publicKey.raw()));
    }
  }

  public Destruction {
    at = at.truncatedTo(ChronoUnit.MINUTES);
    keys = List.copyOf(keys);
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("destruction: names no key");
    }
    for (int i = 1; i < keys.size(); i++) {
      if (keys.get(i - 1).name().compareTo(keys.get(i).name()) >= 0) {
        throw new IllegalArgumentException("destruction: keys are not in order");
      }
    }
    for (Key key : keys) {
      if (at.isBefore(key.name().destroyAt())) {
        throw new IllegalArgumentException("destruction: " + key.name() + " was not due");
      }
    }
  }

  public byte[] write(SigningKey desk) {
    byte[] statement = Hashes.ascii(statement());
    String signature = Base64.getUrlEncoder().withoutPadding().encodeToString(desk.sign(statement));
    return Hashes.ascii(statement() + SIGNATURE + signature + "\n");
  }

  /// Reads a statement, refusing another spelling and a signature that is not the desk's.
  public static Destruction read(byte[] bytes, VerifyKey desk) throws FormatException {
    List<String> lines = List.of(new String(bytes, StandardCharsets.US_ASCII).split("\n", -1));
    if (lines.size() < 5 || !lines.getFirst().equals(HEAD)) {
      throw new FormatException("destruction: does not begin with " + HEAD);
    }
    Destruction read;
    byte[] signature;
    try {
      read = parse(lines);
      signature = Base64.getUrlDecoder().decode(rest(lines, lines.size() - 2, SIGNATURE));
    } catch (DateTimeParseException | IllegalArgumentException e) {
      throw new FormatException("destruction: " + e.getMessage());
    }
    byte[] statement = Hashes.ascii(read.statement());
    String spelled = Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    if (!Arrays.equals(bytes, Hashes.ascii(read.statement() + SIGNATURE + spelled + "\n"))) {
      throw new FormatException("destruction: not in its one spelling");
    }
    if (!desk.verifies(statement, signature)) {
      throw new FormatException("destruction: the signature is not the desk's");
    }
    return read;
  }

  private static Destruction parse(List<String> lines) throws FormatException {
    Instant at = Instant.from(MINUTE.parse(rest(lines, 1, AT)));
    List<Key> keys = new ArrayList<>();
    for (int i = 2; i < lines.size() - 2; i++) {
      String[] words = lines.get(i).split(" ", -1);
      if (words.length != 2 || !HASH.matcher(words[1]).matches()) {
        throw new FormatException("destruction: line " + (i + 1) + " is not a key's name and hash");
      }
      keys.add(new Key(KeyName.parse(words[0]), Bytes.ofHex(words[1])));
    }
    return new Destruction(at, keys);
  }

  private static String rest(List<String> lines, int index, String prefix) throws FormatException {
    String line = lines.get(index);
    if (!line.startsWith(prefix)) {
      throw new FormatException("destruction: line " + (index + 1) + " does not begin with " + prefix.strip());
    }
    return line.substring(prefix.length());
  }

  private String statement() {
    StringBuilder lines = new StringBuilder(HEAD).append('\n').append(AT).append(MINUTE.format(at)).append('\n');
    for (Key key : keys) {
      lines.append(key.name()).append(' ').append(key.publicKeySha256()).append('\n');
    }
    return lines.toString();
  }
}
