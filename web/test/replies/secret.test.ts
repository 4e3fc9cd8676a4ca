import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import vectors from '../../../spec/vectors/drop.json';
import { random } from '../../src/seal/bytes.ts';
import { digitsOf, NotASecret, secretFrom, wordsOf, type Slip } from '../../src/replies/secret.ts';

const hex = (text: string) => new Uint8Array(Buffer.from(text, 'hex'));

function slip(typed: string): Slip {
  try {
    secretFrom(typed);
  } catch (error) {
    if (error instanceof NotASecret) return error.why;
    throw error;
  }
  throw new assert.AssertionError({ message: 'taken for a secret' });
}

test('secrets_are_spelled_as_the_vectors_have_them', () => {
  for (const { secret, digits, indices } of vectors.secrets) {
    assert.equal(digitsOf(hex(secret)).join(' '), digits);
    assert.deepEqual(wordsOf(hex(secret)), indices.map((index) => wordlist[index]));
    assert.deepEqual(secretFrom(digits), hex(secret));
  }
});

test('twelve_words_are_those_of_bip39', () => {
  for (let run = 0; run < 50; run++) {
    const secret = random(16);
    assert.equal(wordsOf(secret).join(' '), entropyToMnemonic(secret, wordlist));
    assert.deepEqual(new Uint8Array(mnemonicToEntropy(wordsOf(secret).join(' '), wordlist)), secret);
  }
});

test('words_and_digits_are_read_however_they_were_written_down', () => {
  const secret = random(16);
  const words = wordsOf(secret);
  for (const typed of [
    words.join(' '), words.join('\n').toUpperCase(), words.map((word, at) => `${at + 1}. ${word},`).join('\n'), words.map((word) => word.slice(0, 4)).join(' '),
    digitsOf(secret).join(' '), digitsOf(secret).join(''), digitsOf(secret).join('\n\n '),
  ]) assert.deepEqual(secretFrom(typed), secret, typed);
});

test('what_is_mistyped_is_told_by_what_is_wrong', () => {
  const words = wordsOf(new Uint8Array(16));
  assert.deepEqual(slip(''), { slip: 'count', have: 0 });
  assert.deepEqual(slip(words.slice(1).join(' ')), { slip: 'count', have: 11 });
  assert.deepEqual(slip('12345 67890'), { slip: 'count', have: 10 });
  assert.deepEqual(slip(['abandom', ...words.slice(1)].join(' ')), { slip: 'word', at: 1 });
  assert.deepEqual(slip([...words.slice(0, 11), 'zebrra'].join(' ')), { slip: 'word', at: 12 });
  assert.deepEqual(slip(Array(12).fill('abandon').join(' ')), { slip: 'check' });
  assert.deepEqual(slip('9'.repeat(40)), { slip: 'check' });
});

test('of_swapped_neighbours_most_are_found', () => {
  let found = 0;
  let tried = 0;
  for (let run = 0; run < 40; run++) {
    const words = [...wordsOf(random(16))];
    for (let at = 0; at < 11; at++) {
      const swapped = [...words.slice(0, at), words[at + 1]!, words[at]!, ...words.slice(at + 2)];
      if (swapped.join() === words.join()) continue;
      tried++;
      try {
        secretFrom(swapped.join(' '));
      } catch {
        found++;
      }
    }
  }
  // Fifteen of sixteen by the check's four bits; below 0.85 of some 440 less than once in a billion runs.
  assert.ok(found / tried > 0.85, `${found} of ${tried}`);
});
