import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { sha256 } from '@noble/hashes/sha2.js';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { epochDayOf } from '../../src/seal/bundle.ts';
import { hourOf, NO_PROOF, proves } from '../../src/seal/work.ts';
import { open } from '../seal/desk.ts';
import { CHROMIUM, filesWith, launch, leftBy, type Left } from './chromium.ts';
import { TestHub } from './hub.ts';
import { COUNTRY, NOW } from './lorne.ts';
import { onlyTapsRetry, STOP } from './walk.ts';

const inChromium = { skip: CHROMIUM === undefined && 'no Chromium on this machine' };
const MARKER = 'kestrel-marker-7731';
let browser: Browser;

before(async () => {
  if (CHROMIUM) browser = await launch('--use-angle=swiftshader', '--enable-unsafe-swiftshader');
});
after(() => browser?.close());

/** A page on a hub of its own, which must not complain about anything but the answers we asked for. */
async function withPage(work: (page: Page, hub: TestHub, address: string) => Promise<void>, hub = new TestHub(), route = ''): Promise<void> {
  const address = await hub.start();
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (/Content.Security|Trusted|Refused to/i.test(message.text())) complaints.push(message.text());
  });
  try {
    await page.goto(address + route);
    await work(page, hub, address);
    assert.deepEqual(complaints, []);
    assert.deepEqual(await context.cookies(), []);
  } finally {
    await context.close();
    hub.stop();
  }
}

/** Answers everything up to the last screen before sending. */
async function fillIn(page: Page, town = 'Dal', vehicles = '12'): Promise<void> {
  await page.click('#tell-open');
  await page.click('.tile:has-text("Military column")');
  await page.click('.choice:has-text("It is over")');
  await page.fill('#tell-place', town.toLowerCase());
  await page.click(`.choice:text-is("${town}")`);
  await page.click('.choice:has-text("Up to 5 km")');
  await page.click('.choice:has-text("In the last hour")');
  await page.click('.choice:has-text("I saw it")');
  await page.fill('#tell-text', MARKER);
  await page.fill('#tell-field-vehicles', vehicles);
  await page.selectOption('#tell-field-direction', '270');
  await page.click('.primary');
  await page.click('.primary');
}

async function opened(hub: TestHub): Promise<Record<string, unknown>> {
  const { body } = hub.taken[0]!;
  const { content } = await open(body, hub.desk.gate.seed, hub.desk.lanes.map((lane) => lane.seed));
  const [line, json] = Buffer.from(content).toString('utf8').split('\n') as [string, string];
  assert.equal(line, 'watchword.report/1');
  return JSON.parse(json) as Record<string, unknown>;
}

test('a_report_sealed_in_the_page_opens_at_the_desk', inChromium, () => withPage(async (page, hub, address) => {
  const title = await page.title();
  const history = await page.evaluate(() => window.history.length);
  await fillIn(page);
  await page.click('.primary');
  await page.waitForSelector('h2:text-is("On our server")');

  assert.equal(hub.taken.length, 1);
  const { path: posted, body } = hub.taken[0]!;
  assert.equal(body.length, 16_384);
  assert.ok(!body.includes(MARKER));
  const nonce = /^\/report\/([0-9a-f]{16})$/.exec(posted)?.[1] as string;
  assert.ok([0, 1].some((ago) => proves(sha256(body), hourOf(Date.now()) - ago, nonce, 8)));

  const report = await opened(hub);
  assert.deepEqual(Object.keys(report), ['kind', 'stance', 'place', 'when', 'text', 'figures', 'photos', 'mailbox']);
  assert.equal(report['kind'], 'column');
  assert.equal(report['stance'], 'sighting');
  assert.deepEqual(report['place'], { latitude: 54.12, longitude: -33.1, uncertaintyMetres: 7500, name: 'Dal' });
  assert.equal(report['text'], MARKER);
  assert.deepEqual(report['figures'], [{ name: 'vehicles', value: 12 }, { name: 'direction', value: 270 }]);

  assert.equal(page.url(), address);
  assert.equal(await page.title(), title);
  assert.equal(await page.evaluate(() => window.history.length), history);
  assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length]), [0, 0]);
}));

test('the_same_bytes_are_repeated_until_the_hub_takes_them', inChromium, () => {
  const hub = new TestHub();
  hub.answers = [500, 503];
  return withPage(async (page) => {
    await fillIn(page);
    await page.click('.primary');
    await page.waitForSelector('text=Next try at');
    await page.click('.secondary');
    await page.waitForSelector('h2:has-text("Refused, try again at")');
    await page.click('.secondary');
    await page.waitForSelector('h2:text-is("On our server")');
    assert.equal(hub.requests.filter((request) => request.startsWith('POST')).length, 3);
    assert.equal((await opened(hub))['text'], MARKER);
  }, hub);
});

