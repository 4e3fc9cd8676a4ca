import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { MLKEM768X25519 } from '@noble/post-quantum/hybrid.js';
import { ascii, FormatError } from './bytes.ts';

// Where the desk may leave an answer: derived from a secret that only the sender keeps.

export const MAILBOX_SECRET_BYTES = 16;

/** What a report says of its mailbox. */
export interface Mailbox {
  readonly publicKey: Uint8Array;
  readonly tag: Uint8Array;
}

/** The seed opens answers, so it never leaves the sender. */
export interface MailboxKeys extends Mailbox {
  readonly seed: Uint8Array;
}

/** Key pair and tag of a 16-byte secret (spec/report.md). */
export function mailboxOf(secret: Uint8Array): MailboxKeys {
  if (secret.length !== MAILBOX_SECRET_BYTES) throw new FormatError('mailbox secret is not 16 bytes');
  const derive = (info: string, length: number) =>
    hkdf(sha256, secret, new Uint8Array(0), ascii(`watchword.mailbox/1 ${info}`), length);
  const seed = derive('key', 32);
  return { seed, publicKey: MLKEM768X25519.getPublicKey(seed), tag: derive('tag', 16) };
}
