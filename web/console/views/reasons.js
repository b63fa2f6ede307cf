import { bar, chips, element, panel } from '../elements.js';
import { quotesOf } from '../evidence.js';
import { count, joined, points, score, years } from '../format.js';

const TERMS = { similarity: 'Likeness of the texts', skills: 'Skills' };
const MOST_QUOTES = 2;

/** The paragraph that says it in plain words. */
export function wordsPanel({ explanation, unmet_must_haves: unmet, stability }) {
  return panel(
    'In short',
    element('p', { class: 'prose' }, explanation),
    unmet.length === 0
      ? null
      : element('p', { class: 'unmet' }, `Must-haves that were not found: ${unmet.join(', ')}.`),
    stability.is_current
      ? null
      : element(
          'p',
          { class: 'hint' },
          'The job or the rules changed since: this score is being made anew.',
        ),
  );
}

/** The terms that add up to the score. */
export function scorePanel({ terms, match_score: whole }) {
  return panel(
    'What the score is made of',
    element(
      'dl',
      { class: 'terms' },
      terms.map(({ name, value, weight, contribution }) =>
        element(
          'div',
          {},
          element('dt', {}, TERMS[name]),
          element('dd', { class: 'meta figure' }, `${score(value)} × ${weight}`),
          element('dd', { class: 'term-bar' }, bar(contribution)),
          element('dd', { class: 'figure' }, score(contribution)),
        ),
      ),
      element(
        'div',
        { class: 'sum' },
        element('dt', {}, 'Score'),
        element('dd', { class: 'meta' }, 'together'),
        element('dd', { class: 'term-bar' }, bar(whole)),
        element('dd', { class: 'figure strong' }, score(whole)),
      ),
    ),
  );
}

/** Every required skill with the words that prove it; what is missing with what it would change. */
export function skillsPanel({ skills, counterfactuals, additional_skills: additional }, content) {
  const found = skills.filter((skill) => skill.found);
  const missing = skills.filter((skill) => !skill.found);
  const gains = new Map(counterfactuals.map((one) => [one.skill, one]));
  return panel(
    `Skills: ${found.length} of ${skills.length} found`,
    skills.length === 0 ? element('p', { class: 'hint' }, 'The job asks for no skill.') : null,
    element(
      'ul',
      { class: 'rows' },
      found.map((skill) => foundSkill(skill, content)),
    ),
    missing.length === 0 ? null : element('h3', {}, 'Missing, and what each alone would change'),
    element(
      'ul',
      { class: 'rows' },
      missing.map((skill) => missingSkill(skill, gains.get(skill.skill))),
    ),
    additional.length === 0 ? null : element('h3', {}, 'Beyond what the job asks for'),
    additional.length === 0 ? null : chips(additional),
  );
}

function foundSkill(skill, content) {
  const quotes = quotesOf(skill.evidence, content);
  const more = quotes.slice(MOST_QUOTES);
  return element(
    'li',
    { class: 'skill-row' },
    skillName(skill),
    element('span', { class: 'figure met' }, points(skill.contribution)),
    element(
      'p',
      { class: 'meta' },
      joined(
        skill.years === null ? null : years(skill.years),
        skill.last_used === null ? null : `last used ${skill.last_used}`,
        skill.implied_by === null ? null : `shown by ${skill.implied_by}`,
      ),
    ),
    element(
      'div',
      { class: 'quotes' },
      quotes.slice(0, MOST_QUOTES),
      more.length === 0
        ? null
        : element(
            'details',
            {},
            element('summary', {}, `${count(more.length, 'more quote')}`),
            more,
          ),
    ),
  );
}

function missingSkill(skill, change) {
  return element(
    'li',
    { class: 'skill-row' },
    skillName(skill),
    change === undefined ? null : element('span', { class: 'figure meta' }, points(change.gain)),
    element(
      'p',
      { class: 'meta' },
      joined(
        change === undefined ? null : `The score would be ${score(change.match_score)}`,
        change === undefined || change.rank_to === change.rank_from
          ? null
          : `rank ${change.rank_from} → ${change.rank_to}`,
        skill.related.length === 0 ? null : `has instead: ${skill.related.join(', ')}`,
      ),
    ),
  );
}

function skillName({ skill, must_have: isMust }) {
  return element(
    'span',
    { class: 'skill-name' },
    skill,
    isMust ? element('span', { class: 'tag' }, 'Must have') : null,
  );
}

/** The parts of the resume that are closest to the job. */
export function passagesPanel({ best_chunks: passages }) {
  return panel(
    'Closest passages',
    passages.length === 0 ? element('p', { class: 'hint' }, 'None.') : null,
    passages.map(({ text, section, similarity_score: likeness }) =>
      element(
        'figure',
        { class: 'passage' },
        element('figcaption', { class: 'meta' }, joined(section, `${score(likeness)} alike`)),
        element('blockquote', { class: 'prose' }, text),
      ),
    ),
  );
}
