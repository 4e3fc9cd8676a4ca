// Every screen that a sender can come to, one after the other and in any language, for tests and for pictures.
import type { Page } from 'playwright-core';
import kinds from '../../../spec/kinds.json';
import { dropOf, secretOf } from '../replies/drops.ts';
import { wordsOf } from '../../src/replies/secret.ts';
import type { TestHub } from './hub.ts';

export const STOP = '/bundle/stop.txt';
const DROP = '/bundle/drop.bin';
const MINE = secretOf(7);

/** Of a kind that asks for a number and for a choice, so that every sort of field is on the screen. */
const TILE = kinds.groups.flatMap(({ id }) => kinds.kinds.filter(({ group }) => group === id)).findIndex(({ id }) => id === 'column');

/** What is done with a screen; `fresh` where the whole screen is new and not a part of it. */
export type Visit = (name: string, fresh: boolean) => Promise<void>;

/** The questions, up to the last screen before sending; begins where the form can be opened. */
export async function questions(page: Page, opener: string, visit: Visit, photos = true): Promise<void> {
  await page.click(opener);
  await page.waitForSelector('#tell .tile');
  await visit('what', true);
  await page.click(`.tile >> nth=${TILE}`);
  await visit('shape', true);
  await page.click('.choice >> nth=0');
  await visit('where', true);
  await page.fill('#tell-place', 'd');
  await page.waitForSelector('.near .choice');
  await visit('towns', false);
  await page.click('.near .choice >> nth=0');
  await page.waitForSelector('h3');
  await visit('distances', false);
  await page.click('#tell-map');
  await page.click('.place-map', { position: { x: 100, y: 100 } });
  await page.waitForSelector('.primary');
  await visit('place map', false);
  await page.fill('#tell-place', 'no such town');
  await visit('no such town', false);
  await page.fill('#tell-place', 'Dal');
  await page.click('.near .choice >> nth=0');
  await page.click('.choice >> nth=1');
  await visit('when', true);
  await page.click('.choice >> nth=0');
  await visit('known', true);
  await page.click('.choice >> nth=0');
  await visit('text', true);
  await page.fill('#tell-text', 'kestrel\nTwelve lorries.');
  await page.click('.primary');
  if (photos) await photo(page, visit);
  await visit('before sending', true);
}

async function photo(page: Page, visit: Visit): Promise<void> {
  await visit('photos', true);
  const chosen = page.waitForEvent('filechooser');
  await page.click('.photos .secondary');
  const buffer = Buffer.from(await drawn(page), 'base64');
  await (await chosen).setFiles([{ mimeType: '', name: 'x', buffer }, { mimeType: '', name: 'y', buffer: Buffer.from('\0\0\0\x18ftypheic\0\0\0\0', 'latin1') }]);
  await page.waitForSelector('figcaption');
  await visit('a photo and a refused one', false);
  await page.click('.photos .choice >> nth=0');
  const area = (await page.locator('.cover').boundingBox())!;
  await page.mouse.move(area.x + area.width * 0.2, area.y + area.height * 0.5);
  await page.mouse.down();
  await page.mouse.move(area.x + area.width * 0.35, area.y + area.height * 0.6);
  await page.mouse.up();
  await page.focus('.cover');
  await page.keyboard.press('ArrowDown');
  await visit('cover', false);
  await page.click('.photos .primary');
  await page.waitForSelector('figcaption');
  await page.click('.primary');
}

/** A field, a sky and a car with a plate, in base64. */
const drawn = (page: Page): Promise<string> => page.evaluate(() => {
  const canvas = document.createElement('canvas');
  canvas.width = 640;
  canvas.height = 400;
  const context = canvas.getContext('2d')!;
  for (const [colour, x, y, width, height] of [['#8fa8c0', 0, 0, 640, 200], ['#6d7a52', 0, 200, 640, 200], ['#3a4030', 120, 170, 150, 70], ['#e8e8e8', 140, 215, 60, 16]] as const) {
    context.fillStyle = colour;
    context.fillRect(x, y, width, height);
  }
  const url = canvas.toDataURL('image/jpeg', 0.9);
  return url.slice(url.indexOf(',') + 1);
});

