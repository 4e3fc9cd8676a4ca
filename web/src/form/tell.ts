import { bundlePath, epochDayOf } from '../seal/bundle.ts';
import { Form } from './form.ts';
import { parsePage } from './page.ts';
import { browserWorld, isClosed, type World } from './send.ts';
import { wordsFor, type Words } from './words.ts';

// Entry point of the front page. What it fetches on its own, every reader's page fetches alike.

const section = document.getElementById('tell');
const data = document.getElementById('watchword-page');
const opener = document.getElementById('tell-open');

if (section && data && opener) {
  // This file lies in `assets/` under the hub's root, whatever page loads it.
  const world = withBundleAtHand(browserWorld(new URL('../', import.meta.url).href));
  const page = parsePage(data.textContent ?? '');
  // With the page and not when the form opens: opening it must ask for nothing. Sending asks again.
  const closed = isClosed(world, page.root).catch(() => false);
  const form = wordsFor(document.documentElement.lang, async (language) => JSON.parse(await text(`words-${language}.json`)) as Words)
    .then((spoken) => new Form(section, page, spoken, world, closed,
      async (asked, tapped) => (await import('./replies.js')).behind(asked, tapped)));
  opener.addEventListener('click', (event) => {
    event.preventDefault();
    void form.then((ready) => ready.open());
  });
}

/** A text file beside this one. */
async function text(name: string): Promise<string> {
  const answer = await fetch(new URL(name, import.meta.url), { credentials: 'omit', referrerPolicy: 'no-referrer' });
  if (!answer.ok) throw new TypeError(`no ${name}`);
  return answer.text();
}

/** Loads today's bundle with the page, so that a sender's page asks for it no differently from a reader's. */
function withBundleAtHand(world: World): World {
  const path = bundlePath(epochDayOf(world.now()));
  const early = world.get(path).then((answer) => (answer.status === 200 ? answer : null), () => null);
  return {
    ...world,
    get: async (wanted) => (wanted === path ? await early : null) ?? world.get(wanted),
  };
}
