import { el } from '../form/dom.ts';
import { digitsOf, wordsOf } from './secret.ts';
import type { ReplyWords } from './words.ts';

/** The secret of a report that was sent, for its sender to keep or not. */
export function offer(secret: Uint8Array, words: ReplyWords): readonly Node[] {
  return [
    el('h3', {}, words.offerTitle),
    el('p', {}, words.offerText),
    el('ol', { dir: 'ltr', lang: 'en', translate: 'no' }, ...wordsOf(secret).map((word) => el('li', {}, el('b', {}, word)))),
    el('p', { class: 'hint' }, words.orDigits),
    ...[0, 4].map((from) => el('p', { dir: 'ltr', translate: 'no' }, el('b', {}, digitsOf(secret).slice(from, from + 4).join(' ')))),
  ];
}
