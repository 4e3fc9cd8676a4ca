import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { concat, ascii } from '../../src/seal/bytes.ts';
import { orientationIn, tiffOf } from '../../src/photo/bytes.ts';
import { PhotoRefused, strip } from '../../src/photo/strip.ts';
import { chunk, PICTURES, PLANTED, written } from './pictures.ts';

const withExiftool = { skip: !existsSync('/usr/bin/exiftool') && 'no exiftool on this machine' };
/** Groups of what exiftool tells of any file, and of any picture's decoding. */
const SAYS_NOTHING = /^(SourceFile|ExifTool|File|System|JFIF|Composite|PNG|RIFF|APP14|EXIF:ExifByteOrder)/;

const has = (bytes: Uint8Array, text: string) => Buffer.from(bytes).includes(text) || Buffer.from(bytes).includes(Buffer.from(text, 'utf16le'));

/** A picture with all that exiftool can write into its format. */
function worn(name: string): Uint8Array {
  const folder = mkdtempSync(path.join(tmpdir(), 'watchword-photo-'));
  try {
    const thumbnail = path.join(folder, 'thumbnail.jpg');
    writeFileSync(thumbnail, PICTURES['baseline.jpg']!);
    const file = path.join(folder, name);
    writeFileSync(file, PICTURES[name]!);
    execFileSync('exiftool', ['-q', '-m', '-overwrite_original', ...written(thumbnail), file], { stdio: ['ignore', 'ignore', 'ignore'] });
    return new Uint8Array(readFileSync(file));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function tags(bytes: Uint8Array, name: string): Record<string, unknown> {
  const json = execFileSync('exiftool', ['-j', '-G1', '-a', '-u', '-n', '-'], { input: bytes, stdio: ['pipe', 'pipe', 'ignore'] }).toString();
  assert.ok(json, name);
  return (JSON.parse(json) as Record<string, unknown>[])[0]!;
}

for (const name of Object.keys(PICTURES)) {
  test(`of_${name}_exiftool_finds_the_orientation_only`, withExiftool, () => {
    const before = worn(name);
    const told = Object.keys(tags(before, name)).join();
    assert.ok(has(before, PLANTED) && /GPSLatitude/.test(told) && /SerialNumber/.test(told) && /XMP/.test(told), told);
    const { bytes } = strip(before);
    const after = tags(bytes, name);
    assert.deepEqual(Object.keys(after).filter((tag) => !SAYS_NOTHING.test(tag) && tag !== 'IFD0:Orientation'), []);
    assert.equal(after['IFD0:Orientation'], 6);
    assert.ok(!has(bytes, PLANTED) && !has(bytes, 'Kestrel') && !has(bytes, 'Exif\0\0II'));
    assert.deepEqual(Object.keys(after).filter((tag) => /Date|Time(?!.*Modif)|GPS|Software|Thumb|Comment|Profile/.test(tag) && !/^(System|File)/.test(tag)), []);
  });

  test(`stripping_${name}_again_changes_nothing`, withExiftool, () => {
    const once = strip(worn(name));
    assert.deepEqual(strip(once.bytes), once);
    assert.equal(`.${once.ending}`, path.extname(name));
  });

  test(`${name}_cut_anywhere_is_refused`, () => {
    const { bytes } = strip(PICTURES[name]!);
    for (let length = 0; length < bytes.length; length++) {
      assert.throws(() => strip(bytes.subarray(0, length)), PhotoRefused, `${length} of ${bytes.length}`);
    }
  });

  test(`what_follows_the_end_of_${name}_is_dropped`, () => {
    const picture = PICTURES[name]!;
    for (const tail of [ascii(PLANTED), PICTURES['baseline.jpg']!, concat(ascii('\0\0\0\x18ftypmp42'), ascii(PLANTED))]) {
      assert.deepEqual(strip(concat(picture, tail)), strip(picture));
    }
  });

  test(`${name}_damaged_anywhere_is_refused_or_still_clean`, withExiftool, () => {
    const whole = worn(name);
    let seed = 7;
    const next = () => (seed = (seed * 48_271) % 0x7fff_ffff);
    for (let round = 0; round < 1_000; round++) {
      const bytes = whole.slice();
      for (let change = next() % 3; change >= 0; change--) bytes[next() % bytes.length] = next() & 255;
      let once;
      try {
        once = strip(bytes);
      } catch (error) {
        assert.ok(error instanceof PhotoRefused, String(error));
        continue;
      }
      assert.deepEqual(strip(once.bytes), once);
      assert.ok(!has(once.bytes, PLANTED));
    }
  });
}

test('a_jpeg_keeps_its_colour_transform_and_no_more_of_adobe_s_words', () => {
  const adobe = concat(Uint8Array.of(0xff, 0xee, 0, 14 + PLANTED.length), ascii('Adobe'), Uint8Array.of(0, 101, 1, 2, 3, 4, 1), ascii(PLANTED));
  const jpeg = PICTURES['baseline.jpg']!;
  const { bytes } = strip(concat(jpeg.subarray(0, 2), adobe, jpeg.subarray(2)));
  const at = Buffer.from(bytes).indexOf('Adobe');
  assert.deepEqual([...bytes.subarray(at + 5, at + 12)], [0, 100, 0, 0, 0, 0, 1]);
  assert.ok(!has(bytes, PLANTED));
});

test('a_png_s_texts_times_profile_and_further_frames_go', () => {
  const png = PICTURES['a.png']!;
  const extra = ['tEXt', 'zTXt', 'iTXt', 'tIME', 'iCCP', 'acTL', 'fdAT', 'prVt'].map((type) => chunk(type, ascii(PLANTED)));
  assert.deepEqual(strip(concat(png.subarray(0, 33), ...extra, png.subarray(33))), strip(png));
  assert.throws(() => strip(concat(png.subarray(0, 33), chunk('CgBI', ascii(PLANTED)), png.subarray(33))), /unusual chunk/);
});

/** The picture with its colours written in another way, which only its header tells. */
function coloured(png: Uint8Array, colour: number): Uint8Array {
  const header = png.slice(16, 29);
  header[9] = colour;
  return concat(png.subarray(0, 8), chunk('IHDR', header), png.subarray(33));
}

test('of_a_png_what_changes_its_pixels_stays_and_a_palette_that_is_only_proposed_goes', () => {
  const png = PICTURES['a.png']!;
  const light = [chunk('sRGB', new Uint8Array(1)), chunk('cHRM', new Uint8Array(32))];
  for (const [colour, transparent] of [[0, 2], [2, 6], [3, 5]] as const) {
    const head = coloured(png, colour);
    const kept = concat(head.subarray(0, 33), ...light, ...(colour === 3 ? [chunk('PLTE', new Uint8Array(768))] : []), chunk('tRNS', new Uint8Array(transparent)), head.subarray(33));
    assert.deepEqual(strip(kept).bytes, kept, `colours ${colour}`);
  }
  for (const colour of [0, 2, 4, 6]) {
    const head = coloured(png, colour);
    assert.deepEqual(strip(concat(head.subarray(0, 33), chunk('PLTE', concat(ascii(PLANTED), new Uint8Array(2))), head.subarray(33))).bytes, head, `colours ${colour}`);
  }
});

test('no_words_ride_in_a_png_s_chunks_that_a_decoder_passes_over', () => {
  const png = PICTURES['a.png']!;
  const words = ascii(PLANTED);
  const end = png.length - 12;
  const refused: readonly (readonly [string, Uint8Array])[] = [
    ['a second gamma', concat(png.subarray(0, 33), chunk('gAMA', words.subarray(0, 4)), png.subarray(33))],
    ['a gamma after the picture', concat(png.subarray(0, 33), png.subarray(49, end), chunk('gAMA', words.subarray(0, 4)), png.subarray(end))],
    ['a transparency after the picture', concat(png.subarray(0, end), chunk('tRNS', words.subarray(0, 6)), png.subarray(end))],
    ...([[0, words], [0, words.subarray(0, 6)], [2, words], [2, words.subarray(0, 2)], [4, words], [6, words]] as const)
      .map(([colour, held]) => [`a transparency of ${held.length} bytes, colours ${colour}`, concat(coloured(png, colour).subarray(0, 33), chunk('tRNS', held), png.subarray(33))] as const),
  ];
  for (const [what, file] of refused) assert.throws(() => strip(file), /damaged chunk/, what);
});

test('no_words_ride_where_a_picture_says_nothing', () => {
  const png = PICTURES[Object.keys(PICTURES).find((name) => name.endsWith('.png'))!]!;
  const words = ascii(PLANTED);
  for (const [type, data] of [['gAMA', concat(Uint8Array.of(0, 0, 0, 1), words)], ['PLTE', concat(words, new Uint8Array(3 - (words.length % 3 || 3)), new Uint8Array(1))]] as const) {
    assert.throws(() => strip(concat(png.subarray(0, 33), chunk(type, data), png.subarray(33))), /damaged chunk/, type);
  }
  assert.throws(() => strip(concat(png.subarray(0, png.length - 12), chunk('IEND', words))), /damaged chunk/);
  const jpeg = PICTURES['baseline.jpg']!;
  const table = concat(Uint8Array.of(0xff, 0xdb, 0, 67, 7), words, new Uint8Array(64 - words.length));
  assert.throws(() => strip(concat(jpeg.subarray(0, 2), table, jpeg.subarray(2))), PhotoRefused);
  const webp = PICTURES['alpha.webp']!;
  const at = Buffer.from(webp).indexOf('ALPH');
  const twice = concat(webp.subarray(0, at), ascii('ALPH'), Uint8Array.of(words.length, 0, 0, 0), words, new Uint8Array(words.length % 2), webp.subarray(at));
  new DataView(twice.buffer).setUint32(4, twice.length - 8, true);
  assert.throws(() => strip(twice), /transparency/);
});

test('other_kinds_of_files_are_refused_by_what_they_hold', () => {
  const others: readonly (readonly [string, string])[] = [
    ['\0\0\0\x18ftypheic\0\0\0\0', 'HEIC'], ['\0\0\0\x18ftypmif1\0\0\0\0', 'HEIC'], ['\0\0\0\x18ftypavif\0\0\0\0', 'AVIF'],
    ['\0\0\0\x18ftypisom\0\0\0\0', 'video'], ['\0\0\0\x14ftypqt  ', 'video'], ['\x1aE\xdf\xa3', 'video'], ['RIFF\0\0\0\0AVI ', 'video'],
    ['GIF89a', 'GIF'], ['%PDF-1.7', 'PDF'], ['PK\x03\x04', 'document'], ['\xd0\xcf\x11\xe0', 'document'], ['II*\0', 'TIFF'], ['', '?'], ['<svg', '?'],
  ];
  for (const [begins, name] of others) {
    const file = Uint8Array.from(begins, (letter) => letter.charCodeAt(0));
    assert.throws(() => strip(file), (error) => error instanceof PhotoRefused && error.message === name, name);
  }
});

test('an_animated_webp_is_refused', () => {
  const webp = PICTURES['alpha.webp']!.slice();
  webp[20] = webp[20]! | 2;
  assert.throws(() => strip(webp), /animated/);
});

test('orientation_is_read_in_either_byte_order_and_upright_where_it_says_nonsense', () => {
  const little = Uint8Array.of(0x49, 0x49, 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0);
  assert.equal(orientationIn(little), 8);
  for (let turned = 1; turned <= 8; turned++) assert.equal(orientationIn(tiffOf(turned)), turned);
  for (const nonsense of [tiffOf(0), tiffOf(9), tiffOf(6).subarray(0, 12), new Uint8Array(), new Uint8Array(26)]) assert.equal(orientationIn(nonsense), 1);
});
