import { Map as MapLibre, Marker, NavigationControl, setWorkerUrl, type GeoJSONFeature, type StyleSpecification } from 'maplibre-gl';

// The board's map: areas of its own GeoJSON over its own outline of the country. No glyphs, no tiles, nobody else's files.

const HATCH = 'hatch';
const HATCH_PIXELS = 12;
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
  map.addImage(HATCH, hatch(colours().accent), { pixelRatio: 2 });
  void fit(map, url('country', 'country.geojson'));
  void nameAreas(map, url('bulletins', 'now.geojson'));
  map.on('click', ['certain', 'unsure', 'outlined'], (event) => note(place, event.features ?? []));
  // On a phone the map is below the list, out of sight of whoever asked for it.
  place.scrollIntoView({ block: 'nearest' });
}

/**
 * The page's policy lets no string become a script's address; the one policy it allows, this one, gives one address: the worker's beside this file.
 * MapLibre builds its `Worker` from a string, so the class takes that address whatever it is asked for.
 */
function allowOwnWorker(): void {
  const worker = new URL('./maplibre-gl-worker.mjs', import.meta.url).href;
  setWorkerUrl(worker);
  const types = (globalThis as { trustedTypes?: { createPolicy(name: string, rules: object): { createScriptURL(url: string): string } } }).trustedTypes;
  if (!types) return;
  const address = types.createPolicy('watchword-map', { createScriptURL: () => worker }).createScriptURL('');
  const Plain = Worker;
  globalThis.Worker = class extends Plain {
    constructor(_: string | URL, options?: WorkerOptions) {
      super(address, options);
    }
  };
}

interface Colours {
  readonly paper: string;
  readonly surface: string;
  readonly line: string;
  readonly muted: string;
  readonly accent: string;
}

/** As board.css has them, so that map and list agree. */
function colours(): Colours {
  const styles = getComputedStyle(document.documentElement);
  const read = (name: string) => styles.getPropertyValue(name).trim();
  return { paper: read('--paper'), surface: read('--surface'), line: read('--line'), muted: read('--muted'), accent: read('--accent') };
}

/**
 * One hue; what differs is told by the edge: whole where something is confirmed, broken where it is not, dotted and
 * empty where nothing is said to have happened. Small areas lie on large ones, and all of them let through what is below.
 */
function style(country: string, bulletins: string): StyleSpecification {
  const { paper, surface, line, muted, accent } = colours();
  const isOneOf = (statuses: readonly string[]) => ['in', ['get', 'status'], ['literal', statuses]] as const;
  const isCertain = ['!', isOneOf([...UNSURE, ...OUTLINED])];
  const layout = { 'fill-sort-key': ['-', ['coalesce', ['get', 'radiusMetres'], 0]] };
  return {
    version: 8,
    sources: {
      country: { type: 'geojson', data: country },
      bulletins: { type: 'geojson', data: bulletins },
    },
    layers: [
      { id: 'paper', type: 'background', paint: { 'background-color': paper } },
      { id: 'land', type: 'fill', source: 'country', paint: { 'fill-color': surface } },
      { id: 'country', type: 'line', source: 'country', paint: { 'line-color': line, 'line-width': 2 } },
      {
        id: 'certain', type: 'fill', source: 'bulletins', filter: isCertain, layout,
        paint: { 'fill-color': accent, 'fill-opacity': 0.15 },
      },
      {
        id: 'unsure', type: 'fill', source: 'bulletins', filter: isOneOf(UNSURE), layout,
        paint: { 'fill-pattern': HATCH, 'fill-opacity': 0.3 },
      },
      // Seen by nobody, but a tap inside an outline has to find it.
      { id: 'outlined', type: 'fill', source: 'bulletins', filter: isOneOf(OUTLINED), paint: { 'fill-opacity': 0 } },
      {
        id: 'empty-edges', type: 'line', source: 'bulletins', filter: isOneOf(OUTLINED),
        paint: { 'line-color': muted, 'line-width': 1.5, 'line-dasharray': [1, 2] },
      },
      {
        id: 'unsure-edges', type: 'line', source: 'bulletins', filter: isOneOf(UNSURE),
        paint: { 'line-color': accent, 'line-width': 1.5, 'line-dasharray': [4, 2] },
      },
      { id: 'edges', type: 'line', source: 'bulletins', filter: isCertain, paint: { 'line-color': accent, 'line-width': 2 } },
    ],
  } as StyleSpecification;
}

/** Writes each area's name at its middle, once, in the page's own letters: a map of bare circles tells nothing. */
async function nameAreas(map: MapLibre, bulletins: string): Promise<void> {
  const { features } = (await (await fetch(bulletins, { credentials: 'omit' })).json()) as { features?: { properties?: Record<string, unknown> }[] };
  const named = new Set<string>();
  for (const { properties } of features ?? []) {
    const { area, centre } = properties ?? {};
    if (typeof area !== 'string' || !Array.isArray(centre) || named.has(area)) continue;
    const [longitude, latitude] = centre as unknown[];
    if (typeof longitude !== 'number' || typeof latitude !== 'number') continue;
    named.add(area);
    const name = document.createElement('span');
    name.className = 'map-name';
    name.textContent = area;
    new Marker({ element: name }).setLngLat([longitude, latitude]).addTo(map);
  }
}

/** Diagonal lines: not certain, in any colour and in print. */
function hatch(colour: string): { width: number; height: number; data: Uint8ClampedArray } {
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16)) as [number, number, number];
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
