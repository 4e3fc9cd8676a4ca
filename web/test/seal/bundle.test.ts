import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bundlePath, BundleRefused, destroyedAt, epochDayOf, fingerprint, verifyBundle, type Refusal } from '../../src/seal/bundle.ts';
import { Desk } from './desk.ts';

const desk = new Desk();
const DAY = 20_779;
const DAY_MILLIS = 86_400_000;
const NOON = DAY * DAY_MILLIS + DAY_MILLIS / 2;

function refused(reason: Refusal) {
  return (error: unknown) => error instanceof BundleRefused && error.reason === reason;
}

test('a_bundle_signed_by_the_root_gives_its_keys', () => {
  const bundle = verifyBundle(desk.bundle(DAY, { lanes: 3 }), desk.root, NOON);
  assert.equal(bundle.epochDay, DAY);
  assert.equal(bundle.workBits, 16);
  assert.deepEqual(bundle.laneKeys, desk.lanes.slice(0, 3).map((lane) => lane.publicKey));
  assert.deepEqual(bundle.gateKey, desk.gate.publicKey);
  assert.deepEqual(bundle.secondKey, desk.second.publicKey);
  assert.equal(bundle.days, 1);
});

test('a_bundle_holds_from_12_hours_before_its_day_to_12_hours_after_and_no_longer', () => {
  const bytes = desk.bundle(DAY);
  const start = DAY * DAY_MILLIS;
  const grace = DAY_MILLIS / 2;
  for (const now of [start - grace, start, start + DAY_MILLIS + grace]) verifyBundle(bytes, desk.root, now);
  for (const now of [start - grace - 1, start + DAY_MILLIS + grace + 1]) {
    assert.throws(() => verifyBundle(bytes, desk.root, now), refused('date'));
  }
});

test('a_courier_bundle_holds_for_thirty_days_and_only_where_one_is_asked_for', () => {
  const bytes = desk.bundle(DAY, { days: 30, workBits: 0 });
  const start = DAY * DAY_MILLIS;
  const grace = DAY_MILLIS / 2;
  for (const now of [start - grace, NOON, start + 30 * DAY_MILLIS + grace]) {
    const bundle = verifyBundle(bytes, desk.root, now, 30);
    assert.equal(destroyedAt(bundle), start + 33 * DAY_MILLIS);
  }
  for (const now of [start - grace - 1, start + 30 * DAY_MILLIS + grace + 1]) {
    assert.throws(() => verifyBundle(bytes, desk.root, now, 30), refused('date'));
  }
  assert.throws(() => verifyBundle(bytes, desk.root, NOON), refused('format'));
  assert.throws(() => verifyBundle(desk.bundle(DAY), desk.root, NOON, 30), refused('format'));
});

test('one_changed_bit_anywhere_is_refused', () => {
  const bytes = desk.bundle(DAY);
  for (const offset of [0, 16, 17, 18, 19, 20, 24, 30, 100, 1316, 11044, 12260, 13476, 13899, 13900, 13964, 16383]) {
    const changed = bytes.slice();
    changed[offset] = (changed[offset] as number) ^ 1;
    assert.throws(() => verifyBundle(changed, desk.root, NOON), BundleRefused, `offset ${offset}`);
  }
});

test('one_signature_without_the_other_is_refused', () => {
  const bytes = desk.bundle(DAY);
  const other = new Desk().root;
  assert.throws(() => verifyBundle(bytes, { ...desk.root, ed25519: other.ed25519 }, NOON), refused('signature'));
  assert.throws(() => verifyBundle(bytes, { ...desk.root, mldsa44: other.mldsa44 }, NOON), refused('signature'));
});

test('a_signed_bundle_of_another_layout_is_refused', () => {
  const spoiled = (offset: number, value: number) => {
    const signed = desk.bundle(DAY).slice(0, 13900);
    signed[offset] = value;
    return desk.sign(signed);
  };
  for (const bytes of [spoiled(16, 2), spoiled(17, 0), spoiled(17, 9), spoiled(18, 25), spoiled(19, 1), spoiled(13_500, 1),
    spoiled(20, 127), spoiled(27, 0), spoiled(27, 2), spoiled(27, 30), spoiled(24, 1)]) {
    assert.throws(() => verifyBundle(bytes, desk.root, NOON), refused('format'));
  }
  assert.throws(() => verifyBundle(desk.bundle(DAY).subarray(1), desk.root, NOON), refused('format'));
});

test('a_fingerprint_is_six_indices_of_eleven_bits_and_names_one_root', () => {
  const words = fingerprint(desk.root);
  assert.equal(words.length, 6);
  assert.ok(words.every((index) => index >= 0 && index < 2048));
  assert.notDeepEqual(words, fingerprint(new Desk().root));
});

test('a_bundle_is_served_under_its_day', () => {
  assert.equal(bundlePath(epochDayOf(Date.UTC(2026, 10, 22, 23, 59))), 'bundle/2026-11-22.bin');
});