test('a_refused_report_is_tried_again_with_the_bytes_that_were_refused', inChromium, () => {
  const hub = new TestHub();
  hub.answers = [400, 400, 400];
  return withPage(async (page) => {
    await fillIn(page);
    await page.click('.primary');
    await page.waitForSelector('h2:text-is("Refused")');
    await page.click('.secondary');
    await waitFor(() => hub.refused.length === 3);
    await page.waitForSelector('h2:text-is("Refused")');
    await page.click('.secondary');
    await page.waitForSelector('h2:text-is("On our server")');
    assert.equal(hub.taken.length, 1);
    for (const { body } of hub.refused) assert.ok(body.equals(hub.taken[0]!.body), 'other bytes would be a second envelope of one report');
    assert.deepEqual(hub.refused.map(({ path: posted }) => posted === `/report/${NO_PROOF}`), [false, true, true]);
  }, hub);
});

/** Without a word to the page: it has to come to it by itself. */
async function waitFor(holds: () => boolean): Promise<void> {
  for (let tenths = 0; !holds(); tenths++) {
    assert.ok(tenths < 600, 'nothing came for a minute');
    await new Promise((resolve) => { setTimeout(resolve, 100); });
  }
}

test('a_report_that_was_not_taken_is_sent_again_by_itself_and_nobody_taps', inChromium, () => {
  const hub = new TestHub();
  hub.answers = [500];
  return withPage(async (page) => {
    await fillIn(page);
    await page.click('.primary');
    await waitFor(() => hub.taken.length === 1);
    await page.waitForSelector('h2:text-is("On our server")');
    assert.ok(hub.refused[0]!.body.equals(hub.taken[0]!.body));
  }, hub);
});

test('a_phone_that_is_back_in_the_network_sends_by_itself', inChromium, () => withPage(async (page, hub) => {
  await fillIn(page);
  await onlyTapsRetry(page);
  await page.context().setOffline(true);
  assert.equal(await page.evaluate(() => navigator.onLine), false);
  await page.click('.primary');
  await page.waitForSelector('text=Next try at');
  await page.context().setOffline(false);
  assert.equal(await page.evaluate(() => navigator.onLine), true);
  await waitFor(() => hub.taken.length === 1);
  await page.waitForSelector('h2:text-is("On our server")');
  assert.equal((await opened(hub))['text'], MARKER);
}));

test('a_page_listens_for_the_network_only_while_it_waits_for_a_hub_that_was_not_reached', inChromium, () => {
  const hub = new TestHub();
  hub.answers = [503, 500];
  return withPage(async (page) => {
    await page.evaluate(() => {
      const waiting = new Set<unknown>();
      const [add, remove] = [globalThis.addEventListener, globalThis.removeEventListener];
      Object.assign(globalThis, {
        waiting,
        addEventListener: (type: string, heard: EventListener) => { if (type === 'online') waiting.add(heard); add(type, heard); },
        removeEventListener: (type: string, heard: EventListener) => { if (type === 'online') waiting.delete(heard); remove(type, heard); },
      });
    });
    const waiting = () => page.evaluate(() => (globalThis as unknown as { waiting: Set<unknown> }).waiting.size);
    await fillIn(page);
    await onlyTapsRetry(page);
    await page.click('.primary');
    await page.waitForSelector('h2:has-text("Refused, try again at")');
    assert.equal(await waiting(), 0, 'a full hub is no emptier when the network comes back');
    await page.click('.secondary');
    await page.waitForSelector('text=Next try at');
    assert.equal(await waiting(), 1);
    await page.click('.secondary');
    await page.waitForSelector('h2:text-is("On our server")');
    assert.equal(await waiting(), 0);
  }, hub);
});

test('a_report_is_sent_over_a_network_as_slow_as_an_old_phone_s', inChromium, () => withPage(async (page, hub, address) => {
  const network = await page.context().newCDPSession(page);
  // GPRS at its worst: 40 kbit/s down, 15 up, 800 ms.
  await network.send('Network.emulateNetworkConditions', { offline: false, latency: 800, downloadThroughput: 5_000, uploadThroughput: 2_000 });
  await page.goto(address, { timeout: 120_000 });
  await page.waitForFunction(() => document.querySelector('#tell h2') !== null || document.readyState === 'complete', null, { timeout: 120_000 });
  await fillIn(page);
  await page.click('.primary');
  await page.waitForSelector('h2:text-is("On our server")', { timeout: 120_000 });
  assert.equal((await opened(hub))['text'], MARKER);
}));

