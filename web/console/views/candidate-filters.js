import { element } from '../elements.js';
import { STATUSES } from '../format.js';
import { select } from '../forms.js';

const SORTS = {
  '': 'Best first',
  similarity_score: 'Likeness of the texts',
  skill_match_score: 'Skills',
  years_of_experience: 'Experience',
  name: 'Name',
  created_at: 'Newest',
};
const TYPING_PAUSE_MS = 300;

/** The filters above a job's candidates. `onChange(filters)` gets those that are set, as the API names them. */
export function filterForm({ current, user, colleagues, stages, onChange }) {
  const made = element(
    'form',
    { class: 'filters', role: 'search', 'aria-label': 'Filter the candidates' },
    labelled('Name', element('input', { name: 'name', type: 'search', value: current.name ?? '' })),
    labelled(
      'Skills',
      element('input', {
        name: 'skills',
        type: 'search',
        value: current.skills ?? '',
        placeholder: 'js, docker',
      }),
    ),
    labelled('Status', select({ '': 'All', ...STATUSES }, { name: 'status' }, current.status)),
    stages.length === 0
      ? null
      : labelled('Stage', select(stageOptions(stages), { name: 'stage_id' }, current.stage_id)),
    labelled(
      'Looked after by',
      select(
        assigneeOptions(user, colleagues.choices),
        { name: 'assigned_to' },
        current.assigned_to,
      ),
    ),
    labelled('Order', select(SORTS, { name: 'sort' }, current.sort)),
    element(
      'label',
      { class: 'check' },
      element('input', {
        type: 'checkbox',
        name: 'must_have',
        value: 'true',
        checked: current.must_have === 'true',
      }),
      'All must-haves',
    ),
  );
  let timer = null;
  const change = () => {
    clearTimeout(timer);
    onChange(filtersOf(made));
  };
  made.addEventListener('input', ({ target }) => {
    clearTimeout(timer);
    timer = setTimeout(change, target.type === 'search' ? TYPING_PAUSE_MS : 0);
  });
  made.addEventListener('submit', (event) => {
    event.preventDefault();
    change();
  });
  return made;
}

const stageOptions = (stages) => ({
  '': 'All',
  ...Object.fromEntries(stages.map(({ id, name }) => [id, name])),
});

/** Oneself first, which is asked for most. */
const assigneeOptions = (user, choices) => ({
  '': 'Anybody',
  [user.id]: 'Me',
  ...Object.fromEntries(Object.entries(choices).filter(([id]) => id !== user.id)),
});

function labelled(text, control) {
  return element('label', {}, text, control);
}

function filtersOf(made) {
  const entered = [...new FormData(made)].map(([name, value]) => [name, value.trim()]);
  return Object.fromEntries(entered.filter(([, value]) => value !== ''));
}
