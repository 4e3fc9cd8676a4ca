package watchword.seal;

import static org.assertj.core.api.Assertions.assertThat;

import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import watchword.path.C2spKit;

/// Our reader of sealed files by C2SP's test kit: the hybrid recipient that reports know, and by a classical one header, MAC and chunks.
class C2spKitTest {

  /// Its broken stanza is a classical one, of which reports know none.
  private static final String CLASSICAL = "hybrid_x25519_arg";

  @Test
  void what_is_sealed_to_a_hybrid_key_opens_or_is_refused_as_the_kit_says() throws Exception {
    List<C2spKit.Vector> hybrid = C2spKit.vectors().stream().filter(one -> one.identity().filter(identity -> identity.startsWith("AGE-SECRET-KEY-PQ-")).isPresent()).toList();
    assertThat(hybrid).hasSizeGreaterThanOrEqualTo(18);
    for (C2spKit.Vector one : hybrid) {
      try (PrivateKey key = PrivateKey.of(AgeSpelling.decode("AGE-SECRET-KEY-PQ-", one.identity().orElseThrow()))) {
        if (one.name().equals(CLASSICAL)) {
          one.requireShut(file -> AgeFile.open(file, key));
        } else {
          one.requireFrom(file -> AgeFile.open(file, key));
        }
      }
    }
  }

  @Test
  void the_frame_of_a_file_is_read_or_refused_as_the_kit_says() throws Exception {
    List<C2spKit.Vector> frames = C2spKit.vectors().stream().filter(one -> one.identity().filter(identity -> identity.startsWith("AGE-SECRET-KEY-1")).isPresent()
        && one.passphrase().isEmpty() && !one.name().startsWith("x25519")).toList();
    assertThat(frames).hasSizeGreaterThanOrEqualTo(80);
    for (C2spKit.Vector one : frames) {
      RecipientStanzaReader reader = X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(one.identity().orElseThrow());
      one.requireFrom(file -> AgeFile.open(file, reader));
    }
  }
}
