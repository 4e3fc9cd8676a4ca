import english from './words/en.json';

// What the form says, in the page's language. English comes with the script, the others as files beside it.

export type Words = typeof english;

/** Words and the language they are in. */
export interface Spoken {
  readonly language: string;
  readonly words: Words;
}

export const ENGLISH: Spoken = { language: 'en', words: english };

/** Each has its `words/⟨id⟩.json`, served as `words-⟨id⟩.json`; a test compares. */
export const OTHER_LANGUAGES = ['be', 'ru', 'uk', 'pl', 'lt', 'ar'] as const;

/**
 * The words of the page's language. English where the form has no others, and also where they do not arrive:
 * on a bad network a form in English is of more use than none.
 */
export async function wordsFor(pageLanguage: string, load: (language: string) => Promise<Words>): Promise<Spoken> {
  const wanted = pageLanguage.toLowerCase().split('-')[0];
  const language = OTHER_LANGUAGES.find((id) => id === wanted);
  if (language === undefined) return ENGLISH;
  try {
    return { language, words: await load(language) };
  } catch {
    return ENGLISH;
  }
}

/** Puts values where `{name}` stands. */
export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole));
}