/** From here on this page sends again only when it is told to: what stands on its screen stays there for as long as it is looked at. */
export const onlyTapsRetry = (page: Page): Promise<void> => page.evaluate(() => {
  const later = globalThis.setTimeout;
  const shortest = 1_000; // of the waits between two tries
  Object.assign(globalThis, { setTimeout: (work: () => void, millis = 0) => (millis < shortest ? later(work, millis) : 0) });
});

/** From the last question to the words for an answer: refused for good, not reached, full, partly and wholly taken. */
export async function sending(page: Page, hub: TestHub, visit: Visit): Promise<void> {
  const again = async (answers: number[], name: string) => {
    hub.answers = answers;
    const answered = page.waitForResponse((response) => response.request().method() === 'POST' && hub.answers.length === 0);
    await page.click('#tell :is(.primary, .secondary)');
    await answered;
    await page.waitForSelector('#tell .secondary');
    await visit(name, true);
  };
  await onlyTapsRetry(page);
  await again([400, 400], 'refused');
  await again([500], 'trying');
  await again([503], 'full');
  await again([204, 503], 'a photo waits');
  hub.answers = [];
  await page.click('#tell .secondary');
  await page.waitForSelector('#tell h2 ~ .plain');
  await visit('sent', true);
  await page.click('#tell h2 ~ .plain');
  await page.waitForSelector('#tell ol');
  await visit('words to keep', false);
  await leave(page);
}

export async function leave(page: Page): Promise<void> {
  await page.click('.tell-bar button >> nth=-1');
}

/** Behind the second door, and the page of a closed desk. */
export async function doors(page: Page, hub: TestHub, visit: Visit): Promise<void> {
  hub.files.set(DROP, await dropOf(hub.desk, { replies: [{ secret: MINE, text: 'Were there tracks on them, or wheels?' }], opened: [MINE] }, Date.now()));
  await page.click('#tell-open');
  await page.click('h2 + .plain');
  await page.waitForSelector('#tell-words');
  await visit('door', true);
  await page.fill('#tell-words', 'abandon ability');
  await page.click('.primary');
  await page.waitForSelector('#tell .problem:not(:empty)');
  await visit('too few words', false);
  await page.fill('#tell-words', wordsOf(MINE).join(' '));
  await page.click('.primary');
  await page.waitForSelector('#tell .summary li');
  await visit('answer', true);
  for (const [act, name] of [[0, 'add'], [1, 'correct'], [2, 'destroy'], [3, 'another']] as const) {
    await page.click(`.choice >> nth=${act}`);
    await visit(name, true);
    await page.click('.tell-bar button >> nth=0');
  }
  await leave(page);
  hub.files.set(STOP, hub.desk.stopSheet());
  await page.reload();
  await page.click('#tell-open');
  await page.waitForFunction(() => document.querySelectorAll('#tell button').length === 1);
  await visit('closed', true);
}

export async function everyScreen(page: Page, hub: TestHub, visit: Visit): Promise<void> {
  await questions(page, '#tell-open', visit);
  await sending(page, hub, visit);
  await doors(page, hub, visit);
}

/** Every field on the screen, and what its browser might do with what is typed. */
export const assisted = (page: Page) => page.$$eval('#tell :is(input, textarea, select)', (fields) => fields.flatMap((field) =>
  (field.matches('select') ? [['autocomplete', 'off']] : [['autocomplete', 'off'], ['autocorrect', 'off'], ['autocapitalize', 'off'], ['spellcheck', 'false']])
    .filter(([name, value]) => field.getAttribute(name as string) !== value)
    .map(([name]) => `${field.id} ${name}`)));
