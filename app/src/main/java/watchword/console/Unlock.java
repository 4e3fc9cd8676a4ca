package watchword.console;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;

/// Checks a member's passphrase.
@FunctionalInterface
public interface Unlock {

  /// Empty where the member is unknown or the passphrase wrong; which of the two is not told.
  ///
  /// @throws NotOpenedException where both are right and the desk does not open
  Optional<Session> open(String pseudonym, String passphrase);

  /// Throw-away passphrases of a drill, by pseudonym.
  static Unlock of(Map<String, String> passphrases) {
    Map<String, String> known = Map.copyOf(passphrases);
    return (pseudonym, passphrase) -> {
      byte[] right = known.getOrDefault(pseudonym, "").getBytes(StandardCharsets.UTF_8);
      boolean same = MessageDigest.isEqual(right, passphrase.getBytes(StandardCharsets.UTF_8));
      return right.length > 0 && same ? Optional.of(Session.of(pseudonym)) : Optional.empty();
    };
  }
}
