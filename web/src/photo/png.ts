import { u32 } from '../seal/bytes.ts';
import { concat, letters, orientationIn, readU32, refuseIf, tiffOf, UPRIGHT, type Bytes } from './bytes.ts';

// PNG, chunk by chunk: picture, palette, transparency and what its numbers mean as light, each where a decoder heeds it. No profile, text, time or second frame.

const KEPT = /^(PLTE|IDAT|IEND|tRNS|gAMA|sRGB|cHRM)$/;
const SIGNATURE = 8;
const HEADER_END = SIGNATURE + 25;
/** Where the header says how colours are written: 0 grey, 2 as they are, 3 by a palette, 4 and 6 with transparency. */
const COLOUR = SIGNATURE + 17;
const BY_PALETTE = 3;

export function stripPng(file: Uint8Array): Bytes {
  const rest: Uint8Array[] = [];
  let turned = UPRIGHT;
  let data = false;
  for (let at = SIGNATURE; ;) {
    refuseIf(at + 12 > file.length, 'PNG: ends too early');
    const length = readU32(file, at);
    const end = at + 12 + length;
    refuseIf(end > file.length, 'PNG: ends too early');
    refuseIf(readU32(file, end - 4) !== crc(file.subarray(at + 4, end - 4)), 'PNG: checksum');
    const type = letters(file, at + 4);
    if (at === SIGNATURE) {
      refuseIf(type !== 'IHDR' || length !== 13, 'PNG: no header');
    } else if (KEPT.test(type)) {
      // What tells of the picture stands once and before it: elsewhere decoders pass over it, and words could ride there.
      const late = type[0] !== 'I' && (data || rest.some((one) => letters(one, 4) === type));
      refuseIf(late || !isWhole(type, length, file[COLOUR] as number), 'PNG: damaged chunk');
      // A palette that is only proposed changes no pixel.
      if (type !== 'PLTE' || file[COLOUR] === BY_PALETTE) rest.push(file.subarray(at, end));
    } else if (type === 'eXIf') {
      turned = orientationIn(file.subarray(at + 8, end - 4));
    } else {
      // Without a chunk in capitals a decoder would show another picture.
      refuseIf(/^[^a-z]/.test(type), 'PNG: unusual chunk');
    }
    data ||= type === 'IDAT';
    if (type === 'IEND') break;
    at = end;
  }
  refuseIf(!data, 'PNG: no picture');
  return concat(file.subarray(0, HEADER_END), turned === UPRIGHT ? new Uint8Array() : chunk('eXIf', tiffOf(turned)), ...rest);
}

/** Whether a chunk is as long as what it holds: no words ride behind it. */
function isWhole(type: string, length: number, colour: number): boolean {
  switch (type) {
    case 'IEND': return length === 0;
    case 'gAMA': return length === 4;
    case 'sRGB': return length === 1;
    case 'cHRM': return length === 32;
    case 'PLTE': return length % 3 === 0 && length <= 768;
    // Of a palette an entry each, else one colour of two bytes a part.
    case 'tRNS': return colour === BY_PALETTE ? length <= 256 : length === [2, -1, 6][colour];
    default: return true;
  }
}

function chunk(type: string, data: Uint8Array): Bytes {
  const typed = concat(Uint8Array.from(type, (letter) => letter.charCodeAt(0)), data);
  return concat(u32(data.length), typed, u32(crc(typed)));
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** CRC-32 as PNG writes it. */
export function crc(bytes: Uint8Array): number {
  let value = -1;
  for (const byte of bytes) value = (TABLE[(value ^ byte) & 255] as number) ^ (value >>> 8);
  return ~value >>> 0;
}
