import { scriptBeside } from '../form/beside.ts';

// Put in by build.mjs.
declare const MAP_HASH: string;

// Entry point of every board page with a map: loads the map, a large file, only when somebody asks for it.

const opener = document.getElementById('map-open');
const place = document.getElementById('map');

if (opener && place) {
  opener.addEventListener('click', (event) => {
    event.preventDefault();
    opener.setAttribute('aria-busy', 'true');
    void scriptBeside('map.js', MAP_HASH, import.meta.url)
      .then(() => import('./map.js'))
      .then(({ showMap }) => showMap(place))
      .finally(() => opener.removeAttribute('aria-busy'));
  });
}
