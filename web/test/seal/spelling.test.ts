import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as oracle from '@scure/base';
import { random } from '../../src/seal/bytes.ts';
import { base64, base64nopad, base64urlnopad, bech32 } from '../../src/seal/spelling.ts';

// Ours beside the library's, which the tests and the build of tests still use.

test('bytes_are_spelled_and_read_as_the_library_does', () => {
  for (let length = 0; length < 70; length++) {
    const bytes = random(length);
    for (const [ours, theirs] of [[base64, oracle.base64], [base64nopad, oracle.base64nopad], [base64urlnopad, oracle.base64urlnopad]] as const) {
      assert.equal(ours.encode(bytes), theirs.encode(bytes));
      assert.deepEqual(ours.decode(theirs.encode(bytes)), bytes);
    }
    const key = oracle.bech32.encode('age1pq', oracle.bech32.toWords(bytes), false);
    assert.equal(bech32.encode('age1pq', bech32.toWords(bytes)), key);
    for (const text of [key, key.toUpperCase()]) {
      assert.deepEqual(bech32.decodeToBytes(text), { prefix: 'age1pq', bytes });
      assert.deepEqual(bech32.decode(text).words, oracle.bech32.decode(key as `${string}1${string}`, false).words);
    }
    // The library's own limit of length is not ours.
    if (length <= 32) assert.equal(bech32.encodeFromBytes('AGE-SECRET-KEY-', bytes), oracle.bech32.encodeFromBytes('AGE-SECRET-KEY-', bytes));
  }
});

test('every_other_spelling_is_refused_where_the_library_refuses_it', () => {
  const refuses = (read: () => unknown) => {
    try {
      read();
      return false;
    } catch {
      return true;
    }
  };
  const texts = ['', 'AA', 'AA==', 'AB==', 'AB', 'A', 'AAA=', 'AAB', 'A A=', 'AA\n', '-_8', '+/8', '+/8=', '-_9', 'AAAA====', 'Ä'];
  for (const text of texts) {
    for (const [name, ours, theirs] of [['base64', base64, oracle.base64], ['nopad', base64nopad, oracle.base64nopad], ['url', base64urlnopad, oracle.base64urlnopad]] as const) {
      assert.equal(refuses(() => ours.decode(text)), refuses(() => theirs.decode(text)), `${name} ${text}`);
    }
  }
  const key = bech32.encodeFromBytes('age', random(32));
  for (let at = 0; at < key.length; at++) {
    const other = key.slice(0, at) + (key[at] === 'q' ? 'p' : 'q') + key.slice(at + 1);
    assert.throws(() => bech32.decode(other), other);
  }
  for (const bad of ['', '1', 'age', key.slice(0, -1), `A${key.slice(1)}`, `${key} `]) assert.throws(() => bech32.decode(bad));
});
