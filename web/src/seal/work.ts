import { sha256 } from '@noble/hashes/sha2.js';
import { concat, random, readU32, u32, type Random } from './bytes.ts';

// The price of a place in a crowded hub: a nonce whose hash begins with zero bits, or zeros for none.

export const NO_PROOF = '0'.repeat(16);
const HOUR_MILLIS = 3_600_000;
/** Enough to tell a phone from a browser without JIT, which hashes 200 times slower. */
const MEASURED_HASHES = 200;
/** A sender at night waits this long at most before sending without a proof. */
const PATIENCE_MILLIS = 20_000;
/** Work between two pauses: one frame at 30 a second, so that touch and *leave* answer. */
const SLICE_MILLIS = 24;

/** Time and rest, handed in so that tests need neither. */
export interface Pace {
  now(): number;
  pause(): Promise<void>;
}

const browserPace: Pace = {
  now: () => performance.now(),
  pause: () => new Promise((resolve) => setTimeout(resolve, 0)),
};

/** Hours since 1970, to which a proof is bound. */
export function hourOf(millis: number): number {
  return Math.floor(millis / HOUR_MILLIS);
}

/** Whether `nonce` (16 hex digits) is worth `bits` for the body of this hash and this hour. */
export function proves(bodyHash: Uint8Array, hour: number, nonce: string, bits: number): boolean {
  const tail = concat(u32(parseInt(nonce.slice(0, 8), 16)), u32(parseInt(nonce.slice(8), 16)));
  return leadingZeroBits(sha256(concat(bodyHash, u32(hour), tail))) >= bits;
}

/**
 * Returns a nonce that proves `bits` of work, or `NO_PROOF` where that would take over 20 seconds.
 * Pauses every 24 ms, so that the page stays alive.
 */
export async function workProof(
  body: Uint8Array, hour: number, bits: number, from: Random = random, pace: Pace = browserPace,
): Promise<string> {
  const block = concat(sha256(body), u32(hour), from(8));
  // All zeros mean "no proof", so the random half must not be zero.
  block[36] = (block[36] as number) | 1;
  const counter = new DataView(block.buffer);
  // Counting from a random number, the nonce does not tell how long it took.
  const first = counter.getUint32(40);
  const begun = pace.now();
  let sliceBegun = begun;
  for (let hashes = 1; hashes <= 0xffff_ffff; hashes++) {
    counter.setUint32(40, (first + hashes) >>> 0);
    if (leadingZeroBits(sha256(block)) >= bits) return nonceOf(block);
    if (hashes === MEASURED_HASHES) {
      const expected = ((pace.now() - begun) / MEASURED_HASHES) * 2 ** bits;
      if (expected > PATIENCE_MILLIS) return NO_PROOF;
    }
    // Asking for the time costs more than a hash where there is no JIT.
    if ((hashes & 31) === 0 && pace.now() - sliceBegun > SLICE_MILLIS) {
      await pace.pause();
      sliceBegun = pace.now();
      if (sliceBegun - begun > PATIENCE_MILLIS) return NO_PROOF;
    }
  }
  return NO_PROOF;
}

function nonceOf(block: Uint8Array): string {
  const half = (offset: number) => readU32(block, offset).toString(16).padStart(8, '0');
  return half(36) + half(40);
}

function leadingZeroBits(hash: Uint8Array): number {
  let bits = 0;
  for (const byte of hash) {
    if (byte !== 0) return bits + Math.clz32(byte) - 24;
    bits += 8;
  }
  return bits;
}
