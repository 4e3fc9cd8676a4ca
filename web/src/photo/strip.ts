import { letters, PhotoRefused, type Bytes } from './bytes.ts';
import { stripJpeg } from './jpeg.ts';
import { stripPng } from './png.ts';
import { stripWebp } from './webp.ts';

// A photo without what its device wrote about it. Bytes alone: drawing it anew would ruin it in Tor Browser, which hides canvases.

export { PhotoRefused };

export interface Stripped {
  /** Stands in the place of the file's own name, as `1.jpg`. */
  readonly ending: 'jpg' | 'png' | 'webp';
  readonly bytes: Bytes;
}

/** What is not cleaned here, by how it begins; names and endings of files say nothing. */
const OTHERS: readonly (readonly [RegExp, string])[] = [
  [/^....ftyp(he[iv]|mif1|msf1)/s, 'HEIC'],
  [/^....ftypavi/s, 'AVIF'],
  [/^(....(ftyp|moov|mdat|wide)|\x1aE\xdf\xa3|RIFF....AVI|\0\0\x01[\xb3\xba])/s, 'video'],
  [/^GIF8/, 'GIF'],
  [/^%PDF/, 'PDF'],
  [/^(PK|\xd0\xcf\x11\xe0)/, 'document'],
  [/^(II\*|MM\0)/, 'TIFF'],
];

/**
 * The same picture, to the last pixel, with its orientation and nothing else that was written about it.
 * Refuses by name what is of another kind, damaged or cut; stripping the result again changes nothing.
 */
export function strip(file: Uint8Array): Stripped {
  const head = letters(file, 0, 16);
  if (/^\xff\xd8/.test(head)) return { ending: 'jpg', bytes: stripJpeg(file) };
  if (/^\x89PNG\r\n\x1a\n/.test(head)) return { ending: 'png', bytes: stripPng(file) };
  if (/^RIFF....WEBP/s.test(head)) return { ending: 'webp', bytes: stripWebp(file) };
  throw new PhotoRefused(OTHERS.find(([begins]) => begins.test(head))?.[1] ?? '?');
}
