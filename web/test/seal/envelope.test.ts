import assert from 'node:assert/strict';
import { test } from 'node:test';
import { verifyBundle } from '../../src/seal/bundle.ts';
import { random, type Random } from '../../src/seal/bytes.ts';
import { seal, SIZES } from '../../src/seal/envelope.ts';
import { decrypt, Desk, open, opensStanza, stanzaKinds } from './desk.ts';

const desk = new Desk();
const NOW = 20_779 * 86_400_000;
const bundle = verifyBundle(desk.bundle(20_779, { lanes: 3 }), desk.root, NOW);
const laneSeeds = desk.lanes.map((lane) => lane.seed);

test('what_is_sealed_is_what_gate_and_lane_open', async () => {
  const content = random(700);
  const opened = await open(await seal(content, bundle), desk.gate.seed, laneSeeds);
  assert.deepEqual(opened.content, new Uint8Array(content));
  assert.ok(opened.lane < 3);
});

test('every_size_is_exact_from_empty_to_full_and_one_byte_more_takes_the_next', async () => {
  let smallest = 0;
  // The two largest take seconds; the next test fills them.
  for (const { outer, capacity } of SIZES.slice(0, 3)) {
    for (const length of [smallest, capacity]) {
      const sealed = await seal(new Uint8Array(length), bundle);
      assert.equal(sealed.length, outer);
      assert.equal((await open(sealed, desk.gate.seed, laneSeeds)).content.length, length);
    }
    smallest = capacity + 1;
  }
});

test('the_largest_sizes_are_exact_and_more_is_refused', async () => {
  const { outer, capacity } = SIZES[4];
  assert.equal((await seal(new Uint8Array(capacity), bundle)).length, outer);
  await assert.rejects(seal(new Uint8Array(capacity + 1), bundle), /larger than the largest size/);
  assert.equal((await seal(new Uint8Array(SIZES[3].capacity), bundle)).length, SIZES[3].outer);
});

test('the_outer_file_has_one_stanza_and_the_inner_two_to_lane_and_second', async () => {
  const sealed = await seal(random(10), bundle, firstLane);
  assert.deepEqual(stanzaKinds(sealed), ['mlkem768x25519']);
  const inner = (await decrypt(sealed, desk.gate.seed, 1)).subarray(2);
  assert.deepEqual(stanzaKinds(inner), ['mlkem768x25519', 'mlkem768x25519']);
  assert.ok(await opensStanza(inner, desk.lanes[0]!.seed));
  assert.ok(await opensStanza(inner, desk.second.seed));
  assert.ok(!(await opensStanza(inner, desk.lanes[1]!.seed)));
  assert.ok(!(await opensStanza(inner, desk.gate.seed)));
});

test('lanes_are_drawn_evenly', async () => {
  // Of 256 values 255 shares out evenly among three; 255 itself is drawn again.
  for (const byte of [0, 1, 2, 127, 128, 129, 252, 253, 254, 255]) {
    const bytes = [byte, 0];
    const sealed = await seal(new Uint8Array(0), bundle, () => Uint8Array.of(bytes.shift() ?? 0));
    const lane = (await decrypt(sealed, desk.gate.seed, 1))[1] as number;
    assert.equal(lane, byte === 255 ? 0 : byte % 3);
  }
});

const firstLane: Random = () => new Uint8Array(1);
