// Runs spec/vectors/continuation.json, which the Java side runs too.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { base64urlnopad } from '@scure/base';
import vectors from '../../../spec/vectors/continuation.json';
import { continuationContent, continuedText, type Act } from '../../src/replies/continuation.ts';
import { FormatError } from '../../src/seal/bytes.ts';
import { SIZES } from '../../src/seal/envelope.ts';
import { mailboxOf } from '../../src/seal/mailbox.ts';

interface Vector {
  readonly name: string;
  readonly replace?: string[];
  readonly act?: string;
  readonly text?: string;
}

const said = JSON.parse(vectors.base.split('\n')[1] as string) as { mailbox: { key: string; tag: string } };
const mailbox = { publicKey: base64urlnopad.decode(said.mailbox.key), tag: new Uint8Array(Buffer.from(said.mailbox.tag, 'hex')) };
const contentOf = ({ replace }: Vector) => vectors.base.replace(replace?.[0] ?? '', () => replace?.[1] ?? '');

test('valid_continuations_are_written_as_the_vectors_have_them', () => {
  for (const vector of vectors.valid as Vector[]) {
    const written = Buffer.from(continuationContent(vector.act as Act, vector.text as string, mailbox)).toString('utf8');
    assert.equal(written, contentOf(vector), vector.name);
  }
});

test('a_continuation_that_says_nothing_or_too_much_is_not_written', () => {
  const key = mailboxOf(new Uint8Array(16));
  for (const [act, text] of [['add', ' \n'], ['correct', ''], ['destroy', 'please'], ['add', 'я'.repeat(3001)]] as const) {
    assert.throws(() => continuationContent(act, text, key), FormatError);
  }
  assert.ok(continuationContent('add', 'я'.repeat(3000), key).length <= SIZES[0].capacity);
  assert.equal(continuedText('a\r\nb\u0000\ud800 e\u0301'), 'a\nb \ufffd \u00e9');
});
