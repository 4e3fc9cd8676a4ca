import { ascii, concat, FormatError, hex, utf8, type Bytes } from '../seal/bytes.ts';
import type { Mailbox } from '../seal/mailbox.ts';
import { base64urlnopad } from '../seal/spelling.ts';

// What a sender says after a report, in the name of its mailbox (spec/report.md, "Continuation").

export const ACTS = ['add', 'correct', 'destroy'] as const;
export type Act = (typeof ACTS)[number];

export const MAX_CONTINUED_BYTES = 6000;
const LINE = ascii('watchword.continuation/1\n');

export function continuationContent(act: Act, text: string, mailbox: Mailbox): Bytes {
  const plain = continuedText(text);
  if ((act === 'destroy') !== (plain === '')) throw new FormatError('a continuation has words, a wish to destroy has none');
  if (utf8(plain).length > MAX_CONTINUED_BYTES) throw new FormatError('text is over 6000 bytes');
  const { publicKey, tag } = mailbox;
  return concat(LINE, utf8(`{"act":"${act}","text":${JSON.stringify(plain)},`
    + `"mailbox":{"key":"${base64urlnopad.encode(publicKey)}","tag":"${hex(tag)}"}}`));
}

/** As it is sent: composed, without control characters but line breaks, and without halves of letters. */
export function continuedText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]+/g, ' ')
    .replace(/\p{Surrogate}/gu, '\ufffd').trim().normalize('NFC');
}
