import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { strip } from '../../src/photo/strip.ts';
import { open } from '../seal/desk.ts';
import { CHROMIUM, launch, leftBy } from './chromium.ts';
import { TestHub } from './hub.ts';

const inChromium = { skip: CHROMIUM === undefined && 'no Chromium on this machine' };
let browser: Browser;

before(async () => {
  if (CHROMIUM) browser = await launch();
});
after(() => browser?.close());

async function withPage(work: (page: Page, hub: TestHub) => Promise<void>, script = ''): Promise<void> {
  const hub = new TestHub();
  const address = await hub.start();
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  if (script) await context.addInitScript(script);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (/Content.Security|Trusted|Refused to/i.test(message.text())) complaints.push(message.text());
  });
  try {
    await page.goto(address);
    await work(page, hub);
    assert.deepEqual(complaints, []);
  } finally {
    await context.close();
    hub.stop();
  }
}

/** A picture of noise and lines, which compresses badly and shows every change. */
const picture = (page: Page, type: string, width = 160, height = 100, quality = 0.8) => page.evaluate(async ([kind, w, h, q]) => {
  const canvas = document.createElement('canvas');
  canvas.width = w;
  canvas.height = h;
  const context = canvas.getContext('2d')!;
  const image = context.createImageData(w, h);
  let seed = 7;
  for (let at = 0; at < image.data.length; at++) {
    seed = (seed * 48_271) % 0x7fff_ffff;
    image.data[at] = at % 4 === 3 ? 255 : (seed & 63) + ((at >> 6) & 127);
  }
  context.putImageData(image, 0, 0);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, kind, q));
  return new Promise<string>((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.readAsDataURL(blob!);
  });
}, [type, width, height, quality] as const).then((url) => new Uint8Array(Buffer.from(url.slice(url.indexOf(',') + 1), 'base64')));

/** What a browser shows of a file: width, height and every pixel as it is turned. */
const pixels = (page: Page, file: Uint8Array) => page.evaluate(async (base64) => {
  const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))]));
  const canvas = document.createElement('canvas');
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  const context = canvas.getContext('2d')!;
  context.drawImage(bitmap, 0, 0);
  return [bitmap.width, bitmap.height, ...context.getImageData(0, 0, bitmap.width, bitmap.height).data];
}, Buffer.from(file).toString('base64'));

async function toPhotos(page: Page): Promise<void> {
  await page.click('#tell-open');
  await page.click('.tile:has-text("Military column")');
  await page.click('.choice:has-text("It is over")');
  await page.click('.choice:has-text("I do not know where")');
  await page.click('.choice:has-text("In the last hour")');
  await page.click('.choice:has-text("I saw it")');
  await page.click('.primary');
  assert.equal(await page.textContent('#tell h2'), 'Any photos?');
}

async function add(page: Page, ...files: readonly { name: string; buffer: Buffer }[]): Promise<void> {
  const chosen = page.waitForEvent('filechooser');
  await page.click('text=Add a photo');
  await (await chosen).setFiles(files.map((file) => ({ ...file, mimeType: '' })));
}

const contents = async (hub: TestHub) => Promise.all(hub.taken.map(async ({ body }) =>
  open(body, hub.desk.gate.seed, hub.desk.lanes.map((lane) => lane.seed))));

for (const [type, worn] of [['jpeg', 6], ['png', 3], ['webp', 8]] as const) {
  test(`a_stripped_${type}_shows_the_same_pixels_turned_the_same_way`, inChromium, () => withPage(async (page) => {
    const plain = await picture(page, `image/${type}`);
    const turned = wear(plain, type, worn);
    const { bytes } = strip(turned);
    const before = await pixels(page, turned);
    assert.deepEqual(await pixels(page, bytes), before);
    if (type !== 'png') assert.ok(bytes.length > strip(plain).bytes.length, 'the orientation is kept');
    assert.deepEqual(await pixels(page, strip(plain).bytes), await pixels(page, plain));
  }));
}

