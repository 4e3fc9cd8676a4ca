import type { Bytes } from '../seal/bytes.ts';
import { photoContent, photoHash, reportContent } from '../seal/report.ts';
import { noAnswers, reportOf } from './answers.ts';
import { Consignment, goesOn } from './consignment.ts';
import { button, el } from './dom.ts';
import type { Page } from './page.ts';
import { askPhotos } from './photos.ts';
import { askKnown, askShape, askText, askWhat, askWhen, type Asking, type Question } from './questions.ts';
import { askSend, showParts, showState } from './review.ts';
import type { State, World } from './send.ts';
import { askWhere } from './where.ts';
import { fill, type Spoken } from './words.ts';

/** What is loaded when somebody asks for it, and told what was tapped. */
type Late = (form: Form, tapped: HTMLElement) => Promise<void>;

/** What stands in the place of the questions, once it is loaded. */
export interface Door {
  screen(): Question;
  /** Goes back one screen; false where the form's own begins. */
  back(): boolean;
}

const QUESTIONS: readonly ((asking: Asking) => Question)[] = [
  askWhat, askShape, askWhere, askWhen, askKnown, askText, askPhotos, askSend,
];

/**
 * The sender's form, in a section of the board's front page.
 * It has no address, title or history entry of its own, and keeps nothing once left.
 */
export class Form {
  asking: Asking;
  private readonly questions: readonly ((asking: Asking) => Question)[];
  /** The question on the screen. */
  private at = 0;
  /** What opening hid, and leaving shows again. */
  private hidden: HTMLElement[] = [];
  sending: {
    readonly run: Consignment;
    /** What its sender may want to keep; false where they came with words. */
    readonly secret: Uint8Array | false;
    state: State;
  } | null = null;
  /** Behind the second door, that of whoever has words from an earlier report. */
  door: Door | null = null;
  private readonly own: Spoken;
  /** Once the desk is closed, this page asks and sends nothing more. */
  private closed = false;

  constructor(
    readonly section: HTMLElement,
    readonly page: Page,
    /** The page's own, until another is chosen. */
    public spoken: Spoken,
    readonly world: World,
    /** Whether the desk was closed when the page came. */
    closed: Promise<boolean>,
    /** What a tap for kept words loads; null where no network reaches the drop. */
    private readonly behind: Late | null,
    /** What a tap for another language loads; null where the page around the form offers all. */
    private readonly tongues: Late | null,
  ) {
    // What a sender carries by hand is one file: of several, one is lost on the way.
    this.questions = world.handed ? QUESTIONS.filter((question) => question !== askPhotos) : QUESTIONS;
    this.own = spoken;
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
    this.spoken = this.own;
    // What goes on being sent may go on, but nobody who comes after is offered its words.
    if (this.sending) this.sending = goesOn(this.sending.state) ? { ...this.sending, secret: false } : null;
    this.asking = this.begin();
    window.scrollTo(0, 0);
  }

  /** Goes on in another language; what was said stays. */
  speak(spoken: Spoken): void {
    this.spoken = spoken;
    this.asking = { ...this.asking, ...spoken };
    this.show();
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
    if (this.at + 1 < this.questions.length) {
      this.at++;
      this.show();
    } else {
      const { answers, language } = this.asking;
      const photos = answers.photos.map(({ bytes }) => photoContent(bytes));
      this.send(reportContent(reportOf(answers, this.page.zone, language, this.world.now(), photos.map(photoHash))), ...photos);
    }
  }

  send(...parts: readonly Bytes[]): void {
    const run = new Consignment(parts, this.page.root, this.world, (state) => {
      if (this.sending?.run === run) this.tell(state);
    });
    const { secret, continues } = this.asking.answers;
    this.sending = { run, secret: !this.door && !continues && secret, state: { type: 'trying', nextTry: null } };
    void run.run();
  }

  /** Takes what became of sending, or that it is over for good. */
  tell(state: State): void {
    if (state.type === 'closed') {
      this.closed = true;
      this.sending?.run.stop();
      this.sending = null;
    } else if (this.sending) {
      this.sending.state = state;
      if (this.section.hidden && !goesOn(state)) this.sending = null;
    }
    if (!this.section.hidden) this.show();
  }

  show(): void {
    const { words, language, answers } = this.asking;
    const state: State | undefined = this.closed ? { type: 'closed' } : this.sending?.state;
    const question = state
      ? showState(state, this.asking, () => this.sending?.run.tryNow())
      : this.door?.screen() ?? (this.questions[this.at] as (asking: Asking) => Question)(this.asking);
    const tap = state
      // The words may be with the hub although a photo was refused for good.
      ? !goesOn(state) && this.sending?.run.wordsTaken && this.sending.secret && this.tap(this.behind, words.keepWords)
      : this.at === 0 && !this.door && !answers.continues && this.tap(this.behind, words.haveWords);
    const title = el('h2', { tabindex: -1 }, question.title);
    this.section.lang = language;
    this.section.dir = words.dir;
    const content = [...question.content, ...(state && this.sending ? [showParts(this.sending.run.states, this.asking)] : [])];
    this.section.replaceChildren(this.bar(), title, ...content);
    // After sending it comes last, before the first question first.
    if (tap) title.after(...(state ? content : []), tap);
    if (state?.type === 'sent') title.after(...this.world.handed?.() ?? []);
    this.section.append(el('p', { class: 'hint' }, words.always));
    window.scrollTo(0, 0);
    title.focus({ preventScroll: true });
  }

  /** What lies behind it is loaded when somebody asks for it: words to keep, the door for who has some, another language. */
  private tap(late: Late | null, label: string): Node | null {
    const tapped: HTMLButtonElement | null = late && button({ class: 'plain' }, () => {
      void late(this, tapped as HTMLButtonElement).catch(() => { (tapped as HTMLButtonElement).textContent = this.asking.words.tryNow; });
    }, label);
    return tapped;
  }

  private bar(): Node {
    const { words } = this.asking;
    const { sending } = this;
    const canGoBack = (this.at > 0 || this.door) && !this.closed && sending?.state.type !== 'trying' && !sending?.run.wordsTaken;
    return el('div', { class: 'tell-bar' },
      canGoBack ? button({ class: 'plain' }, () => this.back(), words.back)
        : (!this.sending && !this.closed && this.tap(this.tongues, words.language)) || el('span'),
      this.sending || this.closed || this.door
        ? el('span')
        : el('span', { class: 'hint' }, fill(words.step, { n: this.at + 1, all: this.questions.length })),
      button({ class: 'plain' }, () => this.leave(), words.leave));
  }

  private back(): void {
    if (this.sending) {
      // Otherwise the first version would follow the corrected one.
      this.sending.run.stop();
      this.sending = null;
    } else if (!this.door) {
      this.at--;
    } else if (this.door.back()) {
      return;
    } else {
      this.door = null;
    }
    this.show();
  }
}
