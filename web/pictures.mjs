// Makes the pictures in ../docs/images from a running demo: `node pictures.mjs`, after a build, with the system's Chromium.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((place) => existsSync(place));

/** Ten minutes of the evening a second: the first two hours, when most is told, pass while one waits. */
const SPEED = '600';

/** What a picture should have on it before it is taken. */
const BULLETINS = 4;
const REPORTS = 2;
const PATIENCE_MS = 300_000;

const SCREENS = [
  { suffix: '', width: 1280, height: 900 },
  { suffix: '-360', width: 360, height: 740 },
];

if (CHROMIUM === undefined) throw new Error('no Chromium here: install the Debian package chromium');
const demo = spawn(path.join(root, 'watchword'), ['demo', '--port', '0', '--speed', SPEED, '--json'], { stdio: ['ignore', 'pipe', 'inherit'] });
const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'] });
try {
  const { board, console: desk, members } = JSON.parse(await firstLine(demo.stdout));
  await until(board, (page) => page.locator('.bulletins li').count(), BULLETINS);
  for (const { suffix, width, height } of SCREENS) {
    await picture(`board${suffix}`, board, width, height, seesBoard);
    await picture(`console${suffix}`, desk, width, height, (page) => seesIncident(page, desk, members));
  }
} finally {
  await browser.close();
  demo.kill('SIGINT');
}

async function firstLine(stream) {
  for await (const line of createInterface({ input: stream })) return line;
  throw new Error('the demo ended before it said where it is');
}

/** Loads a page again and again until there is so much on it. */
async function until(address, count, least) {
  const page = await browser.newPage();
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    await page.goto(address);
    if (await count(page) >= least) break;
    if (Date.now() > end) throw new Error('the evening brings too little to take a picture of');
    await page.waitForTimeout(2_000);
  }
  await page.close();
}

async function picture(name, address, width, height, look) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: 'light', locale: 'en-GB', timezoneId: 'UTC' });
  const page = await context.newPage();
  await page.goto(address);
  await look(page);
  await page.screenshot({ path: path.join(root, 'docs/images', `${name}.png`) });
  await context.close();
}

async function seesBoard(page) {
  if ((page.viewportSize()?.width ?? 0) > 1_000) {
    await page.click('#map-open');
    await page.waitForTimeout(4_000);
  }
}

/** The first incident that several told of, as the first member of the demo. */
async function seesIncident(page, address, members) {
  const [member, passphrase] = Object.entries(members)[0];
  await page.fill('input[name=member]', member);
  await page.fill('input[name=passphrase]', passphrase);
  await page.click('button.primary');
  await page.waitForSelector('#queue a');
  const several = page.locator('#queue a').filter({ hasText: new RegExp(`([${REPORTS}-9]|[0-9]{2}) reports`) });
  const end = Date.now() + PATIENCE_MS;
  while (await several.count() === 0) {
    if (Date.now() > end) throw new Error('the queue holds nothing that several told of');
    await page.waitForTimeout(2_000);
    await page.goto(address);
  }
  await several.first().click();
  await page.waitForSelector('svg.timeline');
}
