import { Encrypter } from 'age-encryption';
import type { Bundle } from './bundle.ts';
import { concat, FormatError, random, u32, type Bytes, type Random } from './bytes.ts';
import { bech32 } from './spelling.ts';

// A sealed report: two age files, one inside the other, of five exact sizes (spec/sealed-report.md).

/** Outer sizes and what content each holds; the rest is headers, tags and padding. */
export const SIZES = [
  { outer: 16_384, capacity: 11_503 },
  { outer: 262_144, capacity: 257_167 },
  { outer: 1_048_576, capacity: 1_043_215 },
  { outer: 4_194_304, capacity: 4_187_407 },
  { outer: 16_777_216, capacity: 16_764_175 },
] as const;

const ENVELOPE_VERSION = 1;

/**
 * Returns `content` sealed to one lane drawn uniformly, or to the lane given, in the smallest size that holds it.
 * `bundle` must come from `verifyBundle`.
 */
export async function seal(
  content: Uint8Array, bundle: Bundle, from: Random = random, lane = drawLane(bundle.laneKeys.length, from),
): Promise<Bytes> {
  const size = SIZES.find(({ capacity }) => content.length <= capacity);
  if (size === undefined) throw new FormatError('content is larger than the largest size');
  const padding = new Uint8Array(size.capacity - content.length);
  const inner = await encryptTo(
    [bundle.laneKeys[lane] as Uint8Array, bundle.secondKey],
    concat(u32(content.length), content, padding),
  );
  const outer = await encryptTo([bundle.gateKey], concat(Uint8Array.of(ENVELOPE_VERSION, lane), inner));
  if (outer.length !== size.outer) throw new FormatError('sealed file missed its size');
  return outer;
}

/** An age file whose stanzas stand in the order of `publicKeys`. */
export async function encryptTo(publicKeys: readonly Uint8Array[], plaintext: Uint8Array): Promise<Bytes> {
  const encrypter = new Encrypter();
  for (const key of publicKeys) encrypter.addRecipient(recipient(key));
  return (await encrypter.encrypt(plaintext)) as Bytes;
}

/** The text form of a raw `mlkem768x25519` public key; it is far over bech32's usual 90 characters. */
export function recipient(publicKey: Uint8Array): string {
  return bech32.encode('age1pq', bech32.toWords(publicKey), false);
}

/** Draws below `lanes` without favouring low numbers. */
export function drawLane(lanes: number, from: Random = random): number {
  const limit = 256 - (256 % lanes);
  for (;;) {
    const byte = from(1)[0] as number;
    if (byte < limit) return byte % lanes;
  }
}
