// What is shipped, by esbuild's own account of it. Needs `node build.mjs` before.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
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

test('the_sender_s_scripts_hold_age_encryption_noble_scure_and_ours_only', () => {
  const foreign = (file: string) => inputsOf(file)
    .filter((name) => !/^(src\/(form|photo|seal|replies)\/|node_modules\/(age-encryption|@noble\/\w[\w-]*|@scure\/bip39)\/)/.test(name));
  assert.deepEqual(foreign('tell.js'), []);
  assert.deepEqual(foreign('replies.js'), []);
  assert.deepEqual(foreign('tongues.js'), []);
  assert.deepEqual(outputs[`${OUT}/tell.js`]!.imports.map(({ path: name }) => name), ['./replies.js', './tongues.js']);
  assert.deepEqual(outputs[`${OUT}/replies.js`]!.imports, []);
});

test('what_reads_replies_is_no_part_of_what_every_reader_loads', () => {
  assert.deepEqual(inputsOf('tell.js').filter((name) => /replies\/|bip39/.test(name)), []);
});

test('the_sender_s_scripts_carry_no_passphrases_and_no_nist_curves', () => {
  for (const file of ['tell.js', 'replies.js']) {
    assert.deepEqual(inputsOf(file).filter((name) => /scrypt|pbkdf2|weierstrass|nist|webauthn|armor/.test(name)), []);
  }
});

test('the_map_is_a_file_of_its_own_with_its_worker_beside_it', () => {
  assert.ok(inputsOf('map.js').some((name) => name.includes('maplibre-gl')));
  assert.ok(!inputsOf('board.js').some((name) => name.includes('node_modules')));
  assert.ok(readFileSync(path.join(OUT, 'maplibre-gl-worker.mjs')).length > 0);
});

test('no_shipped_script_turns_a_string_into_code_or_markup', () => {
  for (const file of ['tell.js', 'replies.js', 'tongues.js', 'board.js']) {
    assert.doesNotMatch(readFileSync(path.join(OUT, file), 'utf8'), /\beval\(|new Function|innerHTML|outerHTML|document\.write|localStorage|sessionStorage|indexedDB|geolocation|\.cookie/);
  }
});

test('nothing_shipped_for_senders_and_readers_asks_for_webassembly_the_map_and_its_worker_included', () => {
  const scripts = readdirSync(OUT).filter((name) => /\.m?js$/.test(name));
  assert.deepEqual(scripts.sort(), ['board.js', 'map.js', 'maplibre-gl-worker.mjs', 'replies.js', 'tell.js', 'tongues.js']);
  const sealer = 'target/classes/watchword/web/data/sealer.html';
  for (const file of [...scripts.map((name) => path.join(OUT, name)), sealer]) {
    assert.doesNotMatch(readFileSync(file, 'utf8'), /WebAssembly|\.wasm|application\/wasm/i, file);
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

test('the_offline_sealer_holds_the_same_libraries_and_a_second_build_gives_the_same_bytes', () => {
  const { outputs: sealer } = JSON.parse(readFileSync('target/metafile-sealer.json', 'utf8')) as Metafile;
  const inputs = Object.values(sealer).flatMap(({ inputs }) => Object.entries(inputs)).filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([name]) => name);
  assert.ok(inputs.includes('src/sealer/sealer.ts'));
  assert.deepEqual(inputs.filter((name) => !/^(src\/|node_modules\/(age-encryption|@noble\/\w[\w-]*)\/)/.test(name)), []);
  const built = readFileSync('target/classes/watchword/web/data/sealer.html', 'utf8');
  const { status, stdout: again, stderr } = spawnSync(process.execPath, ['build.mjs', '--sealer'], { encoding: 'utf8', maxBuffer: 1 << 24 });
  assert.equal(status, 0, stderr);
  assert.ok(again === built, `two builds differ: ${built.length} and ${again.length} characters`);
  assert.equal(built.match(/\beval\(|new Function|innerHTML|outerHTML|document\.write|localStorage|sessionStorage|indexedDB|geolocation|fetch\(|XMLHttpRequest|sendBeacon/)?.[0], undefined);
});

test('a_name_that_no_test_has_is_no_run_that_passed', () => {
  const { status, stderr } = spawnSync(process.execPath, ['build.mjs', '--test', 'no-file-has-this-name'], { encoding: 'utf8' });
  assert.notEqual(status, 0);
  assert.match(stderr, /no test is in a file of that name/);
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
