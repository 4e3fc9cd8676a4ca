import { button, el, UNASSISTED } from '../form/dom.ts';
import { clock, dayLabel } from '../form/hours.ts';
import type { Question } from '../form/questions.ts';
import { isClosed, todaysBundle, type World } from '../form/send.ts';
import { fill, type Spoken } from '../form/words.ts';
import { BundleRefused, type Root } from '../seal/bundle.ts';
import { utf8, type Bytes } from '../seal/bytes.ts';
import { mailboxOf } from '../seal/mailbox.ts';
import { ACTS, continuationContent, continuedText, MAX_CONTINUED_BYTES, type Act } from './continuation.ts';
import { DROP_PATH, find, verifyDrop, type Drop, type Found } from './drop.ts';
import { NotASecret, secretFrom } from './secret.ts';
import { visible } from './visible.ts';
import type { ReplyWords } from './words.ts';

// The second door: words from an earlier report, what the desk has to say to whoever holds them, and what they may say to it.

/** What the form lends to the door. */
interface Lender {
  readonly root: Root;
  readonly zone: string;
  readonly spoken: Spoken;
  readonly world: World;
  /** Draws the screen again. */
  show(): void;
  /** Seals and sends as the form does a report. */
  send(content: Bytes): void;
  /** Says that the desk is closed. */
  closed(): void;
  /** Asks the questions of a whole report, which will bear this secret's mailbox. */
  report(secret: Uint8Array): void;
}

type Screen =
  | { readonly type: 'enter' }
  | { readonly type: 'read'; readonly found: Found }
  | { readonly type: 'write'; readonly act: Act; readonly found: Found }
  | { readonly type: 'another'; readonly found: Found };

/** Why the drop cannot be read; the file's own faults are one: somebody between desk and reader changed it. */
type Trouble = 'unreachable' | 'noFile' | 'badFile' | 'noKeys' | 'badKeys';

/** As one line of a card, with its own direction and line breaks. */
function said(text: string): Node {
  return el('ul', { class: 'summary' }, el('li', { dir: 'auto' }, visible(text)));
}

/** What is typed stays here until the form is left. */
export class Door {
  private screenNow: Screen = { type: 'enter' };
  private typed = '';
  private text = '';
  private secret: Uint8Array = new Uint8Array(0);
  private drop: Promise<Drop | Trouble> | null;

  constructor(private readonly lender: Lender, private readonly words: ReplyWords) {
    // With the door and not with the words: whoever opens it loads the same, with words or without.
    this.drop = this.load();
  }

  screen(): Question {
    const now = this.screenNow;
    switch (now.type) {
      case 'enter': return this.enter();
      case 'read': return this.read(now.found);
      case 'write': return now.act === 'destroy' ? this.destroy() : this.write(now.act, now.found);
      case 'another': return this.another();
    }
  }

  /** Goes back one screen; false where the form's own begins. */
  back(): boolean {
    const now = this.screenNow;
    if (now.type === 'enter') return false;
    this.go(now.type === 'read' ? { type: 'enter' } : { type: 'read', found: now.found });
    return true;
  }

  private go(screen: Screen): void {
    this.screenNow = screen;
    this.lender.show();
  }

  private async load(): Promise<Drop | Trouble> {
    const { world, root } = this.lender;
    try {
      if (await isClosed(world, root)) {
        this.lender.closed();
        return 'noFile';
      }
      const bundle = await todaysBundle(world, root);
      const answer = await world.get(DROP_PATH);
      if (answer.status === 404) return 'noFile';
      return answer.status === 200 ? verifyDrop(answer.bytes, bundle.boardKey, world.now()) : 'unreachable';
    } catch (error) {
      if (error instanceof BundleRefused) return error.reason === 'date' ? 'noKeys' : 'badKeys';
      return error instanceof Error && error.name === 'DropRefused' ? 'badFile' : 'unreachable';
    }
  }

  private enter(): Question {
    const { words } = this;
    const problem = el('p', { class: 'problem', role: 'alert' });
    const input = el('textarea', { id: 'tell-words', rows: 4, 'aria-describedby': 'tell-words-hint', dir: 'ltr', ...UNASSISTED });
    input.value = this.typed;
    input.addEventListener('input', () => { this.typed = input.value; });
    const look = button({ class: 'primary' }, () => void this.look(problem, look), words.look);
    return {
      title: words.doorTitle,
      content: [
        el('p', { id: 'tell-words-hint' }, words.doorText),
        el('label', { for: 'tell-words' }, words.enter), input, problem, look,
      ],
    };
  }

