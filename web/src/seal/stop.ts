import { sha256 } from '@noble/hashes/sha2.js';
import { signedOnPaper, type Root } from './bundle.ts';
import { ascii, concat, equal, FormatError, type Bytes } from './bytes.ts';

// The notice that a desk is closed, signed by its root: spec/stop-sheet.md.

/** Where a hub or mirror serves it, relative to the board's front page. */
export const STOP_PATH = 'bundle/stop.txt';

const MOST_BYTES = 16 * 1024;
const HEAD = 4;
/** A letter is four bits. */
const LETTERS = 'acdefhjkmnprtwxy';
const ROWS = 8;
const ROW_BYTES = 8;
const ROW_LETTERS = 20;
const ROW_LABEL = ascii('watchword.stop/1 row');

interface StopSheet {
  readonly signed: Bytes;
  readonly signature: Uint8Array;
}

/** Says whether this text is a stop sheet that the root signed; anything else closes nothing. */
export function closes(text: Uint8Array, root: Root): boolean {
  try {
    const { signed, signature } = parseStop(text);
    return signedOnPaper(signed, signature, root);
  } catch (error) {
    if (error instanceof FormatError) return false;
    throw error;
  }
}

/** Reads a sheet's layout; says nothing about who signed it. */
export function parseStop(text: Uint8Array): StopSheet {
  if (text.length > MOST_BYTES) throw new FormatError('stop sheet is too long');
  const lines = new TextDecoder('latin1').decode(text).split('\n')
    .map((line) => line.replace(/[ \t\r]+/g, ' ').replace(/^ | $/g, '').toLowerCase())
    .filter((line) => line !== '');
  if (lines[0] !== 'watchword.stop/1') throw new FormatError('stop sheet does not begin with its name');
  if (lines.length < HEAD) throw new FormatError('stop sheet ends too early');
  if (!/^root( [a-z]{3,8}){6}$/.test(lines[1] as string)) throw new FormatError('stop sheet does not name its root');
  if (!isDay(lines[2] as string)) throw new FormatError('stop sheet does not say when it was made');
  if (lines[3] !== 'signature') throw new FormatError('stop sheet has no signature');
  const rows = rowsOf(lines.slice(HEAD).map((line) => line.replaceAll(' ', '')));
  return { signed: ascii(`${lines.slice(0, 3).join('\n')}\n`), signature: concat(...rows.map(readRow)) };
}

/** Where line breaks were lost but no letter was, rows are counted out. */
function rowsOf(lines: readonly string[]): readonly string[] {
  if (lines.length === ROWS) return lines;
  const all = lines.join('');
  if (all.length !== ROWS * ROW_LETTERS) throw new FormatError('stop sheet has another number of letters');
  return Array.from({ length: ROWS }, (_, row) => all.slice(row * ROW_LETTERS, (row + 1) * ROW_LETTERS));
}

/** Eight bytes of the signature, checked by the two after them. */
function readRow(letters: string, row: number): Uint8Array {
  if (letters.length !== ROW_LETTERS || [...letters].some((letter) => !LETTERS.includes(letter))) {
    throw new FormatError('stop sheet has a row that is not twenty of its letters');
  }
  const bytes = Uint8Array.from({ length: ROW_LETTERS / 2 }, (_, at) =>
    (LETTERS.indexOf(letters[2 * at] as string) << 4) | LETTERS.indexOf(letters[2 * at + 1] as string));
  const part = bytes.subarray(0, ROW_BYTES);
  const check = sha256(concat(ROW_LABEL, Uint8Array.of(row + 1), part)).subarray(0, bytes.length - ROW_BYTES);
  if (!equal(check, bytes.subarray(ROW_BYTES))) throw new FormatError('stop sheet has a wrong letter');
  return part;
}

function isDay(line: string): boolean {
  const day = /^made (\d{4}-\d\d-\d\d)$/.exec(line)?.[1];
  if (day === undefined) return false;
  const millis = Date.parse(day);
  // Where a parser takes 30 February for 2 March, it is not what was written.
  return millis >= 0 && new Date(millis).toISOString().startsWith(day);
}
