import assert from 'node:assert/strict';
import { test } from 'node:test';
import kinds from '../../../spec/kinds.json';
import { iconPath } from '../../src/form/icons.ts';
import { readdirSync, readFileSync } from 'node:fs';
import { ENGLISH, fill, OTHER_LANGUAGES, wordsFor, type Words } from '../../src/form/words.ts';

const load = async (language: string) => JSON.parse(readFileSync(`src/form/words/${language}.json`, 'utf8')) as Words;
const all = Object.fromEntries(await Promise.all(['en', ...OTHER_LANGUAGES].map(async (id) => [id, await load(id)] as const)));

test('every_language_says_everything_with_the_same_holes', () => {
  const holes = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort().join();
  for (const [language, words] of Object.entries(all)) {
    assert.deepEqual(Object.keys(words), Object.keys(ENGLISH.words), language);
    for (const [name, text] of Object.entries(words)) {
      assert.equal(holes(text), holes(ENGLISH.words[name as keyof Words]), `${language} ${name}`);
      assert.notEqual(text.trim(), '', `${language} ${name}`);
    }
  }
});

test('the_form_speaks_every_language_of_the_kinds_and_one_from_right_to_left', async () => {
  for (const language of kinds.languages) assert.equal((await wordsFor(language, load)).language, language);
  assert.equal((await wordsFor('ar', load)).words.dir, 'rtl');
  assert.equal((await wordsFor('pl-PL', load)).language, 'pl');
  assert.equal((await wordsFor('xx', load)).language, 'en');
  assert.deepEqual(readdirSync('src/form/words').sort(), ['en', ...OTHER_LANGUAGES].map((id) => `${id}.json`).sort());
});

test('words_that_do_not_arrive_leave_an_english_form', async () => {
  assert.equal(await wordsFor('be', () => Promise.reject(new TypeError('offline'))), ENGLISH);
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
