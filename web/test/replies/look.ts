// Pictures of every screen of both doors, for eyes: `node build.mjs --look`, then target/look/.
import { mkdir } from 'node:fs/promises';
import { launch } from '../page/chromium.ts';
import { TestHub } from '../page/hub.ts';
import { wordsOf } from '../../src/replies/secret.ts';
import { dropOf, secretOf } from './drops.ts';

const MINE = secretOf(7);
const LOOKS = [
  { name: 'doors-360-en', language: 'en', width: 360, height: 740, dark: false },
  { name: 'doors-1280-en', language: 'en', width: 1280, height: 800, dark: false },
  { name: 'doors-360-be-dark', language: 'be', width: 360, height: 740, dark: true },
  { name: 'doors-360-ar', language: 'ar', width: 360, height: 740, dark: false },
];

const hub = new TestHub();
hub.files.set('/bundle/drop.bin', await dropOf(hub.desk, {
  replies: [{ secret: MINE, text: 'Were there tracks on them, or wheels? And did they stop anywhere?' }], opened: [MINE],
}, Date.now()));
const address = await hub.start();
const browser = await launch();
await mkdir('target/look', { recursive: true });
for (const { name, language, width, height, dark } of LOOKS) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme: dark ? 'dark' : 'light' });
  page.on('pageerror', (error) => console.log(name, error.message));
  await page.goto(address + language);
  let shot = 0;
  const look = () => page.screenshot({ path: `target/look/${name}-${shot++}.png`, fullPage: true });
  await page.click('#tell-open');
  await look();
  await page.click('h2 + .plain');
  await page.waitForSelector('#tell-words');
  await page.fill('#tell-words', 'abandon ability');
  await page.click('.primary');
  await look();
  await page.fill('#tell-words', wordsOf(MINE).join(' '));
  await page.click('.primary');
  await page.waitForSelector('#tell .summary li');
  await look();
  for (const act of [0, 2, 3]) {
    await page.click(`.choice >> nth=${act}`);
    await look();
    await page.click('.tell-bar button >> nth=0');
  }
  await page.click('.tell-bar button >> nth=1');
  await page.click('#tell-open');
  await page.click('.tile >> nth=9');
  for (let answer = 0; answer < 4; answer++) await page.click('.choice >> nth=0');
  await page.click('.primary');
  await page.click('.primary'); // no photos
  await page.click('.primary');
  await page.click('#tell .plain >> nth=-1');
  await page.waitForSelector('#tell ol');
  await look();
  await page.close();
}
await browser.close();
hub.stop();
