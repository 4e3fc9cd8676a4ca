import assert from 'node:assert/strict';
import { test } from 'node:test';
import { excessBytes, noAnswers, reportOf, reportText, type Answers } from '../../src/form/answers.ts';
import type { Kind, Town } from '../../src/form/page.ts';
import { SIZES } from '../../src/seal/envelope.ts';
import { reportContent } from '../../src/seal/report.ts';

const kind: Kind = { id: 'column', shape: 'event', group: 'ground', icon: 'column', names: {}, fields: ['vehicles'] };
const dal: Town = { name: 'Dal', names: { be: 'Даль' }, latitude: 54.12, longitude: -33.1, population: 41_000 };
const NOW = Date.parse('2026-11-22T10:00:00Z');

function answers(change: Partial<Answers> = {}): Answers {
  return {
    ...noAnswers(), kind, stance: 'sighting', moment: { type: 'last-hour', saidAt: NOW }, town: dal, placeWords: 'Даль', uncertaintyMetres: 2500,
    text: 'lorries', ...change,
  };
}

test('a_town_becomes_a_place_under_the_name_the_sender_saw', () => {
  const report = reportOf(answers(), '+03:00', 'be', NOW);
  assert.deepEqual(report.place, { latitude: 54.12, longitude: -33.1, uncertaintyMetres: 2500, name: 'Даль' });
  assert.equal(report.text, 'lorries');
});

test('a_place_that_is_no_town_goes_as_the_first_words', () => {
  const report = reportOf(answers({ town: null, placeWords: ' by the old mill ' }), '+03:00', 'en', NOW);
  assert.equal(report.place, null);
  assert.equal(report.text, 'by the old mill\nlorries');
});

test('figures_of_another_kind_are_not_sent', () => {
  const figures = new Map([['vehicles', 12], ['ballots', 3]]);
  assert.deepEqual(reportOf(answers({ figures }), '+03:00', 'en', NOW).figures, [{ name: 'vehicles', value: 12 }]);
});

test('two_reports_have_two_mailboxes', () => {
  const [one, two] = [reportOf(answers(), '+03:00', 'en', NOW), reportOf(answers(), '+03:00', 'en', NOW)];
  assert.notDeepEqual(one.mailbox.tag, two.mailbox.tag);
});

test('control_characters_become_spaces_and_line_breaks_stay', () => {
  assert.equal(reportText(answers({ text: '\u0007a\u0000\u0001b\r\nc\td ' })), 'a b\nc d');
});

test('words_are_counted_as_they_will_be_sealed_and_what_passes_fits_the_small_size', () => {
  assert.equal(excessBytes(answers({ text: 'я'.repeat(3000) })), 0);
  assert.equal(excessBytes(answers({ text: 'я'.repeat(3001) })), 2);
  const fits = answers({ text: '"'.repeat(4450) });
  assert.equal(excessBytes(fits), 0);
  assert.ok(reportContent(reportOf(fits, '+03:00', 'en', NOW)).length <= SIZES[0].capacity);
  assert.ok(excessBytes(answers({ text: '"'.repeat(5000) })) > 0);
});
