package watchword.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import watchword.path.C2spKit;

/// Our reader of member key files by C2SP's test kit.
class C2spKitTest {

  /// A stanza of another type: a key file has one of `scrypt` and no other, so this is none, and not another's.
  private static final String OTHER_TYPE = "scrypt_uppercase";

  @Test
  void what_a_passphrase_locks_opens_or_is_refused_as_the_kit_says() throws Exception {
    List<C2spKit.Vector> locked = C2spKit.vectors().stream().filter(one -> one.passphrase().isPresent()).toList();
    assertThat(locked).hasSizeGreaterThanOrEqualTo(24);
    for (C2spKit.Vector one : locked) {
      if (one.name().equals(OTHER_TYPE)) {
        one.requireShut(file -> PassphraseFile.open(file, one.passphrase().orElseThrow().toCharArray()));
      } else {
        one.requireFrom(file -> PassphraseFile.open(file, one.passphrase().orElseThrow().toCharArray()));
      }
    }
  }
}
