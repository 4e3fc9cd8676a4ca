import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sha256 } from '@noble/hashes/sha2.js';
import { random } from '../../src/seal/bytes.ts';
import { hourOf, NO_PROOF, proves, workProof, type Pace } from '../../src/seal/work.ts';

const body = random(16_384);
const bodyHash = sha256(body);
const HOUR = 495_000;

/** Time as this machine hashes, with each look at the clock adding `millis`. */
function slow(millis: number): Pace & { pauses: number } {
  let time = 0;
  const pace = { pauses: 0, now: () => (time += millis), pause: async () => { pace.pauses++; } };
  return pace;
}

test('a_proof_holds_for_its_body_and_hour_only', async () => {
  const nonce = await workProof(body, HOUR, 12);
  assert.match(nonce, /^[0-9a-f]{16}$/);
  assert.ok(proves(bodyHash, HOUR, nonce, 12));
  // One in 4,096 holds by chance; three at once, one in 69 billion.
  assert.ok([1, 2, 3].some((later) => !proves(bodyHash, HOUR + later, nonce, 12)));
  assert.ok([1, 2, 3].some(() => !proves(random(32), HOUR, nonce, 12)));
});

test('no_work_asked_is_still_a_nonce_that_is_not_all_zeros', async () => {
  assert.notEqual(await workProof(body, HOUR, 0, (length) => new Uint8Array(length)), NO_PROOF);
});

test('a_device_that_would_need_over_20_seconds_sends_zeros', async () => {
  assert.equal(await workProof(body, HOUR, 32, random, slow(70)), NO_PROOF);
});

test('the_page_gets_a_pause_every_few_hashes_and_work_ends_after_20_seconds', async () => {
  const pace = slow(10);
  assert.equal(await workProof(body, HOUR, 32, random, { ...pace, now: stalls(pace.now) }), NO_PROOF);
  assert.ok(pace.pauses > 100, String(pace.pauses));
});

/** Fast until measured, slow ever after. */
function stalls(now: () => number): () => number {
  let looks = 0;
  return () => (looks++ < 9 ? 0 : now());
}

test('hours_are_counted_from_1970', () => {
  assert.equal(hourOf(7_199_999), 1);
});
