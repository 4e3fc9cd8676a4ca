package watchword.member;

import watchword.seal.PublicKey;
import watchword.seal.VerifyKey;

/// One device of a member: the key that shares are sealed to, and the key its acts are checked by.
public record Device(PublicKey sealing, VerifyKey signing) {}