/** Gives a picture an Exif of 600 bytes that says how it is turned and much else. */
function wear(file: Uint8Array, type: 'jpeg' | 'png' | 'webp', orientation: number): Uint8Array {
  const tiff = Buffer.concat([Buffer.from('MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0', 'latin1'), Buffer.from([orientation, 0, 0, 0, 0, 0, 0]), Buffer.alloc(600, 'secret ')]);
  const picture = Buffer.from(file);
  if (type === 'jpeg') {
    const length = Buffer.alloc(2);
    length.writeUInt16BE(tiff.length + 8);
    return Buffer.concat([picture.subarray(0, 2), Buffer.from([0xff, 0xe1]), length, Buffer.from('Exif\0\0'), tiff, picture.subarray(2)]);
  }
  if (type === 'png') {
    const typed = Buffer.concat([Buffer.from('eXIf'), tiff]);
    const ends = [Buffer.alloc(4), Buffer.alloc(4)] as const;
    ends[0].writeUInt32BE(tiff.length);
    ends[1].writeUInt32BE(crc32(typed));
    return Buffer.concat([picture.subarray(0, 33), ends[0], typed, ends[1], picture.subarray(33)]);
  }
  assert.equal(picture.toString('latin1', 12, 16), 'VP8X');
  const size = Buffer.alloc(4);
  size.writeUInt32LE(tiff.length);
  const body = Buffer.concat([picture, Buffer.from('EXIF'), size, tiff]);
  body[20] = body[20]! | 0x08;
  body.writeUInt32LE(body.length - 8, 4);
  return body;
}

function crc32(bytes: Uint8Array): number {
  let value = ~0;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
  }
  return ~value >>> 0;
}

test('photos_follow_the_words_in_envelopes_of_their_own_cleaned_and_named_by_the_report', inChromium, () => withPage(async (page, hub) => {
  await toPhotos(page);
  const jpeg = wear(await picture(page, 'image/jpeg', 320, 200), 'jpeg', 6);
  const large = await picture(page, 'image/png', 500, 350);
  await add(page, { name: 'IMG_20261122_home.jpg', buffer: Buffer.from(jpeg) }, { name: 'b.png', buffer: Buffer.from(large) });
  await page.waitForSelector('figcaption:has-text("2.png")');
  assert.ok(await page.$$eval('.photos img', (images) => images.every((image) => (image as HTMLImageElement).naturalWidth > 0)));
  await page.click('.primary');
  assert.match(await page.textContent('#tell .summary') ?? '', /1\.jpg2\.png/);
  await page.click('.primary');
  await page.waitForSelector('h2:text-is("On our server")');

  assert.deepEqual(hub.taken.map(({ body }) => body.length), [16_384, 262_144, 1_048_576]);
  const opened = await contents(hub);
  assert.equal(new Set(opened.map(({ lane }) => lane)).size, 1);
  const report = JSON.parse(Buffer.from(opened[0]!.content).toString().split('\n')[1]!) as { photos: string[] };
  const photos = opened.slice(1).map(({ content }) => Buffer.from(content));
  assert.deepEqual(report.photos, photos.map((content) => createHash('sha256').update(content).digest('hex')));
  assert.deepEqual(photos.map((content) => content.toString('latin1', 0, 18)), ['watchword.photo/1\n', 'watchword.photo/1\n']);
  assert.deepEqual(new Uint8Array(photos[0]!.subarray(50)), strip(jpeg).bytes);
  assert.deepEqual(new Uint8Array(photos[1]!.subarray(50)), strip(large).bytes);
  for (const content of opened) assert.ok(!Buffer.from(content.content).includes('secret') && !Buffer.from(content.content).includes('IMG_'));
}));

