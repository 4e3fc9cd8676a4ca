// A desk's keys made for a test, and the opening side that the browser never ships.
import { ed25519 } from '@noble/curves/ed25519.js';
import { MLKEM768X25519 } from '@noble/post-quantum/hybrid.js';
import { ml_dsa44 } from '@noble/post-quantum/ml-dsa.js';
import { bech32 } from '@scure/base';
import { sha256 } from '@noble/hashes/sha2.js';
import { Decrypter } from 'age-encryption';
import type { Root } from '../../src/seal/bundle.ts';
import { ascii, concat, isZero, readU32, u32 } from '../../src/seal/bytes.ts';
import { SIZES } from '../../src/seal/envelope.ts';

const LETTERS = 'ACDEFHJKMNPRTWXY';
const HEADER_END = '\n--- ';

export interface KeyPair {
  readonly seed: Uint8Array;
  readonly publicKey: Uint8Array;
}

export class Desk {
  readonly gate = keyPair();
  readonly lanes = Array.from({ length: 8 }, keyPair);
  readonly second = keyPair();
  private readonly ed25519 = ed25519.keygen();
  private readonly board = ed25519.keygen();
  private readonly mldsa44 = ml_dsa44.keygen(randomSeed());

  get root(): Root {
    return { ed25519: this.ed25519.publicKey, mldsa44: this.mldsa44.publicKey };
  }

  bundle(epochDay: number, { lanes = 1, workBits = 16, days = 1 } = {}): Uint8Array<ArrayBuffer> {
    const signed = concat(
      ascii('watchword.bundle'), Uint8Array.of(1, lanes, workBits, 0), u32(epochDay), u32(days),
      this.board.publicKey, new Uint8Array(8).fill(6), new Uint8Array(32).fill(7),
      this.gate.publicKey, ...this.lanes.map((lane) => lane.publicKey), this.second.publicKey,
      new Uint8Array(1640),
    );
    return this.sign(signed);
  }

  signBoard(content: Uint8Array): Uint8Array {
    return ed25519.sign(content, this.board.secretKey);
  }

  /** The paper that closes this desk. */
  stopSheet(): Uint8Array<ArrayBuffer> {
    const signed = ascii('watchword.stop/1\nroot property aunt gasp exchange mountain fabric\nmade 2026-11-22\n');
    const signature = ed25519.sign(signed, this.ed25519.secretKey);
    const rows = Array.from({ length: 8 }, (_, row) => {
      const part = signature.subarray(8 * row, 8 * row + 8);
      const check = sha256(concat(ascii('watchword.stop/1 row'), Uint8Array.of(row + 1), part)).subarray(0, 2);
      const letters = [...concat(part, check)].map((byte) => LETTERS[byte >> 4]! + LETTERS[byte & 15]!).join('');
      return letters.replace(/.{4}(?=.)/g, '$& ');
    });
    return concat(signed, ascii(`signature\n${rows.join('\n')}\n`));
  }

  sign(signed: Uint8Array): Uint8Array<ArrayBuffer> {
    return concat(signed, ed25519.sign(signed, this.ed25519.secretKey), ml_dsa44.sign(signed, this.mldsa44.secretKey));
  }
}

export interface Opened {
  readonly lane: number;
  readonly content: Uint8Array;
}

/** Opens a sealed report as gate and lane do, refusing every other spelling. */
export async function open(sealed: Uint8Array, gateSeed: Uint8Array, laneSeeds: readonly Uint8Array[]): Promise<Opened> {
  if (!SIZES.some(({ outer }) => outer === sealed.length)) throw new Error('not one of five sizes');
  const outer = await decrypt(sealed, gateSeed, 1);
  if (outer[0] !== 1) throw new Error('version');
  const lane = outer[1] as number;
  const inner = await decrypt(outer.subarray(2), laneSeeds[lane] as Uint8Array, 2);
  const length = readU32(inner, 0);
  if (length > inner.length - 4) throw new Error('length');
  if (!isZero(inner.subarray(4 + length))) throw new Error('padding');
  return { lane, content: inner.slice(4, 4 + length) };
}

/** Opens with one key a file that must have exactly `stanzas` of our kind. */
export async function decrypt(file: Uint8Array, seed: Uint8Array, stanzas: number): Promise<Uint8Array> {
  const kinds = stanzaKinds(file);
  if (kinds.length !== stanzas || kinds.some((kind) => kind !== 'mlkem768x25519')) throw new Error('stanzas');
  const decrypter = new Decrypter();
  decrypter.addIdentity(bech32.encodeFromBytes('AGE-SECRET-KEY-PQ-', seed).toUpperCase());
  return decrypter.decrypt(file);
}

export function stanzaKinds(file: Uint8Array): readonly string[] {
  const header = Buffer.from(file).toString('latin1').split(HEADER_END)[0] as string;
  return header.split('\n').filter((line) => line.startsWith('-> ')).map((line) => line.split(' ')[1] as string);
}

/** Whether some stanza of the file is to this key. */
export async function opensStanza(file: Uint8Array, seed: Uint8Array): Promise<boolean> {
  try {
    await decrypt(file, seed, stanzaKinds(file).length);
    return true;
  } catch {
    return false;
  }
}

function keyPair(): KeyPair {
  const seed = randomSeed();
  return { seed, publicKey: MLKEM768X25519.getPublicKey(seed) };
}

function randomSeed(): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(32));
}
