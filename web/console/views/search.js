import { chips, element, emptyState, fill, link } from '../elements.js';
import { joined, nameOf, years } from '../format.js';
import { field, form } from '../forms.js';
import { marked } from '../marked.js';
import { keepQuery } from '../router.js';
import { actingButton } from './acting-button.js';

const MOST_EXCERPTS = 3;

/** A search across everybody, by words, meaning and skills, with the reason of each result. */
export async function searchView({ api, query, signal }) {
  const results = element('ol', { class: 'rows card results' });
  const end = element('div', { class: 'list-end', 'aria-live': 'polite' });

  const load = async (asked, cursor) => {
    const answer = await api.search({
      ...asked,
      limit: 10,
      ...(cursor === undefined ? {} : { cursor }),
    });
    if (signal.aborted) {
      return;
    }
    if (cursor === undefined) {
      results.replaceChildren();
    }
    results.append(...answer.results.map(resultRow));
    fill(
      end,
      answer.notices.map(({ message }) => element('p', { class: 'notice' }, message)),
      results.children.length === 0
        ? emptyState(
            'Nobody was found',
            'Use other words, fewer conditions, or upload more resumes.',
          )
        : null,
      answer.next_cursor === null
        ? null
        : actingButton('More', () => load(asked, answer.next_cursor)),
    );
  };

  const made = searchForm(query, async (entered) => {
    keepQuery(entered);
    await load(askedBy(entered));
  });
  const isAsked = query.query !== undefined;
  fill(
    end,
    isAsked
      ? null
      : emptyState(
          'Ask for somebody',
          'Everybody whose resume you have is searched, whatever the job.',
        ),
  );
  return {
    title: 'Search',
    focus: made.elements.namedItem('query'),
    // What the address asks is sent like what is typed, so that a refusal stands at the field too.
    ready: () => isAsked && made.requestSubmit(),
    content: element('div', {}, element('h1', {}, 'Search'), made, results, end),
  };
}

function searchForm(query, act) {
  return form(
    { submit: 'Search', class: 'search-form panel', role: 'search', act },
    field('Who are you looking for?', 'query', {
      type: 'search',
      value: query.query ?? '',
      maxlength: 5000,
      required: true,
      hint: 'In your own words, or as a condition: "machine learning" AND (kafka OR spark) -java',
    }),
    element(
      'div',
      { class: 'side-by-side' },
      field('With all of these skills', 'skills', {
        value: query.skills ?? '',
        placeholder: 'js, docker',
      }),
      field('Place', 'location', { value: query.location ?? '' }),
      field('Least years of experience', 'years', {
        type: 'number',
        min: 0,
        step: 'any',
        value: query.years ?? '',
      }),
    ),
  );
}

function askedBy({ query, skills = '', location = '', years: least = '' }) {
  const names = skills
    .split(',')
    .map((skill) => skill.trim())
    .filter((skill) => skill !== '');
  return {
    query,
    filters: {
      ...(names.length === 0 ? {} : { skills: names }),
      ...(location === '' ? {} : { location }),
      ...(least === '' ? {} : { years_experience: { min: Number(least) } }),
    },
  };
}

function resultRow(result) {
  return element(
    'li',
    { class: 'result-row' },
    link(`#/resumes/${result.resume_id}`, nameOf(result), { class: 'title' }),
    element(
      'p',
      { class: 'meta' },
      joined(result.headline, result.location, years(result.years_of_experience)),
    ),
    element('p', { class: 'reason' }, result.explanation),
    result.matched_skills.length === 0 ? null : chips(result.matched_skills),
    result.excerpts
      .slice(0, MOST_EXCERPTS)
      .map(({ text, terms }) => element('blockquote', {}, marked(text, terms))),
  );
}