test('a_browser_without_jit_seals_and_sends_where_a_desk_asks_for_16_bits_of_work', inChromium, async () => {
  const slow = await launch('--js-flags=--jitless');
  const hub = new TestHub(epochDayOf(Date.now()), 16);
  try {
    const page = await (await slow.newContext({ viewport: { width: 360, height: 740 } })).newPage();
    await page.goto(await hub.start());
    await fillIn(page);
    await page.click('.primary');
    // How long it takes is in bench/results; two minutes are a hang.
    await page.waitForSelector('h2:text-is("On our server")', { timeout: 120_000 });
    const { path: posted, body } = hub.taken[0]!;
    const nonce = posted.slice('/report/'.length);
    assert.ok(nonce === NO_PROOF || [0, 1].some((ago) => proves(sha256(body), hourOf(Date.now()) - ago, nonce, 16)));
    assert.equal((await opened(hub))['text'], MARKER);
  } finally {
    hub.stop();
    await slow.close();
  }
});

test('a_browser_whose_visit_failed_is_closed', inChromium, async () => {
  let open: BrowserContext | undefined;
  await assert.rejects(leftBy(async (_, context) => {
    open = context;
    throw new Error('the visit failed');
  }), /the visit failed/);
  assert.deepEqual(open?.pages(), []);
});

/** Rare enough to be looked for on a disk. */
const TOWN = 'Kesterhope';
const FIGURE = '77131';
const SAID = [MARKER, TOWN, TOWN.toLowerCase(), FIGURE, 'Military column', '"kind":"column"'];

/** Opens a report's words and answers in a browser of its own, closes it, and returns what is on its disk. */
async function leftByAReport(more: (page: Page) => Promise<void> = async () => {}): Promise<Left[]> {
  const hub = new TestHub();
  try {
    const address = await hub.start();
    return await leftBy(async (page, context) => {
      await page.goto(address);
      await fillIn(page, TOWN, FIGURE);
      await page.click('.primary');
      await page.waitForSelector('h2:text-is("On our server")');
      await more(page);
      assert.deepEqual(await context.cookies(), []);
    });
  } finally {
    hub.stop();
  }
}

const STORES = /^(?:Cookies|Local Storage|Session Storage|IndexedDB|Service Worker|Cache|Code Cache|GPUCache|File System|WebStorage|databases)(?:$|-journal$)/;

/** What stands in stores of the server's address, but for what Chromium keeps of scripts under theirs, whatever the answer forbids. */
function stored(left: readonly Left[], scripts: string): string[] {
  const stores = left.filter(({ name }) => name.split(path.sep).some((part) => STORES.test(part)));
  assert.ok(stores.length > 0, 'the profile has stores to look into');
  const ofScripts = new RegExp(`http://127\\.0\\.0\\.1(?::\\d+)?(?:/assets/(?:${scripts})\\.js|/)?(?![\\w/-])`, 'g');
  return stores.filter(({ name, bytes }) => {
    const text = bytes.toString('latin1');
    return (name.includes('Code Cache') ? text.replaceAll(ofScripts, '') : text).includes('127.0.0.1');
  }).map(({ name }) => name);
}

test('a_server_leaves_no_cookie_storage_or_cache_entry_in_the_browser_s_folder', inChromium, async () => {
  assert.deepEqual(stored(await leftByAReport(), 'tell|board'), [], 'scripts that every reader loads are all there is');
});

test('who_asks_for_words_leaves_the_script_of_the_second_door_and_nothing_more', inChromium, async () => {
  const left = await leftByAReport(async (page) => {
    await page.click('#tell button:has-text("Show words")');
    await page.waitForSelector('#tell ol');
  });
  assert.deepEqual(stored(left, 'tell|board|replies'), []);
});

test('no_word_town_kind_or_figure_of_a_report_is_in_the_browser_s_folder_afterwards', inChromium, async () => {
  const left = await leftByAReport();
  assert.ok(left.length > 10);
  assert.deepEqual(filesWith(left, SAID), []);
});

test('the_same_search_finds_each_of_them_in_whatever_store_a_page_would_put_it', inChromium, async () => {
  const hub = new TestHub();
  try {
    const address = await hub.start();
    for (const said of SAID) {
      const left = await leftBy(async (page) => {
        await page.goto(address);
        await page.evaluate(keep, said);
      });
      const found = filesWith(left, [said]).map((name) => name.split(path.sep).join('/'));
      for (const store of [/Local Storage/, /IndexedDB/, /CacheStorage/]) assert.ok(found.some((name) => store.test(name)), `${said} in ${String(store)}: ${found.join()}`);
    }
  } finally {
    hub.stop();
  }
});

