// Runs spec/vectors, which the Java side runs too.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { MLKEM768X25519 } from '@noble/post-quantum/hybrid.js';
import { base64urlnopad } from '@scure/base';
import bundleVectors from '../../spec/vectors/bundle.json';
import reportVectors from '../../spec/vectors/report.json';
import sealedVectors from '../../spec/vectors/sealed-report.json';
import sendingVectors from '../../spec/vectors/sending.json';
import stopVectors from '../../spec/vectors/stop-sheet.json';
import { bundlePath, BundleRefused, COURIER_DAYS, destroyedAt, fingerprint, verifyBundle, type Root } from '../src/seal/bundle.ts';
import { recipient, SIZES } from '../src/seal/envelope.ts';
import { mailboxOf } from '../src/seal/mailbox.ts';
import { FormatError } from '../src/seal/bytes.ts';
import { photoContent, photoHash, reportContent, type Report } from '../src/seal/report.ts';
import { closes, parseStop } from '../src/seal/stop.ts';
import { hourOf, proves } from '../src/seal/work.ts';
import { decrypt, open } from './seal/desk.ts';

const hex = (text: string) => new Uint8Array(Buffer.from(text, 'hex'));
const base64 = (text: string) => new Uint8Array(Buffer.from(text, 'base64'));
const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** An invalid file is given whole, or as one byte set in a valid one. */
function changed(vector: { file?: string; at?: number; set?: number }, valid: Uint8Array): Uint8Array {
  if (vector.file !== undefined) return base64(vector.file);
  const file = valid.slice();
  file[vector.at!] = vector.set!;
  return file;
}

const gateSeed = hex(sealedVectors.keys.gate.seed);
const laneSeeds = Array.from({ length: 8 }, () => hex(sealedVectors.keys.lane.seed));

test('keys_are_what_their_seeds_give', () => {
  for (const key of Object.values(sealedVectors.keys)) {
    const publicKey = MLKEM768X25519.getPublicKey(hex(key.seed));
    assert.equal(sha(publicKey), key.publicKeySha256);
    assert.equal(recipient(publicKey), key.recipient);
  }
});

test('sizes_hold_what_the_specification_says', () => {
  assert.deepEqual(SIZES, sealedVectors.sizes.map(({ bytes, capacity }) => ({ outer: bytes, capacity })));
});

test('valid_files_open_whoever_made_them', async () => {
  for (const vector of sealedVectors.valid) {
    const opened = await open(base64(vector.file), gateSeed, laneSeeds);
    assert.equal(opened.lane, vector.lane, vector.name);
    assert.deepEqual(opened.content, base64(vector.content), vector.name);
  }
});

test('files_for_another_key_do_not_open', async () => {
  for (const vector of sealedVectors.notForTheGate) {
    await assert.rejects(decrypt(base64(vector.file), gateSeed, 1), /no identity matched/, vector.name);
  }
});

test('invalid_files_are_refused', async () => {
  const valid = base64(sealedVectors.valid[0]!.file);
  for (const vector of sealedVectors.invalid) {
    const file = changed(vector, valid);
    await assert.rejects(open(file, gateSeed, laneSeeds), vector.name);
    if (vector.layer === 'inner') await decrypt(file, gateSeed, 1);
  }
});

const rootBytes = base64(bundleVectors.root.public);
const root: Root = { ed25519: rootBytes.slice(0, 32), mldsa44: rootBytes.slice(32) };
const bundleFile = base64(bundleVectors.file);

test('the_bundle_says_what_the_vector_says', () => {
  const { says } = bundleVectors;
  const bundle = verifyBundle(bundleFile, root, Date.parse('2026-11-22T10:00Z'));
  assert.equal(bundle.epochDay, says.epochDay);
  assert.equal(bundlePath(bundle.epochDay), `bundle/${says.date}.bin`);
  assert.equal(bundle.days, says.days);
  assert.equal(bundle.workBits, says.workBits);
  assert.equal(Buffer.from(bundle.boardKey).toString('hex'), says.boardKey);
  assert.equal(Buffer.from(bundle.boardKeyId).toString('hex'), says.boardKeyId);
  assert.equal(Buffer.from(bundle.journalCommitment).toString('hex'), says.journalHead);
  assert.equal(sha(bundle.gateKey), says.gateSha256);
  assert.deepEqual(bundle.laneKeys.map(sha), says.lanesSha256.slice(0, says.lanes));
  assert.equal(sha(bundle.secondKey), says.secondSha256);
  assert.deepEqual(fingerprint(root), bundleVectors.root.fingerprint);
});

test('a_bundle_holds_at_the_times_the_vector_says', () => {
  for (const { now, result } of bundleVectors.checks) {
    const check = () => verifyBundle(bundleFile, root, Date.parse(now));
    if (result === 'valid') check();
    else assert.throws(check, (error) => error instanceof BundleRefused && error.reason === 'date', now);
  }
});

