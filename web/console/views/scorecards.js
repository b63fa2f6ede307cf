import { chips, element, link, panel } from '../elements.js';
import { count, moment, RATINGS } from '../format.js';

/**
 * What interviewers submitted, as far as the API shows it to the user: whoever takes part sees nobody else's before
 * their own is submitted. `owedId` is the interview, elsewhere, of which the user owes a scorecard.
 */
export function scorecardsPanel({ scorecards, summary, missing, withheld }, owedId = null) {
  return panel(
    'Scorecards',
    withheld ? withheldNotice(owedId) : null,
    summary === null || summary.count === 0 ? null : summaryOf(summary),
    scorecards.length === 0 && !withheld
      ? element('p', { class: 'hint' }, 'None is submitted yet.')
      : element('ul', { class: 'rows scorecards' }, scorecards.map(scorecard)),
    stillToCome(missing),
  );
}

function withheldNotice(owedId) {
  return element(
    'p',
    { class: 'notice' },
    'You take part, so you see what the others think once you have submitted your own scorecard. ',
    owedId === null ? null : link(`#/interviews/${owedId}`, 'Write your scorecard'),
  );
}

/** The interview of which somebody owes a scorecard; null if none. */
export const interviewOwedBy = ({ id }, { missing }) =>
  missing.find(({ user_id: userId }) => userId === id)?.interview_id ?? null;

/** How often each rating was given; a mean would hide that people differ. */
function summaryOf({ count: amount, overall, attributes }) {
  return element(
    'dl',
    { class: 'facts summary' },
    [{ name: `In all, of ${count(amount, 'scorecard')}`, ratings: overall }, ...attributes].map(
      ({ name, ratings }) =>
        element('div', {}, element('dt', {}, name), element('dd', {}, chips(countsOf(ratings)))),
    ),
  );
}

/** From the best to the worst. */
const countsOf = (ratings) =>
  Object.entries(RATINGS)
    .reverse()
    .filter(([rating]) => ratings[rating] > 0)
    .map(([rating, text]) => `${text} × ${ratings[rating]}`);

function scorecard({ author_name: author, overall_rating: overall, ...card }) {
  return element(
    'li',
    {},
    element(
      'p',
      { class: 'scorecard-head' },
      element('strong', {}, author),
      element('span', { class: 'badge', data: { rating: overall } }, RATINGS[overall]),
    ),
    card.summary === null ? null : element('p', { class: 'prose' }, card.summary),
    element(
      'ul',
      { class: 'points' },
      card.ratings.map(({ name, rating, note }) =>
        element(
          'li',
          {},
          `${name}: ${RATINGS[rating]}`,
          note === null ? null : element('span', { class: 'meta' }, ` ${note}`),
        ),
      ),
    ),
    element('p', { class: 'meta' }, moment(card.submitted_at)),
  );
}

function stillToCome(missing) {
  const names = [...new Set(missing.map(({ full_name: name }) => name))];
  return names.length === 0
    ? null
    : element('p', { class: 'meta' }, `Still to come from ${names.join(', ')}`);
}
