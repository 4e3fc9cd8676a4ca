import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { ml_dsa44 } from '@noble/post-quantum/ml-dsa.js';
import { ascii, concat, equal, FormatError, isZero, readU32 } from './bytes.ts';

// A term's public keys, signed by the desk's root: spec/bundle.md. A page seals by a day's, the offline sealer by thirty days'.

export const BUNDLE_BYTES = 16384;
const MAGIC = ascii('watchword.bundle');
const VERSION = 1;
const MAX_LANES = 8;
const MAX_WORK_BITS = 24;
/** Of the offline sealer: a memory stick may take weeks to arrive. */
export const COURIER_DAYS = 30;
/** From a term's end to the destruction of its keys. */
const KEYS_OUTLIVE_DAYS = 3;
/** 9999-12-31: the day stands in a file's name with four digits for the year. */
const LAST_DAY = 2_932_896;
const PUBLIC_KEY_BYTES = 1216;
const ED25519_KEY_BYTES = 32;
const ML_DSA_44_KEY_BYTES = 1312;
const SIGNED_BYTES = 13900;
const KEYS_END = 12260;
const ED25519_SIGNATURE_BYTES = 64;
const DAY_MILLIS = 86_400_000;
/** A phone's clock is often wrong by hours, and a day's keys live four days. */
const GRACE_MILLIS = DAY_MILLIS / 2;

/** The desk's root public keys, as they come with the page. */
export interface Root {
  readonly ed25519: Uint8Array;
  readonly mldsa44: Uint8Array;
}

/** What a page must know to seal. */
export interface Bundle {
  readonly epochDay: number;
  /** 1, or 30 for the offline sealer. */
  readonly days: number;
  readonly workBits: number;
  readonly boardKey: Uint8Array;
  readonly boardKeyId: Uint8Array;
  readonly journalCommitment: Uint8Array;
  readonly gateKey: Uint8Array;
  /** Only the lanes in use; the other slots hold keys that nobody can open. */
  readonly laneKeys: readonly Uint8Array[];
  readonly secondKey: Uint8Array;
}

/** Why a page must not seal; each has its own words for the sender. */
export type Refusal = 'format' | 'signature' | 'date';

export class BundleRefused extends Error {
  override readonly name = 'BundleRefused';
  constructor(readonly reason: Refusal, message: string) {
    super(message);
  }
}

/** Reads a bundle's layout; says nothing about who signed it. */
export function parseBundle(bytes: Uint8Array): Bundle {
  if (bytes.length !== BUNDLE_BYTES) throw new FormatError(`bundle is not ${BUNDLE_BYTES} bytes`);
  if (!equal(bytes.subarray(0, 16), MAGIC)) throw new FormatError('bundle does not begin with its name');
  if (bytes[16] !== VERSION) throw new FormatError('bundle version is not 1');
  const lanes = bytes[17] as number;
  if (lanes < 1 || lanes > MAX_LANES) throw new FormatError('bundle lanes are not 1 to 8');
  const workBits = bytes[18] as number;
  if (workBits > MAX_WORK_BITS) throw new FormatError('bundle work is above 24 bits');
  if (bytes[19] !== 0) throw new FormatError('bundle byte 19 is not zero');
  if (!isZero(bytes.subarray(KEYS_END, SIGNED_BYTES))) throw new FormatError('bundle padding is not zero');
  const key = (offset: number) => bytes.slice(offset, offset + PUBLIC_KEY_BYTES);
  const epochDay = readU32(bytes, 20);
  const days = readU32(bytes, 24);
  if (days !== 1 && days !== COURIER_DAYS) throw new FormatError('bundle days are not 1 or 30');
  if (epochDay + days - 1 > LAST_DAY) throw new FormatError('bundle day is after the year 9999');
  if (days !== 1 && workBits !== 0) throw new FormatError('bundle of an offline sealer asks for work');
  return {
    epochDay,
    days,
    workBits,
    boardKey: bytes.slice(28, 60),
    boardKeyId: bytes.slice(60, 68),
    journalCommitment: bytes.slice(68, 100),
    gateKey: key(100),
    laneKeys: Array.from({ length: lanes }, (_, lane) => key(1316 + lane * PUBLIC_KEY_BYTES)),
    secondKey: key(11044),
  };
}

