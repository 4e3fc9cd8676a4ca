// How long a report takes from opening the form to the hub's 204, and how many taps: `node build.mjs --measure`. Not a test: a machine's load decides.
import { loadavg } from 'node:os';
import type { Page } from 'playwright-core';
import { epochDayOf } from '../../src/seal/bundle.ts';
import { NO_PROOF } from '../../src/seal/work.ts';
import { launch } from './chromium.ts';
import { TestHub } from './hub.ts';

const ROUNDS = 3;
const SETTINGS = [
  { name: 'with JIT', flags: [], cpu: 1, network: null },
  { name: 'without JIT', flags: ['--js-flags=--jitless'], cpu: 1, network: null },
  { name: 'a processor six times slower, 40 kbit/s down, 15 up, 800 ms', flags: [], cpu: 6, network: { offline: false, latency: 800, downloadThroughput: 5_000, uploadThroughput: 2_000 } },
  { name: 'without JIT on that network', flags: ['--js-flags=--jitless'], cpu: 1, network: { offline: false, latency: 800, downloadThroughput: 5_000, uploadThroughput: 2_000 } },
] as const;

for (const { name, flags, cpu, network } of SETTINGS) {
  const browser = await launch(...flags);
  for (let round = 0; round < ROUNDS; round++) {
    const hub = new TestHub(epochDayOf(Date.now()), 16);
    const address = await hub.start();
    const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
    page.setDefaultTimeout(300_000);
    const devices = await page.context().newCDPSession(page);
    if (network) await devices.send('Network.emulateNetworkConditions', network);
    await devices.send('Emulation.setCPUThrottlingRate', { rate: cpu });
    const begun = performance.now();
    await page.goto(address);
    await page.waitForLoadState('networkidle');
    const loaded = performance.now();
    const taps = await report(page);
    const asked = performance.now();
    await page.click('.primary');
    await page.waitForSelector('h2:text-is("On our server")');
    const done = performance.now();
    const seconds = (millis: number) => (millis / 1000).toFixed(1);
    console.log(`${name}: page ${seconds(loaded - begun)} s, ${taps + 1} taps ${seconds(asked - loaded)} s, from the last to 204 ${seconds(done - asked)} s, `
      + `from opening the form ${seconds(done - loaded)} s; ${hub.taken[0]!.path.endsWith(NO_PROOF) ? 'no proof' : '16 bits of work'}; load ${loadavg()[0]!.toFixed(1)}`);
    await page.close();
    hub.stop();
  }
  await browser.close();
}

/** Every question answered as shortly as can be, words typed; returns how many taps it took. */
async function report(page: Page): Promise<number> {
  let taps = 0;
  const tap = async (target: string) => {
    await page.click(target);
    taps++;
  };
  await tap('#tell-open');
  await tap('.tile:has-text("Military column")');
  await tap('.choice >> nth=0');
  await page.fill('#tell-place', 'dal');
  await tap('.near .choice >> nth=0');
  await tap('.choice >> nth=1');
  await tap('.choice >> nth=0');
  await tap('.choice >> nth=0');
  await page.fill('#tell-text', 'Twelve lorries, going slowly.');
  await tap('.primary');
  await tap('.primary');
  return taps;
}
