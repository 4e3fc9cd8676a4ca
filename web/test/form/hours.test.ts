import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clock, dayLabel, hourLabel, shortZone, spanOf, type Moment } from '../../src/form/hours.ts';

const NOW = Date.parse('2026-11-22T22:40:31Z'); // 01:40 on the 23rd at +03:00
const ZONE = '+03:00';

type Said = { type: 'last-hour' } | { type: 'day'; daysAgo: number; hour: number | null };

function spanText(said: Said, ongoing = false, zone = ZONE, now = NOW): string | null {
  const span = spanOf({ ...said, saidAt: NOW } as Moment, ongoing, zone, now);
  return span && `${span.earliest.toISOString().slice(5, 16)} ${span.latest.toISOString().slice(5, 16)}`;
}

test('an_hour_is_the_desk_s_hour_of_the_desk_s_day', () => {
  assert.equal(spanText({ type: 'day', daysAgo: 1, hour: 16 }), '11-22T13:00 11-22T14:00');
  assert.equal(spanText({ type: 'day', daysAgo: 0, hour: 0 }), '11-22T21:00 11-22T22:00');
  assert.equal(spanText({ type: 'day', daysAgo: 1, hour: 16 }, false, '-04:30'), '11-21T20:30 11-21T21:30');
});

test('no_span_ends_after_now_and_an_hour_to_come_is_none', () => {
  assert.equal(spanText({ type: 'day', daysAgo: 0, hour: 1 }), '11-22T22:00 11-22T22:40');
  assert.equal(spanText({ type: 'day', daysAgo: 0, hour: 2 }), null);
  assert.equal(spanText({ type: 'day', daysAgo: 0, hour: null }), '11-22T21:00 11-22T22:40');
});

test('a_day_without_an_hour_is_the_whole_day', () => {
  assert.equal(spanText({ type: 'day', daysAgo: 1, hour: null }), '11-21T21:00 11-22T21:00');
});

test('what_is_still_there_lasts_until_now', () => {
  assert.equal(spanText({ type: 'day', daysAgo: 2, hour: 16 }, true), '11-21T13:00 11-22T22:40');
});

test('the_last_hour_ends_with_this_minute', () => {
  assert.equal(spanText({ type: 'last-hour' }), '11-22T21:40 11-22T22:40');
});

test('an_answer_keeps_its_day_when_the_form_is_open_over_midnight', () => {
  const nextDay = NOW + 86_400_000;
  assert.equal(spanText({ type: 'day', daysAgo: 1, hour: 16 }, false, ZONE, nextDay), '11-22T13:00 11-22T14:00');
  assert.equal(spanText({ type: 'last-hour' }, false, ZONE, nextDay), '11-22T21:40 11-22T22:40');
  assert.equal(spanText({ type: 'last-hour' }, true, ZONE, nextDay), '11-22T21:40 11-23T22:40');
});

test('labels_are_of_the_desk_s_zone', () => {
  assert.equal(dayLabel(0, ZONE, NOW), '23.11.');
  assert.equal(dayLabel(1, ZONE, NOW), '22.11.');
  assert.equal(clock(NOW, ZONE), '01:40');
  assert.equal(hourLabel(9), '09–10');
  assert.deepEqual(['+03:00', '-11:00', '+05:30', '+00:00'].map(shortZone), ['+3', '-11', '+05:30', '+0']);
});
