// What is shipped, by esbuild's own account of it. Needs `node build.mjs` before.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { Words } from '../src/form/words.ts';
import { BUNDLE_BYTES } from '../src/seal/bundle.ts';
import { Desk } from './seal/desk.ts';
import { frontPage } from './page/front.ts';

interface Metafile {
  readonly outputs: Record<string, { readonly inputs: Record<string, { readonly bytesInOutput: number }>; readonly imports: { path: string }[] }>;
}

const OUT = 'target/classes/watchword/web/board';
const { outputs } = JSON.parse(readFileSync('target/metafile.json', 'utf8')) as Metafile;
const FRONT_PAGE_LIMIT = 75_000;

const inputsOf = (file: string) =>
  Object.entries(outputs[`${OUT}/${file}`]!.inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([name]) => name);

test('the_sender_s_script_holds_age_encryption_noble_scure_and_ours_only', () => {
  const foreign = inputsOf('tell.js').filter((name) => !/^(src\/(form|photo|seal)\/|node_modules\/(age-encryption|@noble\/\w[\w-]*|@scure\/base)\/)/.test(name));
  assert.deepEqual(foreign, []);
  assert.deepEqual(outputs[`${OUT}/tell.js`]!.imports, []);
});

test('the_sender_s_script_carries_no_passphrases_and_no_nist_curves', () => {
  assert.deepEqual(inputsOf('tell.js').filter((name) => /scrypt|pbkdf2|weierstrass|nist|webauthn|armor/.test(name)), []);
});

test('the_map_is_a_file_of_its_own_with_its_worker_beside_it', () => {
  assert.ok(inputsOf('map.js').some((name) => name.includes('maplibre-gl')));
  assert.ok(!inputsOf('board.js').some((name) => name.includes('node_modules')));
  assert.ok(readFileSync(path.join(OUT, 'maplibre-gl-worker.mjs')).length > 0);
});

test('no_shipped_script_turns_a_string_into_code_or_markup', () => {
  for (const file of ['tell.js', 'board.js']) {
    assert.doesNotMatch(readFileSync(path.join(OUT, file), 'utf8'), /\beval\(|new Function|innerHTML|outerHTML|document\.write|localStorage|sessionStorage|indexedDB|geolocation|\.cookie/);
  }
});

test('the_front_page_with_form_script_style_and_bundle_stays_under_75_KB_compressed', (context) => {
  const desk = new Desk();
  const parts = {
    page: Buffer.from(frontPage(desk.root, 'be')),
    'tell.js': readFileSync(path.join(OUT, 'tell.js')),
    'words-be.json': readFileSync(path.join(OUT, 'words-be.json')),
    'board.js': readFileSync(path.join(OUT, 'board.js')),
    'board.css': readFileSync(path.join(OUT, 'board.css')),
    bundle: desk.bundle(20_779),
  };
  assert.equal(parts.bundle.length, BUNDLE_BYTES);
  const sizes = Object.entries(parts).map(([name, bytes]) => [name, gzipSync(bytes, { level: 9 }).length] as const);
  const total = sizes.reduce((sum, [, size]) => sum + size, 0);
  context.diagnostic(`${sizes.map(([name, size]) => `${name} ${size}`).join(', ')}; together ${total}`);
  assert.ok(total <= FRONT_PAGE_LIMIT, `${total} bytes`);
});

test('the_page_of_a_closed_desk_says_so_in_every_language_without_script', () => {
  const page = readFileSync('target/classes/watchword/web/data/closed.html', 'utf8');
  const languages = readdirSync('src/form/words').map((file) => file.slice(0, -'.json'.length));
  for (const language of languages) {
    const { dir, closed, closedText } = JSON.parse(readFileSync(`src/form/words/${language}.json`, 'utf8')) as Words;
    assert.ok(page.includes(`<section lang="${language}" dir="${dir}"><h1>${closed}</h1><p>${closedText}</p></section>`), language);
  }
  assert.equal(page.split('{sheet}').length, 2);
  assert.doesNotMatch(page, /<script|https?:/);
});
