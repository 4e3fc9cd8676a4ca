import { button, el, UNASSISTED } from './dom.ts';
import { nameIn, type Town } from './page.ts';
import { PlaceMap } from './placemap.ts';
import { choice, type Asking, type Question } from './questions.ts';
import { matchingTowns, radiusMetres, townNamed, townsAround } from './towns.ts';
import { fill } from './words.ts';

const SUGGESTIONS = 6;
const NEIGHBOURS = 4;
/** How far from a town somebody may say a thing was; beyond these a place is vague and says so. */
const DISTANCES_KM = [5, 15];
const UNSURE_METRES = 40_000;

/** Words first, with the towns they may mean; a town then asks how far from it. */
export function askWhere(asking: Asking): Question {
  const { answers, words, page, language } = asking;
  const nameOf = (town: Town) => nameIn({ en: town.name, ...town.names }, language);
  const below = el('div', { 'aria-live': 'polite' });
  const input = el('input', { id: 'tell-place', type: 'text', maxlength: 200, dir: 'auto', 'aria-describedby': 'tell-place-hint', ...UNASSISTED });
  input.value = answers.placeWords;

  const choose = (town: Town) => {
    answers.town = town;
    answers.placeWords = nameOf(town);
    input.value = answers.placeWords;
    show();
  };
  const townButtons = (towns: readonly Town[]) => el('div', { class: 'choices near' },
    ...towns.map((town) => button({ class: 'choice' }, () => choose(town), nameOf(town))));
  const within = (label: string, metres: number) =>
    choice(asking, label, answers.uncertaintyMetres === metres, () => { answers.uncertaintyMetres = metres; });

  const mapButton = (near: Town | null) => (page.towns.length === 0 ? null
    : button({ class: 'choice', id: 'tell-map' }, () => below.replaceChildren(...map(near)), words.map));
  const map = (near: Town | null) => {
    const here = el('div', {});
    const drawn = new PlaceMap(page, nameOf, near, (spot) => here.replaceChildren(button({ class: 'primary' }, () => {
      const place = { name: '', names: {}, population: 0, ...spot };
      const [nearest] = townsAround(page.towns, place, 1) as [Town];
      answers.town = { ...place, name: fill(words.near, { town: nameOf(nearest) }) };
      answers.placeWords = answers.town.name;
      answers.uncertaintyMetres = spot.uncertaintyMetres;
      asking.next();
    }, words.here)));
    drawn.svg.setAttribute('aria-label', words.map);
    return [el('p', { class: 'hint' }, words.mapHint), drawn.svg, here];
  };

  const distances = (town: Town) => [
    el('h3', {}, words.howClose),
    el('div', { class: 'choices' }, within(words.inside, radiusMetres(town)),
      ...DISTANCES_KM.map((km) => within(fill(words.within, { n: km }), radiusMetres(town) + km * 1000)),
      within(words.unsure, UNSURE_METRES)),
    el('h3', {}, words.closer),
    townButtons(townsAround(page.towns, town, NEIGHBOURS)),
    el('div', { class: 'choices near' }, mapButton(town)),
  ];
  const suggestions = () => {
    const typed = input.value.trim();
    const towns = matchingTowns(page.towns, typed, SUGGESTIONS);
    const unknown = choice(asking, words.noPlace, false, () => { answers.placeWords = ''; });
    if (typed === '') return [el('div', { class: 'choices' }, unknown, mapButton(null))];
    return [
      towns.length > 0 ? townButtons(towns) : el('p', { class: 'hint' }, words.noTown),
      button({ class: 'primary' }, () => {
        const town = townNamed(page.towns, typed);
        if (town) choose(town);
        else asking.next();
      }, words.next),
    ];
  };
  const show = () => below.replaceChildren(...(answers.town ? distances(answers.town) : suggestions()));

  input.addEventListener('input', () => {
    answers.town = null;
    answers.placeWords = input.value;
    show();
  });
  show();
  return {
    title: words.where,
    content: [
      el('p', { class: 'hint', id: 'tell-place-hint' }, words.whereHint),
      el('label', { for: 'tell-place' }, words.place), input, below,
    ],
  };
}
