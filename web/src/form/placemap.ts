import type { Page, Town } from './page.ts';

// A plain drawing of the towns, to tap on; it loads nothing and never asks the device where it is.

/** Where somebody tapped, and how far a fingertip leaves it open. */
interface Spot {
  readonly latitude: number;
  readonly longitude: number;
  readonly uncertaintyMetres: number;
}

interface Window {
  readonly latitude: number;
  readonly longitude: number;
  /** From side to side, and from top to bottom. */
  readonly km: number;
}

const SIDE = 1000;
const KM_PER_DEGREE = 111.2;
/** A fingertip on the glass, in CSS pixels. */
const FINGER = 24;
const LEAST_METRES = 100;
/** Each tap shows a third, until a street would fill the screen. */
const CLOSER = 3;
const CLOSEST_KM = 4;
const DOTS = 200;
const LABELS = 14;
const LABEL_WIDTH = 260;
const LABEL_HEIGHT = 56;

export class PlaceMap {
  readonly svg = make('svg', { viewBox: `0 0 ${SIDE} ${SIDE}`, class: 'place-map', role: 'img' });
  private window: Window;
  private spot: Spot | null = null;

  constructor(private readonly page: Page, private readonly nameOf: (town: Town) => string, near: Town | null, tapped: (spot: Spot) => void) {
    this.window = near ? { latitude: near.latitude, longitude: near.longitude, km: 40 } : whole(page.towns);
    this.svg.addEventListener('click', (event) => {
      const box = this.svg.getBoundingClientRect();
      this.tap((event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height, box.width);
      tapped(this.spot as Spot);
    });
    this.draw();
  }

  private tap(right: number, down: number, pixels: number): void {
    const { latitude, longitude, km } = this.window;
    const north = latitude + ((0.5 - down) * km) / KM_PER_DEGREE;
    const east = longitude + ((right - 0.5) * km) / (KM_PER_DEGREE * Math.cos(latitude * (Math.PI / 180)));
    this.spot = {
      // A hundred metres: no tap is finer.
      latitude: Math.round(north * 1000) / 1000,
      longitude: Math.round(east * 1000) / 1000,
      uncertaintyMetres: Math.max(LEAST_METRES, Math.round((km * 1000 * FINGER) / pixels)),
    };
    if (km > CLOSEST_KM) this.window = { latitude: this.spot.latitude, longitude: this.spot.longitude, km: km / CLOSER };
    this.draw();
  }

  private draw(): void {
    const towns = this.page.towns
      .map((town) => ({ town, ...this.at(town) }))
      .filter(({ x, y }) => x > 0 && x < SIDE && y > 0 && y < SIDE)
      .sort((a, b) => b.town.population - a.town.population)
      .slice(0, DOTS);
    const labels: { x: number; y: number }[] = [];
    this.svg.replaceChildren(
      ...(this.page.outline ?? []).map((line) => make('path', { d: this.path(line) })),
      ...towns.map(({ x, y }) => make('circle', { cx: x, cy: y, r: 5 })),
      ...towns.flatMap(({ town, x, y }) => {
        if (labels.length === LABELS || labels.some((one) => Math.abs(one.x - x) < LABEL_WIDTH && Math.abs(one.y - y) < LABEL_HEIGHT)) return [];
        labels.push({ x, y });
        const label = make('text', { x, y: y - 14, 'text-anchor': x < SIDE / 4 ? 'start' : x > (SIDE * 3) / 4 ? 'end' : 'middle', direction: 'ltr' });
        label.textContent = this.nameOf(town);
        return [label];
      }),
      ...(this.spot ? [this.mark(this.spot)] : []));
  }

  private mark(spot: Spot): SVGElement {
    const { x, y } = this.at(spot);
    return make('circle', { cx: x, cy: y, r: Math.max(14, (spot.uncertaintyMetres * SIDE) / (this.window.km * 1000)), class: 'mark' });
  }

  private at({ latitude, longitude }: { latitude: number; longitude: number }): { x: number; y: number } {
    const scale = (SIDE * KM_PER_DEGREE) / this.window.km;
    return {
      x: Math.round(SIDE / 2 + (longitude - this.window.longitude) * scale * Math.cos(this.window.latitude * (Math.PI / 180))),
      y: Math.round(SIDE / 2 - (latitude - this.window.latitude) * scale),
    };
  }

  private path(line: readonly number[]): string {
    let path = '';
    for (let i = 0; i + 1 < line.length; i += 2) {
      const { x, y } = this.at({ longitude: line[i] as number, latitude: line[i + 1] as number });
      path += `${i === 0 ? 'M' : 'L'}${x} ${y}`;
    }
    return path;
  }
}

function whole(towns: readonly Town[]): Window {
  const latitudes = towns.map(({ latitude }) => latitude);
  const longitudes = towns.map(({ longitude }) => longitude);
  const [south, north, west, east] = [Math.min(...latitudes), Math.max(...latitudes), Math.min(...longitudes), Math.max(...longitudes)];
  const latitude = (south + north) / 2;
  const width = (east - west) * Math.cos(latitude * (Math.PI / 180));
  return { latitude, longitude: (west + east) / 2, km: Math.max(20, Math.max(north - south, width) * KM_PER_DEGREE * 1.15) };
}

function make<K extends keyof SVGElementTagNameMap>(name: K, attributes: Readonly<Record<string, string | number>>): SVGElementTagNameMap[K] {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}
