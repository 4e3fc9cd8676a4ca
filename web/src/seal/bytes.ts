// What every format here is made of: byte strings, big-endian numbers and one way to refuse.

/** Bytes that own their buffer, which is what `fetch` and WebCrypto accept. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** Bytes or words that are not what the specification says; the message names the part and never its content. */
export class FormatError extends Error {
  override readonly name = 'FormatError';
}

const encoder = new TextEncoder();

export function ascii(text: string): Bytes {
  return encoder.encode(text);
}

export function utf8(text: string): Bytes {
  return encoder.encode(text);
}

export function concat(...parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

export function u32(value: number): Bytes {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

export function readU32(bytes: Uint8Array, offset: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(offset);
}

export function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

export function isZero(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0);
}

export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The browser's random source; tests hand in another. */
export type Random = (length: number) => Bytes;

export const random: Random = (length) => crypto.getRandomValues(new Uint8Array(length));
