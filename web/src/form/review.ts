import { reportText } from './answers.ts';
import { button, el } from './dom.ts';
import { clock, dayLabel, hourLabel, spanOf } from './hours.ts';
import { nameIn } from './page.ts';
import { photoName } from './photos.ts';
import type { Asking, Question } from './questions.ts';
import type { RefusedReason, State } from './send.ts';
import { fill, type Words } from './words.ts';

// The last screens: the three lines before sending, and what became of it.

export function askSend(asking: Asking): Question {
  const { words } = asking;
  return {
    title: words.before,
    content: [
      el('div', { class: 'lines' }, ...[words.line1, words.line2, words.line3].map((line) => el('p', {}, line))),
      el('details', {}, el('summary', {}, words.more), el('p', {}, words.moreText)),
      el('h3', {}, words.sends),
      summary(asking),
      button({ class: 'primary' }, () => asking.next(), words.send),
    ],
  };
}

/** Everything that will be sealed, in the sender's own words and nothing besides. */
function summary({ answers, words, page, language, now }: Asking): Node {
  const figures = (answers.kind?.fields ?? []).flatMap((name) => {
    const field = page.fields.find((candidate) => candidate.name === name);
    const value = answers.figures.get(name);
    if (!field || value === undefined) return [];
    const chosen = field.choices?.find((choice) => choice.value === value);
    return [`${nameIn(field.names, language)}: ${chosen ? nameIn(chosen.names, language) : value}`];
  });
  const { moment, town, kind, stance } = answers;
  const span = moment && spanOf(moment, answers.ongoing === true, page.zone, now());
  const time = moment?.type === 'day'
    ? dayLabel(moment.daysAgo, page.zone, moment.saidAt) + (moment.hour === null ? '' : ` ${hourLabel(moment.hour)}`)
    : span && `${clock(span.earliest.getTime(), page.zone)}–${clock(span.latest.getTime(), page.zone)}`;
  const place = town
    ? `${nameIn({ en: town.name, ...town.names }, language)}, ± ${answers.uncertaintyMetres / 1000} km`
    : answers.placeWords.trim() === '' ? words.noPlace : null;
  const lines = [
    kind && `${nameIn(kind.names, language)}. ${answers.ongoing ? words.still : words.over}.`,
    place, time, stance && words[stance], ...figures, reportText(answers), ...answers.photos.map(photoName),
  ];
  return el('ul', { class: 'summary' },
    ...lines.filter((line) => line).map((line) => el('li', { dir: 'auto' }, line as string)));
}

const REASONS: Readonly<Record<RefusedReason, keyof Words>> = {
  'full': 'full', 'not-taken': 'notTaken', 'no-keys': 'noKeys', 'bad-keys': 'badKeys',
};

/** How each part stands, where there is more than the words. */
export function showParts(states: readonly State[], { answers, words, page }: Asking): Node {
  const says = (state: State) => state.type === 'sent' ? words.sent : state.type !== 'refused' ? words.trying
    : state.nextTry === null ? words.refusedNow : fill(words.refused, { time: clock(state.nextTry, page.zone) });
  const names = [words.report, ...answers.photos.map(photoName)];
  return el('ul', { class: 'summary', hidden: states.length < 2 },
    ...states.map((state, index) => el('li', {}, el('bdi', {}, names[index] ?? String(index)), `: ${says(state)}`)));
}

/** One of four states, largest on the screen; `again` is offered wherever trying has a meaning. */
export function showState(state: State, { words, page, now }: Asking, again: () => void): Question {
  const at = (time: number) => clock(time, page.zone);
  const retry = button({ class: 'secondary' }, again, words.tryNow);
  switch (state.type) {
    case 'trying': return {
      title: words.trying,
      content: [
        el('p', {}, words.tryingText),
        ...(state.nextTry === null ? [] : [el('p', { class: 'hint' }, fill(words.nextTry, { time: at(state.nextTry) })), retry]),
      ],
    };
    case 'sent': return {
      title: words.sent,
      content: [el('p', {}, words.sentText), el('p', {}, words.afterText)],
    };
    case 'closed': return { title: words.closed, content: [el('p', {}, words.closedText)] };
    case 'refused': return {
      title: state.nextTry === null ? words.refusedNow : fill(words.refused, { time: at(state.nextTry) }),
      content: [
        el('p', {}, fill(words[REASONS[state.reason]], { time: new Date(now()).toISOString().slice(0, 16).replace('T', ' ') })),
        ...(state.reason === 'bad-keys' ? [] : [retry]),
      ],
    };
  }
}
