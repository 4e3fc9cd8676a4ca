// The offline sealer, opened from the disk as a sender opens it. Needs `node build.mjs` before.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { base64 } from '@scure/base';
import type { Browser, Page } from 'playwright-core';
import { epochDayOf } from '../../src/seal/bundle.ts';
import { Desk, open } from '../seal/desk.ts';
import { CHROMIUM, filesWith, launch, leftBy } from './chromium.ts';
import { pageData } from './front.ts';
import { assisted, questions } from './walk.ts';

const inChromium = { skip: CHROMIUM === undefined && 'no Chromium on this machine' };
const TEMPLATE = await readFile('target/classes/watchword/web/data/sealer.html', 'utf8');
const MARKER = 'kestrel-marker-7731';
const TODAY = epochDayOf(Date.now());
const desk = new Desk();
let folder: string;
let browser: Browser;

before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'watchword-sealer-'));
  if (CHROMIUM) browser = await launch();
});
after(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

function sealer({ day = TODAY - 3, days = 30, bundle = desk.bundle(day, { days, workBits: 0, lanes: 3 }), root = desk.root } = {}): string {
  const block = {
    format: 'watchword.sealer/1', desk: 'Watch of Lorne', words: ['harbor', 'violin', 'candle', 'orbit', 'meadow', 'salt'],
    languages: ['en', 'be'], bundle: base64.encode(bundle), page: JSON.parse(pageData(root, 'en')) as unknown,
  };
  return TEMPLATE.replace('{sealer}', () => JSON.stringify(block).replaceAll('<', '\\u003c'));
}

/** A page on the disk, which may complain of nothing and ask nobody for anything. */
async function withPage(html: string, work: (page: Page) => Promise<void>, width = 360): Promise<void> {
  const file = path.join(folder, 'sealer.html');
  await writeFile(file, html);
  const context = await browser.newContext({ viewport: { width, height: 740 }, acceptDownloads: true });
  const page = await context.newPage();
  const complaints: string[] = [];
  const asked: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => complaints.push(message.text()));
  page.on('request', (request) => asked.push(request.url()));
  try {
    await page.goto(pathToFileURL(file).href);
    await work(page);
    assert.deepEqual(complaints, []);
    assert.deepEqual(asked.filter((url) => url !== pathToFileURL(file).href && !url.startsWith('blob:')), []);
    assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]), [0, 0, '']);
  } finally {
    await context.close();
  }
}

async function fillIn(page: Page): Promise<void> {
  await page.click('#begin');
  await page.click('.tile:has-text("Military column")');
  await page.click('.choice:has-text("It is over")');
  await page.fill('#tell-place', 'dal');
  await page.click('.choice:text-is("Dal")');
  await page.click('.choice:has-text("Up to 5 km")');
  await page.click('.choice:has-text("In the last hour")');
  await page.click('.choice:has-text("I saw it")');
  await page.fill('#tell-text', MARKER);
  await page.click('.primary');
  assert.notEqual(await page.textContent('#tell h2'), 'Any photos?', 'a report carried by hand is one file');
}

async function saved(page: Page): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('a.save')]);
  assert.match(download.suggestedFilename(), /^[0-9a-f]{8}\.sealed$/);
  const file = path.join(folder, 'saved.sealed');
  await download.saveAs(file);
  return readFile(file);
}

const laneSeeds = desk.lanes.map((lane) => lane.seed);

test('a_file_sealed_from_the_disk_opens_at_the_desk_and_says_until_when_it_must_arrive', inChromium, () =>
  withPage(sealer(), async (page) => {
    const before = new Date((TODAY - 3 + 33) * 86_400_000);
    const said = `\u2066${before.getUTCDate()}.${before.getUTCMonth() + 1}.${before.getUTCFullYear()} 03:00 GMT+3\u2069`;
    assert.ok((await page.textContent('.start'))?.includes(`must reach the desk before ${said}`));
    assert.equal(await page.textContent('.fingerprint'), 'harbor violin candle orbit meadow salt');
    await fillIn(page);
    await page.click('.primary');
    await page.waitForSelector('h2:text-is("Sealed")');
    assert.ok((await page.textContent('#tell'))?.includes(`must reach the desk before ${said}`));
    const file = await saved(page);
    assert.equal(file.length, 16_384);
    assert.ok(!file.includes(MARKER));
    const { content } = await open(file, desk.gate.seed, laneSeeds);
    const report = JSON.parse(Buffer.from(content).toString('utf8').split('\n')[1] as string) as Record<string, unknown>;
    assert.equal(report['text'], MARKER);
    assert.equal(report['kind'], 'column');
  }));

