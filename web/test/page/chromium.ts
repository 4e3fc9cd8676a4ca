// The system's Chromium, if there is one: tests that need it say so instead of downloading another.
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { constants, inflateRawSync } from 'node:zlib';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export const CHROMIUM = PLACES.find((place) => existsSync(place));

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'];

export function launch(...flags: readonly string[]): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM as string, args: [...FLAGS, ...flags] });
}

/** A file of a browser's profile, by its path in there. */
export interface Left {
  readonly name: string;
  readonly bytes: Buffer;
}

/** What a browser, as a reader's, has on its disk once a visit is over and the browser closed. */
export async function leftBy(visit: (page: Page, context: BrowserContext) => Promise<void>): Promise<Left[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'watchword-profile-'));
  try {
    const context = await chromium.launchPersistentContext(folder, { executablePath: CHROMIUM as string, args: FLAGS });
    try {
      await visit(await context.newPage(), context);
    } finally {
      await context.close();
    }
    const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
    return await Promise.all(files.map(async (entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return { name: path.relative(folder, file), bytes: await readFile(file) };
    }));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * The files in which one of the words stands: as it is, with two bytes a letter, or inside what zlib packed.
 * Snappy, with which LevelDB and IndexedDB pack, leaves four letters that it has not met before as they are, so a word's first place is found.
 */
export function filesWith(left: readonly Left[], words: readonly string[]): readonly string[] {
  const forms = words.flatMap((word) => [Buffer.from(word, 'utf8'), Buffer.from(word, 'utf16le')]);
  const has = (bytes: Buffer) => forms.some((form) => bytes.includes(form));
  return left.filter(({ bytes }) => has(bytes) || unpacked(bytes).some(has)).map(({ name }) => name);
}

/** Far more than a report; a file that would unpack to gigabytes ends a search and not the test. */
const MOST_UNPACKED = 1 << 24;
const GZIP_HEAD = 10;
const ZLIB_HEAD = 2;

/** Whatever in a file can be unpacked, from each place where a stream of gzip or zlib may begin. */
function unpacked(bytes: Buffer): Buffer[] {
  const found: Buffer[] = [];
  for (let at = 0; at + 6 < bytes.length; at++) {
    const gzip = bytes[at] === 0x1f && bytes[at + 1] === 0x8b && bytes[at + 2] === 8 && bytes[at + 3] === 0;
    if (!gzip && !(bytes[at] === 0x78 && bytes.readUInt16BE(at) % 31 === 0)) continue;
    try {
      // Past the head: a store's own bytes follow the stream, which only raw inflating bears.
      found.push(inflateRawSync(bytes.subarray(at + (gzip ? GZIP_HEAD : ZLIB_HEAD)), { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: MOST_UNPACKED }));
    } catch {
      // No stream begins here after all.
    }
  }
  return found;
}