test('each_photo_has_its_state_and_the_same_bytes_are_repeated_until_taken', inChromium, () => withPage(async (page, hub) => {
  await toPhotos(page);
  const jpeg = Buffer.from(await picture(page, 'image/jpeg'));
  await add(page, { name: 'a', buffer: jpeg }, { name: 'b', buffer: jpeg });
  await page.waitForSelector('figcaption:has-text("2.jpg")');
  await page.click('.primary');
  hub.answers = [204, 503, 204, 400, 400, 204];
  await page.click('.primary');
  await page.waitForSelector('h2:has-text("Refused, try again at")');
  assert.deepEqual(await page.$$eval('.summary li', (items) => items.map((item) => item.textContent!.replace(/\d\d:\d\d/, ''))),
    ['Report: On our server', '1.jpg: Refused, try again at ', '2.jpg: Not sent, trying']);
  assert.equal(await page.locator('text=Back').count(), 0, 'the words are there and are not sent again');
  await page.click('.secondary');
  await page.waitForSelector('h2:text-is("Refused")');
  assert.equal(await page.textContent('.summary li >> nth=2'), '2.jpg: Refused');
  await page.click('.secondary');
  await page.waitForSelector('h2:text-is("On our server")');
  assert.equal(hub.requests.filter((request) => request.startsWith('POST')).length, 6);
  assert.equal(new Set(hub.refused.slice(1).map(({ body }) => body.toString('base64'))).size, 1);
  assert.ok(hub.refused[1]!.body.equals(hub.taken[2]!.body));
  assert.equal(hub.taken.length, 3);
  assert.equal(new Set((await contents(hub)).slice(1).map(({ content }) => Buffer.from(content).toString('base64'))).size, 2, 'equal pictures differ by their random bytes');
}));

test('what_is_no_clean_photo_is_refused_with_what_to_do_instead', inChromium, () => withPage(async (page, hub) => {
  await toPhotos(page);
  for (const [begins, name] of [['\0\0\0\x18ftypheic\0\0\0\0', 'HEIC'], ['%PDF-1.7', 'PDF'], ['GIF89a', 'GIF'], ['\xff\xd8\xff\xd9', 'JPEG: no picture']] as const) {
    await add(page, { name: 'x.jpg', buffer: Buffer.from(begins, 'latin1') });
    await page.waitForSelector(`.problem:text-is("Not added: ${name}. Take a screenshot of it and add that.")`);
  }
  const jpeg = await picture(page, 'image/jpeg');
  const heavy = Buffer.concat([jpeg.subarray(0, 2), ...Array.from({ length: 260 }, () =>
    Buffer.concat([Buffer.from([0xff, 0xdb, 0xff, 0xb1]), ...Array.from({ length: 1007 }, () => Buffer.alloc(65))])), jpeg.subarray(2)]);
  await add(page, { name: 'x.jpg', buffer: heavy });
  await page.waitForSelector('.problem:has-text("> 16 MB")');
  assert.equal(await page.locator('.photos img').count(), 0);
  await page.click('.primary');
  await page.click('.primary');
  await page.waitForSelector('h2:text-is("On our server")');
  assert.equal(hub.taken.length, 1);
}));

test('what_is_covered_is_black_in_a_flat_picture_and_the_rest_still_there', inChromium, () => withPage(async (page, hub) => {
  await toPhotos(page);
  await add(page, { name: 'a', buffer: Buffer.from(await picture(page, 'image/jpeg', 320, 200)) });
  await page.click('text=Cover or shrink');
  const area = (await page.locator('.cover').boundingBox())!;
  const at = async (x: number, y: number) => [area.x + area.width * x, area.y + area.height * y] as const;
  await page.mouse.move(...await at(0.25, 0.25));
  await page.mouse.down();
  await page.mouse.move(...await at(0.5, 0.75), { steps: 4 });
  await page.mouse.up();
  assert.equal(await page.locator('.covered').count(), 1);
  await page.click('text=Undo');
  assert.equal(await page.locator('.covered').count(), 0);
  await page.mouse.move(...await at(0.5, 0.75));
  await page.mouse.down();
  await page.mouse.move(...await at(0.25, 0.25), { steps: 4 });
  await page.mouse.up();
  // By keys: show the frame at 0.4 to 0.6, bring it to the right edge, grow it, cover.
  await page.focus('.cover');
  await page.keyboard.press('ArrowRight');
  for (let times = 0; times < 10; times++) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('-');
  await page.keyboard.press('Enter');
  assert.equal(await page.locator('.covered').count(), 2);
  await page.click('text=Done');
  await page.waitForSelector('figcaption');
  await page.click('.primary');
  await page.click('.primary');
  await page.waitForSelector('h2:text-is("On our server")');

  const sent = (await contents(hub))[1]!.content.slice(50);
  assert.deepEqual(strip(sent).bytes, sent);
  const [width, height, ...data] = await pixels(page, sent);
  assert.deepEqual([width, height], [320, 200]);
  const light = (x: number, y: number) => data.slice(4 * (y * 320 + x), 4 * (y * 320 + x) + 3).reduce((sum, value) => sum + value, 0);
  // JPEG blurs within 8 or 16 pixels of an edge.
  for (let y = 52; y < 148; y++) for (let x = 82; x < 158; x++) assert.ok(light(x, y) < 60, `${x} ${y} ${light(x, y)}`);
  assert.ok(light(290, 90) < 60);
  const rest = [[10, 10], [200, 30], [40, 190], [310, 190]].map(([x, y]) => light(x!, y!));
  assert.ok(rest.every((value) => value > 60), rest.join());
}));

