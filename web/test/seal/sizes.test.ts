// What an observer of the network, and who holds the hub's disk, sees of reports that the page seals.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Sending, type World } from '../../src/form/send.ts';
import { verifyBundle } from '../../src/seal/bundle.ts';
import { ascii } from '../../src/seal/bytes.ts';
import { seal, SIZES } from '../../src/seal/envelope.ts';
import { mailboxOf } from '../../src/seal/mailbox.ts';
import { photoContent, reportContent, STANCES } from '../../src/seal/report.ts';
import { chance, noise, type Chance } from '../chance.ts';
import { Desk } from './desk.ts';

const DAY = 20_779;
const NOON = (DAY + 0.5) * 86_400_000;
const desk = new Desk();
const today = desk.bundle(DAY, { lanes: 3, workBits: 0 });
const mailbox = mailboxOf(new Uint8Array(16));

/** Words of any length the form takes; of each thousand, as many photos as a test can wait for. */
function content(number: number, draw: Chance): Uint8Array {
  const photo = number % 1000 < 2 ? 4 : number % 1000 < 4 ? 3 : number % 1000 < 10 ? 2 : number % 1000 < 40 ? 1 : 0;
  if (photo > 0) return photoContent(new Uint8Array(SIZES[photo - 1]!.capacity + draw(SIZES[photo]!.capacity - SIZES[photo - 1]!.capacity - 60)));
  const hour = NOON - 3_600_000 * draw(12);
  return reportContent({
    kind: 'explosion',
    stance: STANCES[draw(STANCES.length)]!,
    place: draw(4) === 0 ? null : { latitude: draw(180) - 90, longitude: draw(360) - 180, uncertaintyMetres: 1 + draw(20_000), name: 'x'.repeat(draw(60)) },
    when: { earliest: new Date(hour), latest: new Date(hour + 60_000 * draw(600)) },
    text: (draw(2) === 0 ? 'ж' : 'a').repeat(draw(3_000)),
    figures: draw(2) === 0 ? [] : [{ name: 'vehicles', value: draw(1_000) }],
    photos: Array.from({ length: draw(5) }, () => 'ab'.repeat(32)),
    mailbox,
  });
}

test('a_thousand_random_reports_have_five_sizes_on_the_wire_and_paths_of_one_length', async () => {
  const draw = chance(1130);
  const bodies = new Map<number, number>();
  const paths = new Set<number>();
  const world: World = {
    get: async (path) => (path === 'bundle/2026-11-22.bin' ? { status: 200, bytes: today } : { status: 404, bytes: new Uint8Array() }),
    post: async (path, body) => {
      bodies.set(body.length, (bodies.get(body.length) ?? 0) + 1);
      paths.add(path.length);
      return 204;
    },
    now: () => NOON,
    sleep: () => ({ done: Promise.resolve(), wake: () => {} }),
    random: () => 0.5,
  };
  for (let number = 0; number < 1_000; number++) await new Sending(content(number, draw), desk.root, world, () => {}).run();
  assert.deepEqual([...bodies.keys()].sort((a, b) => a - b), SIZES.map(({ outer }) => outer));
  assert.equal([...bodies.values()].reduce((sum, count) => sum + count), 1_000);
  assert.equal(paths.size, 1);
});

const HEADER = 1_627;
const PRIME = 2n ** 255n - 19n;

/** The same rules that hold for the hub's dummies (TellingApartTest): where both hold them, none of these tells one from the other. */
test('what_the_page_seals_has_the_shape_the_shares_and_the_numbers_that_dummies_have', async () => {
  const bundle = verifyBundle(today, desk.root, NOON);
  const counts = new Array<number>(1024).fill(0);
  for (let i = 0; i < 200; i++) {
    const file = Buffer.from(await seal(ascii('words'), bundle));
    const lines = file.subarray(0, HEADER).toString('latin1').split('\n');
    assert.deepEqual(lines.map(({ length }) => length), [21, 1_512, 43, 47, 0]);
    const [encapsulation] = [lines[1]!.slice(18), lines[2]!, lines[3]!.slice(4)].map((text) => {
      const bytes = Buffer.from(text, 'base64');
      assert.equal(bytes.toString('base64').replace(/=+$/, ''), text, 'canonical');
      return bytes;
    });
    assert.ok(onCurve(encapsulation!.subarray(1_088)));
    for (const number of tenBits(encapsulation!)) counts[number]!++;
  }
  // 1,023 degrees of freedom: a mean of 1,023, a deviation of 45. Random bytes in their place would give 2,600 more.
  assert.ok(chiSquare(counts) < 1_023 + 6 * 45, String(chiSquare(counts)));
});

test('random_bytes_have_neither_such_shares_nor_such_numbers', () => {
  const draw = chance(7);
  const shares = Array.from({ length: 100 }, () => onCurve(noise(32, draw)));
  assert.ok(shares.filter((one) => one).length < 50, 'a highest bit of zero, and one of the two curves');
  const counts = new Array<number>(1024).fill(0);
  for (let i = 0; i < 200; i++) for (const number of tenBits(noise(1_088, draw))) counts[number]!++;
  assert.ok(chiSquare(counts) > 2_000, String(chiSquare(counts)));
});

/** Whether 32 bytes are the u of a point on the curve, below the prime. */
function onCurve(share: Uint8Array): boolean {
  const u = share.reduceRight((sum, byte) => sum * 256n + BigInt(byte), 0n);
  if (u >= PRIME) return false;
  let power = 1n;
  let square = (u * u * u + 486_662n * u * u + u) % PRIME;
  for (let exponent = (PRIME - 1n) / 2n; exponent > 0n; exponent >>= 1n) {
    if (exponent & 1n) power = (power * square) % PRIME;
    square = (square * square) % PRIME;
  }
  return power === 1n;
}

/** The 768 numbers of ten bits that ML-KEM-768's ciphertext begins with. */
function tenBits(ciphertext: Uint8Array): number[] {
  return Array.from({ length: 768 }, (_, index) => {
    const at = 10 * index;
    const word = ciphertext[at >> 3]! | (ciphertext[(at >> 3) + 1]! << 8);
    return (word >> (at & 7)) & 1023;
  });
}

/** Against what compression of numbers below 3,329 gives: three or four of them to each. */
function chiSquare(counts: readonly number[]): number {
  const weights = new Array<number>(1024).fill(0);
  for (let y = 0; y < 3_329; y++) weights[Math.round((1_024 * y) / 3_329) % 1_024]!++;
  const total = counts.reduce((sum, count) => sum + count);
  return counts.reduce((sum, count, number) => {
    const expected = (total * weights[number]!) / 3_329;
    return sum + (count - expected) ** 2 / expected;
  }, 0);
}
