import type { Door } from '../replies/door.ts';
import type { Bytes } from '../seal/bytes.ts';
import { reportContent } from '../seal/report.ts';
import { noAnswers, reportOf } from './answers.ts';
import { button, el } from './dom.ts';
import type { Page } from './page.ts';
import type { Replies } from './replies.ts';
import { askKnown, askShape, askText, askWhat, askWhen, type Asking, type Question } from './questions.ts';
import { askSend, showState } from './review.ts';
import { Sending, type State, type World } from './send.ts';
import { askWhere } from './where.ts';
import { fill, type Spoken } from './words.ts';

const QUESTIONS: readonly ((asking: Asking) => Question)[] = [
  askWhat, askShape, askWhere, askWhen, askKnown, askText, askSend,
];

/**
 * The sender's form, in a section of the board's front page.
 * It has no address, title or history entry of its own, and keeps nothing once left.
 */
export class Form {
  private asking: Asking;
  /** The question on the screen. */
  private at = 0;
  /** What opening hid, and leaving shows again. */
  private hidden: HTMLElement[] = [];
  private sending: {
    readonly run: Sending;
    readonly content: Bytes;
    /** What its sender may want to keep; null where they came with words. */
    readonly secret: Uint8Array | null;
    state: State;
  } | null = null;
  /** Behind the second door. */
  private door: Door | null = null;
  /** Once the desk is closed, this page asks and sends nothing more. */
  private closed = false;

  constructor(
    private readonly section: HTMLElement,
    private readonly page: Page,
    private readonly spoken: Spoken,
    private readonly world: World,
    /** Whether the desk was closed when the page came. */
    closed: Promise<boolean>,
    private readonly replies: () => Promise<Replies>,
  ) {
    this.asking = this.begin();
    void closed.then((already) => {
      if (already) this.tell({ type: 'closed' });
    });
  }

  open(): void {
    this.hidden = Array.from(this.section.parentElement?.children ?? [])
      .filter((child): child is HTMLElement => child instanceof HTMLElement && child !== this.section && !child.hidden);
    for (const element of this.hidden) element.hidden = true;
    this.section.hidden = false;
    this.show();
  }

  /** Shows the list at once and forgets every answer; a report already sealed goes on being sent. */
  leave(): void {
    this.section.replaceChildren();
    this.section.hidden = true;
    for (const element of this.hidden) element.hidden = false;
    this.hidden = [];
    this.at = 0;
    this.door = null;
    if (this.sending && !goesOn(this.sending.state)) this.sending = null;
    this.asking = this.begin();
    window.scrollTo(0, 0);
  }

  private begin(): Asking {
    return {
      ...this.spoken,
      answers: noAnswers(),
      page: this.page,
      now: () => this.world.now(),
      next: () => this.next(),
    };
  }

  private next(): void {
    if (this.at + 1 < QUESTIONS.length) {
      this.at++;
      this.show();
    } else {
      this.send(this.report());
    }
  }

  private report(): Bytes {
    const { answers, language } = this.asking;
    return reportContent(reportOf(answers, this.page.zone, language, this.world.now()));
  }

  private send(content: Bytes): void {
    const run = new Sending(content, this.page.root, this.world, (state) => {
      if (this.sending?.run === run) this.tell(state);
    });
    const { secret, continues } = this.asking.answers;
    this.sending = { run, content, secret: this.door || continues ? null : secret, state: { type: 'trying', nextTry: null } };
    void run.run();
  }

  /** Takes what became of sending, or that it is over for good. */
  private tell(state: State): void {
    if (state.type === 'closed') {
      this.closed = true;
      this.sending?.run.stop();
      this.sending = null;
    } else if (this.sending) {
      this.sending.state = state;
    }
    if (!this.section.hidden) this.show();
  }

  /** Waiting ones try at once; a refused one is sealed anew. */
  private again(): void {
    const state = this.sending?.state;
    if (state && !goesOn(state)) this.send(this.door && this.sending ? this.sending.content : this.report());
    else this.sending?.run.tryNow();
  }

  private show(): void {
    const { words, language, answers } = this.asking;
    const state: State | undefined = this.closed ? { type: 'closed' } : this.sending?.state;
    const question = state
      ? showState(state, this.asking, () => this.again())
      : this.door?.screen() ?? (QUESTIONS[this.at] as (asking: Asking) => Question)(this.asking);
    const secret = state?.type === 'sent' ? this.sending?.secret : null;
    const beside = secret
      ? this.onTap('secondary', words.keepWords, (replies, tapped) => tapped.replaceWith(...replies.offer(secret)))
      : !state && !this.door && this.at === 0 && !answers.continues
        ? this.onTap('plain door', words.haveWords, (replies) => this.openDoor(replies))
        : null;
    const title = el('h2', { tabindex: -1 }, question.title);
    this.section.lang = language;
    this.section.dir = words.dir;
    // After sending it comes last, before the first question first.
    const content = beside === null ? question.content : state ? [...question.content, beside] : [beside, ...question.content];
    const handed = state?.type === 'sent' ? this.world.handed?.() ?? [] : [];
    this.section.replaceChildren(this.bar(), title, ...handed, ...content, el('p', { class: 'hint' }, words.always));
    window.scrollTo(0, 0);
    title.focus({ preventScroll: true });
  }

  /** A button for what is loaded only when somebody asks for it. */
  private onTap(kind: string, label: string, then: (replies: Replies, tapped: HTMLElement) => void): Node {
    const problem = el('p', { class: 'problem', role: 'alert' });
    const tapped = el('div', {}, button({ class: kind }, () => {
      problem.textContent = '';
      void this.replies().then((replies) => { if (tapped.isConnected) then(replies, tapped); },
        () => { problem.textContent = this.asking.words.notLoaded; });
    }, label), problem);
    return tapped;
  }

  private openDoor(replies: Replies): void {
    this.door = replies.door({
      root: this.page.root, zone: this.page.zone, spoken: this.spoken, world: this.world,
      show: () => this.show(),
      send: (content) => this.send(content),
      closed: () => this.tell({ type: 'closed' }),
      report: (secret) => {
        Object.assign(this.asking.answers, { secret, continues: true });
        this.door = null;
        this.show();
      },
    });
    this.show();
  }

  private bar(): Node {
    const { words } = this.asking;
    const state = this.sending?.state.type;
    const canGoBack = (this.at > 0 || this.door !== null) && !this.closed && state !== 'trying' && state !== 'sent';
    return el('div', { class: 'tell-bar' },
      canGoBack ? button({ class: 'plain' }, () => this.back(), words.back) : el('span'),
      this.sending || this.closed || this.door
        ? el('span')
        : el('span', { class: 'hint' }, fill(words.step, { n: this.at + 1, all: QUESTIONS.length })),
      button({ class: 'plain' }, () => this.leave(), words.leave));
  }

  private back(): void {
    if (this.sending) {
      // Otherwise the first version would follow the corrected one.
      this.sending.run.stop();
      this.sending = null;
    } else if (this.door) {
      if (this.door.back()) return;
      this.door = null;
    } else {
      this.at--;
    }
    this.show();
  }
}

/** Whether the report will be tried again without anybody's help. */
function goesOn(state: State): boolean {
  return state.type === 'trying' || (state.type === 'refused' && state.nextTry !== null);
}
