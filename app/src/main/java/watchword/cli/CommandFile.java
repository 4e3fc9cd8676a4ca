package watchword.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import watchword.seal.Bytes;
import watchword.seal.FormatException;
import watchword.seal.PrivateKey;
import watchword.seal.VerifyKey;

/// A file named on the command line, read whole, its faults told in one sentence.
record CommandFile(Path path) {

  byte[] bytes() {
    try {
      return Files.readAllBytes(path);
    } catch (NoSuchFileException e) {
      throw CommandFailure.misused("there is no file " + path);
    } catch (IOException e) {
      throw CommandFailure.failed(path + " cannot be read: check that it is a file and its permissions");
    }
  }

  void write(byte[] content) {
    try {
      Files.write(path, content);
    } catch (IOException e) {
      throw CommandFailure.failed(path + " cannot be written: check its folder, permissions and the space on its disk");
    }
  }

  /// Reads age's spelling of private keys, one a line; empty lines and lines that begin with # are passed over.
  List<PrivateKey> privateKeys() {
    List<PrivateKey> keys = new ArrayList<>();
    for (String line : new String(bytes(), StandardCharsets.US_ASCII).lines().toList()) {
      if (!line.isBlank() && !line.startsWith("#")) {
        try {
          keys.add(PrivateKey.parse(line.strip()));
        } catch (FormatException e) {
          throw fault(e);
        }
      }
    }
    if (keys.isEmpty()) {
      throw CommandFailure.misused(path + " holds no key: give a file with a line AGE-SECRET-KEY-PQ-1…");
    }
    return List.copyOf(keys);
  }

  /// Reads 64 hexadecimal digits: a public key for signatures.
  VerifyKey verifyKey() {
    String digits = new String(bytes(), StandardCharsets.US_ASCII).strip();
    if (!digits.matches("[0-9a-f]{64}")) {
      throw CommandFailure.misused(path + " is no gate key: it should be one line of 64 lower-case hexadecimal digits");
    }
    return new VerifyKey(Bytes.of(HexFormat.of().parseHex(digits)));
  }

  CommandFailure fault(FormatException e) {
    return CommandFailure.failed(path + " cannot be used: " + e.getMessage());
  }
}
