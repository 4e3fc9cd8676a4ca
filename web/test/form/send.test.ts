import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Sending, type State, type World } from '../../src/form/send.ts';
import { sha256 } from '@noble/hashes/sha2.js';
import { NO_PROOF, proves } from '../../src/seal/work.ts';
import { Desk, open } from '../seal/desk.ts';

const DAY = 20_779;
const NOON = (DAY + 0.5) * 86_400_000;
const desk = new Desk();
const CONTENT = new TextEncoder().encode('a report');

/** A network that gives one answer after another, on a clock that sleeping moves. */
class Script implements World {
  time = NOON;
  readonly posts: { path: string; body: Uint8Array }[] = [];
  readonly slept: number[] = [];
  bundle: Uint8Array<ArrayBuffer> = desk.bundle(DAY, { workBits: 4 });
  day = '2026-11-22';
  /** What the hub serves as the stop sheet, from the nth time it is asked for. */
  stop: { readonly text: Uint8Array<ArrayBuffer>; readonly from: number } | null = null;
  private stopsAsked = 0;

  constructor(private readonly answers: (number | 'offline')[]) {}

  get = async (path: string) => {
    const answer = this.answers[0] === 'offline' ? this.answers.shift() : undefined;
    if (answer === 'offline') throw new TypeError('Failed to fetch');
    if (path === 'bundle/stop.txt' && this.stop && ++this.stopsAsked >= this.stop.from) return { status: 200, bytes: this.stop.text };
    return path === `bundle/${this.day}.bin` ? { status: 200, bytes: this.bundle } : { status: 404, bytes: new Uint8Array() };
  };

  post = async (path: string, body: Uint8Array) => {
    this.posts.push({ path, body });
    const answer = this.answers.shift() ?? 204;
    if (answer === 'offline') throw new TypeError('Failed to fetch');
    return answer;
  };

  now = () => this.time;

  sleep = (millis: number) => {
    this.slept.push(millis);
    this.time += millis;
    return { done: Promise.resolve(), wake: () => {} };
  };

  random = () => 0.5;
}

async function send(world: Script, root = desk.root): Promise<State[]> {
  const states: State[] = [];
  await new Sending(CONTENT, root, world, (state) => states.push(state)).run();
  return states;
}

const kinds = (states: readonly State[]) => states.map((state) => (state.type === 'refused' ? state.reason : state.type)).join(' ');

test('a_report_taken_at_once_is_on_the_server', async () => {
  const world = new Script([204]);
  assert.equal(kinds(await send(world)), 'trying sent');
  assert.match(world.posts[0]!.path, /^report\/[0-9a-f]{16}$/);
});

test('the_same_bytes_are_sent_until_taken_waiting_longer_each_time', async () => {
  const world = new Script(['offline', 'offline', 502, 'offline', 204]);
  const states = await send(world);
  assert.deepEqual(world.slept, [2_000, 4_000, 8_000, 16_000]);
  assert.equal(states.at(-1)!.type, 'sent');
  assert.equal(new Set(world.posts.map(({ body }) => Buffer.from(body).toString('base64'))).size, 1);
});

test('waiting_never_exceeds_a_minute', async () => {
  const world = new Script(Array.from({ length: 9 }, () => 502));
  await send(world);
  assert.equal(Math.max(...world.slept), 60_000);
});

test('a_full_hub_is_told_with_the_time_of_the_next_try', async () => {
  const world = new Script([503, 204]);
  const states = await send(world);
  assert.deepEqual(states[1], { type: 'refused', reason: 'full', nextTry: NOON + 60_000 });
  assert.equal(kinds(states), 'trying full trying sent');
});

test('a_proof_is_made_again_when_its_hour_has_passed', async () => {
  const world = new Script(Array.from({ length: 70 }, () => 503));
  await send(world);
  const hour = (of: number) => Math.floor((NOON + of * 60_000) / 3_600_000);
  for (const at of [0, 69]) {
    const { path, body } = world.posts[at]!;
    assert.ok(proves(sha256(body), hour(at), path.slice('report/'.length), 4));
    assert.notEqual(path, `report/${NO_PROOF}`);
  }
  assert.equal(new Set(world.posts.map(({ path }) => path)).size, 2);
});

const bodies = (world: Script) => new Set(world.posts.map(({ body }) => Buffer.from(body).toString('base64')));

