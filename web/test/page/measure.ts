// How long sealing takes in the page, with and without JIT: `node build.mjs --measure`. Not a test: a machine's load decides.
import { build } from 'esbuild';
import { loadavg } from 'node:os';
import { SIZES } from '../../src/seal/envelope.ts';
import { Desk } from '../seal/desk.ts';
import { launch } from './chromium.ts';
import { TestHub } from './hub.ts';

const ROUNDS = 7;
const { outputFiles } = await build({
  stdin: {
    contents: `import { parseBundle } from './src/seal/bundle.ts'; import { seal } from './src/seal/envelope.ts';
      import { workProof } from './src/seal/work.ts'; Object.assign(globalThis, { parseBundle, seal, workProof });`,
    resolveDir: '.', loader: 'ts',
  },
  bundle: true, format: 'esm', minify: true, target: 'es2022', write: false,
});
const hub = new TestHub();
hub.files.set('/measure.js', outputFiles[0]!.text);
hub.files.set('/desk.bin', new Desk().bundle(20_779));
const address = await hub.start();

for (const [name, flags] of [['with JIT', []], ['without JIT', ['--js-flags=--jitless']]] as const) {
  const browser = await launch(...flags);
  const page = await browser.newPage();
  await page.goto(address);
  for (const size of [SIZES[0], SIZES[1], SIZES[2]]) {
    const millis = await page.evaluate(async ([script, bundle, length, rounds]) => {
      await import(script as string);
      const { parseBundle, seal } = globalThis as unknown as { parseBundle(b: Uint8Array): unknown; seal(c: Uint8Array, b: unknown): Promise<Uint8Array> };
      const keys = parseBundle(new Uint8Array(await (await fetch(bundle as string)).arrayBuffer()));
      const content = new Uint8Array(length as number).fill(7);
      const times: number[] = [];
      for (let round = 0; round < (rounds as number); round++) {
        const begun = performance.now();
        await seal(content, keys);
        times.push(performance.now() - begun);
      }
      return times;
    }, ['/measure.js', '/desk.bin', size.capacity, ROUNDS] as const);
    const sorted = [...millis].sort((a, b) => a - b);
    console.log(`${name}, ${size.outer} bytes: first ${Math.round(millis[0]!)} ms, median ${Math.round(sorted[ROUNDS >> 1]!)} ms, least ${Math.round(sorted[0]!)} ms; load ${loadavg()[0]!.toFixed(1)}`);
  }
  await browser.close();
}
hub.stop();