/** A page as ours must never be: what it is told goes into three stores, in a database among much else and in the cache packed. */
async function keep(said: string): Promise<void> {
  localStorage.setItem('kept', said);
  const opening = indexedDB.open('kept');
  const database = await new Promise<IDBDatabase>((resolve) => {
    opening.onupgradeneeded = () => opening.result.createObjectStore('kept');
    opening.onsuccess = () => resolve(opening.result);
  });
  await new Promise<void>((resolve) => {
    const writing = database.transaction('kept', 'readwrite');
    writing.objectStore('kept').put({ before: 'la '.repeat(50_000), said: said.repeat(3) }, 1);
    writing.oncomplete = () => resolve();
  });
  database.close();
  const packed = new Response(said).body!.pipeThrough(new CompressionStream('gzip'));
  const cache = await caches.open('kept');
  await cache.put('/kept', new Response(await new Response(packed).arrayBuffer()));
}

test('a_reader_s_page_and_a_sender_s_page_ask_for_the_same_files_until_sending', inChromium, () => withPage(async (page, hub) => {
  await page.waitForLoadState('networkidle');
  const read = [...hub.requests];
  await fillIn(page);
  assert.deepEqual(hub.requests, read);
  assert.ok(read.some((request) => request.startsWith('GET /bundle/2')));
  assert.ok(read.includes(`GET ${STOP}`));
}));

test('a_page_without_keys_for_its_day_refuses_and_sends_nothing', inChromium, () =>
  withPage(async (page, hub) => {
    await fillIn(page);
    await page.click('.primary');
    await page.waitForSelector('h2:text-is("Refused")');
    await page.waitForSelector('text=There are no keys for the date of this device');
    assert.equal(hub.requests.filter((request) => request.startsWith('POST')).length, 0);
  }, new TestHub(epochDayOf(Date.now()) - 5)));

test('an_open_form_refuses_after_the_stop_sheet_appears_and_sends_nothing', inChromium, () => withPage(async (page, hub) => {
  await fillIn(page);
  hub.files.set(STOP, hub.desk.stopSheet());
  await page.click('.primary');
  await page.waitForSelector('h2:text-is("This desk is closed")');
  assert.ok(!(await page.content()).includes(MARKER));
  assert.equal(await page.locator('#tell button').count(), 1, 'nothing is left but leaving');
  await page.click('text=Leave');
  await page.click('#tell-open');
  assert.equal(await page.textContent('#tell h2'), 'This desk is closed');
  assert.equal(hub.requests.filter((request) => request.startsWith('POST')).length, 0);
}));

test('a_form_waiting_for_a_place_stops_when_the_stop_sheet_appears', inChromium, () => {
  const hub = new TestHub();
  hub.answers = [503];
  return withPage(async (page) => {
    await fillIn(page);
    await page.click('.primary');
    await page.waitForSelector('h2:has-text("Refused, try again at")');
    hub.files.set(STOP, hub.desk.stopSheet());
    await page.click('.secondary');
    await page.waitForSelector('h2:text-is("This desk is closed")');
    assert.equal(hub.taken.length, 0);
  }, hub);
});

for (const [language, closed] of [['en', 'This desk is closed'], ['pl', 'Ta redakcja jest zamknięta'], ['ar', 'هذا المكتب مغلق']] as const) {
  test(`a_page_of_a_closed_desk_opens_no_form_in_${language}`, inChromium, () => {
    const hub = new TestHub();
    hub.files.set(STOP, hub.desk.stopSheet());
    return withPage(async (page) => {
      await page.waitForLoadState('networkidle');
      await page.click('#tell-open');
      await page.waitForSelector(`#tell h2:text-is("${closed}")`);
      assert.equal(await page.locator('#tell .tile').count(), 0);
    }, hub, language);
  });
}

test('another_desk_s_stop_sheet_closes_nothing', inChromium, () => {
  const hub = new TestHub();
  hub.files.set(STOP, new TestHub().desk.stopSheet());
  return withPage(async (page) => {
    await fillIn(page);
    await page.click('.primary');
    await page.waitForSelector('h2:text-is("On our server")');
    assert.equal((await opened(hub))['text'], MARKER);
  }, hub);
});

