import { jsonBeside } from './beside.ts';
import { button, el } from './dom.ts';
import type { Form } from './form.ts';
import { learn, type KindNames } from './page.ts';
import { LANGUAGES, TONGUES, type Language, type Words } from './words.ts';

// Loaded on a tap, by whoever wants the form in another language than the page: `tongues.js` beside the form's own script.

// Put in by build.mjs: of each language's file.
declare const HASHES: string;
const hashes = JSON.parse(HASHES) as Readonly<Record<string, string>>;

/** Offers every language of the form below the bar; one tap changes words, kinds and direction. */
export function tongues(form: Form, tapped: HTMLElement): void {
  const choices = LANGUAGES.map((id) => {
    const one: HTMLButtonElement = button({ class: 'plain', lang: id, dir: 'auto', ...(id === form.spoken.language && { 'aria-current': 'true' }) },
      () => void speak(form, id, one).catch(() => { one.textContent = form.asking.words.tryNow; }), TONGUES[id]);
    return one;
  });
  if (!tapped.isConnected) return; // left meanwhile
  const list = el('nav', { class: 'languages' }, ...choices);
  tapped.replaceWith(el('span'));
  form.section.querySelector('h2')?.before(list);
  choices[0]?.focus();
}

async function speak(form: Form, language: Language, tapped: HTMLElement): Promise<void> {
  const { words, names } = await jsonBeside(`form-${language}.json`, hashes[language], import.meta.url) as { words: Words; names: KindNames };
  if (!tapped.isConnected) return; // left meanwhile, or another came first
  learn(form.page, language, names);
  form.speak({ language, words });
}
