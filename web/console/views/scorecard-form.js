import { element, panel } from '../elements.js';
import { RATINGS } from '../format.js';
import { field, form, oneOf } from '../forms.js';
import { aboutField } from '../refusals.js';

const NOTHING_YET = { overall_rating: null, ratings: [], summary: null };
const UNRATED = { '': 'Not rated' };

/**
 * What an interviewer thinks, by the attributes of the job. `save(scorecard)` keeps the draft, `submit()` submits what
 * was kept.
 */
export function scorecardForm({ attributes, draft, save, submit }) {
  const { overall_rating: overall, ratings, summary } = draft ?? NOTHING_YET;
  const known = new Map(ratings.map((one) => [one.attribute_id, one]));
  return panel(
    'Your scorecard',
    form(
      {
        submit: 'Keep as a draft',
        further: {
          submit: 'Submit for good',
          act: async (entered) => {
            await save(scorecardOf(entered, attributes));
            await submit();
          },
        },
        class: 'stacked',
        refusals: aboutField('overall_rating', 'scorecard_incomplete'),
        act: (entered) => save(scorecardOf(entered, attributes)),
      },
      attributes.map((attribute) => attributeFields(attribute, known.get(attribute.id))),
      oneOf('In all', 'overall_rating', { ...UNRATED, ...RATINGS }, { value: overall ?? '' }),
      field('What leads you to it', 'summary', {
        control: 'textarea',
        rows: 4,
        value: summary ?? '',
        maxlength: 5000,
      }),
      element(
        'p',
        { class: 'hint' },
        'A draft is yours alone. What you submit stays as it is, and then you see what the others submitted.',
      ),
    ),
  );
}

function attributeFields({ id, name, description }, rated = { rating: '', note: null }) {
  return oneOf(
    name,
    ratingName(id),
    { ...UNRATED, ...RATINGS },
    { value: rated.rating, hint: description },
    field('Note', noteName(id), { value: rated.note ?? '', maxlength: 2000 }),
  );
}

const ratingName = (id) => `rating-${id}`;
const noteName = (id) => `note-${id}`;

function scorecardOf(entered, attributes) {
  const rated = attributes.map(({ id }) => ({
    attribute_id: id,
    rating: entered[ratingName(id)],
    note: orNull(entered[noteName(id)]),
  }));
  const forgotten = rated.filter(({ rating, note }) => rating === '' && note !== null);
  if (forgotten.length > 0) {
    throw new NotRated(forgotten);
  }
  return {
    overall_rating: orNull(entered.overall_rating),
    ratings: rated.filter(({ rating }) => rating !== ''),
    summary: orNull(entered.summary),
  };
}

/** The API keeps notes with ratings only, so one without would be lost. */
class NotRated extends Error {
  constructor(ratings) {
    super('A note goes with a rating.');
    this.errors = ratings.map(({ attribute_id: id }) => ({
      field: ratingName(id),
      message: 'Rate it too, or take the note away.',
    }));
  }
}

const orNull = (text) => (text.trim() === '' ? null : text.trim());
