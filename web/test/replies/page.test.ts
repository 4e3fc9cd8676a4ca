// Both doors in Chromium: words after sending, and words brought back.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { mnemonicToEntropy } from '@scure/bip39';
import type { Browser, Page } from 'playwright-core';
import { digitsOf, wordsOf } from '../../src/replies/secret.ts';
import { mailboxOf } from '../../src/seal/mailbox.ts';
import { CHROMIUM, launch } from '../page/chromium.ts';
import { TestHub } from '../page/hub.ts';
import { open } from '../seal/desk.ts';
import { dropOf, secretOf } from './drops.ts';

const inChromium = { skip: CHROMIUM === undefined && 'no Chromium on this machine' };
const DROP = '/bundle/drop.bin';
const MINE = secretOf(7);
let browser: Browser;

before(async () => {
  if (CHROMIUM) browser = await launch();
});
after(() => browser?.close());

async function withPage(hub: TestHub, work: (page: Page) => Promise<void>, route = ''): Promise<void> {
  const address = await hub.start();
  const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (/Content.Security|Trusted|Refused to/i.test(message.text())) complaints.push(message.text());
  });
  try {
    await page.goto(address + route);
    await work(page);
    assert.deepEqual(complaints, []);
  } finally {
    await page.close();
    hub.stop();
  }
}

async function sendReport(page: Page): Promise<void> {
  await page.click('.tile:has-text("Military column")');
  await page.click('.choice >> nth=0');
  await page.click('.choice:has-text("I do not know where")');
  await page.click('.choice >> nth=0');
  await page.click('.choice >> nth=0');
  await page.fill('#tell-text', 'kestrel');
  await page.click('.primary');
  await page.click('.primary'); // no photos
  await page.click('.primary');
  await page.waitForSelector('h2:text-is("On our server")');
}

async function openDoor(page: Page, typed = wordsOf(MINE).join(' ')): Promise<void> {
  await page.click('#tell-open');
  await page.click('h2 + .plain');
  await page.waitForSelector('#tell-words');
  await page.fill('#tell-words', typed);
  await page.click('.primary');
}

async function received(hub: TestHub, at = 0): Promise<{ line: string; json: Record<string, unknown> }> {
  const { content } = await open(hub.taken[at]!.body, hub.desk.gate.seed, hub.desk.lanes.map((lane) => lane.seed));
  const [line, json] = Buffer.from(content).toString('utf8').split('\n') as [string, string];
  return { line, json: JSON.parse(json) as Record<string, unknown> };
}

test('words_are_shown_only_when_asked_for_and_are_those_of_the_report_that_was_sent', inChromium, () => {
  const hub = new TestHub();
  return withPage(hub, async (page) => {
    await page.click('#tell-open');
    await sendReport(page);
    assert.equal(await page.locator('#tell ol').count(), 0);
    assert.ok(!hub.requests.some((request) => /replies/.test(request)), 'loaded only on a tap');
    await page.click('#tell button:has-text("Show words")');
    await page.waitForSelector('#tell ol');
    const words = await page.locator('#tell ol li').allTextContents();
    const secret = new Uint8Array(mnemonicToEntropy(words.join(' '), wordlist));
    const mailbox = (await received(hub)).json['mailbox'] as { key: string; tag: string };
    assert.equal(mailbox.tag, Buffer.from(mailboxOf(secret).tag).toString('hex'));
    assert.equal(mailbox.key, Buffer.from(mailboxOf(secret).publicKey).toString('base64url'));
    assert.equal((await page.locator('#tell p b').allTextContents()).join(' '), digitsOf(secret).join(' '));
    await page.click('text=Leave');
    const left = await page.content();
    assert.ok(!left.includes(digitsOf(secret)[0]!) && !left.includes(`<b>${words[0]}</b>`), 'leaving forgets the words');
  });
});

test('who_opens_the_form_after_somebody_left_is_offered_no_words_of_theirs', inChromium, () => {
  const hub = new TestHub();
  hub.answers = [503];
  return withPage(hub, async (page) => {
    await page.click('#tell-open');
    for (const choice of ['.tile:has-text("Military column")', '.choice:has-text("It is over")', '.choice:has-text("I do not know where")', '.choice:has-text("In the last hour")', '.choice:has-text("I saw it")', '.primary', '.primary', '.primary']) {
      await page.click(choice);
    }
    await page.waitForSelector('#tell .secondary');
    await page.click('text=Leave');
    await page.click('#tell-open');
    assert.equal(await page.locator('#tell button:has-text("Show words")').count(), 0);
    await page.click('#tell .secondary');
    await page.waitForSelector('h2:text-is("On our server")');
    assert.equal(await page.locator('#tell button:has-text("Show words")').count(), 0, 'it was taken, for who left');
    assert.equal(hub.taken.length, 1);
  });
});

