// Pictures of every screen of both doors, of the map and of a bulletin, for eyes: `node build.mjs --look`, then target/look/.
import { mkdir } from 'node:fs/promises';
import { launch } from './chromium.ts';
import { TestHub } from './hub.ts';
import { COUNTRY, NOW } from './lorne.ts';
import { everyScreen } from './walk.ts';

const LOOKS = [
  { name: '360-en', language: 'en', width: 360, height: 740, dark: false },
  { name: '1280-en', language: 'en', width: 1280, height: 800, dark: false },
  { name: '360-be-dark', language: 'be', width: 360, height: 740, dark: true },
  { name: '320-lt', language: 'lt', width: 320, height: 640, dark: false },
  { name: '360-ar', language: 'ar', width: 360, height: 740, dark: false },
];

const browser = await launch('--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader');
await mkdir('target/look', { recursive: true });
for (const { name, language, width, height, dark } of LOOKS) {
  // Each has a hub of its own: the last screen is that of a closed desk.
  const hub = new TestHub();
  hub.files.set('/now.geojson', NOW);
  hub.files.set('/country.geojson', COUNTRY);
  const address = await hub.start();
  const page = await browser.newPage({ viewport: { width, height }, colorScheme: dark ? 'dark' : 'light' });
  page.on('console', (message) => console.log(name, message.text()));
  page.on('pageerror', (error) => console.log(name, error.message));
  await page.goto(address + language);
  let shot = 0;
  const look = async (screen: string) => {
    await page.screenshot({ path: `target/look/${name}-${String(shot++).padStart(2, '0')}-${screen.replaceAll(' ', '-')}.png`, fullPage: true });
  };
  await look('front page');
  await page.click('#map-open');
  await page.waitForTimeout(3000);
  await look('map');
  await everyScreen(page, hub, look);
  await page.goto(`${address}b`);
  await look('bulletin');
  await page.close();
  hub.stop();
}
await browser.close();
