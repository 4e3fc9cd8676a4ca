import type { Bytes } from '../seal/bytes.ts';
import { canvasIsTrue, MOST_BYTES, redraw, SMALL_BYTES, type Box } from '../photo/redraw.ts';
import { PhotoRefused, strip, type Stripped } from '../photo/strip.ts';
import { coverArea } from './cover.ts';
import { button, el } from './dom.ts';
import type { Asking, Question } from './questions.ts';
import { fill } from './words.ts';

// The question for photos: each is cleaned as it is added, shown, and can be covered, made smaller or removed.

/** As many as a report can name. */
const MOST_PHOTOS = 4;

/** The name that stands in the place of the file's own. */
export function photoName({ ending }: Stripped, index: number): string {
  return `${index + 1}.${ending}`;
}

export function askPhotos(asking: Asking): Question {
  const { answers, words } = asking;
  const { photos } = answers;
  const room = el('div', { class: 'photos' });
  const redraws = canvasIsTrue();

  const list = (problem = ''): void => room.replaceChildren(
    el('p', { class: 'hint' }, words.photosHint),
    ...(redraws ? [] : [el('p', { class: 'hint' }, words.noCanvas)]),
    ...photos.map((photo, index) => el('figure', {},
      preview(photo, photoName(photo, index)),
      el('figcaption', { class: 'hint' }, el('bdi', {}, photoName(photo, index)), `, ${Math.ceil(photo.bytes.length / 1024)} KB`),
      redraws ? button({ class: 'choice' }, () => edit(index), words.editPhoto) : null,
      button({ class: 'choice' }, () => {
        photos.splice(index, 1);
        list();
      }, words.remove))),
    el('p', { class: 'problem', role: 'alert' }, problem),
    photos.length < MOST_PHOTOS ? button({ class: 'secondary' }, () => choose(room, list, asking), words.addPhoto) : '',
    button({ class: 'primary' }, () => asking.next(), words.next));

  const edit = (index: number): void => {
    const photo = photos[index] as Stripped;
    const boxes: Box[] = [];
    const [area, draw] = coverArea(preview(photo, photoName(photo, index)), boxes, words.coverHint);
    let small = false;
    const shrink = button({ class: 'choice', 'aria-pressed': 'false' }, () => {
      small = !small;
      shrink.setAttribute('aria-pressed', String(small));
    }, words.small);
    const done = button({ class: 'primary' }, () => {
      done.disabled = true;
      if (!small && boxes.length === 0) return list();
      // From here on the report is without it as it was; nor can a box be taken back or added while it is drawn.
      photos.splice(index, 1);
      room.replaceChildren(done);
      redraw(photo.bytes, boxes, small ? SMALL_BYTES : MOST_BYTES).then((bytes) => {
        // Where the question was left meanwhile it stays out: its sender has not seen it in the list.
        if (!room.isConnected || photos.length >= MOST_PHOTOS) return;
        photos.splice(index, 0, { ending: 'jpg', bytes });
        list();
      }, () => list(fill(words.photoNo, { fault: photoName(photo, index) })));
    }, words.done);
    room.replaceChildren(el('p', { class: 'hint' }, words.coverHint), area,
      button({ class: 'choice' }, () => {
        boxes.pop();
        draw();
      }, words.undo), shrink, done);
  };

  list();
  return { title: words.photos, content: [room] };
}

/** Without a list of endings that names HEIC, phones that have it hand over JPEG. */
function choose(room: HTMLElement, list: (problem?: string) => void, { answers: { photos }, words }: Asking): void {
  const input = el('input', { type: 'file', multiple: true, accept: 'image/jpeg,image/png,image/webp' });
  input.addEventListener('change', () => {
    // Nothing is covered, removed or sent while a file that may lie far away is read.
    for (const each of room.querySelectorAll('button')) each.disabled = true;
    void add(input.files ?? [], photos, () => room.isConnected)
      .then((fault) => { if (room.isConnected) list(fault === null ? '' : fill(words.photoNo, { fault })); });
  });
  input.click();
}

/**
 * Adds what can be cleaned; returns the name of the last fault.
 * @param stays whether the question is still on the screen: what its sender did not see in the list is not sent
 */
async function add(files: Iterable<File>, photos: Stripped[], stays: () => boolean): Promise<string | null> {
  let fault: string | null = null;
  for (const file of files) {
    try {
      const photo = strip(new Uint8Array(await file.arrayBuffer()));
      if (photo.bytes.length > MOST_BYTES) throw new PhotoRefused('> 16 MB');
      if (stays() && photos.length < MOST_PHOTOS) photos.push(photo);
    } catch (error) {
      // A file that went away while it was read is no fault of the page's either.
      fault = error instanceof PhotoRefused ? error.message : '?';
    }
  }
  return fault;
}

/** Shown from memory; the address dies as soon as the picture stands. */
function preview({ bytes }: Stripped, name: string): HTMLImageElement {
  const image = el('img', { alt: name, src: URL.createObjectURL(new Blob([bytes as Bytes])) });
  const release = () => URL.revokeObjectURL(image.src);
  image.addEventListener('load', release);
  image.addEventListener('error', release);
  return image;
}
