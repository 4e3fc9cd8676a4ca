package watchword.member;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import watchword.seal.Bytes;
import watchword.seal.FormatException;
import watchword.seal.PublicKey;
import watchword.seal.VerifyKey;

/// Someone's wish to join: the public keys of their device and the pseudonym they ask for.
///
/// It is signed by the device, holds no secret, and an invitation names it by its hash.
public record JoinRequest(Pseudonym pseudonym, Device device, Bytes signature) {
  private static final String TITLE = "watchword.join/1";
  private static final String WHAT = "join request";

  /// Makes the request of the device that holds this key.
  public static JoinRequest of(MemberKey key) {
    Device device = key.device();
    byte[] signed = Lines.ascii(signed(key.pseudonym(), device));
    return new JoinRequest(key.pseudonym(), device, Bytes.of(key.signing().sign(signed)));
  }

  /// Reads a request, refusing another spelling and a signature that is not the device's.
  public static JoinRequest read(byte[] text) throws FormatException {
    Lines lines = Lines.read(text, TITLE, WHAT);
    Pseudonym pseudonym = lines.takePseudonym("pseudonym");
    PublicKey sealing = lines.publicKey(lines.take("seal"));
    VerifyKey signing = new VerifyKey(lines.takeHex("sign", VerifyKey.LENGTH));
    Bytes signature = lines.takeHex("signature", VerifyKey.SIGNATURE_LENGTH);
    lines.end();
    JoinRequest request = new JoinRequest(pseudonym, new Device(sealing, signing), signature);
    if (!Arrays.equals(request.write(), text)) {
      throw new FormatException(WHAT + ": not the one spelling of its values");
    }
    if (!signing.verifies(Lines.ascii(signed(pseudonym, request.device)), signature.toArray())) {
      throw new FormatException(WHAT + ": the signature is not the device's");
    }
    return request;
  }

  public byte[] write() {
    return Lines.ascii(signed(pseudonym, device).append("signature ").append(signature).append('\n'));
  }

  /// Returns the SHA-256 of the written request, by which an invitation names it.
  public Bytes hash() {
    try {
      return Bytes.of(MessageDigest.getInstance("SHA-256").digest(write()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java lacks SHA-256", e);
    }
  }

  private static StringBuilder signed(Pseudonym pseudonym, Device device) {
    return new StringBuilder(TITLE).append('\n')
        .append("pseudonym ").append(pseudonym).append('\n')
        .append("seal ").append(Lines.spelling(device.sealing())).append('\n')
        .append("sign ").append(device.signing().raw()).append('\n');
  }
}