test('a_tap_on_the_plain_map_gives_a_place_and_asks_nobody_for_anything', inChromium, () => withPage(async (page, hub) => {
  await page.waitForLoadState('networkidle');
  const read = [...hub.requests];
  await page.click('#tell-open');
  await page.click('.tile:has-text("Military column")');
  await page.click('.choice:has-text("It is over")');
  await page.click('#tell-map');
  // Dal is at 43 % of the width and 53 % of the height while all towns are shown; a tap there brings it to the middle.
  const tap = async (right: number, down: number) => {
    const box = (await page.locator('.place-map').boundingBox())!;
    await page.locator('.place-map').click({ position: { x: box.width * right, y: box.height * down } });
  };
  await tap(0.43, 0.53);
  await tap(0.5, 0.5);
  await page.click('.primary:text-is("It was here")');
  await page.click('.choice:has-text("In the last hour")');
  await page.click('.choice:has-text("I saw it")');
  await page.click('.primary');
  await page.click('.primary'); // no photos
  assert.deepEqual(hub.requests, read);
  assert.ok((await page.textContent('#tell .summary'))?.includes('near Dal'));
  await page.click('.primary');
  await page.waitForSelector('h2:text-is("On our server")');
  const place = (await opened(hub))['place'] as { latitude: number; longitude: number; uncertaintyMetres: number; name: string };
  assert.equal(place.name, 'near Dal');
  assert.ok(Math.abs(place.latitude - 54.12) < 0.06 && Math.abs(place.longitude + 33.1) < 0.1, JSON.stringify(place));
  assert.ok(place.uncertaintyMetres > 500 && place.uncertaintyMetres < 5_000, JSON.stringify(place));
}));

test('a_sender_is_asked_in_five_ways_how_they_know_and_who_heard_it_says_so', inChromium, () => withPage(async (page, hub) => {
  await fillIn(page);
  for (let screen = 0; screen < 3; screen++) await page.click('text=Back');
  assert.deepEqual(await page.locator('#tell .choice').allTextContents(), [
    'I saw it myself', 'I heard it with my own ears', 'I am there and see nothing of it', 'Somebody told me', 'I was sent this. Is it true?',
  ]);
  await page.click('.choice:has-text("I heard it")');
  for (let screen = 0; screen < 3; screen++) await page.click('.primary');
  await page.waitForSelector('h2:text-is("On our server")');
  assert.equal((await opened(hub))['stance'], 'heard');
}));

test('leaving_shows_the_list_at_once_and_forgets_the_answers', inChromium, () => withPage(async (page) => {
  await fillIn(page);
  await page.click('text=Leave');
  assert.ok(await page.isVisible('.bulletins'));
  assert.ok(!(await page.content()).includes(MARKER));
  await page.click('#tell-open');
  assert.equal(await page.textContent('#tell .tell-bar .hint'), '1 of 8');
  assert.equal(await page.locator('[aria-pressed="true"]').count(), 0);
}));

test('back_keeps_what_was_said', inChromium, () => withPage(async (page) => {
  await fillIn(page);
  await page.click('text=Back');
  await page.click('text=Back');
  assert.equal(await page.inputValue('#tell-text'), MARKER);
  for (const question of ['How do you know?', 'When was it?', 'Where is it?', 'Is it over, or still there?', 'What is it?']) {
    await page.click('text=Back');
    assert.equal(await page.textContent('#tell h2'), question);
  }
  assert.equal(await page.getAttribute('.tile:has-text("Military column")', 'aria-pressed'), 'true');
}));

test('the_map_opens_on_a_tap_from_this_board_s_files_alone', inChromium, async () => {
  const hub = new TestHub();
  hub.files.set('/now.geojson', NOW);
  hub.files.set('/country.geojson', COUNTRY);
  await withPage(async (page) => {
    await page.waitForLoadState('networkidle');
    assert.ok(!hub.requests.some((request) => request.includes('map')), hub.requests.join());
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).origin));
    await page.click('#map-open');
    await page.waitForSelector('#map canvas');
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(1500);
    const { width, height } = (await page.locator('#map canvas').boundingBox())!;
    // The middle of "Explosions near Dal" when the whole country is shown.
    await page.locator('#map canvas').click({ position: { x: width * 0.4, y: height * 0.5 } });
    await page.waitForSelector('.map-note a:text-is("Explosions near Dal")');
    assert.ok(hub.requests.includes('GET /assets/maplibre-gl-worker.mjs'));
    const own = new URL(page.url()).origin;
    assert.deepEqual(asked.filter((origin) => origin !== own && origin !== 'null'), []);
  }, hub);
});
