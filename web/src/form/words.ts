import all from './words.json';

// What the form says, in the page's language.

export type Words = typeof all.en;

/** The words of `language`, or English where the form has none. */
export function wordsFor(language: string): { readonly language: string; readonly words: Words } {
  const known = Object.entries(all).find(([id]) => id === language.toLowerCase().split('-')[0]);
  return known ? { language: known[0], words: known[1] } : { language: 'en', words: all.en };
}

/** Puts values where `{name}` stands. */
export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole));
}
