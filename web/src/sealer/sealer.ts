import { button, el } from '../form/dom.ts';
import { Form } from '../form/form.ts';
import { clock, dayLabel, offsetOf, shortZone } from '../form/hours.ts';
import { learn } from '../form/page.ts';
import { fill, TONGUES, type Words } from '../form/words.ts';
import arabicKinds from '../form/kinds/ar.json';
import ar from '../form/words/ar.json';
import be from '../form/words/be.json';
import en from '../form/words/en.json';
import lt from '../form/words/lt.json';
import pl from '../form/words/pl.json';
import ru from '../form/words/ru.json';
import uk from '../form/words/uk.json';
import { destroyedAt, endOf, parseBundle } from '../seal/bundle.ts';
import { BLOCK_ID, parseBlock, type Block } from './block.ts';
import { Files } from './files.ts';
import own from './words.json';

// Entry point of sealer.html: the form of the front page, whose report ends in a file instead of a hub.

type Language = keyof typeof own;

const FORM: Readonly<Record<Language, Words>> = { en, be, ru, uk, pl, lt, ar };
const DAY_MILLIS = 86_400_000;

/** What stands on the screen before the form opens and after it is left. */
class Sealer {
  private language: Language;
  private readonly files: Files;
  private readonly section = el('section', { id: 'tell', hidden: true });
  private readonly from: string;
  private readonly until: string;
  private readonly before: string;
  private form: Form | null = null;

  constructor(private readonly main: HTMLElement, private readonly block: Block) {
    learn(block.page, 'ar', arabicKinds);
    const bundle = parseBundle(block.bundle);
    this.from = this.date(bundle.epochDay * DAY_MILLIS);
    this.until = this.date(endOf(bundle));
    this.before = this.date(destroyedAt(bundle));
    this.language = languages(block)[0] as Language;
    this.files = new Files(block.bundle, () => own[this.language].file);
    // A browser may keep a page that was left as it was, for whoever taps back: neither words nor file wait there.
    window.addEventListener('pagehide', () => {
      this.form?.leave();
      this.files.forget();
    });
    this.show();
  }

  private show(): void {
    const { language, block } = this;
    const words = own[language];
    this.files.forget(); // the links to what was made go with the screen
    document.documentElement.lang = language;
    document.documentElement.dir = FORM[language].dir;
    this.section.hidden = true;
    this.main.replaceChildren(
      el('header', { class: 'masthead' },
        el('p', { class: 'name', dir: 'auto' }, block.desk),
        el('nav', { class: 'languages' }, ...languages(block).map((id) => button(
          { class: 'plain', lang: id, ...(id === language && { 'aria-current': 'true' }) }, () => { this.language = id; this.show(); }, TONGUES[id])))),
      this.section,
      el('div', { class: 'start' },
        el('h1', {}, words.title),
        el('p', {}, words.lead),
        el('p', {}, this.filled(words.until)),
        button({ class: 'action', id: 'begin' }, () => this.begin(), words.begin),
        el('p', { class: 'hint' }, words.check, ' ', el('b', { class: 'fingerprint', dir: 'ltr', translate: 'no' }, block.words.join(' '))),
        el('p', { class: 'hint' }, FORM[language].always)));
  }

  private begin(): void {
    const { language } = this;
    this.files.forget();
    const { line1, moreText, send, trying, tryingText, sent, sentText, afterText, noKeys, badKeys } = own[language];
    const words: Words = {
      ...FORM[language], line1, moreText: this.filled(moreText), send, trying, tryingText, sent, sentText: this.filled(sentText), afterText,
      noKeys: this.filled(noKeys), badKeys,
    };
    this.form = new Form(this.section, this.block.page, { language, words }, this.files.world(), Promise.resolve(false), null, null);
    this.form.open();
  }

  private filled(text: string): string {
    return fill(text, { from: this.from, until: this.until, before: this.before });
  }

  /** `22.11.2026 16:40 GMT+3`, at the desk; a run of its own, or words from right to left would take it apart. */
  private date(millis: number): string {
    const { zone } = this.block.page;
    return `\u2066${dayLabel(0, zone, millis)}${new Date(millis + offsetOf(zone)).getUTCFullYear()} ${clock(millis, zone)} GMT${shortZone(zone)}\u2069`;
  }
}

/** The desk's own first, then the others that the form speaks. */
function languages(block: Block): readonly Language[] {
  const spoken = Object.keys(own) as Language[];
  return [...new Set([...block.languages.filter((id): id is Language => id in own), ...spoken])];
}

const main = document.querySelector('main') as HTMLElement;
try {
  new Sealer(main, parseBlock(document.getElementById(BLOCK_ID)?.textContent ?? ''));
} catch {
  main.replaceChildren(...Object.entries(own).map(([id, { broken }]) => el('p', { lang: id, dir: FORM[id as Language].dir }, broken)));
}
