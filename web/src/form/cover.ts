import type { Box } from '../photo/redraw.ts';
import { el } from './dom.ts';

// A picture over which boxes are drawn: with finger or mouse, or with a frame that keys move.

/** Smaller is a slip of the finger. */
const LEAST = 0.01;
const STEP = 0.04;

/**
 * The picture with its boxes, which grow into `boxes`, and how to draw them again after a change from outside.
 */
export function coverArea(picture: HTMLImageElement, boxes: Box[], hint: string): readonly [HTMLElement, () => void] {
  picture.draggable = false;
  const area = el('div', { class: 'cover', tabindex: 0, role: 'application', 'aria-label': hint });
  let frame: Box | null = null;

  const draw = () => area.replaceChildren(picture, ...boxes.map((box) => shape(box, 'covered')), ...(frame ? [shape(frame, 'frame')] : []));
  const put = (index: number, box: Box) => {
    boxes[index] = box;
    draw();
  };

  area.addEventListener('pointerdown', (start) => {
    const from = inArea(area, start);
    const index = boxes.length;
    area.setPointerCapture(start.pointerId);
    frame = null;
    area.onpointermove = (move) => put(index, between(from, inArea(area, move)));
    area.onpointerup = area.onpointercancel = () => {
      area.onpointermove = area.onpointerup = area.onpointercancel = null;
      const box = boxes[index];
      if (box && box.width < LEAST && box.height < LEAST) boxes.pop();
      draw();
    };
  });
  area.addEventListener('keydown', (event) => {
    const now = frame ?? { x: 0.4, y: 0.4, width: 0.2, height: 0.2 };
    const next = event.key === 'Enter' ? now : moved(now, event.key);
    if (next === null) return;
    event.preventDefault();
    // The first key shows the frame; only then can Enter cover what is under it.
    if (event.key === 'Enter' && frame) put(boxes.length, frame);
    frame = frame ? next : now;
    draw();
  });
  draw();
  return [area, draw];
}

function moved(box: Box, key: string): Box | null {
  const { x, y, width, height } = box;
  const size = (by: number): Box => {
    const side = (length: number, at: number) => Math.min(Math.max(length + by, STEP), 1 - at);
    return { x, y, width: side(width, x), height: side(height, y) };
  };
  const to = (dx: number, dy: number): Box =>
    ({ ...box, x: Math.min(Math.max(x + dx, 0), 1 - width), y: Math.min(Math.max(y + dy, 0), 1 - height) });
  switch (key) {
    case 'ArrowLeft': return to(-STEP, 0);
    case 'ArrowRight': return to(STEP, 0);
    case 'ArrowUp': return to(0, -STEP);
    case 'ArrowDown': return to(0, STEP);
    case '+': return size(STEP);
    case '-': return size(-STEP);
    default: return null;
  }
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function inArea(area: HTMLElement, { clientX, clientY }: PointerEvent): Point {
  const { left, top, width, height } = area.getBoundingClientRect();
  const share = (value: number) => Math.min(Math.max(value, 0), 1);
  return { x: share((clientX - left) / width), y: share((clientY - top) / height) };
}

function between(a: Point, b: Point): Box {
  return { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) };
}

function shape(box: Box, name: string): HTMLElement {
  const element = el('div', { class: name });
  const percent = (share: number) => `${share * 100}%`;
  Object.assign(element.style, { left: percent(box.x), top: percent(box.y), width: percent(box.width), height: percent(box.height) });
  return element;
}
