// What a tap loads: only files of the hashes that the scripts were built with, and the form's other languages among them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { CHROMIUM, launch } from './chromium.ts';
import { TestHub } from './hub.ts';
import { COUNTRY, NOW } from './lorne.ts';

const inChromium = { skip: CHROMIUM === undefined && 'no Chromium on this machine' };
let browser: Browser;

before(async () => {
  if (CHROMIUM) browser = await launch('--use-angle=swiftshader', '--enable-unsafe-swiftshader');
});
after(() => browser?.close());

async function withPage(work: (page: Page, hub: TestHub) => Promise<void>, hub = new TestHub(), width = 320): Promise<void> {
  const address = await hub.start();
  const page = await browser.newPage({ viewport: { width, height: 640 } });
  page.setDefaultTimeout(60_000);
  try {
    await page.goto(address);
    await work(page, hub);
  } finally {
    await page.close();
    hub.stop();
  }
}

const words = (language: string) => JSON.parse(readFileSync(`src/form/words/${language}.json`, 'utf8')) as Record<string, string>;

async function speak(page: Page, language: string): Promise<void> {
  await page.click('.tell-bar > :first-child');
  await page.click(`#tell .languages [lang="${language}"]`);
  await page.waitForSelector(`#tell h2:text-is("${words(language)['what']}")`);
}

test('the_form_speaks_any_of_its_languages_after_two_taps_and_the_page_s_own_again_once_left', inChromium, () => withPage(async (page, hub) => {
  await page.click('#tell-open');
  for (const [language, column] of [['be', 'Калона тэхнікі ў руху'], ['ar', 'رتل عسكري متحرك'], ['pl', null], ['lt', null], ['uk', null], ['ru', null], ['en', 'Military column on the move'], ['ar', null]] as const) {
    await speak(page, language);
    assert.deepEqual(await page.$eval('#tell', (form) => [form.getAttribute('lang'), form.getAttribute('dir')]), [language, words(language)['dir']]);
    assert.equal(await page.textContent('#tell > :last-child'), words(language)['always']);
    if (column) assert.equal(await page.locator(`.tile:has-text("${column}")`).count(), 1);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${language} scrolls sideways`);
    await page.click('.tell-bar > :first-child');
    await page.waitForSelector('#tell .languages');
    assert.deepEqual(await page.$$eval('#tell button', (targets) => targets.map((target) => target.getBoundingClientRect())
      .filter(({ width, height }) => width < 44 || height < 44).length), 0);
    await page.click(`#tell .languages [lang="${language}"]`);
    await page.waitForFunction(() => document.querySelector('#tell .languages') === null);
  }
  assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector('.tile')!).direction), 'rtl');
  assert.equal(hub.requests.filter((request) => request === 'GET /assets/tongues.js').length, 1);
  await page.click('.tell-bar > :last-child');
  await page.click('#tell-open');
  assert.equal(await page.textContent('#tell h2'), words('en')['what']);
  assert.equal(await page.getAttribute('#tell', 'dir'), 'ltr');
}));

test('what_was_said_stays_when_the_language_changes', inChromium, () => withPage(async (page) => {
  await page.click('#tell-open');
  await page.click('.tile:has-text("Military column")');
  await page.click('.tell-bar > :first-child');
  await speak(page, 'ar');
  assert.equal(await page.textContent('.tile[aria-pressed="true"]'), 'رتل عسكري متحرك');
}));

/** What is tapped for a file, one after the other, and what then stands on the screen and nowhere before. */
const TAPS: Readonly<Record<string, readonly [taps: readonly string[], shows: string]>> = {
  'words-en.json': [['#tell-open'], '#tell h2'],
  'tongues.js': [['#tell-open', '.tell-bar > :first-child'], '#tell .languages [lang]'],
  'form-ar.json': [['#tell-open', '.tell-bar > :first-child', '#tell .languages [lang="ar"]'], '#tell[dir="rtl"]'],
  'replies.js': [['#tell-open', 'h2 + .plain'], '#tell-words'],
  'map.js': [['#map-open'], '#map canvas'],
};

for (const [file, [taps, shows]] of Object.entries(TAPS)) {
  test(`a_changed_${file.replace(/\W/g, '_')}_is_refused`, inChromium, () => {
    const hub = new TestHub();
    hub.files.set('/now.geojson', NOW);
    hub.files.set('/country.geojson', COUNTRY);
    return withPage(async (page) => {
      for (const tap of taps) await page.click(tap);
      await page.waitForSelector(shows);

      hub.changed.add(`/assets/${file}`);
      const refused = page.waitForEvent('console', (message) => message.type() === 'error' && message.text().includes('integrity') && message.text().includes(file));
      await page.reload();
      for (const tap of taps) await page.click(tap);
      await refused;
      await page.waitForTimeout(1000);
      assert.equal(await page.locator(shows).count(), 0);
    }, hub);
  });
}

test('a_browser_that_cannot_check_a_script_asks_for_none', inChromium, () => withPage(async (page, hub) => {
  await page.addInitScript(() => { DOMTokenList.prototype.supports = () => false; });
  await page.reload();
  await page.click('#tell-open');
  await page.click('h2 + .plain');
  await page.waitForSelector('#tell .plain:text-is("Try now")');
  await page.waitForTimeout(500);
  assert.deepEqual(hub.requests.filter((request) => request.endsWith('/replies.js')), []);
}));

for (const file of ['tongues.js', 'form-ar.json'] as const) {
  test(`a_${file.replace(/\W/g, '_')}_that_comes_after_its_sender_left_changes_nothing`, inChromium, () => withPage(async (page) => {
    let arrive = () => {};
    await page.route(`**/${file}`, (route) => { arrive = () => void route.continue(); });
    for (const tap of TAPS[file]![0].slice(0, -1)) await page.click(tap);
    const asked = page.waitForRequest(`**/${file}`);
    await page.click(TAPS[file]![0].at(-1)!);
    await asked;
    await page.click('.tell-bar > :last-child');
    await page.click('#tell-open');
    const came = page.waitForResponse(`**/${file}`);
    arrive();
    await (await came).finished();
    await page.waitForTimeout(1000);
    assert.equal(await page.locator(TAPS[file]![1]).count(), 0);
    assert.equal(await page.textContent('#tell h2'), words('en')['what']);
  }));
}

test('each_script_that_a_tap_loads_is_fetched_once', inChromium, () => withPage(async (page, hub) => {
  await page.click('#tell-open');
  await page.click('h2 + .plain');
  await page.waitForSelector('#tell-words');
  assert.equal(hub.requests.filter((request) => request === 'GET /assets/replies.js').length, 1);
}));

test('no_script_can_make_the_policy_that_answers_for_every_string', inChromium, () => withPage(async (page) => {
  const made = await page.evaluate(() => {
    const { trustedTypes } = globalThis as unknown as { trustedTypes: { createPolicy(name: string, rules: object): unknown } };
    const rules = { createScriptURL: (url: string) => url, createHTML: (html: string) => html };
    return ['default', 'watchword-map'].map((name) => {
      try {
        return [name, typeof trustedTypes.createPolicy(name, rules)];
      } catch (error) {
        return [name, (error as Error).name];
      }
    });
  });
  assert.deepEqual(made, [['default', 'TypeError'], ['watchword-map', 'object']]);
}));
