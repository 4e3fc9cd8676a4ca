// Days and hours at the desk, by its fixed offset. The device's own zone is never asked.

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * What a sender says about time: the last hour, or a day back from today and perhaps an hour of it.
 * Both count from `saidAt`: the form may be open over midnight.
 */
export type Moment =
  | { readonly type: 'last-hour'; readonly saidAt: number }
  | { readonly type: 'day'; readonly daysAgo: number; readonly hour: number | null; readonly saidAt: number };

export interface Span {
  readonly earliest: Date;
  readonly latest: Date;
}

/** Milliseconds that `+03:00` is ahead of UTC. */
export function offsetOf(zone: string): number {
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6));
  return (zone.startsWith('-') ? -minutes : minutes) * MINUTE;
}

/**
 * The span of a moment, never past `now`; one that is still there lasts until now.
 * Returns null for an hour that has not come.
 */
export function spanOf(moment: Moment, ongoing: boolean, zone: string, now: number): Span | null {
  const minute = Math.floor(now / MINUTE) * MINUTE;
  if (moment.type === 'last-hour') {
    const said = Math.floor(moment.saidAt / MINUTE) * MINUTE;
    return { earliest: new Date(said - HOUR), latest: new Date(ongoing ? minute : said) };
  }
  const midnight = localMidnight(zone, moment.saidAt) - moment.daysAgo * DAY;
  const earliest = midnight + (moment.hour ?? 0) * HOUR;
  if (earliest > minute) return null;
  const end = moment.hour === null ? midnight + DAY : earliest + HOUR;
  return { earliest: new Date(earliest), latest: new Date(ongoing ? minute : Math.min(end, minute)) };
}

/** Day and month at the desk so many days before `from`, as `22.11.`: the same in every language of the form. */
export function dayLabel(daysAgo: number, zone: string, from: number): string {
  const local = new Date(from + offsetOf(zone) - daysAgo * DAY);
  return `${local.getUTCDate()}.${local.getUTCMonth() + 1}.`;
}

/** `16:40` at the desk. */
export function clock(time: number, zone: string): string {
  return new Date(time + offsetOf(zone)).toISOString().slice(11, 16);
}

/** `+03:00` as `+3`, and `+05:30` as it is. */
export function shortZone(zone: string): string {
  return zone.replace(/^([+-])0?(\d+):00$/, '$1$2');
}

export function hourLabel(hour: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(hour)}–${two(hour + 1)}`;
}

function localMidnight(zone: string, now: number): number {
  const offset = offsetOf(zone);
  return Math.floor((now + offset) / DAY) * DAY - offset;
}
