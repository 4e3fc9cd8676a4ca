import { sha256 } from '@noble/hashes/sha2.js';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { MAILBOX_SECRET_BYTES } from '../seal/mailbox.ts';
import { FormatError, type Bytes } from '../seal/bytes.ts';

// The sender's secret as a person keeps it: twelve words or eight groups of five digits (spec/drop.md, "The sender's secret").

const WORDS = 12;
const GROUPS = 8;
const GROUP = 5;
/** Four letters tell the words of the list apart. */
const PREFIX = 4;
const CHECK_BITS = 4n;
const byBeginning = new Map(wordlist.map((word, index) => [word.slice(0, PREFIX), index]));

export function wordsOf(secret: Uint8Array): readonly string[] {
  const number = numberOf(secret);
  return Array.from({ length: WORDS }, (_, at) => wordlist[Number((number >> BigInt(11 * (WORDS - 1 - at))) & 2047n)] as string);
}

export function digitsOf(secret: Uint8Array): readonly string[] {
  const digits = numberOf(secret).toString().padStart(GROUPS * GROUP, '0');
  return Array.from({ length: GROUPS }, (_, at) => digits.slice(at * GROUP, (at + 1) * GROUP));
}

/** Why what was typed is no secret; each has its own words for the sender. */
export type Slip = { readonly slip: 'count'; readonly have: number } | { readonly slip: 'word'; readonly at: number } | { readonly slip: 'check' };

export class NotASecret extends FormatError {
  constructor(readonly why: Slip) {
    super(`secret: ${why.slip}`);
  }
}

/** Reads either spelling, however it is parted into lines and in letters of any size. */
export function secretFrom(typed: string): Bytes {
  const digits = typed.replace(/\s+/g, '');
  if (/^\d+$/.test(digits)) {
    if (digits.length !== GROUPS * GROUP) throw new NotASecret({ slip: 'count', have: digits.length });
    return checked(BigInt(digits));
  }
  const words = typed.normalize('NFKC').toLowerCase().split(/[^\p{L}]+/u).filter((word) => word !== '');
  if (words.length !== WORDS) throw new NotASecret({ slip: 'count', have: words.length });
  return checked(words.reduce((number, word, at) => (number << 11n) | BigInt(indexOf(word, at + 1)), 0n));
}

function indexOf(word: string, at: number): number {
  const index = byBeginning.get(word.slice(0, PREFIX));
  // Words of three letters are whole; a longer one may have been written down by its beginning.
  if (index === undefined || !(wordlist[index] as string).startsWith(word)) throw new NotASecret({ slip: 'word', at });
  return index;
}

function checked(number: bigint): Bytes {
  const secret = new Uint8Array(MAILBOX_SECRET_BYTES);
  let rest = number >> CHECK_BITS;
  for (let at = secret.length - 1; at >= 0; at--) {
    secret[at] = Number(rest & 255n);
    rest >>= 8n;
  }
  if (rest !== 0n || numberOf(secret) !== number) throw new NotASecret({ slip: 'check' });
  return secret;
}

/** 132 bits: the secret, then the first four bits of its hash. */
function numberOf(secret: Uint8Array): bigint {
  const check = BigInt((sha256(secret)[0] as number) >> 4);
  return (secret.reduce((number, byte) => (number << 8n) | BigInt(byte), 0n) << CHECK_BITS) | check;
}
