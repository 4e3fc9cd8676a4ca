// Mutated bundles and drops in the page's parsers: only the stated refusals, nothing said. The Java side reads more of them (MutatedFilesTest).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { find, DropRefused, markOf, verifyDrop } from '../../src/replies/drop.ts';
import { BundleRefused, verifyBundle } from '../../src/seal/bundle.ts';
import { ascii, concat } from '../../src/seal/bytes.ts';
import { sha256 } from '@noble/hashes/sha2.js';
import { mailboxOf } from '../../src/seal/mailbox.ts';
import { chance, mutated, type Chance } from '../chance.ts';
import { dropOf, secretOf } from '../replies/drops.ts';
import { Desk } from './desk.ts';

const DAY = 20_779;
const NOON = (DAY + 0.5) * 86_400_000;
const SIGNED = 13_900;
const HEAD = 100;
const SIGNATURE = 64;
const CELL = 4_096;
const desk = new Desk();

/** Runs it and counts what is written meanwhile. */
async function silently(run: () => Promise<void>): Promise<void> {
  const said: unknown[] = [];
  const kept = { log: console.log, info: console.info, warn: console.warn, error: console.error, debug: console.debug };
  for (const name of Object.keys(kept) as (keyof typeof kept)[]) console[name] = (...words) => void said.push(words);
  try {
    await run();
  } finally {
    Object.assign(console, kept);
  }
  assert.deepEqual(said, []);
}

test('a_mutated_bundle_is_refused_by_name_signed_or_not', () => silently(async () => {
  const right = desk.bundle(DAY, { lanes: 3 });
  const reasons = new Set<string>();
  for (let seed = 0; seed < 3_000; seed++) {
    const draw = chance(seed);
    const signed = seed % 20 === 0;
    // What stands before the keys is wrong and signed, as by a desk that went astray.
    const file = signed ? desk.sign(concat(head(right.slice(0, HEAD), draw), right.subarray(HEAD, SIGNED))) : mutated(right, draw);
    try {
      verifyBundle(file, desk.root, NOON);
      assert.ok(signed || Buffer.compare(file, right) === 0, `seed ${seed}: a changed bundle was believed`);
    } catch (error) {
      assert.ok(error instanceof BundleRefused, `seed ${seed}: ${String(error)}`);
      reasons.add(error.reason);
    }
  }
  assert.deepEqual([...reasons].sort(), ['date', 'format', 'signature']);
}));

test('a_mutated_drop_is_refused_by_name_and_a_mutated_cell_is_damaged', () => silently(async () => {
  const mailbox = mailboxOf(secretOf(1));
  const right = await dropOf(desk, { replies: [{ secret: secretOf(1), text: 'Which side?' }], opened: [secretOf(1)] }, NOON);
  const board = verifyBundle(desk.bundle(DAY), desk.root, NOON).boardKey;
  const at = Buffer.from(right).indexOf(markOf('cell', mailbox.tag, Math.floor(NOON / 900_000))) + 16;
  const reasons = new Set<string>();
  const replies = new Set<string>();
  for (let seed = 0; seed < 400; seed++) {
    const draw = chance(seed);
    const way = seed % 4;
    let file = way < 2 ? mutated(right, draw) : new Uint8Array(right);
    if (way >= 2) file.set(mutated(right.subarray(at, at + CELL - 16), draw).subarray(0, CELL - 16), at);
    if (way > 0 && file.length === right.length) file = signed(file);
    try {
      const found = await find(verifyDrop(file, board, NOON), mailbox);
      assert.ok(way > 0 || Buffer.compare(file, right) === 0, `seed ${seed}: a changed drop was believed`);
      replies.add(found.reply === null ? 'none' : found.reply === 'damaged' ? 'damaged' : 'read');
    } catch (error) {
      assert.ok(error instanceof DropRefused, `seed ${seed}: ${String(error)}`);
      reasons.add(error.reason);
    }
  }
  for (const reason of ['length', 'magic', 'order', 'signature']) assert.ok(reasons.has(reason), reason);
  assert.ok(replies.has('damaged'));
}));

/** Wrong in many places, or in one of its numbers: version, lanes, work, day, days. */
function head(right: Uint8Array<ArrayBuffer>, draw: Chance): Uint8Array {
  if (draw(2) === 0) return mutated(right, draw).subarray(0, HEAD);
  right[16 + draw(12)] = draw(256);
  return right;
}

/** As a desk that went astray would. */
function signed(file: Uint8Array): Uint8Array<ArrayBuffer> {
  const body = file.subarray(0, file.length - SIGNATURE);
  return concat(body, desk.signBoard(concat(ascii('watchword.drop/1\n'), sha256(body))));
}
