import assert from 'node:assert/strict';
import { test } from 'node:test';
import kinds from '../../../spec/kinds.json';
import { iconPath } from '../../src/form/icons.ts';
import { fill, wordsFor, type Words } from '../../src/form/words.ts';
import all from '../../src/form/words.json';

test('every_language_says_everything_with_the_same_holes', () => {
  const holes = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort().join();
  for (const [language, words] of Object.entries(all)) {
    assert.deepEqual(Object.keys(words), Object.keys(all.en), language);
    for (const [name, text] of Object.entries(words)) {
      assert.equal(holes(text), holes(all.en[name as keyof Words]), `${language} ${name}`);
      assert.notEqual(text.trim(), '', `${language} ${name}`);
    }
  }
});

test('the_form_speaks_every_language_of_the_kinds_and_one_from_right_to_left', () => {
  for (const language of kinds.languages) assert.equal(wordsFor(language).language, language);
  assert.equal(wordsFor('ar').words.dir, 'rtl');
  assert.equal(wordsFor('pl-PL').language, 'pl');
  assert.equal(wordsFor('xx').language, 'en');
});

test('words_make_no_promise_they_cannot_keep_and_do_not_shout', () => {
  for (const text of Object.values(all).flatMap((words) => Object.values(words))) {
    assert.doesNotMatch(text, /!|anonym|анон|ананім|анонім/i);
  }
});

test('every_kind_has_a_drawing_of_its_own', () => {
  const drawings = kinds.kinds.map(({ icon }) => iconPath(icon));
  assert.equal(new Set(drawings).size, kinds.kinds.length);
});

test('a_hole_without_a_value_stays_visible', () => {
  assert.equal(fill('{n} of {all}', { n: 1 }), '1 of {all}');
});
