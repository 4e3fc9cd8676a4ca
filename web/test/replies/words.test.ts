import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { LANGUAGES } from '../../src/form/words.ts';
import english from '../../src/replies/words/en.json';
import { replyWords, type ReplyWords } from '../../src/replies/words.ts';

const load = async (language: string) => JSON.parse(readFileSync(`src/replies/words/${language}.json`, 'utf8')) as ReplyWords;
const holes = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort().join();

test('every_language_of_the_form_says_everything_of_replies_with_the_same_holes', async () => {
  assert.deepEqual(readdirSync('src/replies/words').sort(), LANGUAGES.map((id) => `${id}.json`).sort());
  for (const language of LANGUAGES) {
    const words = await replyWords(language, load);
    assert.deepEqual(Object.keys(words), Object.keys(english), language);
    for (const [name, text] of Object.entries(words)) {
      assert.equal(holes(text), holes(english[name as keyof ReplyWords]), `${language} ${name}`);
      assert.notEqual(text.trim(), '', `${language} ${name}`);
      assert.doesNotMatch(text, /!|anonym|анон|ананім|анонім/i);
    }
  }
});

test('words_of_replies_that_do_not_arrive_leave_a_door_in_english', async () => {
  assert.equal(await replyWords('be', () => Promise.reject(new TypeError('offline'))), english);
});
