import { Door, type Lender } from '../replies/door.ts';
import { offer } from '../replies/offer.ts';
import { replyWords, type ReplyWords } from '../replies/words.ts';

// Loaded on a tap, by whoever wants to keep words or has some: `replies.js` beside the form's own script.

export interface Replies {
  offer(secret: Uint8Array): readonly Node[];
  door(lender: Lender): Door;
}

export async function repliesIn(language: string, load: (language: string) => Promise<ReplyWords>): Promise<Replies> {
  const words = await replyWords(language, load);
  return { offer: (secret) => offer(secret, words), door: (lender) => new Door(lender, words) };
}