test('three_lines_stand_before_sealing_two_texts_after_it_and_one_line_always', inChromium, () => withPage(sealer(), async (page) => {
  const always = 'We never write first. Anyone who offers help in our name is lying.';
  assert.equal(await page.textContent('.start > :last-child'), always);
  const screen = async (name: string) => {
    assert.equal(await page.textContent('#tell > :last-child'), always, name);
    assert.deepEqual(await assisted(page), [], name);
  };
  await questions(page, '#begin', screen, false);
  assert.deepEqual(await page.locator('#tell .lines p').allTextContents(), [
    'We keep nothing that names you. This page sends nothing. Whoever finds the file can tell that it is sealed, and perhaps to whom; what it says only the desk can read.',
    'If you are the only one who could have seen this, wait or do not send.',
    'Do not go closer for us.',
  ]);
  assert.ok(!await page.isVisible('#tell details p'), 'the rest is closed');
  await page.click('#tell .primary');
  await page.waitForSelector('a.save');
  await screen('sealed');
  const texts = await page.locator('#tell > p:not(.hint, :has(a))').allTextContents();
  assert.match(texts[0]!, /^It must reach the desk before .* Nobody has it yet\. Bring it to us by any way/);
  assert.deepEqual(texts.slice(1), ['When it is handed in, delete the file and this page. If there is a photo, delete it from the gallery and its bin.']);
}));

test('a_second_report_is_another_file_and_the_first_is_let_go', inChromium, () => withPage(sealer(), async (page) => {
  const files = new Set<string>();
  for (let report = 0; report < 2; report++) {
    await fillIn(page);
    await page.click('.primary');
    await page.waitForSelector('h2:text-is("Sealed")');
    assert.equal(await page.locator('a.save').count(), 1);
    files.add((await saved(page)).toString('base64'));
    await page.click('text=Leave');
    assert.ok(await page.isVisible('#begin'));
    assert.ok(!(await page.content()).includes(MARKER));
  }
  assert.equal(files.size, 2);
}));

test('the_file_is_let_go_when_the_report_is_left_and_so_are_file_and_words_when_the_page_is', inChromium, () => withPage(sealer(), async (page) => {
  await page.evaluate(() => {
    const revoke = URL.revokeObjectURL.bind(URL);
    URL.revokeObjectURL = (address) => {
      document.documentElement.dataset['revoked'] = address;
      revoke(address);
    };
  });
  const revoked = () => page.evaluate(() => document.documentElement.dataset['revoked']);
  const sealed = async () => {
    await fillIn(page);
    await page.click('.primary');
    return page.getAttribute('a.save', 'href');
  };
  const first = await sealed();
  await saved(page);
  assert.equal(await revoked(), undefined, 'a file that was not saved well can be saved again');
  await page.click('text=Leave');
  await page.click('#begin');
  assert.equal(await revoked(), first);
  await page.click('text=Leave');

  const second = await sealed();
  await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })));
  assert.equal(await revoked(), second);
  assert.ok(await page.isVisible('#begin'));
  await fillIn(page);
  await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })));
  assert.ok(!(await page.content()).includes(MARKER), 'nor a report that was not sealed yet');
}));

for (const [what, html, words] of [
  ['that_ran_out', sealer({ day: TODAY - 40 }), 'could be used from'],
  ['not_signed_by_its_root', sealer({ root: new Desk().root }), 'not signed by the desk'],
  ['with_a_bundle_of_one_day', sealer({ day: TODAY, days: 1 }), 'not signed by the desk'],
] as const) {
  test(`a_sealer_${what}_seals_nothing`, inChromium, () => withPage(html, async (page) => {
    await fillIn(page);
    await page.click('.primary');
    await page.waitForSelector(`#tell :text("${words}")`);
    assert.equal(await page.locator('a.save').count(), 0);
  }));
}

test('a_damaged_sealer_says_so_in_every_language', inChromium, () =>
  withPage(TEMPLATE.replace('{sealer}', '{"format":"watchword.sealer/2"}'), async (page) => {
    assert.equal(await page.locator('main p').count(), 7);
    await page.waitForSelector('text=This page is damaged');
  }));

test('a_reader_chooses_the_language_and_from_right_to_left_it_holds_at_320', inChromium, () => withPage(sealer(), async (page) => {
  await page.click('button:text-is("العربية")');
  assert.deepEqual(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]), ['ar', 'rtl']);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'scrolls sideways');
  await page.click('#begin');
  assert.equal(await page.getAttribute('#tell', 'dir'), 'rtl');
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'scrolls sideways');
}, 320));

test('no_word_of_a_report_is_in_the_browser_s_folder_after_sealing_from_the_disk', inChromium, async () => {
  const file = path.join(folder, 'kept.html');
  await writeFile(file, sealer());
  const left = await leftBy(async (page) => {
    await page.goto(pathToFileURL(file).href);
    await fillIn(page);
    await page.click('.primary');
    await page.waitForSelector('h2:text-is("Sealed")');
  });
  assert.ok(left.length > 10);
  assert.deepEqual(filesWith(left, [MARKER, 'Military column', '"kind":"column"']), []);
});

test('nothing_but_its_own_script_and_style_may_run_in_it_and_nothing_reaches_a_network', inChromium, () => withPage(sealer(), async (page) => {
  const policy = await page.getAttribute('meta[http-equiv="Content-Security-Policy"]', 'content') ?? '';
  assert.match(policy, /^default-src 'none'; script-src 'sha256-[\w+/]{43}='; style-src 'sha256-[\w+/]{43}='; img-src blob:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'$/);
  const elsewhere = TEMPLATE.replaceAll('http://www.w3.org/2000/svg', '').match(/ (?:src|href)="[^"]*|url\([^)]*|@import|https?:\/\/[^"' ]*/g);
  assert.equal(elsewhere, null);
}));
