// Whose each piece of land on the map is: the country's whose towns stand on it.
// The map and the list of towns disagree in places that are disputed; a desk's outline follows its towns, and no table of ours decides.

/** For each arc of a topology, the country codes of the pieces of land that it bounds: one at a coast, two at a border. */
export function sideCodes(topology, towns) {
  const arcs = topology.arcs.map((arc) => points(arc, topology.transform));
  const pieces = topology.objects.countries.geometries.flatMap((country, number) =>
    (country.type === 'Polygon' ? [country.arcs] : country.type === 'MultiPolygon' ? country.arcs : [])
      .map((rings) => ({ number, rings, votes: new Map() })));
  for (const piece of pieces) {
    piece.ring = ringPoints(piece.rings[0], arcs);
    piece.box = boxOf(piece.ring);
  }
  vote(pieces, towns);
  const whole = tally(pieces);
  const sides = arcs.map(() => []);
  for (const { number, rings, votes } of pieces) {
    // An island without a town goes with the rest of its country; a country without any is nobody's.
    const code = most(votes) ?? most(whole.get(number)) ?? '-';
    for (const arc of rings.flat()) sides[arc < 0 ? ~arc : arc].push(code);
  }
  return sides;
}

function vote(pieces, towns) {
  for (const { longitude, latitude, country } of towns) {
    const piece = pieces.find(({ box, ring }) =>
      longitude >= box[0] && longitude <= box[2] && latitude >= box[1] && latitude <= box[3] && holds(ring, longitude, latitude));
    if (piece) piece.votes.set(country, (piece.votes.get(country) ?? 0) + 1);
  }
}

function tally(pieces) {
  const whole = new Map();
  for (const { number, votes } of pieces) {
    const sum = whole.get(number) ?? new Map();
    for (const [country, count] of votes) sum.set(country, (sum.get(country) ?? 0) + count);
    whole.set(number, sum);
  }
  return whole;
}

function most(votes) {
  return [...votes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];
}

function points(arc, { scale, translate }) {
  let x = 0, y = 0;
  return arc.map(([dx, dy]) => [(x += dx) * scale[0] + translate[0], (y += dy) * scale[1] + translate[1]]);
}

function ringPoints(ring, arcs) {
  return ring.flatMap((arc) => (arc < 0 ? [...arcs[~arc]].reverse() : arcs[arc]));
}

function boxOf(ring) {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of ring) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return box;
}

/** Whether a ring goes around a point (even-odd rule). */
function holds(ring, x, y) {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i];
    const [xj, yj] = ring[j];
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}