test('the_courier_bundle_holds_at_the_times_the_vector_says_and_its_keys_end_when_it_says', () => {
  const { file, days, destroyAt, checks } = bundleVectors.courier;
  for (const { now, result } of checks) {
    const check = () => verifyBundle(base64(file), root, Date.parse(now), COURIER_DAYS);
    if (result === 'valid') assert.equal(destroyedAt(check()), Date.parse(destroyAt));
    else assert.throws(check, (error) => error instanceof BundleRefused && error.reason === 'date', now);
  }
  assert.equal(days, COURIER_DAYS);
});

test('changed_bundles_are_refused_for_their_layout_or_as_forged', () => {
  for (const vector of bundleVectors.changes) {
    const reason = vector.result === 'forged' ? 'signature' : 'format';
    assert.throws(() => verifyBundle(changed(vector, bundleFile), root, Date.parse('2026-11-22T00:00Z')),
      (error) => error instanceof BundleRefused && error.reason === reason, vector.name);
  }
});

test('proofs_and_mailboxes_hold', () => {
  for (const { fileSha256, now, nonce, bits } of sendingVectors.proofs) {
    assert.ok(proves(hex(fileSha256), hourOf(Date.parse(now)), nonce, bits));
  }
  for (const { secret, seed, publicKeySha256, tag } of sendingVectors.mailboxes) {
    const mailbox = mailboxOf(hex(secret));
    assert.deepEqual(new Uint8Array(mailbox.seed), hex(seed));
    assert.equal(sha(mailbox.publicKey), publicKeySha256);
    assert.deepEqual(new Uint8Array(mailbox.tag), hex(tag));
  }
});

interface ReportVector {
  readonly name: string;
  readonly refusal?: string;
  readonly replace?: string[];
  readonly contentBase64?: string;
}

function contentOf({ replace, contentBase64 }: ReportVector): Uint8Array {
  if (contentBase64 !== undefined) return base64(contentBase64);
  const [from, to] = replace ?? ['', ''];
  return new TextEncoder().encode(reportVectors.base.replace(from!, () => to!));
}

/** Writes again what a content says; throws where it says nothing that could be written. */
function rewritten(content: Uint8Array): Uint8Array {
  const json = JSON.parse(Buffer.from(content).toString('utf8').split('\n').slice(1).join('\n'));
  const report = {
    ...json,
    when: { earliest: new Date(json.when.earliest), latest: new Date(json.when.latest) },
    mailbox: { publicKey: base64urlnopad.decode(json.mailbox.key), tag: hex(json.mailbox.tag) },
  } as Report;
  return reportContent(report);
}

test('valid_reports_are_written_as_the_vectors_have_them', () => {
  const base = new TextEncoder().encode(reportVectors.base);
  for (const vector of reportVectors.valid as ReportVector[]) {
    // Readers take trailing zeros; the page writes none.
    const expected = vector.name === 'trailing zeros' ? base : contentOf(vector);
    assert.deepEqual(new Uint8Array(rewritten(contentOf(vector))), new Uint8Array(expected), vector.name);
  }
});

test('no_invalid_report_is_ever_written', () => {
  for (const vector of reportVectors.invalid as ReportVector[]) {
    // The page offers the kinds that the board gives it, and has no list of its own.
    if (vector.refusal === 'kind') continue;
    const invalid = Buffer.from(contentOf(vector));
    const written = (() => {
      try {
        return rewritten(invalid);
      } catch {
        return null; // It says nothing that could be written, or the writer refused it.
      }
    })();
    assert.ok(written === null || !invalid.equals(written), vector.name);
  }
});

test('photos_are_named_by_the_hash_of_their_content', () => {
  for (const { contentBase64, sha256 } of reportVectors.photos.valid) {
    const content = base64(contentBase64);
    assert.equal(photoHash(content), sha256);
    assert.deepEqual(new Uint8Array(photoContent(content.subarray(50), () => content.slice(18, 50))), content);
  }
});

const stopRoot: Root = { ed25519: base64(stopVectors.root.public).slice(0, 32), mldsa44: base64(stopVectors.root.public).slice(32) };

function stopText({ text, replace }: { text?: string; replace?: string[] }): Uint8Array {
  const [from, to] = replace ?? ['', ''];
  return new TextEncoder().encode(text ?? stopVectors.sheet.replace(from!, () => to!));
}

test('a_stop_sheet_closes_whatever_hands_and_scanners_added', () => {
  for (const vector of stopVectors.valid) assert.ok(closes(stopText(vector), stopRoot), vector.name);
});

test('a_stop_sheet_that_the_root_did_not_sign_so_closes_nothing', () => {
  for (const vector of stopVectors.invalid) {
    assert.ok(!closes(stopText(vector), stopRoot), vector.name);
    if (vector.refusal === 'signature') parseStop(stopText(vector));
    else assert.throws(() => parseStop(stopText(vector)), FormatError, vector.name);
  }
});