test('a_smaller_picture_fits_the_second_size', inChromium, () => withPage(async (page, hub) => {
  await toPhotos(page);
  await add(page, { name: 'a', buffer: Buffer.from(await picture(page, 'image/jpeg', 1600, 1200, 0.95)) });
  await page.click('text=Cover or shrink');
  await page.click('text=Make it small');
  assert.equal(await page.getAttribute('.choice:has-text("Make it small")', 'aria-pressed'), 'true');
  await page.click('text=Done');
  await page.waitForSelector('figcaption');
  await page.click('.primary');
  await page.click('.primary');
  await page.waitForSelector('h2:text-is("On our server")');
  assert.deepEqual(hub.taken.map(({ body }) => body.length), [16_384, 262_144]);
}));

test('a_browser_that_lies_about_pixels_offers_no_cover_and_sends_the_stripped_bytes', inChromium, () => withPage(async (page, hub) => {
  const jpeg = await picture(page, 'image/jpeg');
  await toPhotos(page);
  await page.waitForSelector('text=lets no page redraw');
  await add(page, { name: 'a', buffer: Buffer.from(jpeg) });
  await page.waitForSelector('figcaption');
  assert.equal(await page.locator('text=Cover or shrink').count(), 0);
  await page.click('.primary');
  await page.click('.primary');
  await page.waitForSelector('h2:text-is("On our server")');
  assert.deepEqual((await contents(hub))[1]!.content.slice(50), strip(jpeg).bytes);
}, `const read = CanvasRenderingContext2D.prototype.getImageData;
  CanvasRenderingContext2D.prototype.getImageData = function (...box) {
    const image = read.apply(this, box);
    image.data[5] ^= 1;
    return image;
  };`));

test('removing_and_leaving_forget_photos_and_no_more_than_four_are_taken', inChromium, () => withPage(async (page) => {
  await toPhotos(page);
  const jpeg = Buffer.from(await picture(page, 'image/jpeg'));
  await add(page, ...Array.from({ length: 5 }, () => ({ name: 'a', buffer: jpeg })));
  await page.waitForSelector('figcaption:has-text("4.jpg")');
  assert.equal(await page.locator('text=Add a photo').count(), 0);
  await page.click('button:text-is("Remove") >> nth=0');
  assert.equal(await page.locator('.photos img').count(), 3);
  await page.click('text=Leave');
  await toPhotos(page);
  assert.equal(await page.locator('.photos img').count(), 0);
}));

test('a_file_that_is_still_read_when_its_question_is_left_is_not_sent', inChromium, () => withPage(async (page, hub) => {
  await toPhotos(page);
  await add(page, { name: 'far', buffer: Buffer.from(await picture(page, 'image/jpeg')) });
  assert.ok(await page.isDisabled('.photos .primary'), 'what is not in the list yet cannot be sent');
  await page.click('.tell-bar button >> nth=0');
  await page.click('.primary');
  assert.equal(await page.textContent('#tell h2'), 'Any photos?');
  await page.evaluate(() => (globalThis as unknown as { arrive(): void }).arrive());
  await page.click('.primary');
  assert.doesNotMatch(await page.textContent('#tell .summary') ?? '', /jpg/);
  await page.click('.primary');
  await page.waitForSelector('h2:text-is("On our server")');
  assert.equal(hub.taken.length, 1);
}, `const read = File.prototype.arrayBuffer;
  File.prototype.arrayBuffer = function () {
    return new Promise((resolve) => { globalThis.arrive = () => resolve(read.call(this)); });
  };`));

async function cover(page: Page, index: number): Promise<void> {
  await page.click(`text=Cover or shrink >> nth=${index}`);
  await page.focus('.cover');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.click('text=Done');
}

