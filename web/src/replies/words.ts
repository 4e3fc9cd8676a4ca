import english from './words/en.json';

// What both doors of replies say. English comes with the script, the others as files beside it, served as `replies-⟨id⟩.json`.

export type ReplyWords = typeof english;

/** In the form's own language, English where these words do not arrive. */
export async function replyWords(language: string, load: (language: string) => Promise<ReplyWords>): Promise<ReplyWords> {
  if (language === 'en') return english;
  try {
    return await load(language);
  } catch {
    return english;
  }
}
