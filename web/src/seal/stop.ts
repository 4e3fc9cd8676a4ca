import { base64urlnopad } from '@scure/base';
import { signedByRoot, type Root } from './bundle.ts';
import { ascii, FormatError, type Bytes } from './bytes.ts';

// The notice that a desk is closed, signed by its root: spec/stop-sheet.md.

/** Where a hub or mirror serves it, relative to the board's front page. */
export const STOP_PATH = 'bundle/stop.txt';

const MOST_BYTES = 16 * 1024;
const HEAD = 4;
const WIDTH = 64;
/** 2,484 bytes of signatures. */
const LETTERS_IN_ALL = 3312;

interface StopSheet {
  readonly signed: Bytes;
  readonly signatures: Uint8Array;
}

/** Says whether this text is a stop sheet that the root signed; anything else closes nothing. */
export function closes(text: Uint8Array, root: Root): boolean {
  try {
    const { signed, signatures } = parseStop(text);
    return signedByRoot(signed, signatures, root);
  } catch (error) {
    if (error instanceof FormatError) return false;
    throw error;
  }
}

/** Reads a sheet's layout; says nothing about who signed it. */
export function parseStop(text: Uint8Array): StopSheet {
  if (text.length > MOST_BYTES) throw new FormatError('stop sheet is too long');
  const lines = new TextDecoder('latin1').decode(text).split('\n').map((line) => line.replace(/[ \t\r]+$/, ''));
  while (lines[0] === '') lines.shift();
  while (lines.at(-1) === '') lines.pop();
  if (lines[0] !== 'watchword.stop/1') throw new FormatError('stop sheet does not begin with its name');
  if (lines.length !== HEAD + Math.ceil(LETTERS_IN_ALL / WIDTH)) throw new FormatError('stop sheet has another number of lines');
  if (!/^root( [a-z]{3,8}){6}$/.test(lines[1] as string)) throw new FormatError('stop sheet does not name its root');
  if (!isDay(lines[2] as string)) throw new FormatError('stop sheet does not say when it was made');
  if (lines[3] !== 'signature') throw new FormatError('stop sheet has no signature');
  const letters = lines.slice(HEAD);
  letters.forEach((line, i) => {
    const width = Math.min(WIDTH, LETTERS_IN_ALL - i * WIDTH);
    if (line.length !== width || !/^[\w-]+$/.test(line)) throw new FormatError('stop sheet signature is not in base64url');
  });
  return { signed: ascii(`${lines.slice(0, 3).join('\n')}\n`), signatures: base64urlnopad.decode(letters.join('')) };
}

function isDay(line: string): boolean {
  const day = /^made (\d{4}-\d\d-\d\d)$/.exec(line)?.[1];
  if (day === undefined) return false;
  const millis = Date.parse(day);
  // Where a parser takes 30 February for 2 March, it is not what was written.
  return millis >= 0 && new Date(millis).toISOString().startsWith(day);
}