test('bytes_that_are_refused_with_a_proof_are_repeated_once_without_and_then_no_more', async () => {
  const world = new Script([400, 400, 204]);
  assert.equal(kinds(await send(world)), 'trying not-taken');
  assert.equal(world.posts.length, 2);
  assert.notEqual(world.posts[0]!.path, `report/${NO_PROOF}`);
  assert.equal(world.posts[1]!.path, `report/${NO_PROOF}`);
  assert.equal(bodies(world).size, 1);
});

test('a_proof_that_the_hub_does_not_believe_does_not_keep_a_report_out', async () => {
  const world = new Script([400, 503, 204]);
  assert.equal(kinds(await send(world)), 'trying full trying sent');
  assert.deepEqual(world.posts.slice(1).map(({ path }) => path), [`report/${NO_PROOF}`, `report/${NO_PROOF}`]);
  assert.equal(bodies(world).size, 1);
});

test('what_was_refused_for_good_is_tried_again_with_the_same_bytes_while_its_bundle_lasts', async () => {
  const world = new Script([400, 400, 400, 400, 204]);
  const sending = new Sending(CONTENT, desk.root, world, () => {});
  await sending.run();
  world.time += 6 * 3_600_000;
  await sending.run();
  world.time = (DAY + 1.5) * 86_400_000;
  await sending.run();
  assert.equal(world.posts.length, 5);
  assert.equal(bodies(world).size, 1);
});

test('only_when_its_bundle_has_run_out_is_the_same_report_sealed_anew_to_the_same_lane', async () => {
  const world = new Script([400, 400, 204]);
  world.bundle = desk.bundle(DAY, { workBits: 4, lanes: 8 });
  const sending = new Sending(CONTENT, desk.root, world, () => {});
  await sending.run();
  world.time = (DAY + 1.5) * 86_400_000 + 1;
  world.day = '2026-11-23';
  world.bundle = desk.bundle(DAY + 1, { workBits: 4, lanes: 8 });
  await sending.run();
  assert.equal(world.posts.length, 3);
  assert.equal(bodies(world).size, 2);
  const opened = await Promise.all([0, 2].map((at) => open(world.posts[at]!.body, desk.gate.seed, desk.lanes.map(({ seed }) => seed))));
  assert.deepEqual(opened.map(({ content }) => Buffer.from(content)), [Buffer.from(CONTENT), Buffer.from(CONTENT)]);
  assert.equal(opened[0]!.lane, opened[1]!.lane);
});

test('nothing_is_sealed_without_a_bundle_of_the_day_signed_by_the_root', async () => {
  const unsigned = new Script([]);
  assert.equal(kinds(await send(unsigned, new Desk().root)), 'trying bad-keys');
  const spoiled = new Script([]);
  spoiled.bundle = new Uint8Array(16_384);
  assert.equal(kinds(await send(spoiled)), 'trying bad-keys');
  const late = new Script([]);
  late.time += 3 * 86_400_000;
  assert.equal(kinds(await send(late)), 'trying no-keys');
  const stale = new Script([]);
  stale.bundle = desk.bundle(DAY - 2);
  assert.equal(kinds(await send(stale)), 'trying no-keys');
  assert.deepEqual([unsigned, spoiled, late, stale].flatMap(({ posts }) => posts), []);
});

test('stopped_while_waiting_it_sends_no_further_copy', async () => {
  const world = new Script([503, 204]);
  const sending = new Sending(CONTENT, desk.root, world, (state) => {
    if (state.type === 'refused') sending.stop();
  });
  await sending.run();
  assert.equal(world.posts.length, 1);
});

test('a_closed_desk_is_sent_nothing_before_sealing_after_it_between_two_tries_and_without_a_refused_proof', async () => {
  for (const [answer, from, posts] of [[503, 1, 0], [503, 2, 0], [503, 3, 1], [400, 3, 1]] as const) {
    const world = new Script([answer, 204]);
    world.stop = { text: desk.stopSheet(), from };
    const states = await send(world);
    assert.equal(states.at(-1)!.type, 'closed');
    assert.equal(world.posts.length, posts, `closed at the ${from}. look, after ${answer}`);
  }
});

test('a_desk_is_not_closed_by_junk_or_by_another_desk_s_sheet', async () => {
  for (const text of [new Desk().stopSheet(), new TextEncoder().encode('watchword.stop/1\n'), new Uint8Array(1_000_000)]) {
    const world = new Script([204]);
    world.stop = { text, from: 1 };
    assert.equal(kinds(await send(world)), 'trying sent');
  }
});
