// Runs spec/vectors/drop.json, which the Java side runs too.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import vectors from '../../../spec/vectors/drop.json';
import { DROP_BYTES, DropRefused, find, markOf, openCell, verifyDrop } from '../../src/replies/drop.ts';
import { visible } from '../../src/replies/visible.ts';
import { mailboxOf } from '../../src/seal/mailbox.ts';

const hex = (text: string) => new Uint8Array(Buffer.from(text, 'hex'));
const sha = (...parts: readonly (Uint8Array | string)[]) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};
const mailbox = mailboxOf(hex(vectors.mailbox.secret));
const board = hex(vectors.board);
const NOW = Date.parse(vectors.now);

function wholeDrop(): Uint8Array {
  const filler = Buffer.concat(Array.from({ length: 16_384 }, (_, block) => {
    const number = Buffer.alloc(4);
    number.writeUInt32BE(block);
    return sha('watchword.drop/1 filler', number);
  }));
  const quarter = Buffer.alloc(4);
  quarter.writeUInt32BE(vectors.quarter);
  const cells = filler.subarray(0, 262_144);
  Buffer.from(vectors.cell, 'base64').copy(cells, vectors.cellAt * 4096);
  const marks = Array.from({ length: 16_383 }, (_, mark) => filler.subarray(262_144 + mark * 16, 262_160 + mark * 16));
  const sorted = [...marks, Buffer.from(hex(vectors.marks.opened))].sort(Buffer.compare);
  return new Uint8Array(Buffer.concat([Buffer.from('watchword.drop/1'), quarter, cells, ...sorted, hex(vectors.signature)]));
}

const whole = wholeDrop();

test('the_drop_of_the_vectors_says_what_they_say', async () => {
  assert.equal(whole.length, DROP_BYTES);
  assert.equal(sha(whole).toString('hex'), vectors.sha256);
  const found = await find(verifyDrop(whole, board, NOW), mailbox);
  assert.deepEqual(found, {
    made: Date.parse('2026-11-22T10:30Z'), opened: true, destroyed: false, reply: { asked: Date.parse('2026-11-22T10:30Z'), text: vectors.text },
  });
  for (const what of ['opened', 'destroyed', 'cell'] as const) {
    assert.equal(Buffer.from(markOf(what, mailbox.tag, vectors.quarter)).toString('hex'), vectors.marks[what]);
  }
});

test('other_words_find_nothing_in_it', async () => {
  const found = await find(verifyDrop(whole, board, NOW), mailboxOf(new Uint8Array(16)));
  assert.deepEqual({ ...found, made: 0 }, { made: 0, opened: false, destroyed: false, reply: null });
});

test('changed_drops_are_refused_for_the_reason_the_vectors_name', () => {
  for (const { name, at, set, refusal } of vectors.changes) {
    const changed = whole.slice();
    changed[at] = set;
    assert.throws(() => verifyDrop(changed, board, NOW), (error) => error instanceof DropRefused && error.reason === refusal, name);
  }
  assert.throws(() => verifyDrop(whole.subarray(1), board, NOW), (error) => error instanceof DropRefused && error.reason === 'length');
  assert.throws(() => verifyDrop(whole, hex('00'.repeat(32)), NOW), (error) => error instanceof DropRefused && error.reason === 'signature');
});

test('a_drop_of_the_day_after_tomorrow_is_refused_and_an_old_one_is_told_by_its_time', () => {
  assert.throws(() => verifyDrop(whole, board, NOW - 2 * 86_400_000), (error) => error instanceof DropRefused && error.reason === 'date');
  assert.equal(verifyDrop(whole, board, NOW + 30 * 86_400_000).quarter, vectors.quarter);
});

test('damaged_cells_never_give_a_reply', async () => {
  for (const { name, cell } of vectors.damagedCells) {
    await assert.rejects(openCell(new Uint8Array(Buffer.from(cell, 'base64')).subarray(16), mailbox.seed), name);
  }
});

test('a_reply_shows_what_turns_or_hides_its_words', () => {
  assert.equal(visible('do \u202enot\u202c go\u200b there\nnow\ttoo'), 'do ⟦RLO⟧not⟦PDF⟧ go⟦ZWSP⟧ there\nnow\ttoo');
  assert.equal(visible('\u0000\u3164\u{e0041}\ufeff'), '⟦U+0000⟧⟦U+3164⟧⟦U+E0041⟧⟦BOM⟧');
  assert.equal(visible('Дзе яны? ❤\ufe0f اين'), 'Дзе яны? ❤\ufe0f اين');
});
