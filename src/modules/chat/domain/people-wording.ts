import { type Citation, type Draft, quoted, yearsOf } from './draft';
import { names } from './positions';
import type { PeopleQuestion } from './people-question';
import type { ResumeFacts } from './resume-facts';

/** Somebody whom a question found, with what shows it. */
export interface FoundPerson {
  readonly facts: ResumeFacts;
  readonly citations: readonly Citation[];
}

const QUOTES_PER_PERSON = 2;

/** The places of a resume that show why it passed the conditions, the most telling ones. */
export function evidenceOf(facts: ResumeFacts, asked: PeopleQuestion): readonly Citation[] {
  const {
    skills = [],
    languages = [],
    employers = [],
    schools = [],
    educationLevel,
  } = asked.filters;
  const wanted = new Set([
    ...skills,
    ...asked.anyOf,
    ...(asked.skillYears === null ? [] : [asked.skillYears.skill]),
  ]);
  const { profile } = facts;
  const places = [
    ...profile.skills
      .filter(({ name }) => wanted.has(name))
      .map(({ evidence }) => facts.citeAround(workFirst(facts, evidence), 1)),
    ...profile.languages
      .filter(({ name }) => languages.some((one) => one.startsWith(name) || name.startsWith(one)))
      .map(({ span }) => facts.citeAround([span], 1)),
    ...profile.positions
      .filter(({ employer }) => employers.some((one) => names(employer ?? '', one)))
      .map(({ span }) => [facts.citeHead(span)]),
    ...profile.educations
      .filter(
        ({ school, level }) =>
          schools.some((one) => names(school ?? '', one)) ||
          (educationLevel !== undefined && level !== null),
      )
      .map(({ span }) => [facts.citeHead(span)]),
  ].flat();
  const byStart = new Map(
    places.flatMap((one) => (one === null ? [] : [[one.start, one] as const])),
  );
  return [...byStart.values()].slice(0, QUOTES_PER_PERSON);
}

function workFirst(
  facts: ResumeFacts,
  evidence: readonly { readonly start: number; readonly end: number }[],
): readonly { readonly start: number; readonly end: number }[] {
  const isWork = ({ start, end }: { start: number; end: number }): number =>
    facts.passageAt(start, end)?.section === 'experience' ? 0 : 1;
  return evidence.toSorted((a, b) => isWork(a) - isWork(b) || a.start - b.start);
}

/** What is told of those who were found: "3 of the 12 candidates …". */
export function foundText(
  found: readonly FoundPerson[],
  told: { readonly total: string; readonly what: string; readonly among: string },
): Draft {
  const lines = found.map(({ facts, citations }, index) => {
    const years = facts.profile.years_of_experience;
    const who = `${index + 1}. ${facts.who}${years === null ? '' : ` (${yearsOf(years)} of experience)`}`;
    return citations.length === 0 ? who : `${who}: ${citations.map(quoted).join(' ')}`;
  });
  return {
    text: [`${told.total} of ${told.among} ${told.what}:`, ...lines].join('\n'),
    citations: found.flatMap(({ citations }) => citations),
    outcome: 'answered',
  };
}

export const nobodyText = (among: string, what: string): Draft => ({
  text: `None of ${among} ${what}.`,
  citations: [],
  outcome: 'not_told',
});

export function rankingText(
  ranked: readonly {
    readonly name: string;
    readonly score: number;
    readonly explanation: string;
  }[],
  total: number,
): Draft {
  const lines = ranked.map(
    ({ name, score, explanation }, index) =>
      `${index + 1}. ${name}, match ${score.toFixed(2)}. ${explanation}`,
  );
  return {
    text: [
      `By the match score, the first ${ranked.length} of ${total} candidates are:`,
      ...lines,
      'The score is a help for reading, not a decision.',
    ].join('\n'),
    citations: [],
    outcome: 'answered',
  };
}
