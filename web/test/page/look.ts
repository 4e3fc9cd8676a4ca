// Pictures of every screen, for eyes: `node build.mjs --look`, then target/look/.
import { mkdir } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { launch } from './chromium.ts';
import { TestHub } from './hub.ts';
import { COUNTRY, NOW } from './lorne.ts';

const LOOKS = [
  { name: '360-en', language: 'en', width: 360, height: 740, dark: false },
  { name: '1280-en', language: 'en', width: 1280, height: 800, dark: false },
  { name: '360-be-dark', language: 'be', width: 360, height: 740, dark: true },
  { name: '320-lt', language: 'lt', width: 320, height: 640, dark: false },
  { name: '360-ar', language: 'ar', width: 360, height: 740, dark: false },
];

const hub = new TestHub();
hub.files.set('/now.geojson', NOW);
hub.files.set('/country.geojson', COUNTRY);
const address = await hub.start();
const browser = await launch('--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader');
await mkdir('target/look', { recursive: true });
for (const { name, language, width, height, dark } of LOOKS) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme: dark ? 'dark' : 'light' });
  page.on('console', (message) => console.log(name, message.text()));
  page.on('pageerror', (error) => console.log(name, error.message));
  await page.goto(address + language);
  let shot = 0;
  const look = () => page.screenshot({ path: `target/look/${name}-${shot++}.png`, fullPage: true });
  await look();
  await page.click('#map-open');
  await page.waitForTimeout(3000);
  await look();
  await walk(page, look);
  await page.goto(`${address}b`);
  await look();
  await page.close();
}
await browser.close();
hub.stop();

/** Two photos and a refused file; one is covered. */
async function photos(page: Page, look: () => Promise<unknown>): Promise<void> {
  await look();
  const drawn = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 640;
    canvas.height = 400;
    const context = canvas.getContext('2d')!;
    for (const [colour, x, y, width, height] of [['#8fa8c0', 0, 0, 640, 200], ['#6d7a52', 0, 200, 640, 200], ['#3a4030', 120, 170, 150, 70], ['#e8e8e8', 140, 215, 60, 16]] as const) {
      context.fillStyle = colour;
      context.fillRect(x, y, width, height);
    }
    return canvas.toDataURL('image/jpeg', 0.9);
  });
  const photo = { mimeType: '', name: 'x', buffer: Buffer.from(drawn.slice(drawn.indexOf(',') + 1), 'base64') };
  const chosen = page.waitForEvent('filechooser');
  await page.click('.photos .secondary');
  await (await chosen).setFiles([photo, { ...photo, buffer: Buffer.from('\0\0\0\x18ftypheic\0\0\0\0', 'latin1') }]);
  await page.waitForSelector('figcaption');
  await look();
  await page.click('.photos .choice >> nth=0');
  const area = (await page.locator('.cover').boundingBox())!;
  await page.mouse.move(area.x + area.width * 0.2, area.y + area.height * 0.5);
  await page.mouse.down();
  await page.mouse.move(area.x + area.width * 0.35, area.y + area.height * 0.6);
  await page.mouse.up();
  await page.focus('.cover');
  await page.keyboard.press('ArrowDown');
  await look();
  await page.click('.photos .primary');
  await page.waitForSelector('figcaption');
  await look();
}

async function walk(page: Page, look: () => Promise<unknown>): Promise<void> {
  await page.click('#tell-open');
  await look();
  await page.click('.tile >> nth=9');
  await look();
  await page.click('.choice >> nth=0');
  await look();
  await page.fill('#tell-place', 'da');
  await look();
  await page.click('.choice >> nth=0');
  await look();
  await page.click('.choice >> nth=1');
  await look();
  await page.click('.choice >> nth=0');
  await look();
  await page.click('.choice >> nth=0');
  await page.fill('#tell-text', 'Twelve lorries, going slowly.\nNo lights.');
  await look();
  await page.click('.primary');
  await photos(page, look);
  await page.click('.primary');
  await look();
  hub.answers = [204, 503];
  await page.click('.primary');
  await page.waitForSelector('.secondary');
  await look();
  await page.click('.secondary');
  await page.waitForFunction(() => document.querySelector('#tell h2') !== null && document.querySelector('.secondary') === null);
  await page.waitForTimeout(500);
  await look();
}
