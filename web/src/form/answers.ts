import { random, utf8 } from '../seal/bytes.ts';
import { SIZES } from '../seal/envelope.ts';
import { MAILBOX_SECRET_BYTES, mailboxOf } from '../seal/mailbox.ts';
import { MAX_TEXT_BYTES, type Report, type Stance } from '../seal/report.ts';
import type { Stripped } from '../photo/strip.ts';
import { spanOf, type Moment } from './hours.ts';
import { nameIn, type Kind, type Town } from './page.ts';

/** What the sender has said so far; it lives in memory only and is dropped on leaving. */
export interface Answers {
  kind: Kind | null;
  /** Still there or going on; null until asked. */
  ongoing: boolean | null;
  placeWords: string;
  town: Town | null;
  uncertaintyMetres: number;
  moment: Moment | null;
  stance: Stance | null;
  text: string;
  figures: Map<string, number>;
  photos: Stripped[];
  /** Of which the report's mailbox is made. */
  secret: Uint8Array;
  /** Whether the secret is an earlier report's, so that both are known to be one person's. */
  continues: boolean;
}

export function noAnswers(): Answers {
  return {
    kind: null, ongoing: null, placeWords: '', town: null, uncertaintyMetres: 0, moment: null, stance: null,
    text: '', figures: new Map(), photos: [], secret: random(MAILBOX_SECRET_BYTES), continues: false,
  };
}

/** Left for the words in the small size after everything else a report can hold. */
const ROOM_FOR_WORDS = SIZES[0].capacity - 2600;

/** Bytes by which the words are too many; a quote or line break costs two in the sealed report. */
export function excessBytes(answers: Answers): number {
  const text = reportText(answers);
  return Math.max(0, utf8(text).length - MAX_TEXT_BYTES, utf8(JSON.stringify(text)).length - ROOM_FOR_WORDS);
}

/** The report as it will be sealed, naming photos by their hashes. Call only when every question is answered. */
export function reportOf(answers: Answers, zone: string, language: string, now: number, photos: readonly string[] = []): Report {
  const { kind, stance, moment, town } = answers;
  const when = moment && spanOf(moment, answers.ongoing === true, zone, now);
  if (!kind || !stance || !when) throw new Error('a question is not answered');
  return {
    kind: kind.id,
    stance,
    place: town && {
      latitude: town.latitude,
      longitude: town.longitude,
      uncertaintyMetres: answers.uncertaintyMetres,
      name: nameIn({ en: town.name, ...town.names }, language),
    },
    when,
    text: reportText(answers),
    figures: kind.fields
      .filter((name) => answers.figures.has(name))
      .map((name) => ({ name, value: answers.figures.get(name) as number })),
    photos,
    mailbox: mailboxOf(answers.secret),
  };
}

/** Words for a place that is no town of the list go first, where the desk reads places from text. */
export function reportText(answers: Answers): string {
  const place = answers.town ? '' : answers.placeWords;
  return [place, answers.text].map(plain).filter((part) => part !== '').join('\n').normalize('NFC');
}

/** Without control characters but line breaks. */
function plain(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]+/g, ' ').trim();
}