test('the_second_door_shows_the_answer_as_text_with_hidden_marks_and_no_link', inChromium, async () => {
  const hub = new TestHub();
  hub.files.set(DROP, await dropOf(hub.desk, { replies: [{ secret: MINE, text: 'See https://example.org <b>now</b> \u202eand go' }], opened: [MINE] }, Date.now()));
  await withPage(hub, async (page) => {
    await openDoor(page);
    await page.waitForSelector('h2:text-is("The desk writes")');
    assert.equal(await page.textContent('#tell .summary li'), 'See https://example.org <b>now</b> ⟦RLO⟧and go');
    assert.equal(await page.locator('#tell a').count(), 0);
    assert.ok(await page.isVisible('text=does not say that a person has read it'));
  });
});

test('digits_open_the_door_too_and_a_report_that_waits_is_told_from_an_opened_one', inChromium, async () => {
  for (const [opened, title] of [[[MINE], 'Opened at the desk'], [[], 'Not opened yet']] as const) {
    const hub = new TestHub();
    hub.files.set(DROP, await dropOf(hub.desk, { opened: [...opened, secretOf(8)] }, Date.now()));
    await withPage(hub, async (page) => {
      await openDoor(page, digitsOf(MINE).join(' '));
      await page.waitForSelector(`h2:text-is("${title}")`);
      assert.equal(await page.locator('#tell .summary li').count(), 0);
    });
  }
});

test('everyone_who_opens_the_door_loads_the_same_files_with_words_or_without', inChromium, async () => {
  const hub = new TestHub();
  hub.files.set(DROP, await dropOf(hub.desk, { opened: [MINE] }, Date.now()));
  await withPage(hub, async (page) => {
    await page.waitForLoadState('networkidle');
    const read = hub.requests.length;
    await page.click('#tell-open');
    assert.equal(hub.requests.length, read);
    const last = page.waitForResponse((response) => response.url().endsWith(DROP));
    await page.click('h2 + .plain');
    await page.waitForSelector('#tell-words');
    await last;
    assert.deepEqual(hub.requests.slice(read), ['GET /assets/replies.js', 'GET /bundle/stop.txt', `GET ${DROP}`]);
    const loaded = hub.requests.length;
    await page.fill('#tell-words', wordsOf(MINE).join(' '));
    await page.click('.primary');
    await page.waitForSelector('h2:text-is("Opened at the desk")');
    assert.equal(hub.requests.length, loaded);
  });
});

test('a_drop_of_another_desk_is_not_shown', inChromium, async () => {
  const hub = new TestHub();
  hub.files.set(DROP, await dropOf(new TestHub().desk, { replies: [{ secret: MINE, text: 'Come to kestrel-marker-7731' }] }, Date.now()));
  await withPage(hub, async (page) => {
    await openDoor(page);
    await page.waitForSelector('text=not signed by the desk');
    assert.ok(!(await page.content()).includes('kestrel-marker-7731'));
  });
});

test('a_slip_is_named_and_nothing_typed_is_lost', inChromium, async () => {
  const hub = new TestHub();
  await withPage(hub, async (page) => {
    await openDoor(page, 'abandon ability');
    await page.waitForSelector('text=Here are 2.');
    await page.fill('#tell-words', wordsOf(MINE).join(' '));
    await page.click('.primary');
    await page.waitForSelector('text=This server has no file of answers.');
    hub.files.set(DROP, await dropOf(hub.desk, { opened: [MINE] }, Date.now()));
    await page.click('text=Load again');
    await page.waitForSelector('h2:text-is("Opened at the desk")');
  });
});

