import type { Town } from './page.ts';

// Finding a town by what somebody types, and the towns around it.

const EARTH_RADIUS_KM = 6371;

/** One key for the letters that languages write differently, as core.text folds them. */
const SAME: Readonly<Record<string, string>> = { h: 'g', w: 'v', y: 'i', j: 'i' };
const LATIN: Readonly<Record<string, string>> = Object.fromEntries([
  ...[...'абвгґдеєзиіклмнопрстуфх'].map((letter, at) => [letter, 'abvggdeeziiklmnoprstufg'[at] as string]),
  ...Object.entries({ ł: 'l', ж: 'z', ц: 'c', ч: 'c', ш: 's', щ: 's', ъ: '', ы: 'i', ь: '', э: 'e', ю: 'iu', я: 'ia' }),
]);

/** The best matching towns, whole beginnings first, larger ones first among equals. */
export function matchingTowns(towns: readonly Town[], typed: string, limit: number): readonly Town[] {
  const wanted = fold(typed);
  if (wanted === '') return [];
  return towns
    .map((town) => ({ town, rank: Math.min(...namesOf(town).map((name) => rankOf(fold(name), wanted))) }))
    .filter(({ rank }) => rank < Infinity)
    .sort((a, b) => a.rank - b.rank || b.town.population - a.town.population || compare(a.town.name, b.town.name))
    .slice(0, limit)
    .map(({ town }) => town);
}

/** The town whose name is exactly what was typed, if only one is. */
export function townNamed(towns: readonly Town[], typed: string): Town | null {
  const wanted = fold(typed);
  const exact = towns.filter((town) => namesOf(town).some((name) => fold(name) === wanted));
  return exact.length === 1 ? (exact[0] as Town) : null;
}

/** The nearest other towns, nearest first. */
export function townsAround(towns: readonly Town[], centre: Town, limit: number): readonly Town[] {
  return towns
    .filter((town) => town !== centre)
    .map((town) => ({ town, km: kilometres(centre, town) }))
    .sort((a, b) => a.km - b.km || compare(a.town.name, b.town.name))
    .slice(0, limit)
    .map(({ town }) => town);
}

/** About half of a town's width: what "in it" leaves open. A village is a kilometre, a large city ten. */
export function radiusMetres(town: Town): number {
  if (town.uncertaintyMetres !== undefined) return town.uncertaintyMetres;
  if (town.population < 5_000) return 1_000;
  if (town.population < 50_000) return 2_500;
  if (town.population < 300_000) return 5_000;
  return 10_000;
}

function namesOf(town: Town): readonly string[] {
  return [town.name, ...Object.values(town.names), ...(town.also ?? [])];
}

/** 0 the whole name, 1 its beginning, 2 the beginning of a later word, 3 anywhere. */
function rankOf(name: string, wanted: string): number {
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  if (name.includes(` ${wanted}`)) return 2;
  return name.includes(wanted) ? 3 : Infinity;
}

/** Without case, marks and script, so that lodz finds Łódź and Гродна finds Hrodna. Coarser than the desk's own folding, which it need not equal. */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/['’ʼ]/gu, '')
    .replace(/[łа-яєіґ]/gu, (letter) => LATIN[letter] ?? letter).replace(/[hwyj]/g, (letter) => SAME[letter] as string)
    .replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

function kilometres(a: Town, b: Town): number {
  const radians = Math.PI / 180;
  const x = (b.longitude - a.longitude) * radians * Math.cos(((a.latitude + b.latitude) / 2) * radians);
  const y = (b.latitude - a.latitude) * radians;
  return Math.hypot(x, y) * EARTH_RADIUS_KM;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
