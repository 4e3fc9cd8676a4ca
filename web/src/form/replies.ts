import { Door } from '../replies/door.ts';
import { offer } from '../replies/offer.ts';
import { replyWords, type ReplyWords } from '../replies/words.ts';
import { jsonBeside } from './beside.ts';
import type { Form } from './form.ts';

// Put in by build.mjs: of each language's file.
declare const HASHES: string;
const hashes = JSON.parse(HASHES) as Readonly<Record<string, string>>;

// Loaded on a tap, by whoever wants to keep words or has some: `replies.js` beside the form's own script.

/** After sending shows the words of what was sent in the place of what was tapped; else opens the second door. */
export async function behind(form: Form, tapped: HTMLElement): Promise<void> {
  const words = await replyWords(form.spoken.language, async (language) => await jsonBeside(`replies-${language}.json`, hashes[language], import.meta.url) as ReplyWords);
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
