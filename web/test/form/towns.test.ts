import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Town } from '../../src/form/page.ts';
import { matchingTowns, radiusMetres, townNamed, townsAround } from '../../src/form/towns.ts';

const town = (name: string, population = 1000, latitude = 54, longitude = -33, names = {}): Town =>
  ({ name, names, population, latitude, longitude });

test('lodz_finds_Łódź_and_any_language_finds_its_town', () => {
  const towns = [town('Łódź'), town('Брэст', 1, 1, 1, { pl: 'Brześć' })];
  assert.deepEqual(matchingTowns(towns, ' LODZ', 5), [towns[0]]);
  assert.deepEqual(matchingTowns(towns, 'brzesc', 5), [towns[1]]);
  assert.deepEqual(matchingTowns(towns, 'брэ', 5), [towns[1]]);
});

test('a_name_typed_in_another_script_finds_its_town', () => {
  const towns = [town('Hrodna'), town('Brest', 1, 1, 1, {}), { ...town('Vyse'), also: ['Выжа'] }, town('Baranavichy')];
  assert.deepEqual(matchingTowns(towns, 'Гродна', 5), [towns[0]]);
  assert.deepEqual(matchingTowns(towns, 'брэст', 5), [towns[1]]);
  assert.deepEqual(matchingTowns(towns, 'выж', 5), [towns[2]]);
  assert.equal(townNamed(towns, 'Hrodna'), towns[0]);
});

test('a_place_of_the_desk_s_own_list_is_as_wide_as_the_list_says', () => {
  assert.equal(radiusMetres({ ...town('School 5', 0), uncertaintyMetres: 150 }), 150);
});

test('whole_names_come_before_beginnings_before_later_words_and_larger_towns_first', () => {
  const towns = [town('New Dal'), town('Dalen', 10), town('Dalton', 500), town('Dal', 1), town('Vandalia')];
  assert.deepEqual(matchingTowns(towns, 'dal', 9).map(({ name }) => name), ['Dal', 'Dalton', 'Dalen', 'New Dal', 'Vandalia']);
  assert.equal(matchingTowns(towns, 'dal', 2).length, 2);
});

test('nothing_typed_suggests_nothing', () => {
  assert.deepEqual(matchingTowns([town('Dal')], ' – ', 5), []);
});

test('a_name_two_towns_share_chooses_neither', () => {
  const towns = [town('Dal', 5), town('Dal', 6), town('Vyse')];
  assert.equal(townNamed(towns, 'dal'), null);
  assert.equal(townNamed(towns, 'vyse'), towns[2]);
  assert.equal(townNamed(towns, 'elsewhere'), null);
});

test('towns_around_come_nearest_first_without_the_town_itself', () => {
  const centre = town('Dal');
  // A degree of longitude is shorter than one of latitude here.
  const towns = [town('North', 1, 54.8), town('East', 1, 54, -32), centre, town('Near', 1, 54.1)];
  assert.deepEqual(townsAround(towns, centre, 2).map(({ name }) => name), ['Near', 'East']);
});

test('a_city_is_wider_than_a_village', () => {
  assert.deepEqual([900, 41_000, 120_000, 2_000_000].map((population) => radiusMetres(town('x', population))),
    [1_000, 2_500, 5_000, 10_000]);
});
