// The system's Chromium, if there is one: tests that need it say so instead of downloading another.
import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export const CHROMIUM = PLACES.find((place) => existsSync(place));

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'];

export function launch(...flags: readonly string[]): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM as string, args: [...FLAGS, ...flags] });
}

/** A browser that keeps what it keeps in `folder`, as a reader's does. */
export function persistent(folder: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, { executablePath: CHROMIUM as string, args: FLAGS });
}