test('a_photo_whose_cover_is_still_drawn_is_on_no_way_sent_and_a_covered_one_keeps_its_place', inChromium, () => withPage(async (page, hub) => {
  await toPhotos(page);
  const [first, second] = [Buffer.from(await picture(page, 'image/jpeg', 320, 200)), Buffer.from(await picture(page, 'image/jpeg', 240, 160))];
  await add(page, { name: 'a', buffer: first }, { name: 'b', buffer: second });
  await page.waitForSelector('figcaption:has-text("2.jpg")');
  await cover(page, 0);
  await page.waitForSelector('figcaption:has-text("2.jpg")');
  await page.waitForFunction(() => [...document.querySelectorAll<HTMLImageElement>('.photos img')].every(({ naturalWidth }) => naturalWidth > 0));
  assert.deepEqual(await page.$$eval('.photos img', (images) => images.map((image) => (image as HTMLImageElement).naturalWidth)), [320, 240]);

  await page.evaluate(() => { (globalThis as unknown as { hold: boolean }).hold = true; });
  await cover(page, 1);
  await page.waitForFunction(() => 'drawn' in globalThis);
  assert.equal(await page.locator('.photos :is(button:enabled, .cover)').count(), 0, 'while it is drawn nothing can be taken back, added or sent');
  await page.click('.tell-bar button >> nth=0');
  await page.click('.primary');
  assert.equal(await page.locator('figcaption').count(), 1, 'the one that is being covered is not in the list');
  await page.evaluate(() => (globalThis as unknown as { drawn(): void }).drawn());
  await page.waitForFunction(() => (globalThis as unknown as { wrote: boolean }).wrote);
  await page.click('.primary');
  await page.click('.primary');
  await page.waitForSelector('h2:text-is("On our server")');
  const sent = (await contents(hub)).slice(1).map(({ content }) => content.slice(50));
  assert.equal(sent.length, 1, 'what was not seen in the list is not sent');
  assert.notDeepEqual(sent[0], strip(new Uint8Array(first)).bytes, 'the covered one is sent, not what it was drawn from');
}, `const write = HTMLCanvasElement.prototype.toBlob;
  HTMLCanvasElement.prototype.toBlob = function (...rest) {
    if (!globalThis.hold) return write.apply(this, rest);
    globalThis.drawn = () => write.call(this, (blob) => { rest[0](blob); setTimeout(() => { globalThis.wrote = true; }, 200); }, ...rest.slice(1));
  };`));

test('a_photo_whose_cover_cannot_be_drawn_leaves_the_report', inChromium, () => withPage(async (page, hub) => {
  await toPhotos(page);
  await add(page, { name: 'a', buffer: Buffer.from(await picture(page, 'image/jpeg')) });
  await page.waitForSelector('figcaption');
  await page.evaluate(() => { HTMLCanvasElement.prototype.toBlob = (done) => done(null); });
  await cover(page, 0);
  await page.waitForSelector('.problem:has-text("Not added: 1.jpg.")');
  assert.equal(await page.locator('.photos img').count(), 0);
  await page.click('.primary');
  await page.click('.primary');
  await page.waitForSelector('h2:text-is("On our server")');
  assert.equal(hub.taken.length, 1);
}));

test('no_byte_of_a_photo_is_in_the_browser_s_folder_afterwards', inChromium, async () => {
  const hub = new TestHub();
  try {
    const address = await hub.start();
    let run = Buffer.alloc(0);
    const left = await leftBy(async (page) => {
      await page.goto(address);
      const jpeg = Buffer.from(await picture(page, 'image/jpeg'));
      run = jpeg.subarray(jpeg.length / 2, jpeg.length / 2 + 32);
      await toPhotos(page);
      await add(page, { name: 'a', buffer: jpeg });
      await page.waitForSelector('figcaption');
      await page.click('.primary');
      await page.click('.primary');
      await page.waitForSelector('h2:text-is("On our server")');
      assert.equal(hub.taken.length, 2);
    });
    assert.ok(left.length > 10);
    assert.deepEqual(left.filter(({ bytes }) => bytes.includes(run)).map(({ name }) => name), []);
  } finally {
    hub.stop();
  }
});
