import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { Decrypter } from 'age-encryption';
import { ascii, concat, equal, FormatError, isZero, readU32, u32 } from '../seal/bytes.ts';
import type { MailboxKeys } from '../seal/mailbox.ts';
import { bech32 } from '../seal/spelling.ts';

// The public file of sealed replies: spec/drop.md.

export const DROP_PATH = 'bundle/drop.bin';
export const DROP_BYTES = 524_372;
const QUARTER_MILLIS = 900_000;
const GRACE_MILLIS = 43_200_000;
const MAGIC = ascii('watchword.drop/1');
const CELLS = 64;
const CELL_BYTES = 4096;
const MARK_BYTES = 16;
const MARKS = 16_384;
const CELLS_AT = 20;
const MARKS_AT = CELLS_AT + CELLS * CELL_BYTES;
const SIGNATURE_AT = MARKS_AT + MARKS * MARK_BYTES;
const REPLY_BYTES = 2421;
const REPLY_HEAD = 7;
const MAX_TEXT_BYTES = REPLY_BYTES - REPLY_HEAD;

type DropRefusal = 'length' | 'magic' | 'order' | 'signature' | 'date';

export class DropRefused extends Error {
  override readonly name = 'DropRefused';
  constructor(readonly reason: DropRefusal) {
    super(`drop refused: ${reason}`);
  }
}

/** A drop that the desk's board key signed. */
export interface Drop {
  readonly quarter: number;
  readonly bytes: Uint8Array;
}

/** What a drop says of one mailbox. */
export interface Found {
  /** When the drop was made, by the desk's clock. */
  readonly made: number;
  readonly opened: boolean;
  readonly destroyed: boolean;
  readonly reply: { readonly asked: number; readonly text: string } | 'damaged' | null;
}

export function verifyDrop(bytes: Uint8Array, boardKey: Uint8Array, nowMillis: number): Drop {
  if (bytes.length !== DROP_BYTES) throw new DropRefused('length');
  if (!equal(bytes.subarray(0, MAGIC.length), MAGIC)) throw new DropRefused('magic');
  for (let mark = 1; mark < MARKS; mark++) {
    if (order(bytes, MARKS_AT + mark * MARK_BYTES, markAt(bytes, mark - 1)) <= 0) throw new DropRefused('order');
  }
  if (!signed(bytes, boardKey)) throw new DropRefused('signature');
  const quarter = readU32(bytes, MAGIC.length);
  if (quarter * QUARTER_MILLIS > nowMillis + GRACE_MILLIS) throw new DropRefused('date');
  return { quarter, bytes };
}

/** The hash is signed, not the bytes: half a megabyte is hashed once, on a phone without a compiler in seconds. */
function signed(bytes: Uint8Array, boardKey: Uint8Array): boolean {
  const message = concat(MAGIC, ascii('\n'), sha256(bytes.subarray(0, SIGNATURE_AT)));
  try {
    return ed25519.verify(bytes.subarray(SIGNATURE_AT), message, boardKey, { zip215: false });
  } catch {
    return false; // a signature that is no point is one that does not hold
  }
}

export async function find(drop: Drop, mailbox: MailboxKeys): Promise<Found> {
  return {
    made: drop.quarter * QUARTER_MILLIS,
    opened: holds(drop, markOf('opened', mailbox.tag, drop.quarter)),
    destroyed: holds(drop, markOf('destroyed', mailbox.tag, drop.quarter)),
    reply: await replyTo(drop, mailbox),
  };
}

/** What one drop says of one mailbox, in sixteen bytes that are noise to all who lack the tag. */
export function markOf(what: 'opened' | 'destroyed' | 'cell', tag: Uint8Array, quarter: number): Uint8Array {
  return sha256(concat(ascii(`watchword.drop/1 ${what}\n`), tag, u32(quarter))).subarray(0, MARK_BYTES);
}

function holds({ bytes }: Drop, wanted: Uint8Array): boolean {
  let low = 0;
  let high = MARKS - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = order(bytes, MARKS_AT + middle * MARK_BYTES, wanted);
    if (found === 0) return true;
    if (found < 0) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}

async function replyTo({ bytes, quarter }: Drop, mailbox: MailboxKeys): Promise<Found['reply']> {
  const mark = markOf('cell', mailbox.tag, quarter);
  for (let at = CELLS_AT; at < MARKS_AT; at += CELL_BYTES) {
    if (order(bytes, at, mark) !== 0) continue;
    try {
      return await openCell(bytes.subarray(at + MARK_BYTES, at + CELL_BYTES), mailbox.seed);
    } catch {
      return 'damaged'; // marked for this mailbox by who knows its tag, and not by the desk's own code
    }
  }
  return null;
}

/** Opens the age file of a cell; throws where it is another's, or has another spelling. */
export async function openCell(file: Uint8Array, seed: Uint8Array): Promise<{ asked: number; text: string }> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(bech32.encodeFromBytes('AGE-SECRET-KEY-PQ-', seed).toUpperCase());
  const plain = await decrypter.decrypt(file);
  // Two stanzas, or stanzas of another kind, leave another length.
  if (plain.length !== REPLY_BYTES || plain[0] !== 1) throw new FormatError('reply has another form');
  const length = new DataView(plain.buffer, plain.byteOffset).getUint16(5);
  if (length === 0 || length > MAX_TEXT_BYTES || !isZero(plain.subarray(REPLY_HEAD + length))) throw new FormatError('reply has another length');
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(plain.subarray(REPLY_HEAD, REPLY_HEAD + length));
  if (text.trim() === '') throw new FormatError('reply says nothing');
  return { asked: readU32(plain, 1) * QUARTER_MILLIS, text };
}

function markAt(bytes: Uint8Array, mark: number): Uint8Array {
  const at = MARKS_AT + mark * MARK_BYTES;
  return bytes.subarray(at, at + MARK_BYTES);
}

/** Below, at or above zero as the sixteen bytes at `at` come before `other`, are it, or come after. */
function order(bytes: Uint8Array, at: number, other: Uint8Array): number {
  for (let i = 0; i < MARK_BYTES; i++) {
    const difference = (bytes[at + i] as number) - (other[i] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}
