package watchword.member;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import watchword.seal.Bytes;
import watchword.seal.FormatException;
import watchword.seal.SigningKey;
import watchword.seal.VerifyKey;

/// A member's word that one device may be admitted, once and soon.
///
/// It opens nothing and holds no secret: it names a join request by hash, so it is of no use to another device.
/// [Members#admit] says when it holds.
///
/// @param id random, so that it is used once
/// @param request hash of the join request
/// @param issued to the minute
/// @param inviter the inviting device
public record Invitation(
    Bytes id,
    Bytes request,
    Purpose purpose,
    Instant issued,
    VerifyKey inviter,
    Bytes signature,
    Optional<Countersignature> countersignature) {

  /// How long an invitation lives, from its countersignature or from the end of the wait.
  public static final Duration LIFE = Duration.ofHours(24);

  /// How long an invitation waits, visibly, when nobody is there to countersign.
  public static final Duration WAIT = Duration.ofHours(24);

  private static final String TITLE = "watchword.invitation/1";
  private static final String WHAT = "invitation";

  /// What the device is admitted as.
  public sealed interface Purpose {}

  /// A person new to the desk.
  public record Newcomer(Role role, Set<Integer> lanes) implements Purpose {
    public Newcomer {
      lanes = Lanes.copy(lanes);
    }
  }

  /// Another device of a member; it gets that member's role and lanes and no earlier key.
  public record NewDevice() implements Purpose {}

  /// Another member's consent.
  public record Countersignature(Instant time, VerifyKey by, Bytes signature) {}

  /// Invites the device of this request.
  public static Invitation to(
      JoinRequest request, Purpose purpose, Instant now, SigningKey inviter, SecureRandom random) {
    byte[] id = new byte[16];
    random.nextBytes(id);
    Invitation unsigned = new Invitation(
        Bytes.of(id), request.hash(), purpose, now.truncatedTo(ChronoUnit.MINUTES), inviter.verifyKey(),
        Bytes.of(new byte[0]), Optional.empty());
    Bytes signature = Bytes.of(inviter.sign(Lines.ascii(unsigned.invited())));
    return unsigned.with(signature, Optional.empty());
  }

  /// Returns the invitation with another member's consent.
  public Invitation countersigned(Instant now, SigningKey by) {
    Instant time = now.truncatedTo(ChronoUnit.MINUTES);
    Bytes consent = Bytes.of(by.sign(Lines.ascii(consented(time, by.verifyKey()))));
    return with(signature, Optional.of(new Countersignature(time, by.verifyKey(), consent)));
  }

  /// Reads an invitation, refusing another spelling and signatures that are not those of the keys it names.
  public static Invitation read(byte[] text) throws FormatException {
    Lines lines = Lines.read(text, TITLE, WHAT);
    Invitation invitation = new Invitation(
        lines.takeHex("id", 16),
        lines.takeHex("request", 32),
        purpose(lines.take("as")),
        lines.minute(lines.take("issued")),
        new VerifyKey(lines.takeHex("inviter", VerifyKey.LENGTH)),
        lines.takeHex("signature", VerifyKey.SIGNATURE_LENGTH),
        lines.has("countersigned") ? Optional.of(countersignature(lines)) : Optional.empty());
    lines.end();
    if (!Arrays.equals(invitation.write(), text)) {
      throw new FormatException(WHAT + ": not the one spelling of its values");
    }
    if (!invitation.signaturesHold()) {
      throw new FormatException(WHAT + ": a signature does not hold");
    }
    return invitation;
  }

  public byte[] write() {
    return Lines.ascii(countersignature
        .map(counter -> consented(counter.time(), counter.by()).append(line("countersignature", counter.signature())))
        .orElseGet(this::signed));
  }

  /// Says whether the keys it names made its signatures; whose keys they are is for [Members] to say.
  boolean signaturesHold() {
    return inviter.verifies(Lines.ascii(invited()), signature.toArray())
        && countersignature
            .map(counter -> counter.by()
                .verifies(Lines.ascii(consented(counter.time(), counter.by())), counter.signature().toArray()))
            .orElse(true);
  }

  private Invitation with(Bytes signature, Optional<Countersignature> countersignature) {
    return new Invitation(id, request, purpose, issued, inviter, signature, countersignature);
  }

  private StringBuilder invited() {
    return new StringBuilder(TITLE).append('\n')
        .append(line("id", id))
        .append(line("request", request))
        .append(line("as", switch (purpose) {
          case Newcomer newcomer -> spelling(newcomer.role()) + " " + Lanes.write(newcomer.lanes());
          case NewDevice _ -> "device";
        }))
        .append(line("issued", issued))
        .append(line("inviter", inviter.raw()));
  }

  private StringBuilder signed() {
    return invited().append(line("signature", signature));
  }

  private StringBuilder consented(Instant time, VerifyKey by) {
    return signed().append(line("countersigned", time)).append(line("by", by.raw()));
  }

  private static String line(String name, Object value) {
    return name + " " + value + "\n";
  }

  private static Purpose purpose(String text) throws FormatException {
    if (text.equals("device")) {
      return new NewDevice();
    }
    for (Role role : Role.values()) {
      if (text.startsWith(spelling(role) + " ")) {
        return new Newcomer(role, Lanes.read(text.substring(spelling(role).length() + 1)));
      }
    }
    throw new FormatException(WHAT + ": neither a role with lanes nor a device");
  }

  static String spelling(Role role) {
    return switch (role) {
      case EDITOR -> "editor";
      case READER -> "reader";
    };
  }

  private static Countersignature countersignature(Lines lines) throws FormatException {
    return new Countersignature(
        lines.minute(lines.take("countersigned")),
        new VerifyKey(lines.takeHex("by", VerifyKey.LENGTH)),
        lines.takeHex("countersignature", VerifyKey.SIGNATURE_LENGTH));
  }
}
