import type english from './words/en.json';

// What the form says, in the page's language, from a file beside the script: one language is enough for a page's weight.

export type Words = typeof english;

/** Words and the language they are in. */
export interface Spoken {
  readonly language: string;
  readonly words: Words;
}

/** Each has its `words/⟨id⟩.json`, served as `words-⟨id⟩.json`; a test compares. */
export const LANGUAGES = ['en', 'be', 'ru', 'uk', 'pl', 'lt', 'ar'] as const;

export type Language = (typeof LANGUAGES)[number];

/** Of each language in itself: who looks for theirs may read no other. */
export const TONGUES: Readonly<Record<Language, string>> = {
  en: 'English', be: 'Беларуская', ru: 'Русский', uk: 'Українська', pl: 'Polski', lt: 'Lietuvių', ar: 'العربية',
};

const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;

/**
 * The words of the page's language, English where the form has no others. What does not arrive is asked for again,
 * on every reader's page alike, until it is there.
 */
export async function wordsFor(
  pageLanguage: string, load: (language: string) => Promise<Words>,
  pause = (millis: number) => new Promise<void>((resolve) => { setTimeout(resolve, millis); }),
): Promise<Spoken> {
  const wanted = pageLanguage.toLowerCase().split('-')[0];
  const language = LANGUAGES.find((id) => id === wanted) ?? 'en';
  for (let wait = FIRST_WAIT; ; wait = Math.min(2 * wait, LONGEST_WAIT)) {
    try {
      return { language, words: await load(language) };
    } catch {
      await pause(wait);
    }
  }
}

/** Puts values where `{name}` stands. */
export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole));
}
