import { concat, readU32, type Bytes } from '../seal/bytes.ts';

// What the three strippers share: the refusal, and the one thing a picture keeps of what was written about it.

/** Why a file is not sent: the name of its kind, or of the fault in it. */
export class PhotoRefused extends Error {}

export function refuseIf(fault: boolean, name: string): void {
  if (fault) throw new PhotoRefused(name);
}

/** Four letters of a chunk's type, or as many as there are. */
export function letters(bytes: Uint8Array, at: number, count = 4): string {
  return String.fromCharCode(...bytes.subarray(at, at + count));
}

/** As it lies in the file, when nothing is to be turned. */
export const UPRIGHT = 1;
const TURNED_LAST = 8;
const ORIENTATION = 0x0112;
const SHORT = 3;

/** How the picture is to be turned, 1 to 8, by the TIFF structure in Exif; upright where that does not tell. */
export function orientationIn(tiff: Uint8Array): number {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.length);
  if (!/^(II\*\0|MM\0\*)/.test(letters(tiff, 0))) return UPRIGHT;
  try {
    const little = tiff[0] === 0x49;
    let at = view.getUint32(4, little) + 2;
    for (let left = view.getUint16(at - 2, little); left > 0; left--, at += 12) {
      if (view.getUint16(at, little) !== ORIENTATION) continue;
      const turned = view.getUint16(at + 8, little);
      return view.getUint16(at + 2, little) === SHORT && turned <= TURNED_LAST && turned > 0 ? turned : UPRIGHT;
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return UPRIGHT;
}

/** A TIFF structure that says how the picture is turned and nothing else. */
export function tiffOf(orientation: number): Bytes {
  return Uint8Array.of(0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, SHORT, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0);
}

export { concat, readU32, type Bytes };
