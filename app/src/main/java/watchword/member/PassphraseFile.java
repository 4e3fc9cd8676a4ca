package watchword.member;

import com.exceptionfactory.jagged.UnsupportedRecipientStanzaException;
import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import watchword.seal.FormatException;

/// An age v1 file that a passphrase opens, here or with `age -d`.
final class PassphraseFile {
  private static final SecureRandom RANDOM = new SecureRandom();

  private PassphraseFile() {}

  static byte[] seal(byte[] plaintext, char[] passphrase, int workFactor) {
    byte[] secret = utf8(passphrase);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (WritableByteChannel channel = new StandardEncryptingChannelFactory()
        .newEncryptingChannel(Channels.newChannel(file), List.of(ScryptStanza.writer(secret, workFactor, RANDOM)))) {
      ByteBuffer source = ByteBuffer.wrap(plaintext);
      while (source.hasRemaining()) {
        channel.write(source);
      }
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("sealing a key file failed", e);
    } finally {
      Arrays.fill(secret, (byte) 0);
    }
    return file.toByteArray();
  }

  /// Opens a file, or returns empty when the passphrase is another.
  static Optional<byte[]> open(byte[] file, char[] passphrase) throws FormatException {
    byte[] secret = utf8(passphrase);
    ByteBuffer plaintext = ByteBuffer.allocate(file.length);
    try (ReadableByteChannel channel = new StandardDecryptingChannelFactory()
        .newDecryptingChannel(Channels.newChannel(new ByteArrayInputStream(file)), List.of(ScryptStanza.reader(secret)))) {
      while (channel.read(plaintext) >= 0) {
        // until the last chunk is authenticated
      }
      return Optional.of(Arrays.copyOf(plaintext.array(), plaintext.position()));
    } catch (UnsupportedRecipientStanzaException e) {
      return Optional.empty();
    } catch (GeneralSecurityException | IOException e) {
      throw new FormatException("key file: " + e.getMessage());
    } finally {
      Arrays.fill(secret, (byte) 0);
      Arrays.fill(plaintext.array(), (byte) 0);
    }
  }

  private static byte[] utf8(char[] passphrase) {
    if (passphrase.length == 0) {
      throw new IllegalArgumentException("an empty passphrase");
    }
    ByteBuffer encoded = ByteBuffer.allocate(4 * passphrase.length); // no character takes more
    if (StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(passphrase), encoded, true).isError()) {
      throw new IllegalArgumentException("a passphrase with half a character");
    }
    byte[] bytes = Arrays.copyOf(encoded.array(), encoded.position());
    Arrays.fill(encoded.array(), (byte) 0);
    return bytes;
  }
}
