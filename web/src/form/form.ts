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

const QUESTIONS: readonly ((asking: Asking) => Question)[] = [
  askWhat, askShape, askWhere, askWhen, askKnown, askText, askPhotos, askSend,
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
  private sending: { readonly run: Consignment; state: State } | null = null;
  /** Once the desk is closed, this page asks and sends nothing more. */
  private closed = false;

  constructor(
    private readonly section: HTMLElement,
    private readonly page: Page,
    private readonly spoken: Spoken,
    private readonly world: World,
    /** Whether the desk was closed when the page came. */
    closed: Promise<boolean>,
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
      this.send();
    }
  }

  private send(): void {
    const { answers, language } = this.asking;
    const photos = answers.photos.map(({ bytes }) => photoContent(bytes));
    const words = reportContent(reportOf(answers, this.page.zone, language, this.world.now(), photos.map(photoHash)));
    const run = new Consignment([words, ...photos], this.page.root, this.world, (state) => {
      if (this.sending?.run === run) this.tell(state);
    });
    this.sending = { run, state: { type: 'trying', nextTry: null } };
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

  /** Waiting ones try at once; refused ones are sealed anew. */
  private again(): void {
    if (this.sending && !goesOn(this.sending.state) && !this.sending.run.wordsTaken) this.send();
    else this.sending?.run.tryNow();
  }

  private show(): void {
    const { words, language } = this.asking;
    const state: State | undefined = this.closed ? { type: 'closed' } : this.sending?.state;
    const question = state
      ? showState(state, this.asking, () => this.again())
      : (QUESTIONS[this.at] as (asking: Asking) => Question)(this.asking);
    const title = el('h2', { tabindex: -1 }, question.title);
    this.section.lang = language;
    this.section.dir = words.dir;
    this.section.replaceChildren(this.bar(), title, ...question.content,
      ...(state && this.sending ? [showParts(this.sending.run.states, this.asking)] : []));
    window.scrollTo(0, 0);
    title.focus({ preventScroll: true });
  }

  private bar(): Node {
    const { words } = this.asking;
    const sending = this.sending;
    const canGoBack = this.at > 0 && !this.closed && sending?.state.type !== 'trying' && !sending?.run.wordsTaken;
    return el('div', { class: 'tell-bar' },
      canGoBack ? button({ class: 'plain' }, () => this.back(), words.back) : el('span'),
      this.sending || this.closed
        ? el('span')
        : el('span', { class: 'hint' }, fill(words.step, { n: this.at + 1, all: QUESTIONS.length })),
      button({ class: 'plain' }, () => this.leave(), words.leave));
  }

  private back(): void {
    if (this.sending) {
      // Otherwise the first version would follow the corrected one.
      this.sending.run.stop();
      this.sending = null;
    } else {
      this.at--;
    }
    this.show();
  }
}
