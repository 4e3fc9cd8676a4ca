import { ascii } from '../seal/bytes.ts';
import { concat, letters, orientationIn, refuseIf, tiffOf, UPRIGHT, type Bytes } from './bytes.ts';

// WebP, chunk by chunk: one still picture with its transparency. The header's flags are written anew, or decoders look for what is gone.

const RIFF = 12;
const ALPHA = 0x10;
const EXIF = 0x08;
const ANIMATED = 0x02;

export function stripWebp(file: Uint8Array): Bytes {
  const view = new DataView(file.buffer, file.byteOffset, file.length);
  const size = file.length < RIFF ? Infinity : view.getUint32(4, true) + 8;
  refuseIf(size > file.length, 'WebP: ends too early');
  const kept: Bytes[] = [];
  let header: Bytes | null = null;
  let exif: Uint8Array | null = null;
  let pictures = 0;
  for (let at = RIFF; at < size;) {
    refuseIf(at + 8 > size, 'WebP: ends too early');
    const type = letters(file, at);
    const end = at + 8 + view.getUint32(at + 4, true);
    refuseIf(end > size, 'WebP: ends too early');
    const data = file.subarray(at + 8, end);
    if (type === 'VP8X') {
      refuseIf(header !== null || kept.length > 0 || data.length !== 10, 'WebP: header');
      refuseIf(((data[0] as number) & ANIMATED) !== 0, 'animated WebP');
      header = concat(Uint8Array.of((data[0] as number) & ALPHA, 0, 0, 0), data.subarray(4));
    } else if (/^(VP8 |VP8L|ALPH)$/.test(type)) {
      // One transparency, before its picture and announced by the header.
      refuseIf(type === 'ALPH' && (header === null || kept.length > 0), 'WebP: transparency');
      if (type !== 'ALPH') pictures++;
      kept.push(chunk(type, data));
    } else if (type === 'EXIF') {
      exif ??= letters(data, 0, 6) === 'Exif\0\0' ? data.subarray(6) : data;
    }
    refuseIf(/^AN/.test(type), 'animated WebP');
    at = end + (end - at) % 2;
  }
  refuseIf(pictures !== 1, 'WebP: no picture');
  const turned = header && exif ? orientationIn(exif) : UPRIGHT;
  if (turned !== UPRIGHT && header) {
    header[0] = (header[0] as number) | EXIF;
    kept.push(chunk('EXIF', tiffOf(turned)));
  }
  const body = concat(ascii('WEBP'), ...(header ? [chunk('VP8X', header)] : []), ...kept);
  return concat(ascii('RIFF'), little(body.length), body);
}

function chunk(type: string, data: Uint8Array): Bytes {
  return concat(ascii(type), little(data.length), data, new Uint8Array(data.length % 2));
}

function little(value: number): Bytes {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value, true);
  return bytes;
}
