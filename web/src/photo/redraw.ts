import { SIZES } from '../seal/envelope.ts';
import type { Bytes } from './bytes.ts';
import { strip } from './strip.ts';

// A picture drawn anew: smaller, or with parts covered. Only where the browser gives back what was drawn.

/** A part of a picture, in shares of its width and height. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Before a picture in its content: the line and the random bytes (spec/report.md). */
const BEFORE = 50;
/** What fits the second size, and what fits the largest. */
export const SMALL_BYTES = SIZES[1].capacity - BEFORE;
export const MOST_BYTES = SIZES[4].capacity - BEFORE;

/** Longer sides run out of memory on cheap phones. */
const LONGEST = 4096;
const LONGEST_SMALL = 1920;
const SHORTEST = 240;
const PROBE = 16;

/** Whether pixels drawn here are the pixels read here; Tor Browser and others answer with white or noise. */
export function canvasIsTrue(): boolean {
  const context = canvas(PROBE, PROBE)[1];
  const drawn = context.createImageData(PROBE, PROBE);
  for (let at = 0; at < drawn.data.length; at++) drawn.data[at] = at % 4 === 3 ? 255 : (at * 37) & 255;
  context.putImageData(drawn, 0, 0);
  return context.getImageData(0, 0, PROBE, PROBE).data.every((value, at) => value === drawn.data[at]);
}

/** The picture as one flat JPEG of at most `most` bytes. Under a box is nothing: it was black before it was written. */
export async function redraw(picture: Bytes, boxes: readonly Box[], most: number): Promise<Bytes> {
  const bitmap = await createImageBitmap(new Blob([picture]));
  try {
    return await drawn(bitmap, boxes, most);
  } finally {
    bitmap.close(); // what was covered is in it
  }
}

async function drawn(bitmap: ImageBitmap, boxes: readonly Box[], most: number): Promise<Bytes> {
  const longest = Math.max(bitmap.width, bitmap.height);
  for (let side = Math.min(longest, most === SMALL_BYTES ? LONGEST_SMALL : LONGEST); side >= Math.min(longest, SHORTEST); side = Math.floor(side * 0.75)) {
    const width = Math.max(1, Math.round((bitmap.width * side) / longest));
    const height = Math.max(1, Math.round((bitmap.height * side) / longest));
    const [element, context] = canvas(width, height);
    // JPEG has no transparency: what shows through would come out black.
    context.fillStyle = '#fff';
    context.fillRect(0, 0, width, height);
    context.drawImage(bitmap, 0, 0, width, height);
    context.fillStyle = '#000';
    for (const box of boxes) {
      // Outward to whole pixels, so that no edge is mixed with what it covers.
      const left = Math.floor(box.x * width);
      const top = Math.floor(box.y * height);
      context.fillRect(left, top, Math.ceil((box.x + box.width) * width) - left, Math.ceil((box.y + box.height) * height) - top);
    }
    for (const quality of [0.85, 0.6]) {
      const blob = await new Promise<Blob | null>((resolve) => element.toBlob(resolve, 'image/jpeg', quality));
      // What the browser wrote is stripped too: some write a profile.
      if (blob && blob.size <= most) return strip(new Uint8Array(await blob.arrayBuffer())).bytes;
    }
  }
  throw new TypeError('a picture cannot be written that small');
}

function canvas(width: number, height: number): [HTMLCanvasElement, CanvasRenderingContext2D] {
  const element = document.createElement('canvas');
  element.width = width;
  element.height = height;
  return [element, element.getContext('2d') as CanvasRenderingContext2D];
}
