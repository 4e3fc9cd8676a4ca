// A front page as the board makes it, for looking at the form and for the browser test. Not shipped.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { base64 } from '@scure/base';
import type { Root } from '../../src/seal/bundle.ts';
import kinds from '../../../spec/kinds.json';

/** Of a file of the board as it was built. */
function hashOf(name: string): string {
  return `sha256-${createHash('sha256').update(readFileSync(`target/classes/watchword/web/board/${name}`)).digest('base64')}`;
}

const TOWNS: readonly [string, number, number, number][] = [
  ['Dal', 54.12, -33.1, 41_000], ['Lornewick', 54.5, -32.4, 610_000], ['Ostrava Bay', 54.02, -33.6, 8_200],
  ['Łódkowo', 54.31, -32.9, 120_000], ['Marrow', 54.2, -33.25, 2_300], ['Dalen', 53.9, -33.0, 3_900],
  ['Kesterhope', 54.44, -33.3, 16_000], ['Vyse', 53.8, -32.6, 27_500],
];

/** Only the page's own language, as the board should: names are most of the page's weight. */
function own(names: Record<string, string>, language: string): Record<string, string> {
  const name = names[language];
  return name === undefined ? { en: names['en'] as string } : { [language]: name };
}

export function pageData(root: Root, language: string): string {
  return JSON.stringify({
    format: 'watchword.page/1',
    root: { ed25519: base64.encode(root.ed25519), mldsa44: base64.encode(root.mldsa44) },
    groups: kinds.groups.map(({ id, names }) => ({ id, names: own(names, language) })),
    kinds: kinds.kinds.map(({ id, shape, group, icon, names, fields }) =>
      ({ id, shape, group, icon, names: own(names, language), fields })),
    fields: kinds.fields.map((field) => ({
      name: field.name,
      names: own(field.names, language),
      ...('choices' in field && { choices: field.choices?.map(({ value, names }) => ({ value, names: own(names, language) })) }),
    })),
    towns: TOWNS.map(([name, latitude, longitude, population]) => [name, latitude, longitude, population, 0]),
    zone: '+03:00',
    languages: [...kinds.languages, 'ar'],
  }).replaceAll('<', '\\u003c');
}

export function frontPage(root: Root, language: string): string {
  const languages = [...kinds.languages, 'ar'].map((id) =>
    `<a href="/${id}"${id === language ? ' aria-current="true"' : ''} lang="${id}">${id}</a>`).join('');
  return `<!doctype html>
<html lang="${language}"${language === 'ar' ? ' dir="rtl"' : ''}>
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Watch of Lorne</title>
<link rel="stylesheet" href="assets/board.css">
<script type="application/json" id="watchword-page">${pageData(root, language)}</script>
<script src="assets/tell.js" type="module"></script>
<script src="assets/board.js" type="module"></script>
</head>
<body>
<header class="masthead">
  <div><h1><a href="/">Watch of Lorne</a></h1><p class="meta">22 Nov 2026, 16:45 GMT+3</p></div>
  <nav class="languages" aria-label="Language">${languages}</nav>
</header>
<main>
  <section id="tell" hidden data-words="${hashOf(`words-${language}.json`)}"></section>
  <div class="board">
    <div>
      <ul class="bulletins">
        <li class="bulletin first-bulletin"><h2><a href="b/1.html">No sign of a crossing at the southern border</a></h2>
          <p><span class="status status-no-sign">No sign</span> <small>until 18:00</small></p></li>
        <li class="bulletin"><h3><a href="b/2.html">Explosions near Dal</a></h3>
          <p>Heard between 10 and 12, published 16:40, near Dal (30 km). Very likely (80–95 %).</p>
          <p><span class="status status-confirmed">Confirmed</span></p></li>
        <li class="bulletin"><h3><a href="b/3.html">Column on the M4 near Lornewick</a></h3>
          <p>Seen between 9 and 11, published 15:15.</p>
          <p><span class="status status-unconfirmed">Unconfirmed</span> <small>until 17:45</small></p></li>
      </ul>
      <p class="actions"><a class="action" href="#" id="tell-open">Tell us what you see</a>
         <a class="action" href="now.geojson" id="map-open">Map</a></p>
    </div>
    <div id="map" hidden></div>
  </div>
</main>
<footer class="foot"><p>Check these six words with somebody you trust:
<span class="fingerprint">abandon ability able about above absent</span></p>
<a href="about.html">How to report</a><a href="check.html">How to check</a><a href="corrections.html">Corrections</a><a href="now.atom">Feed</a></footer>
</body>
</html>`;
}
