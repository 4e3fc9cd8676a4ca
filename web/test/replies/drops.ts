// A drop as a desk makes it, for tests of the page.
import { sha256 } from '@noble/hashes/sha2.js';
import { markOf } from '../../src/replies/drop.ts';
import { ascii, concat, random, u32 } from '../../src/seal/bytes.ts';
import { encryptTo } from '../../src/seal/envelope.ts';
import { mailboxOf } from '../../src/seal/mailbox.ts';
import type { Desk } from '../seal/desk.ts';

export interface Says {
  readonly replies?: readonly { readonly secret: Uint8Array; readonly text: string }[];
  readonly opened?: readonly Uint8Array[];
  readonly destroyed?: readonly Uint8Array[];
}

export async function dropOf(desk: Desk, says: Says, now: number): Promise<Uint8Array> {
  const quarter = Math.floor(now / 900_000);
  const cells = await Promise.all(Array.from({ length: 64 }, async (_, at) => {
    const one = says.replies?.[at];
    const mailbox = mailboxOf(one?.secret ?? random(16));
    const text = ascii(one?.text ?? '-');
    const length = Uint8Array.of(text.length >> 8, text.length & 255);
    const plain = concat(Uint8Array.of(1), u32(quarter), length, text, new Uint8Array(2421 - 7 - text.length));
    const file = one ? await encryptTo([mailbox.publicKey], plain) : random(4080);
    return concat(markOf('cell', mailbox.tag, quarter), file);
  }));
  const marks = [
    ...(says.opened ?? []).map((secret) => markOf('opened', mailboxOf(secret).tag, quarter)),
    ...(says.destroyed ?? []).map((secret) => markOf('destroyed', mailboxOf(secret).tag, quarter)),
  ];
  while (marks.length < 16_384) marks.push(random(16));
  marks.sort(Buffer.compare);
  const signed = concat(ascii('watchword.drop/1'), u32(quarter), ...cells, ...marks);
  return concat(signed, desk.signBoard(concat(ascii('watchword.drop/1\n'), sha256(signed))));
}

/** A secret whose seed is known to a test. */
export function secretOf(fill: number): Uint8Array {
  return new Uint8Array(16).fill(fill);
}

