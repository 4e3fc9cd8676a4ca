import { bundlePath, epochDayOf } from '../seal/bundle.ts';
import { jsonBeside, scriptBeside } from './beside.ts';
import { Form } from './form.ts';
import { parsePage } from './page.ts';
import { browserWorld, isClosed, type World } from './send.ts';
import { wordsFor, type Words } from './words.ts';

// Put in by build.mjs: what may be loaded on a tap.
declare const REPLIES_HASH: string;
declare const TONGUES_HASH: string;

// Entry point of the front page. What it fetches on its own, every reader's page fetches alike.

const script = import.meta.url;
const section = document.getElementById('tell');
const data = document.getElementById('watchword-page');
const opener = document.getElementById('tell-open');

if (section && data && opener) {
  // This file lies in `assets/` under the hub's root, whatever page loads it.
  const world = withBundleAtHand(browserWorld(new URL('../', script).href));
  const page = parsePage(data.textContent ?? '');
  // With the page and not when the form opens: opening it must ask for nothing. Sending asks again.
  const closed = isClosed(world, page.root).catch(() => false);
  const form = wordsFor(document.documentElement.lang, async (language) => await jsonBeside(`words-${language}.json`, section.dataset['words'], script) as Words)
    .then((spoken) => new Form(section, page, spoken, world, closed, async (asked, tapped) => {
      await scriptBeside('replies.js', REPLIES_HASH, script);
      await (await import('./replies.js')).behind(asked, tapped);
    }, async (asked, tapped) => {
      await scriptBeside('tongues.js', TONGUES_HASH, script);
      (await import('./tongues.js')).tongues(asked, tapped);
    }));
  opener.addEventListener('click', (event) => {
    event.preventDefault();
    void form.then((ready) => ready.open());
  });
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
