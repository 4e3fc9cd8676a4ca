import type { Root } from '../seal/bundle.ts';
import { FormatError } from '../seal/bytes.ts';
import { base64 } from '../seal/spelling.ts';

// What the board tells the form, once, in the page itself: `<script type="application/json" id="watchword-page">`.

const FORMAT = 'watchword.page/1';

/** A name in several languages; a page needs to carry its own only. */
export type Names = Readonly<Record<string, string>>;

/** What kinds and all that goes with them are called in one language, by their ids. */
export interface KindNames {
  readonly groups: Names;
  readonly kinds: Names;
  readonly fields: Names;
  /** By field and value. */
  readonly choices: Readonly<Record<string, Names>>;
}

export interface Kind {
  readonly id: string;
  readonly shape: 'event' | 'state';
  readonly group: string;
  readonly icon: string;
  readonly names: Names;
  readonly fields: readonly string[];
}

interface Group {
  readonly id: string;
  readonly names: Names;
}

/** A count, or a choice between a few values such as compass directions. */
export interface Field {
  readonly name: string;
  readonly names: Names;
  readonly choices?: readonly { readonly value: number; readonly names: Names }[];
}

export interface Town {
  readonly name: string;
  readonly names: Names;
  /** Other spellings, for finding it only. */
  readonly also?: readonly string[];
  readonly latitude: number;
  readonly longitude: number;
  readonly population: number;
  /** Given for a place of the desk's own list, else it follows from the population. */
  readonly uncertaintyMetres?: number;
}

export interface Page {
  readonly root: Root;
  readonly groups: readonly Group[];
  readonly kinds: readonly Kind[];
  readonly fields: readonly Field[];
  readonly towns: readonly Town[];
  /** Lines of the country, longitude and latitude by turns; only the offline sealer carries them. */
  readonly outline?: readonly (readonly number[])[];
  /** Of the desk, as `+03:00`: the page never asks the device for its zone. */
  readonly zone: string;
}

/** Reads the page's own data; what is missing there is the board's mistake and stops the form. */
export function parsePage(json: string): Page {
  const data = JSON.parse(json) as Record<string, unknown>;
  if (data['format'] !== FORMAT) throw new FormatError('page data has another format');
  const root = data['root'] as { ed25519?: unknown; mldsa44?: unknown } | undefined;
  const zone = data['zone'];
  if (typeof zone !== 'string' || !/^[+-]\d\d:\d\d$/.test(zone)) throw new FormatError('page data has no zone');
  return {
    root: { ed25519: key(root?.ed25519), mldsa44: key(root?.mldsa44) },
    groups: list<Group>(data, 'groups'),
    kinds: list<Kind>(data, 'kinds'),
    fields: list<Field>(data, 'fields'),
    towns: list<TownRow>(data, 'towns').map(townOf),
    ...(Array.isArray(data['outline']) && { outline: data['outline'] as readonly (readonly number[])[] }),
    zone,
  };
}

/** A row of what a place is, without names for each value: towns are a quarter of a page's weight. */
type TownRow = readonly [name: string, latitude: number, longitude: number, population: number, uncertaintyMetres: number, ...also: string[]];

function townOf([name, latitude, longitude, population, uncertaintyMetres, ...also]: TownRow): Town {
  return { name, names: {}, also, latitude, longitude, population, ...(uncertaintyMetres > 0 && { uncertaintyMetres }) };
}

function key(text: unknown): Uint8Array {
  if (typeof text !== 'string') throw new FormatError('page data has no root key');
  return base64.decode(text);
}

function list<T>(data: Record<string, unknown>, name: string): readonly T[] {
  const value = data[name];
  if (!Array.isArray(value)) throw new FormatError(`page data has no ${name}`);
  return value as readonly T[];
}

/** Adds the names of another language than the page's. */
export function learn({ groups, kinds, fields }: Page, language: string, names: KindNames): void {
  const add = (to: Names, name: string | undefined) => {
    if (name !== undefined) (to as Record<string, string>)[language] = name;
  };
  for (const { id, names: to } of groups) add(to, names.groups[id]);
  for (const { id, names: to } of kinds) add(to, names.kinds[id]);
  for (const { name, names: to, choices } of fields) {
    add(to, names.fields[name]);
    for (const choice of choices ?? []) add(choice.names, names.choices[name]?.[choice.value]);
  }
}

/** The name in `language`, else in English, else the first there is. */
export function nameIn(names: Names, language: string): string {
  return names[language] ?? names['en'] ?? Object.values(names)[0] ?? '';
}