  private async look(problem: HTMLElement, look: HTMLButtonElement): Promise<void> {
    problem.textContent = '';
    try {
      this.secret = secretFrom(this.typed);
    } catch (error) {
      if (!(error instanceof NotASecret)) throw error;
      problem.textContent = this.slip(error);
      return;
    }
    look.disabled = true;
    look.textContent = this.words.loading;
    const drop = await (this.drop ??= this.load());
    const found = typeof drop === 'string' ? drop : await find(drop, mailboxOf(this.secret));
    if (!look.isConnected) return; // left meanwhile
    if (typeof found === 'string') {
      problem.textContent = this.trouble(found);
      look.disabled = false;
      look.textContent = this.words.again;
      this.drop = null;
    } else {
      this.go({ type: 'read', found });
    }
  }

  private slip({ why }: NotASecret): string {
    switch (why.slip) {
      case 'count': return fill(this.words.slipCount, { n: why.have });
      case 'word': return fill(this.words.slipWord, { n: why.at });
      case 'check': return this.words.slipCheck;
    }
  }

  private trouble(trouble: Trouble): string {
    const { words } = this.lender.spoken;
    switch (trouble) {
      case 'noKeys': return fill(words.noKeys, { time: new Date(this.lender.world.now()).toISOString().slice(0, 16).replace('T', ' ') });
      case 'badKeys': return words.badKeys;
      default: return this.words[trouble];
    }
  }

  private read(found: Found): Question {
    const { words } = this;
    const { reply } = found;
    const state = found.destroyed ? 'destroyed' : found.opened ? 'opened' : 'notOpened';
    const answer = reply === null ? null : reply === 'damaged'
      ? el('p', { class: 'problem' }, words.damaged)
      : said(reply.text);
    const act = (label: string, screen: Screen) => button({ class: 'choice' }, () => this.go(screen), label);
    return {
      title: reply === null ? words[state] : words.answer,
      content: [
        ...(answer === null ? [] : [answer]),
        ...(reply === null || reply === 'damaged' ? [] : [el('p', { class: 'hint' }, fill(words.written, { time: this.time(reply.asked) }))]),
        el('p', {}, words[`${state}Text`]),
        ...(reply === null ? [el('p', {}, words.noAnswer)] : []),
        el('p', { class: 'hint' }, fill(words.asOf, { time: this.time(found.made) })),
        el('div', { class: 'choices' },
          ...ACTS.map((one) => act(words[one], { type: 'write', act: one, found })),
          act(words.another, { type: 'another', found })),
      ],
    };
  }

  private write(act: 'add' | 'correct', found: Found): Question {
    const { words, lender } = this;
    const problem = el('p', { class: 'problem', role: 'alert' });
    const input = el('textarea', { id: 'tell-text', rows: 6, dir: 'auto', ...UNASSISTED });
    input.value = this.text;
    const weigh = () => {
      this.text = input.value;
      const excess = utf8(continuedText(this.text)).length - MAX_CONTINUED_BYTES;
      problem.textContent = excess > 0 ? fill(lender.spoken.words.tooLong, { n: excess }) : '';
      return excess <= 0 && continuedText(this.text) !== '';
    };
    input.addEventListener('input', weigh);
    const send = () => {
      if (weigh()) lender.send(continuationContent(act, this.text, mailboxOf(this.secret)));
      else input.focus();
    };
    const { reply } = found;
    return {
      title: act === 'add' ? words.addTitle : words.correctTitle,
      content: [
        ...(act === 'add' && reply !== null && reply !== 'damaged' ? [said(reply.text)] : []),
        el('label', { for: 'tell-text' }, lender.spoken.words.ownWords), input, problem,
        el('p', { class: 'hint' }, words.sendText),
        button({ class: 'primary' }, send, lender.spoken.words.send),
      ],
    };
  }

  private destroy(): Question {
    const { words, lender } = this;
    return {
      title: words.destroyTitle,
      content: [
        el('p', {}, words.destroyText), el('p', { class: 'hint' }, words.sendText),
        button({ class: 'primary' }, () => lender.send(continuationContent('destroy', '', mailboxOf(this.secret))), words.destroy),
      ],
    };
  }

  private another(): Question {
    return {
      title: this.words.another,
      content: [
        el('p', {}, this.words.anotherText),
        button({ class: 'primary' }, () => this.lender.report(this.secret), this.lender.spoken.words.next),
      ],
    };
  }

  /** As the desk's clock has it: the page never asks the device for its zone. */
  private time(millis: number): string {
    return `${dayLabel(0, this.lender.zone, millis)} ${clock(millis, this.lender.zone)}`;
  }
}
