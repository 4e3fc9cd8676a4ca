// Numbers that look random and are the same for the same seed, and bytes changed by them.

export type Chance = (below: number) => number;

/** A small generator (splitmix, 32 bits); a failing test names its seed. */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return Math.floor((((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32) * below);
  };
}

export function noise(length: number, draw: Chance): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length }, () => draw(256));
}

/** Changes one to four places, mostly leaving the length: another length is refused first. */
export function mutated(right: Uint8Array, draw: Chance): Uint8Array<ArrayBuffer> {
  let bytes = new Uint8Array(right);
  for (let times = 1 + draw(4); times > 0; times--) bytes = once(bytes, draw);
  if (draw(8) === 0) return bytes;
  const fitted = new Uint8Array(right.length);
  fitted.set(bytes.subarray(0, right.length));
  return fitted;
}

function once(bytes: Uint8Array<ArrayBuffer>, draw: Chance): Uint8Array<ArrayBuffer> {
  if (bytes.length === 0) return noise(1 + draw(40), draw);
  const at = draw(draw(2) === 0 ? Math.min(200, bytes.length) : bytes.length);
  const to = Math.min(bytes.length, at + 1 + draw(draw(2) === 0 ? 8 : 2_000));
  switch (draw(7)) {
    case 0: bytes[at]! ^= 1 << draw(8); return bytes;
    case 1: bytes[at] = draw(256); return bytes;
    case 2: return bytes.fill(draw(2) === 0 ? 0 : 255, at, to);
    case 3: bytes.set(noise(to - at, draw), at); return bytes;
    case 4: return joined(bytes.subarray(0, to), bytes.subarray(at));
    case 5: return joined(bytes.subarray(0, at), bytes.subarray(to));
    default: return joined(bytes.subarray(0, at), Buffer.from(PIECES[draw(PIECES.length)]!, 'latin1'), bytes.subarray(at));
  }
}

const PIECES = ['\n', '\r\n', '-> ', '--- ', '-> X25519 ', 'age-encryption.org/v1\n', '=', '\0', ' ', 'A'.repeat(70), '-> a\n\n'.repeat(300)];

function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.concat(parts));
}
