// What holds on every screen of the form, and the words that must never be missing from one.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { CHROMIUM, launch } from './chromium.ts';
import { TestHub } from './hub.ts';
import { assisted, everyScreen, questions, sending } from './walk.ts';

const inChromium = { skip: CHROMIUM === undefined && 'no Chromium on this machine' };
let browser: Browser;

before(async () => {
  if (CHROMIUM) browser = await launch();
});
after(() => browser?.close());

async function withPage(work: (page: Page, hub: TestHub) => Promise<void>, route = '', width = 360): Promise<void> {
  const hub = new TestHub();
  const address = await hub.start();
  const page = await browser.newPage({ viewport: { width, height: 640 } });
  page.setDefaultTimeout(60_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (/Content.Security|Trusted|Refused to/i.test(message.text())) complaints.push(message.text());
  });
  try {
    await page.goto(address + route);
    await work(page, hub);
    assert.deepEqual(complaints, []);
  } finally {
    await page.close();
    hub.stop();
  }
}

/** As issue 5 has them, word for word: no edit of a words file passes unnoticed. */
const BEFORE = [
  'We keep nothing that names you. Your operator can see that you opened this site and that something was sent, and may keep that for a year.',
  'If you are the only one who could have seen this, wait or do not send.',
  'Do not go closer for us.',
];
const AFTER = ['Nobody has read it yet.', 'If there is a photo, delete it from the gallery and its bin. Close this tab and clear it from history.'];
const ALWAYS = 'We never write first. Anyone who offers help in our name is lying.';

test('three_lines_stand_before_sending_the_rest_behind_a_tap_and_two_texts_after_it', inChromium, () => withPage(async (page, hub) => {
  await questions(page, '#tell-open', async () => {});
  assert.deepEqual(await page.locator('#tell .lines p').allTextContents(), BEFORE);
  assert.ok(await page.isVisible('#tell .lines'));
  assert.equal(await page.locator('#tell .lines ~ details').count(), 1);
  assert.ok(!await page.isVisible('#tell details p'), 'the rest is closed');
  assert.deepEqual(await page.locator('#tell > p:not(.hint)').allTextContents(), [], 'nothing else is said in the open');
  await page.click('#tell summary');
  assert.ok((await page.textContent('#tell details p'))?.startsWith('The report is sealed on this device'));
  await sending(page, hub, async (name) => {
    if (name !== 'sent') return;
    assert.equal(await page.textContent('#tell h2'), 'On our server');
    assert.deepEqual(await page.locator('#tell > p:not(.hint)').allTextContents(), AFTER);
  });
}));

test('the_line_that_is_always_there_stands_on_every_screen', inChromium, () => withPage(async (page, hub) => {
  const seen = new Set<string>();
  await everyScreen(page, hub, async (name) => {
    seen.add(name);
    assert.equal(await page.textContent('#tell > :last-child'), ALWAYS, name);
    assert.ok(await page.isVisible('#tell > :last-child'), name);
  });
  assert.equal(seen.size, 28);
}));

test('no_field_of_any_screen_is_completed_corrected_or_checked_by_the_browser', inChromium, () => withPage(async (page, hub) => {
  const fields = new Set<string>();
  await everyScreen(page, hub, async (name) => {
    assert.deepEqual(await assisted(page), [], name);
    for (const id of await page.$$eval('#tell :is(input, textarea, select)', (found) => found.map((field) => `${field.tagName} ${field.id}`))) fields.add(id);
  });
  assert.deepEqual([...fields].sort(), [
    'INPUT tell-field-armoured', 'INPUT tell-field-vehicles', 'INPUT tell-place',
    'SELECT tell-day', 'SELECT tell-field-direction', 'SELECT tell-hour', 'TEXTAREA tell-text', 'TEXTAREA tell-words',
  ]);
}));

/** Measured as the eye and the thumb have it. */
async function holds(page: Page, name: string, fresh: boolean): Promise<void> {
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${name} scrolls sideways`);
  const small = await page.$$eval('#tell :is(button, input, select, textarea, summary)', (targets) =>
    targets.filter((target) => target.getBoundingClientRect().height < 44 || target.getBoundingClientRect().width < 44)
      .map((target) => target.outerHTML));
  assert.deepEqual(small, [], name);
  if (fresh) assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'H2', name);
}

for (const [language, width] of [['en', 320], ['be', 360], ['ru', 360], ['uk', 360], ['pl', 320], ['lt', 320], ['ar', 320]] as const) {
  test(`every_screen_holds_at_${width}_in_${language}_with_targets_of_44_pixels_and_its_own_words`, inChromium, () => withPage(async (page, hub) => {
    const words = JSON.parse(readFileSync(`src/form/words/${language}.json`, 'utf8')) as Record<string, string>;
    await everyScreen(page, hub, async (name, fresh) => {
      await holds(page, name, fresh);
      assert.equal(await page.getAttribute('#tell', 'dir'), words['dir'], name);
      assert.equal(await page.textContent('#tell > :last-child'), words['always'], name);
      if (name === 'before sending') assert.deepEqual(await page.locator('#tell .lines p').allTextContents(), [words['line1'], words['line2'], words['line3']]);
      if (name === 'sent') assert.deepEqual(await page.locator('#tell > p:not(.hint)').allTextContents(), [words['sentText'], words['afterText']]);
    });
  }, language, width));
}
