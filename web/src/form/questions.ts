import { STANCES } from '../seal/report.ts';
import { excessBytes, type Answers } from './answers.ts';
import { button, drawing, el, UNASSISTED } from './dom.ts';
import { dayLabel, hourLabel, shortZone, spanOf, type Moment } from './hours.ts';
import { iconPath } from './icons.ts';
import { nameIn, type Field, type Kind, type Page } from './page.ts';
import { fill, type Words } from './words.ts';

// The questions, one a screen, in the order they are asked; where.ts and review.ts hold the two larger ones.

/** What a question may use: what was said so far, and how to go on. */
export interface Asking {
  readonly answers: Answers;
  readonly page: Page;
  readonly words: Words;
  readonly language: string;
  now(): number;
  next(): void;
}

export interface Question {
  readonly title: string;
  readonly content: readonly Node[];
}

const DAYS_BACK = 7;
const MAX_FIGURE = 1_000_000;

export function askWhat(asking: Asking): Question {
  const { page, language, answers } = asking;
  const tile = (kind: Kind) => button({ class: 'tile', 'aria-pressed': String(answers.kind === kind) }, () => {
    answers.kind = kind;
    asking.next();
  }, drawing(iconPath(kind.icon)), el('span', {}, nameIn(kind.names, language)));
  const content = page.groups.map((group) => {
    const kinds = page.kinds.filter((kind) => kind.group === group.id);
    return kinds.length === 0 ? null : el('div', { role: 'group', 'aria-label': nameIn(group.names, language) },
      el('h3', {}, nameIn(group.names, language)), el('div', { class: 'tiles' }, ...kinds.map(tile)));
  });
  return { title: asking.words.what, content: content.filter((group) => group !== null) };
}

export function askShape(asking: Asking): Question {
  const { answers, words } = asking;
  const over = choice(asking, words.over, answers.ongoing === false, () => { answers.ongoing = false; });
  const still = choice(asking, words.still, answers.ongoing === true, () => { answers.ongoing = true; });
  // What is usual for the kind stands first.
  const content = answers.kind?.shape === 'state' ? [still, over] : [over, still];
  return { title: words.shape, content: [el('div', { class: 'choices' }, ...content)] };
}

export function askWhen(asking: Asking): Question {
  const { answers, words, page } = asking;
  const said = answers.moment?.type === 'day' ? answers.moment : null;
  // The days on the screen count from here, also when midnight passes before the answer.
  const shownAt = said?.saidAt ?? asking.now();
  const option = (value: string | number, label: string, selected: boolean) => el('option', { value, selected }, label);
  const day = el('select', { id: 'tell-day', autocomplete: 'off' }, ...Array.from({ length: DAYS_BACK + 1 }, (_, ago) => {
    const name = ago === 0 ? `${words.today}, ` : ago === 1 ? `${words.yesterday}, ` : '';
    return option(ago, name + dayLabel(ago, page.zone, shownAt), said?.daysAgo === ago);
  }));
  const hour = el('select', { id: 'tell-hour', autocomplete: 'off' }, option('', words.anyHour, said?.hour === null),
    ...Array.from({ length: 24 }, (_, of) => option(of, hourLabel(of), said?.hour === of)));
  const problem = el('p', { class: 'problem', role: 'alert' });
  const go = () => {
    const moment: Moment = {
      type: 'day', daysAgo: Number(day.value), hour: hour.value === '' ? null : Number(hour.value), saidAt: shownAt,
    };
    if (spanOf(moment, answers.ongoing === true, page.zone, asking.now()) === null) {
      problem.textContent = words.future;
      hour.focus();
      return;
    }
    answers.moment = moment;
    asking.next();
  };
  const lastHour = choice(asking, words.lastHour, answers.moment?.type === 'last-hour', () => {
    answers.moment = { type: 'last-hour', saidAt: asking.now() };
  });
  return {
    title: answers.ongoing ? words.since : words.when,
    content: [
      el('div', { class: 'choices' }, lastHour),
      el('h3', {}, words.earlier),
      el('div', { class: 'pair' },
        el('div', {}, el('label', { for: 'tell-day' }, words.day), day),
        el('div', {}, el('label', { for: 'tell-hour' }, words.hour), hour)),
      el('p', { class: 'hint' }, fill(words.zone, { zone: shortZone(page.zone) })),
      problem,
      button({ class: 'primary' }, go, words.next),
    ],
  };
}

export function askKnown(asking: Asking): Question {
  const { answers, words } = asking;
  const choices = STANCES.map((stance) => choice(asking, words[stance], answers.stance === stance, () => {
    answers.stance = stance;
  }));
  return { title: words.known, content: [el('div', { class: 'choices' }, ...choices)] };
}

export function askText(asking: Asking): Question {
  const { answers, words, page } = asking;
  const fields = (answers.kind?.fields ?? [])
    .map((name) => page.fields.find((field) => field.name === name))
    .filter((field) => field !== undefined);
  const problem = el('p', { class: 'problem', role: 'alert' });
  const text = el('textarea', { id: 'tell-text', rows: 6, dir: 'auto', 'aria-describedby': 'tell-text-hint', ...UNASSISTED });
  text.value = answers.text;
  const weigh = () => {
    answers.text = text.value;
    const excess = excessBytes(answers);
    problem.textContent = excess === 0 ? '' : fill(words.tooLong, { n: excess });
    return excess === 0;
  };
  text.addEventListener('input', weigh);
  return {
    title: words.text,
    content: [
      el('p', { class: 'hint', id: 'tell-text-hint' }, words.textHint),
      el('label', { for: 'tell-text' }, words.ownWords), text, problem,
      ...fields.map((field) => fieldInput(field, asking)),
      button({ class: 'primary' }, () => { if (weigh()) asking.next(); else text.focus(); }, words.next),
    ],
  };
}

/** A count or a choice; what is not a whole number in range is left out as not known. */
function fieldInput(field: Field, { answers, words, language }: Asking): Node {
  const id = `tell-field-${field.name}`;
  const said = answers.figures.get(field.name);
  const input = field.choices
    ? el('select', { id, autocomplete: 'off' }, el('option', { value: '' }, words.choose),
      ...field.choices.map(({ value, names }) => el('option', { value, selected: value === said }, nameIn(names, language))))
    : el('input', { id, type: 'text', inputmode: 'numeric', maxlength: 7, value: said ?? '', class: 'count', ...UNASSISTED });
  input.addEventListener('input', () => {
    const value = /^\d+$/.test(input.value) ? Number(input.value) : NaN;
    if (value <= MAX_FIGURE) answers.figures.set(field.name, value);
    else answers.figures.delete(field.name);
  });
  return el('div', { class: 'field' },
    el('label', { for: id }, nameIn(field.names, language), el('span', { class: 'hint' }, ` (${words.optional})`)), input);
}

/** One answer as one large button: a tap answers and goes on. */
export function choice(asking: Asking, label: string, chosen: boolean, answer: () => void): HTMLButtonElement {
  return button({ class: 'choice', 'aria-pressed': String(chosen) }, () => {
    answer();
    asking.next();
  }, label);
}
