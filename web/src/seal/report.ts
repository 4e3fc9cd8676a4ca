import { sha256 } from '@noble/hashes/sha2.js';
import { ascii, concat, FormatError, hex, random, utf8, type Bytes, type Random } from './bytes.ts';
import type { Mailbox } from './mailbox.ts';
import { base64urlnopad } from './spelling.ts';

// What lies inside a sealed file: one report or one photo (spec/report.md).

export const STANCES = ['sighting', 'heard', 'denial', 'hearsay', 'question'] as const;
export type Stance = (typeof STANCES)[number];

export interface Place {
  readonly latitude: number;
  readonly longitude: number;
  readonly uncertaintyMetres: number;
  /** The sender's own words for it, or "". */
  readonly name: string;
}

export interface Report {
  readonly kind: string;
  readonly stance: Stance;
  readonly place: Place | null;
  readonly when: { readonly earliest: Date; readonly latest: Date };
  readonly text: string;
  readonly figures: readonly { readonly name: string; readonly value: number }[];
  /** SHA-256 of each photo's content, in hex. */
  readonly photos: readonly string[];
  readonly mailbox: Mailbox;
}

export const MAX_TEXT_BYTES = 6000;
const MAX_UNCERTAINTY_METRES = 2_000_000;
const MAX_FIGURES = 8;
const MAX_FIGURE = 1_000_000;
const MAX_PHOTOS = 4;
const MINUTE_MILLIS = 60_000;
const REPORT_LINE = ascii('watchword.report/1\n');
const PHOTO_LINE = ascii('watchword.photo/1\n');

/** The one spelling of a report; refuses what a reader would refuse. */
export function reportContent(report: Report): Bytes {
  check(/^[a-z][a-z0-9-]{0,39}$/.test(report.kind), 'kind is not an id');
  check(STANCES.includes(report.stance), 'stance is not one of the five');
  check(report.when.latest >= report.when.earliest, 'span ends before it starts');
  check(report.figures.length <= MAX_FIGURES, 'more than 8 figures');
  check(report.photos.length <= MAX_PHOTOS, 'more than 4 photos');
  check(report.photos.every((photo) => /^[0-9a-f]{64}$/.test(photo)), 'photo is not a hash in hex');
  check(report.mailbox.publicKey.length === 1216 && report.mailbox.tag.length === 16, 'mailbox is not a key and a tag');
  const text = wellFormed(report.text, 'text');
  check(utf8(text).length <= MAX_TEXT_BYTES, 'text is over 6000 bytes');
  // Written out field by field: the order is part of the format, and decimals are not as JSON prints them.
  const json = [
    `{"kind":${JSON.stringify(report.kind)}`,
    `"stance":${JSON.stringify(report.stance)}`,
    `"place":${report.place === null ? 'null' : placeJson(report.place)}`,
    `"when":{"earliest":"${minute(report.when.earliest)}","latest":"${minute(report.when.latest)}"}`,
    `"text":${JSON.stringify(text)}`,
    `"figures":[${report.figures.map(figureJson).join(',')}]`,
    `"photos":${JSON.stringify(report.photos)}`,
    `"mailbox":{"key":"${base64urlnopad.encode(report.mailbox.publicKey)}","tag":"${hex(report.mailbox.tag)}"}}`,
  ].join(',');
  return concat(REPORT_LINE, utf8(json));
}

function placeJson(place: Place): string {
  const { latitude, longitude, uncertaintyMetres } = place;
  check(Math.abs(latitude) <= 90, 'latitude is not between -90 and 90');
  check(Math.abs(longitude) <= 180, 'longitude is not between -180 and 180');
  check(Number.isInteger(uncertaintyMetres) && uncertaintyMetres >= 1 && uncertaintyMetres <= MAX_UNCERTAINTY_METRES,
    'uncertainty is not 1 to 2000000 metres');
  return `{"latitude":${degrees(latitude)},"longitude":${degrees(longitude)},"uncertaintyMetres":${uncertaintyMetres},`
    + `"name":${JSON.stringify(wellFormed(place.name, 'place name'))}}`;
}

function figureJson({ name, value }: { name: string; value: number }): string {
  check(Number.isInteger(value) && value >= 0 && value <= MAX_FIGURE, 'figure is not 0 to 1000000');
  return `{"name":${JSON.stringify(wellFormed(name, 'figure name'))},"value":${value}}`;
}

/** At most five decimals, about a metre, and so never an exponent; adding zero makes minus zero zero. */
function degrees(value: number): string {
  return String(Number(value.toFixed(5)) + 0);
}

function minute(time: Date): string {
  check(time.getTime() % MINUTE_MILLIS === 0, 'time is not a whole minute');
  return `${time.toISOString().slice(0, 16)}Z`;
}

/** NFC, and no half of a surrogate pair, which has no UTF-8. */
function wellFormed(text: string, what: string): string {
  check(!/\p{Surrogate}/u.test(text), `${what} is not Unicode text`);
  return text.normalize('NFC');
}

/** A photo's content: random bytes first, so that its hash says nothing about a picture somebody else holds. */
export function photoContent(image: Uint8Array, from: Random = random): Bytes {
  return concat(PHOTO_LINE, from(32), image);
}

/** The name under which a report lists a photo. */
export function photoHash(content: Uint8Array): string {
  return hex(sha256(content));
}

function check(holds: boolean, message: string): void {
  if (!holds) throw new FormatError(message);
}
