// The system's Chromium, if there is one: tests that need it say so instead of downloading another.
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
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
    await visit(await context.newPage(), context);
    await context.close();
    const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
    return await Promise.all(files.map(async (entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return { name: path.relative(folder, file), bytes: await readFile(file) };
    }));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
