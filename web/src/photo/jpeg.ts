import { concat, letters, orientationIn, refuseIf, tiffOf, UPRIGHT, type Bytes } from './bytes.ts';

// JPEG, marker by marker. What decoding needs is copied; what tells of density, colour transform and turning is written afresh.

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const SOF_LAST = 0xc2;
const DQT = 0xdb;
const DRI = 0xdd;
/** Tables, restart interval, and the three codings that browsers show. */
const KEPT = [0xc0, 0xc1, SOF_LAST, 0xc4, DQT, DRI, SOS];
/** Without thumbnail, and with a density that says nothing. */
const JFIF = Uint8Array.of(0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0);

export function stripJpeg(file: Uint8Array): Bytes {
  const rest: Uint8Array[] = [];
  let jfif = new Uint8Array();
  let exif: Uint8Array | null = null;
  let adobe = new Uint8Array();
  let frames = 0;
  let scans = 0;
  let at = 2;
  for (;;) {
    refuseIf(at + 1 >= file.length, 'JPEG: ends too early');
    refuseIf(file[at] !== 0xff, 'JPEG: no marker');
    const marker = file[at + 1] as number;
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (marker === EOI) break;
    // Standing alone or of another coding; also the zero that only data may hold.
    refuseIf(marker < 0xc0 || (marker > 0xc4 && marker < 0xda) || marker === 0xc3 || marker === 0xdc || marker === 0xde || marker === 0xdf,
      'JPEG: unusual coding');
    refuseIf(at + 4 > file.length, 'JPEG: ends too early');
    const length = (file[at + 2] as number) << 8 | (file[at + 3] as number);
    let end = at + 2 + length;
    refuseIf(length < 2, 'JPEG: length');
    refuseIf(end > file.length, 'JPEG: ends too early');
    const name = letters(file, at + 4, 5);
    if (KEPT.includes(marker)) {
      refuseIf(!isWhole(marker, file.subarray(at + 4, end)), 'JPEG: damaged table');
      if (marker === SOS) {
        refuseIf(frames === 0, 'JPEG: no frame');
        scans++;
        end = endOfScan(file, end);
      } else if (marker <= SOF_LAST) {
        frames++;
      }
      rest.push(file.subarray(at, end));
    } else if (marker === 0xe0 && name === 'JFIF\0') {
      jfif = JFIF;
    } else if (marker === 0xe1 && name === 'Exif\0') {
      exif ??= file.subarray(at + 10, end);
    } else if (marker === 0xee && name === 'Adobe' && length >= 14) {
      adobe = Uint8Array.of(0xff, 0xee, 0, 14, 0x41, 0x64, 0x6f, 0x62, 0x65, 0, 100, 0, 0, 0, 0, file[at + 15] as number);
    }
    at = end;
  }
  refuseIf(frames !== 1 || scans === 0, 'JPEG: no picture');
  const turned = exif ? orientationIn(exif) : UPRIGHT;
  return concat(Uint8Array.of(0xff, SOI), jfif, turned === UPRIGHT ? new Uint8Array() : exifSegment(turned), adobe, ...rest, Uint8Array.of(0xff, EOI));
}

/** Whether a segment is as long as what it says it holds: no words ride in a table. */
function isWhole(marker: number, data: Uint8Array): boolean {
  const byte = (at: number) => data[at] ?? 0;
  if (marker === DRI) return data.length === 2;
  if (marker === SOS) return data.length === 4 + 2 * byte(0);
  if (marker <= SOF_LAST) return data.length === 6 + 3 * byte(5);
  let at = 0;
  while (at < data.length) {
    // A table that no picture can ask for holds whatever one likes.
    if ((byte(at) & 15) > 3) return false;
    if (marker === DQT) at += byte(at) < 16 ? 65 : 129;
    else at = data.subarray(at + 1, at + 17).reduce((end, codes) => end + codes, at + 17);
  }
  return at === data.length;
}

/** The next marker after entropy-coded data, in which FF is followed by 00 or by a restart marker. */
function endOfScan(file: Uint8Array, from: number): number {
  for (let at = from; ;) {
    at = file.indexOf(0xff, at);
    refuseIf(at < 0 || at + 1 >= file.length, 'JPEG: ends too early');
    const next = file[at + 1] as number;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
    at += next === 0xff ? 1 : 2;
  }
}

function exifSegment(orientation: number): Bytes {
  return concat(Uint8Array.of(0xff, 0xe1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0), tiffOf(orientation));
}
