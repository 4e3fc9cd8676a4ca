// Stands for age-encryption's own list of recipients in the shipped bundle; build.mjs puts it there.
// Reports and replies are sealed to `mlkem768x25519` alone: the other kinds are left out and refuse by name.
export {
  generateHybridIdentity, generateIdentity, generateX25519Identity, HybridIdentity, HybridRecipient, identityToRecipient,
} from 'age-encryption/recipients';

class LeftOut {
  constructor() {
    throw new Error('only mlkem768x25519 is in this bundle');
  }
}

export {
  LeftOut as HybridTagRecipient, LeftOut as ScryptIdentity, LeftOut as ScryptRecipient, LeftOut as TagRecipient,
  LeftOut as X25519Identity, LeftOut as X25519Recipient,
};
