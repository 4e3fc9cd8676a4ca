import { Door } from '../replies/door.ts';
import { offer } from '../replies/offer.ts';
import { replyWords, type ReplyWords } from '../replies/words.ts';
import type { Form } from './form.ts';

// Loaded on a tap, by whoever wants to keep words or has some: `replies.js` beside the form's own script.

/** After sending shows the words of what was sent in the place of what was tapped; else opens the second door. */
export async function behind(form: Form, tapped: HTMLElement): Promise<void> {
  const words = await replyWords(form.spoken.language, load);
  if (!tapped.isConnected) return; // left meanwhile
  const secret = form.sending?.secret;
  if (secret) {
    tapped.replaceWith(...offer(secret, words));
    return;
  }
  form.door = new Door({
    root: form.page.root, zone: form.page.zone, spoken: form.spoken, world: form.world,
    show: () => form.show(),
    send: (content) => form.send(content),
    closed: () => form.tell({ type: 'closed' }),
    report: (bytes) => {
      Object.assign(form.asking.answers, { secret: bytes, continues: true });
      form.door = null;
      form.show();
    },
  }, words);
  form.show();
}

async function load(language: string): Promise<ReplyWords> {
  const answer = await fetch(new URL(`replies-${language}.json`, import.meta.url), { credentials: 'omit', referrerPolicy: 'no-referrer' });
  if (!answer.ok) throw new TypeError('no words');
  return await answer.json() as ReplyWords;
}