/**
 * Returns the bundle if both signatures hold, it is of `days`, and `nowMillis` (UTC) lies in them, 12 hours of grace each side.
 * Anything else throws `BundleRefused`: there is no weaker way to seal, and a page never takes the keys that live thirty days.
 */
export function verifyBundle(bytes: Uint8Array, root: Root, nowMillis: number, days: 1 | typeof COURIER_DAYS = 1): Bundle {
  let bundle: Bundle;
  try {
    bundle = parseBundle(bytes);
  } catch (error) {
    if (error instanceof FormatError) throw new BundleRefused('format', error.message);
    throw error;
  }
  if (!signedByRoot(bytes.subarray(0, SIGNED_BYTES), bytes.subarray(SIGNED_BYTES), root)) throw new BundleRefused('signature', 'bundle is not signed by the root');
  if (bundle.days !== days) throw new BundleRefused('format', 'bundle is of another number of days');
  const start = bundle.epochDay * DAY_MILLIS;
  if (nowMillis < start - GRACE_MILLIS || nowMillis > runsOutAt(bundle)) {
    throw new BundleRefused('date', 'bundle is for another day');
  }
  return bundle;
}

/** When a bundle's last day is over, in milliseconds since 1970. */
export function endOf(bundle: Bundle): number {
  return (bundle.epochDay + bundle.days) * DAY_MILLIS;
}

/** When a page stops sealing by it, in milliseconds since 1970. */
export function runsOutAt(bundle: Bundle): number {
  return endOf(bundle) + GRACE_MILLIS;
}

/** When the private parts are destroyed, in milliseconds since 1970: what is sealed by it opens no more. */
export function destroyedAt(bundle: Bundle): number {
  return endOf(bundle) + KEYS_OUTLIVE_DAYS * DAY_MILLIS;
}

/** Says whether both signatures, Ed25519 and then ML-DSA-44, are this root's over `signed`. */
export function signedByRoot(signed: Uint8Array, signatures: Uint8Array, root: Root): boolean {
  if (root.ed25519.length !== ED25519_KEY_BYTES || root.mldsa44.length !== ML_DSA_44_KEY_BYTES) return false;
  return holds(() => ed25519.verify(signatures.subarray(0, ED25519_SIGNATURE_BYTES), signed, root.ed25519, { zip215: false }))
    && holds(() => ml_dsa44.verify(signatures.subarray(ED25519_SIGNATURE_BYTES), signed, root.mldsa44));
}

/** Says whether the Ed25519 signature alone is this root's over `signed`: all that a stop sheet carries. */
export function signedOnPaper(signed: Uint8Array, signature: Uint8Array, root: Root): boolean {
  return root.ed25519.length === ED25519_KEY_BYTES
    && holds(() => ed25519.verify(signature, signed, root.ed25519, { zip215: false }));
}

/** A key or signature that does not decode is as bad as one that does not match. */
function holds(check: () => boolean): boolean {
  try {
    return check();
  } catch {
    return false;
  }
}

/** First 66 bits of the root's hash, as six indices into the BIP-39 English list. */
export function fingerprint(root: Root): readonly number[] {
  const hash = sha256(concat(ascii('watchword.root/1'), root.ed25519, root.mldsa44));
  return Array.from({ length: 6 }, (_, word) => {
    let index = 0;
    for (let bit = word * 11; bit < word * 11 + 11; bit++) {
      index = (index << 1) | (((hash[bit >> 3] as number) >> (7 - (bit & 7))) & 1);
    }
    return index;
  });
}

/** Days since 1970-01-01 in UTC, the name of an epoch. */
export function epochDayOf(millis: number): number {
  return Math.floor(millis / DAY_MILLIS);
}

/** Where the hub serves a day's bundle, relative to the board's front page. */
export function bundlePath(epochDay: number): string {
  return `bundle/${new Date(epochDay * DAY_MILLIS).toISOString().slice(0, 10)}.bin`;
}
