import assert from 'node:assert/strict';
import { test } from 'node:test';
import kinds from '../../../spec/kinds.json';
import { iconPath } from '../../src/form/icons.ts';
import { readdirSync, readFileSync } from 'node:fs';
import { fill, LANGUAGES, wordsFor, type Words } from '../../src/form/words.ts';
import english from '../../src/form/words/en.json';

const load = async (language: string) => JSON.parse(readFileSync(`src/form/words/${language}.json`, 'utf8')) as Words;
const all = Object.fromEntries(await Promise.all(LANGUAGES.map(async (id) => [id, await load(id)] as const)));

test('every_language_says_everything_with_the_same_holes', () => {
  const holes = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort().join();
  for (const [language, words] of Object.entries(all)) {
    assert.deepEqual(Object.keys(words), Object.keys(english), language);
    for (const [name, text] of Object.entries(words)) {
      assert.equal(holes(text), holes(english[name as keyof Words]), `${language} ${name}`);
      assert.notEqual(text.trim(), '', `${language} ${name}`);
    }
  }
});

test('the_form_speaks_every_language_of_the_kinds_and_one_from_right_to_left', async () => {
  for (const language of kinds.languages) assert.equal((await wordsFor(language, load)).language, language);
  assert.equal((await wordsFor('ar', load)).words.dir, 'rtl');
  assert.equal((await wordsFor('pl-PL', load)).language, 'pl');
  assert.equal((await wordsFor('xx', load)).language, 'en');
  assert.deepEqual(readdirSync('src/form/words').sort(), LANGUAGES.map((id) => `${id}.json`).sort());
});

test('words_that_do_not_arrive_are_asked_for_again_until_they_do', async () => {
  const waited: number[] = [];
  const asked: string[] = [];
  const flaky = (language: string) => asked.push(language) < 8 ? Promise.reject(new TypeError('offline')) : load(language);
  const spoken = await wordsFor('be', flaky, (millis) => Promise.resolve(void waited.push(millis)));
  assert.equal(spoken.language, 'be');
  assert.deepEqual(waited, [1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
  assert.deepEqual(new Set(asked), new Set(['be']));
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