test('adding_and_destroying_go_as_small_sealed_files_in_the_name_of_the_mailbox', inChromium, async () => {
  const hub = new TestHub();
  hub.files.set(DROP, await dropOf(hub.desk, { replies: [{ secret: MINE, text: 'Which way?' }], opened: [MINE] }, Date.now()));
  await withPage(hub, async (page) => {
    const tag = Buffer.from(mailboxOf(MINE).tag).toString('hex');
    await openDoor(page);
    await page.click('.choice:has-text("Answer or add")');
    assert.equal(await page.textContent('#tell .summary li'), 'Which way?');
    await page.fill('#tell-text', 'North, all of them.');
    await page.click('.primary');
    await page.waitForSelector('h2:text-is("On our server")');
    assert.equal(await page.locator('#tell .plain').count(), 1, 'whoever came with words is offered none');
    const added = await received(hub);
    assert.equal(added.line, 'watchword.continuation/1');
    assert.deepEqual(Object.keys(added.json), ['act', 'text', 'mailbox']);
    assert.deepEqual([added.json['act'], added.json['text'], (added.json['mailbox'] as { tag: string }).tag], ['add', 'North, all of them.', tag]);
    assert.equal(hub.taken[0]!.body.length, 16_384);

    await page.click('text=Leave');
    await openDoor(page);
    await page.click('.choice:has-text("Have it destroyed")');
    await page.click('.primary');
    await page.waitForSelector('h2:text-is("On our server")');
    const wish = await received(hub, 1);
    assert.deepEqual([wish.json['act'], wish.json['text']], ['destroy', '']);
  });
});

test('another_report_of_the_same_person_bears_the_same_mailbox', inChromium, async () => {
  const hub = new TestHub();
  hub.files.set(DROP, await dropOf(hub.desk, { opened: [MINE] }, Date.now()));
  await withPage(hub, async (page) => {
    await openDoor(page);
    await page.click('.choice:has-text("as the same person")');
    await page.click('.primary');
    assert.equal(await page.locator('h2 + .plain').count(), 0);
    await sendReport(page);
    const { line, json } = await received(hub);
    assert.equal(line, 'watchword.report/1');
    assert.equal((json['mailbox'] as { tag: string }).tag, Buffer.from(mailboxOf(MINE).tag).toString('hex'));
    assert.equal(await page.locator('h2 + .plain').count(), 0);
  });
});

test('back_leads_out_of_the_door_and_leaving_forgets_the_words', inChromium, async () => {
  const hub = new TestHub();
  hub.files.set(DROP, await dropOf(hub.desk, { opened: [MINE] }, Date.now()));
  await withPage(hub, async (page) => {
    await openDoor(page);
    await page.waitForSelector('h2:text-is("Opened at the desk")');
    await page.click('.choice >> nth=0');
    await page.click('text=Back');
    assert.equal(await page.textContent('#tell h2'), 'Opened at the desk');
    await page.click('text=Back');
    assert.equal(await page.inputValue('#tell-words'), wordsOf(MINE).join(' '));
    await page.click('text=Back');
    assert.equal(await page.textContent('#tell h2'), 'What is it?');
    await page.click('text=Leave');
    await page.click('#tell-open');
    await page.click('h2 + .plain');
    assert.equal(await page.inputValue('#tell-words'), '');
  });
});

for (const [language, width] of [['en', 320], ['be', 320], ['ru', 320], ['uk', 320], ['pl', 320], ['lt', 320], ['ar', 320]] as const) {
  test(`every_screen_behind_the_door_holds_at_${width}_in_${language}_with_targets_of_44_pixels`, inChromium, async () => {
    const hub = new TestHub();
    hub.files.set(DROP, await dropOf(hub.desk, { replies: [{ secret: MINE, text: 'Which way?' }], opened: [MINE] }, Date.now()));
    await withPage(hub, async (page) => {
      await page.setViewportSize({ width, height: 640 });
      const holds = async () => {
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'scrolls sideways');
        const small = await page.$$eval('#tell :is(button, input, select, textarea, summary)', (targets) =>
          targets.filter((target) => target.getBoundingClientRect().height < 44 || target.getBoundingClientRect().width < 44)
            .map((target) => target.outerHTML));
        assert.deepEqual(small, []);
      };
      await openDoor(page);
      await page.waitForSelector('#tell .summary li');
      await holds();
      for (const act of [0, 1, 2, 3]) {
        await page.click(`.choice >> nth=${act}`);
        await holds();
        await page.click('.tell-bar button >> nth=0');
      }
      await page.click('.tell-bar button >> nth=0');
      await holds();
    }, language);
  });
}
