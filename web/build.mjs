// Bundles what runs in a browser into jar resources; `--test` bundles the tests and runs them.
// The same sources and the same lock give the same bytes: no times, no absolute paths.
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { copyFile, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { wordlist } from '@scure/bip39/wordlists/english.js';

const here = path.dirname(fileURLToPath(import.meta.url));
const out = path.join(here, 'target/classes/watchword/web');
const modules = path.join(here, 'node_modules');

/** Third-party files that the console and the map serve as they are: folder, file, source. */
const COPIES = [
  ['board', 'maplibre-gl-worker.mjs', 'maplibre-gl/dist/maplibre-gl-worker.mjs'],
  ['board', 'maplibre-gl.css', 'maplibre-gl/dist/maplibre-gl.css'],
  ['console', 'htmx.min.js', 'htmx.org/dist/htmx.min.js'],
  ['console', 'sse.min.js', 'htmx-ext-sse/dist/sse.min.js'],
  ['console', 'pico.min.css', '@picocss/pico/css/pico.classless.min.css'],
  ['console', 'uPlot.iife.min.js', 'uplot/dist/uPlot.iife.min.js'],
  ['console', 'uPlot.min.css', 'uplot/dist/uPlot.min.css'],
  ['data', 'countries-50m.json', 'world-atlas/countries-50m.json'],
];

const common = {
  absWorkingDir: here,
  bundle: true,
  charset: 'utf8',
  format: 'esm',
  legalComments: 'none',
  logLevel: 'warning',
  target: 'es2022',
};

async function buildShipped() {
  await rm(out, { recursive: true, force: true });
  for (const folder of ['board', 'console', 'data']) await mkdir(path.join(out, folder), { recursive: true });
  const result = await build({
    ...common,
    entryPoints: ['src/form/tell.ts', 'src/board/board.ts', 'src/board/map.ts', 'src/board/board.css'],
    entryNames: '[name]',
    outdir: path.join(out, 'board'),
    // Loaded on a tap, as a file of its own.
    external: ['./map.js'],
    minify: true,
    metafile: true,
  });
  await writeFile(path.join(here, 'target/metafile.json'), JSON.stringify(result.metafile));
  for (const [folder, name, source] of COPIES) {
    await copyFile(path.join(modules, source), path.join(out, folder, name));
  }
  await writeFile(path.join(out, 'data/bip39-english.txt'), wordlist.join('\n') + '\n');
}

async function runTests() {
  await rm(path.join(here, 'target/test'), { recursive: true, force: true });
  const files = (await readdir(path.join(here, 'test'), { recursive: true })).filter((file) => file.endsWith('.test.ts'));
  await build({
    ...common,
    entryPoints: files.map((file) => path.join('test', file)),
    outbase: 'test',
    outdir: 'target/test',
    outExtension: { '.js': '.mjs' },
    packages: 'external',
    platform: 'node',
    sourcemap: true,
  });
  // Named one by one: what a folder or a pattern means here differs between Node 20 and 22.
  const built = files.map((file) => path.join('target/test', file.replace(/\.ts$/, '.mjs')));
  const run = spawnSync(process.execPath, ['--enable-source-maps', '--test', ...built], { cwd: here, stdio: 'inherit' });
  process.exitCode = run.status ?? 1;
}

await (process.argv.includes('--test') ? runTests() : buildShipped());
