package watchword.seal;

import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.UnsupportedRecipientStanzaException;
import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// An age v1 file (c2sp.org/age) sealed to hybrid keys; jagged writes the format, the stanza is ours.
public final class AgeFile {
  private static final int CHUNK = 64 * 1024;
  private static final int TAG = 16;
  private static final int NONCE = 16;

  /// Version line (22) and MAC line (48).
  private static final int FRAME = 70;

  /// `-> mlkem768x25519 ` (18), 1120 bytes in base64 (1494), the body (43), two line ends.
  private static final int STANZA = 1557;

  private AgeFile() {}

  /// Seals the plaintext to each of the recipients, in this order.
  public static byte[] seal(byte[] plaintext, List<PublicKey> recipients) {
    if (recipients.isEmpty()) {
      throw new IllegalArgumentException("an age file needs a recipient");
    }
    List<RecipientStanzaWriter> writers = recipients.stream().map(HybridStanza::writer).toList();
    return seal(plaintext, writers, fileLength(plaintext.length, recipients.size()));
  }

  /// Seals by stanzas of any kind into a file of exactly this length.
  static byte[] seal(byte[] plaintext, List<RecipientStanzaWriter> writers, int length) {
    ByteBuffer file = ByteBuffer.allocate(length);
    try (WritableByteChannel channel =
        new StandardEncryptingChannelFactory().newEncryptingChannel(new Filling(file), writers)) {
      ByteBuffer source = ByteBuffer.wrap(plaintext);
      while (source.hasRemaining()) {
        channel.write(source);
      }
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("sealing failed", e);
    }
    if (file.hasRemaining()) {
      throw new IllegalStateException("an age file came out shorter than its format says");
    }
    return file.array();
  }

  /// Opens a file, or returns empty when none of its stanzas is for this key.
  public static Optional<byte[]> open(byte[] file, PrivateKey key) throws FormatException {
    key.expanded(); // a destroyed key is our mistake, not the file's
    return open(file, HybridStanza.reader(key));
  }

  /// Opens a file that must have exactly `stanzas` stanzas, by the one at `mine`.
  static Optional<byte[]> open(byte[] file, PrivateKey key, int stanzas, int mine) throws FormatException {
    key.expanded();
    return open(file, HybridStanza.strictReader(key, stanzas, mine));
  }

  /// Opens a file by whatever stanzas the reader knows.
  static Optional<byte[]> open(byte[] file, RecipientStanzaReader reader) throws FormatException {
    ByteBuffer plaintext = ByteBuffer.allocate(file.length);
    try (ReadableByteChannel channel = new StandardDecryptingChannelFactory()
        .newDecryptingChannel(Channels.newChannel(new ByteArrayInputStream(file)), List.of(reader))) {
      while (channel.read(plaintext) >= 0) {
        // until the last chunk is authenticated
      }
      return Optional.of(Arrays.copyOf(plaintext.array(), plaintext.position()));
    } catch (UnsupportedRecipientStanzaException e) {
      return Optional.empty();
    } catch (HybridStanza.ShapeException e) {
      throw new FormatException("age file: " + e.getMessage());
    } catch (GeneralSecurityException | IOException | RuntimeException e) {
      // jagged answers some broken headers with a BufferUnderflowException; its messages quote bytes of the file.
      throw new FormatException("age file: not one, or cut, or changed");
    } finally {
      Arrays.fill(plaintext.array(), (byte) 0);
    }
  }

  /// Returns the length of a file with this plaintext and this many stanzas.
  static int fileLength(int plaintext, int stanzas) {
    int chunks = Math.max(1, Math.ceilDiv(plaintext, CHUNK));
    return FRAME + STANZA * stanzas + NONCE + plaintext + TAG * chunks;
  }

  /// Returns the plaintext length that makes a file exactly this long.
  static int plaintextLength(int file, int stanzas) {
    int payload = file - FRAME - STANZA * stanzas - NONCE;
    int plaintext = payload - TAG * Math.ceilDiv(payload, CHUNK + TAG);
    if (fileLength(plaintext, stanzas) != file) {
      throw new IllegalArgumentException("no plaintext makes an age file of " + file + " bytes");
    }
    return plaintext;
  }

  /// A channel into a buffer of exactly the right size.
  private record Filling(ByteBuffer buffer) implements WritableByteChannel {
    @Override
    public int write(ByteBuffer source) {
      int length = source.remaining();
      buffer.put(source);
      return length;
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void close() {}
  }
}
