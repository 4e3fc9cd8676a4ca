import { Map as MapLibre, NavigationControl, setWorkerUrl, type GeoJSONFeature, type StyleSpecification } from 'maplibre-gl';

// The board's map: areas of its own GeoJSON over its own outline of the country. No glyphs, no tiles, nobody else's files.

/** Admiralty number 6 to 1, low to high: one hue, readable in grey (LOOK.md). */
const LIGHT_SCALE = ['#e8eef0', '#b9d2d8', '#7fb0bb', '#3f8796', '#0b5e6b', '#063c45'];
const DARK_SCALE = [...LIGHT_SCALE].reverse();
const HATCH = 'hatch';
const HATCH_PIXELS = 8;
/** Statuses that assert something happened; the rest are drawn as an outline. */
const UNSURE = ['UNCONFIRMED', 'NOT_CONFIRMED'];
const OUTLINED = ['NO_SIGN', 'REFUTED', 'RETRACTED'];

/** Fills `place`, whose `data-bulletins` and `data-country` name the two GeoJSON files beside the page. */
export function showMap(place: HTMLElement): void {
  if (!place.hidden) return;
  place.hidden = false;
  place.parentElement?.classList.add('has-map');
  allowOwnWorker();
  const canvas = document.createElement('div');
  canvas.className = 'canvas';
  place.append(canvas);
  const url = (name: string, usual: string) => new URL(place.dataset[name] ?? usual, document.baseURI).href;
  const map = new MapLibre({
    container: canvas,
    style: style(url('country', 'country.geojson'), url('bulletins', 'now.geojson')),
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    fadeDuration: 0,
    maxZoom: 11,
  });
  map.touchZoomRotate.disableRotation();
  map.addControl(new NavigationControl({ showCompass: false }));
  map.addImage(HATCH, hatch(colours().ink), { pixelRatio: 2 });
  void fit(map, url('country', 'country.geojson'));
  map.on('click', ['certain', 'unsure', 'outlined'], (event) => note(place, event.features ?? []));
}

/**
 * The page's policy lets no string become a script's address but one: the worker that lies beside this file.
 * MapLibre builds its `Worker` from a string, so the default policy has to answer for it.
 */
function allowOwnWorker(): void {
  const worker = new URL('./maplibre-gl-worker.mjs', import.meta.url).href;
  setWorkerUrl(worker);
  const types = (globalThis as { trustedTypes?: { createPolicy(name: string, rules: object): unknown; defaultPolicy: unknown } }).trustedTypes;
  if (types && types.defaultPolicy === null) {
    types.createPolicy('default', { createScriptURL: (url: string) => (url === worker ? url : null) });
  }
}

interface Colours {
  readonly paper: string;
  readonly line: string;
  readonly ink: string;
  readonly scale: readonly string[];
}

/** As board.css has them, so that map and list agree. */
function colours(): Colours {
  const styles = getComputedStyle(document.documentElement);
  const read = (name: string) => styles.getPropertyValue(name).trim();
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  return { paper: read('--paper'), line: read('--line'), ink: read('--ink'), scale: dark ? DARK_SCALE : LIGHT_SCALE };
}

function style(country: string, bulletins: string): StyleSpecification {
  const { paper, line, ink, scale } = colours();
  const isOneOf = (statuses: readonly string[]) => ['in', ['get', 'status'], ['literal', statuses]] as const;
  // Six is least credible; without a number the middle of the scale.
  const byNumber = ['match', ['to-number', ['get', 'credibility'], 0],
    6, scale[0], 5, scale[1], 4, scale[2], 3, scale[3], 2, scale[4], 1, scale[5], scale[3]];
  return {
    version: 8,
    sources: {
      country: { type: 'geojson', data: country },
      bulletins: { type: 'geojson', data: bulletins },
    },
    layers: [
      { id: 'paper', type: 'background', paint: { 'background-color': paper } },
      { id: 'country', type: 'line', source: 'country', paint: { 'line-color': line, 'line-width': 1.5 } },
      {
        id: 'certain', type: 'fill', source: 'bulletins',
        filter: ['!', isOneOf([...UNSURE, ...OUTLINED])], paint: { 'fill-color': byNumber, 'fill-opacity': 0.7 },
      },
      { id: 'unsure', type: 'fill', source: 'bulletins', filter: isOneOf(UNSURE), paint: { 'fill-pattern': HATCH, 'fill-opacity': 0.6 } },
      // Seen by nobody, but a tap inside an outline has to find it.
      { id: 'outlined', type: 'fill', source: 'bulletins', filter: isOneOf(OUTLINED), paint: { 'fill-opacity': 0 } },
      { id: 'edges', type: 'line', source: 'bulletins', paint: { 'line-color': ink, 'line-width': 1 } },
    ],
  } as StyleSpecification;
}

/** Diagonal lines: not certain, in any colour and in print. */
function hatch(ink: string): { width: number; height: number; data: Uint8ClampedArray } {
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(ink.slice(at, at + 2), 16)) as [number, number, number];
  const data = new Uint8ClampedArray(HATCH_PIXELS * HATCH_PIXELS * 4);
  for (let y = 0; y < HATCH_PIXELS; y++) {
    for (let x = 0; x < HATCH_PIXELS; x++) {
      if ((x + y) % HATCH_PIXELS < 2) data.set([red, green, blue, 255], (y * HATCH_PIXELS + x) * 4);
    }
  }
  return { width: HATCH_PIXELS, height: HATCH_PIXELS, data };
}

/** Shows the whole country, whatever happens in it today. */
async function fit(map: MapLibre, country: string): Promise<void> {
  const outline = (await (await fetch(country, { credentials: 'omit' })).json()) as unknown;
  const bounds = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  const visit = (value: unknown): void => {
    if (!Array.isArray(value)) return;
    const [longitude, latitude] = value as unknown[];
    if (typeof longitude === 'number' && typeof latitude === 'number') {
      bounds.west = Math.min(bounds.west, longitude);
      bounds.east = Math.max(bounds.east, longitude);
      bounds.south = Math.min(bounds.south, latitude);
      bounds.north = Math.max(bounds.north, latitude);
    } else {
      value.forEach(visit);
    }
  };
  const features = (outline as { features?: { geometry?: { coordinates?: unknown } }[] }).features ?? [];
  for (const feature of features) visit(feature.geometry?.coordinates);
  if (bounds.west < Infinity) {
    map.fitBounds([[bounds.west, bounds.south], [bounds.east, bounds.north]], { padding: 16, animate: false });
  }
}

/** Names what was tapped, with a link to its page; text only, and only within this board. */
function note(place: HTMLElement, features: readonly GeoJSONFeature[]): void {
  place.querySelector('.map-note')?.remove();
  const list = document.createElement('div');
  list.className = 'map-note';
  list.setAttribute('role', 'status');
  const seen = new Set<unknown>();
  for (const { properties } of features) {
    const { title, status, url } = properties as Record<string, unknown>;
    if (typeof title !== 'string' || typeof url !== 'string' || seen.has(url)) continue;
    const target = new URL(url, document.baseURI);
    if (target.origin !== location.origin) continue;
    seen.add(url);
    const line = document.createElement('p');
    const link = document.createElement('a');
    link.href = target.href;
    link.textContent = title;
    line.append(link, typeof status === 'string' ? ` ${status.replaceAll('_', ' ').toLowerCase()}` : '');
    list.append(line);
  }
  if (seen.size > 0) place.append(list);
}
