import { el } from '../form/dom.ts';
import { digitsOf, wordsOf } from './secret.ts';
import type { ReplyWords } from './words.ts';

/** The secret of a report that was sent, for its sender to keep or not. */
export function offer(secret: Uint8Array, words: ReplyWords): readonly Node[] {
  return [
    el('h3', {}, words.offerTitle),
    el('p', {}, words.offerText),
    el('ol', { class: 'secret', dir: 'ltr', lang: 'en', translate: 'no' }, ...wordsOf(secret).map((word) => el('li', {}, word))),
    el('p', { class: 'hint' }, words.orDigits),
    el('p', { class: 'secret-digits', dir: 'ltr', translate: 'no' }, digitsOf(secret).join(' ')),
  ];
}
