// Bytes as text in the few ways that the sender's script needs, in the place of @scure/base and a fifth of its size:
// build.mjs hands this to age-encryption as well. Decoding takes one spelling and refuses the rest.

interface Spelling {
  encode(bytes: Uint8Array): string;
  decode(text: string): Uint8Array<ArrayBuffer>;
}

function spelling(write: (text: string) => string, read: (text: string) => string): Spelling {
  const encode = (bytes: Uint8Array) => {
    let text = '';
    for (const byte of bytes) text += String.fromCharCode(byte);
    return write(btoa(text));
  };
  return {
    encode,
    decode: (text) => {
      const bytes = Uint8Array.from(atob(read(text)), (letter) => letter.charCodeAt(0));
      if (encode(bytes) !== text) throw new Error('base64 in another spelling');
      return bytes;
    },
  };
}

const unpadded = (text: string) => text.replace(/=+$/, '');

export const base64 = spelling((text) => text, (text) => text);
export const base64nopad = spelling(unpadded, (text) => text);
export const base64urlnopad = spelling(
  (text) => unpadded(text).replace(/\+/g, '-').replace(/\//g, '_'), (text) => text.replace(/-/g, '+').replace(/_/g, '/'));

const LETTERS = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';

function check(prefix: string, words: readonly number[]): number {
  const codes = Array.from(prefix, (letter) => letter.charCodeAt(0));
  let value = 1;
  for (const word of [...codes.map((code) => code >> 5), 0, ...codes.map((code) => code & 31), ...words]) {
    const top = value >>> 25;
    value = ((value & 0x1ffffff) << 5) ^ word;
    [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3].forEach((generator, bit) => {
      if ((top >> bit) & 1) value ^= generator;
    });
  }
  return value;
}

/** Groups of `from` bits as groups of `to`; what is left over is filled up with zeros, or must be zeros. */
function regroup(values: Iterable<number>, from: number, to: number, fill: boolean): number[] {
  const groups: number[] = [];
  let bits = 0;
  let value = 0;
  for (const next of values) {
    value = ((value << from) | next) & 0xfff;
    for (bits += from; bits >= to; bits -= to) groups.push((value >> (bits - to)) & ((1 << to) - 1));
  }
  const rest = (value << (to - bits)) & ((1 << to) - 1);
  if (fill && bits > 0) groups.push(rest);
  if (!fill && (bits >= from || rest !== 0)) throw new Error('bech32 with bits left over');
  return groups;
}

/** BIP 173 without its limit of length, as age spells keys. */
export const bech32 = {
  toWords: (bytes: Uint8Array): number[] => regroup(bytes, 8, 5, true),
  encode: (wanted: string, words: readonly number[], _limit?: number | false): string => {
    const prefix = wanted.toLowerCase();
    const sum = check(prefix, [...words, 0, 0, 0, 0, 0, 0]) ^ 1;
    return `${prefix}1${[...words, ...[25, 20, 15, 10, 5, 0].map((by) => (sum >> by) & 31)].map((word) => LETTERS[word]).join('')}`;
  },
  encodeFromBytes: (prefix: string, bytes: Uint8Array): string => bech32.encode(prefix, bech32.toWords(bytes)),
  fromWords: (words: Iterable<number>): Uint8Array<ArrayBuffer> => Uint8Array.from(regroup(words, 5, 8, false)),
  decode: (text: string, _limit?: number | false): { prefix: string; words: number[] } => {
    const lower = text.toLowerCase();
    if (text !== lower && text !== text.toUpperCase()) throw new Error('bech32 in mixed case');
    const end = lower.lastIndexOf('1');
    const prefix = lower.slice(0, end);
    const words = Array.from(lower.slice(end + 1), (letter) => LETTERS.indexOf(letter));
    if (end < 1 || words.includes(-1) || check(prefix, words) !== 1) throw new Error('bech32 with another check');
    return { prefix, words: words.slice(0, -6) };
  },
  decodeToBytes: (text: string): { prefix: string; bytes: Uint8Array<ArrayBuffer> } => {
    const { prefix, words } = bech32.decode(text);
    return { prefix, bytes: bech32.fromWords(words) };
  },
};
