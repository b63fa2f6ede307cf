import { type Draft, listOf, quoted, yearsOf } from './draft';
import { studied } from './education-answers';
import { answered } from './fact-answers';
import { described } from './positions';
import type { ResumeFacts } from './resume-facts';
import { termsOf } from './words';

const SUMMARY =
  /\b(?:summari[sz]e|summary|overview|tell me (?:more )?about (?:him|her|them|this (?:person|candidate)|the candidate)|who is (?:he|she|this|the candidate)|introduce|profile in (?:short|brief)|what kind of (?:person|candidate))\b/iu;

export function summaryAnswer(facts: ResumeFacts, question: string): Draft | null {
  if (
    !SUMMARY.test(question) ||
    termsOf(question, [
      'summarise summarize summary overview introduce short brief profile person candidate quick',
    ]).length > 0
  ) {
    return null;
  }
  const {
    personal_info: person,
    positions,
    skills,
    years_of_experience: years,
    educations,
  } = facts.profile;
  const title = person.headline ?? positions[0]?.title ?? null;
  const best = skills.toSorted((a, b) => (b.years ?? 0) - (a.years ?? 0)).slice(0, 6);
  const parts = [
    `${facts.who}${title === null ? '' : `, ${title}`}${years === null ? '' : `, ${yearsOf(years)} of dated experience`}.`,
    ...(positions.length === 0
      ? []
      : [`Positions: ${positions.slice(0, 3).map(described).join('; ')}.`]),
    ...(educations.length === 0
      ? []
      : [`Education: ${educations.slice(0, 2).map(studied).join('; ')}.`]),
    ...(best.length === 0 ? [] : [`Skills: ${listOf(best.map(({ name }) => name))}.`]),
  ];
  const summary = facts.passages.find(({ section }) => section === 'summary');
  return answered(parts.join(' '), [
    summary === undefined ? null : facts.cite(summary),
    ...positions.map(({ span }) => facts.citeHead(span)),
  ]);
}

const LEISURE =
  /\bhobb(?:y|ies)\b|\b(?:free|spare|leisure) time\b|\b(?:private|personal) interests\b|\boutside (?:of )?work\b|\bin private life\b/iu;

/** What the resume itself tells under such a heading. */
export function leisureAnswer(facts: ResumeFacts, question: string): Draft | null {
  const told = facts.passages.filter(({ section }) => section === 'interests');
  if (!LEISURE.test(question) || told.length === 0) {
    return null;
  }
  const shown = told.slice(0, 3).map((passage) => facts.cite(passage));
  return answered(`The resume says: ${shown.map(quoted).join(' ')}`, shown);
}
