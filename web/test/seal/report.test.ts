import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { FormatError, random } from '../../src/seal/bytes.ts';
import { SIZES } from '../../src/seal/envelope.ts';
import { mailboxOf } from '../../src/seal/mailbox.ts';
import { photoContent, photoHash, reportContent, type Report } from '../../src/seal/report.ts';

const mailbox = mailboxOf(new Uint8Array(16));

const report: Report = {
  kind: 'explosion',
  stance: 'sighting',
  place: { latitude: 54.123454, longitude: -33.1, uncertaintyMetres: 500, name: 'Dal' },
  when: { earliest: new Date('2026-11-22T10:00Z'), latest: new Date('2026-11-22T11:00Z') },
  text: 'two bangs, "loud"\nthen smoke',
  figures: [{ name: 'vehicles', value: 12 }],
  photos: ['ab'.repeat(32)],
  mailbox,
};

test('a_report_has_one_spelling', () => {
  const text = Buffer.from(reportContent(report)).toString('utf8');
  const key = Buffer.from(mailbox.publicKey).toString('base64url');
  const tag = Buffer.from(mailbox.tag).toString('hex');
  assert.equal(text, 'watchword.report/1\n{"kind":"explosion","stance":"sighting",'
    + '"place":{"latitude":54.12345,"longitude":-33.1,"uncertaintyMetres":500,"name":"Dal"},'
    + '"when":{"earliest":"2026-11-22T10:00Z","latest":"2026-11-22T11:00Z"},'
    + '"text":"two bangs, \\"loud\\"\\nthen smoke","figures":[{"name":"vehicles","value":12}],'
    + `"photos":["${'ab'.repeat(32)}"],"mailbox":{"key":"${key}","tag":"${tag}"}}`);
});

test('a_report_without_a_place_says_null_and_minus_zero_is_zero', () => {
  const json = (place: Report['place']) =>
    JSON.parse(Buffer.from(reportContent({ ...report, place })).toString('utf8').split('\n')[1] as string);
  assert.equal(json(null).place, null);
  const written = Buffer.from(reportContent({ ...report, place: { ...report.place!, latitude: -0.000004 } })).toString();
  assert.match(written, /"latitude":0,/);
  const small = Buffer.from(reportContent({ ...report, place: { ...report.place!, latitude: 0.00001 } })).toString();
  assert.match(small, /"latitude":0\.00001,/);
});

test('text_is_sent_in_composed_form', () => {
  const written = Buffer.from(reportContent({ ...report, text: 'e\u0301' })).toString('utf8');
  assert.ok(written.includes('"text":"\u00e9"'));
});

test('what_a_reader_would_refuse_is_not_written', () => {
  const place = report.place!;
  const bad: Partial<Report>[] = [
    { kind: 'Not An Id' },
    { place: { ...place, latitude: 90.1 } },
    { place: { ...place, longitude: NaN } },
    { place: { ...place, uncertaintyMetres: 0 } },
    { place: { ...place, uncertaintyMetres: 1.5 } },
    { when: { earliest: report.when.latest, latest: report.when.earliest } },
    { when: { ...report.when, latest: new Date('2026-11-22T11:00:01Z') } },
    { text: 'я'.repeat(3001) },
    { text: '\ud800' },
    { figures: [{ name: 'vehicles', value: 1_000_001 }] },
    { figures: Array.from({ length: 9 }, () => ({ name: 'vehicles', value: 1 })) },
    { photos: ['AB'.repeat(32)] },
    { photos: Array.from({ length: 5 }, () => 'ab'.repeat(32)) },
  ];
  for (const change of bad) {
    assert.throws(() => reportContent({ ...report, ...change }), FormatError, Object.keys(change).join());
  }
});

test('the_longest_plain_text_fits_the_small_size', () => {
  const content = reportContent({ ...report, text: 'я'.repeat(3000), photos: Array.from({ length: 4 }, () => 'cd'.repeat(32)) });
  assert.ok(content.length <= SIZES[0].capacity, String(content.length));
});

test('a_mailbox_comes_from_its_secret_alone', () => {
  const secret = random(16);
  assert.deepEqual(mailboxOf(secret), mailboxOf(secret.slice()));
  assert.notDeepEqual(mailboxOf(secret).tag, mailboxOf(random(16)).tag);
  assert.equal(mailboxOf(secret).publicKey.length, 1216);
  assert.equal(mailboxOf(secret).tag.length, 16);
});

test('a_photo_hash_says_nothing_about_the_picture', () => {
  const image = Uint8Array.of(0xff, 0xd8, 0xff, 0xd9);
  const content = photoContent(image);
  assert.equal(Buffer.from(content.subarray(0, 18)).toString(), 'watchword.photo/1\n');
  assert.deepEqual(content.slice(50), image);
  assert.equal(photoHash(content), createHash('sha256').update(content).digest('hex'));
  assert.notEqual(photoHash(content), photoHash(photoContent(image)));
});
