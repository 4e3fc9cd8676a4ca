// The invented country on a map, for pictures and tests.

const square = (west: number, south: number, size: number) => ({
  type: 'Polygon',
  coordinates: [[[west, south], [west + size, south], [west + size, south + size], [west, south + size], [west, south]]],
});

const feature = (geometry: object, properties: object) => ({ type: 'Feature', geometry, properties });

export const COUNTRY = JSON.stringify({
  type: 'FeatureCollection',
  features: [feature({
    type: 'Polygon',
    coordinates: [[[-34, 53.6], [-33.2, 53.5], [-32.3, 53.7], [-32, 54.3], [-32.4, 54.8], [-33.1, 54.7], [-33.9, 54.4], [-34, 53.6]]],
  }, {})],
});

export const NOW = JSON.stringify({
  type: 'FeatureCollection',
  features: [
    feature(square(-33.4, 53.95, 0.4), { title: 'Explosions near Dal', status: 'CONFIRMED', credibility: '2', url: 'b/2.html' }),
    feature(square(-32.6, 54.4, 0.35), { title: 'Column on the M4 near Lornewick', status: 'UNCONFIRMED', url: 'b/3.html' }),
    feature(square(-33.1, 53.55, 0.3), { title: 'No sign of a crossing at the southern border', status: 'NO_SIGN', url: 'b/1.html' }),
    feature(square(-32.8, 54.0, 0.2), { title: 'Elsewhere', status: 'CONFIRMED', url: 'https://elsewhere.invalid/' }),
  ],
});
