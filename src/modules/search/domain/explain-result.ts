import type { Excerpt, Ranks, SearchList } from '../search-result';
import { SEARCH_LISTS } from '../search-result';
import type { SearchFilters } from './filters';

/** What is known of a result when its words are chosen. */
export interface ExplainedResult {
  readonly ranks: Ranks;
  readonly similarityScore: number | null;
  readonly matchedSkills: readonly string[];
  /** Of the matched ones those that the resume does not name but that follow from others. */
  readonly impliedSkills: readonly string[];
  readonly yearsOfExperience: number | null;
  readonly location: string | null;
  readonly excerpts: readonly Excerpt[];
}

export interface Asked {
  readonly filters: SearchFilters;
  /** The words asked for, as typed; empty when there were none. */
  readonly words: readonly string[];
}

const LIST_NAMES: Readonly<Record<SearchList, string>> = {
  text: 'words',
  semantic: 'meaning',
  skills: 'skills',
  similarity: 'similarity',
  title: 'title',
};
const MOST_NAMED = 6;

/** Why a resume is among the results, in sentences that its numbers and passages bear out. */
export function explainResult(result: ExplainedResult, asked: Asked): string {
  const sentences = [
    wordsSentence(result, asked),
    skillsSentence(result),
    ...entrySentences(result.excerpts),
    ...filterSentences(result, asked.filters),
    meaningSentence(result),
    placesSentence(result.ranks),
  ];
  return sentences.filter((sentence) => sentence !== null).join(' ');
}

function wordsSentence({ excerpts, ranks }: ExplainedResult, { words }: Asked): string | null {
  const shown = excerpts.filter(({ reason }) => reason === 'terms').flatMap(({ terms }) => terms);
  const found = words.filter((word) => shown.includes(word));
  if (found.length > 0) {
    return `Holds ${listed(found.map((term) => `“${term}”`))}.`;
  }
  // Found by words all the same: those of a skill's own name, which the text writes in another way.
  return words.length === 0 || ranks.text !== undefined
    ? null
    : 'Holds none of the words asked for.';
}

function skillsSentence({ matchedSkills, impliedSkills }: ExplainedResult): string | null {
  const implied = new Set(impliedSkills);
  const named = matchedSkills.filter((skill) => !implied.has(skill));
  const parts = [
    ...(named.length > 0 ? [`has the ${skillsWord(named)} ${listed(named)}`] : []),
    ...(impliedSkills.length > 0 ? [`what it names implies ${listed(impliedSkills)}`] : []),
  ];
  return parts.length === 0 ? null : capitalised(`${parts.join('; ')}.`);
}

const ENTRY_WORDS = [
  ['employer', 'Worked at'],
  ['title', 'Was'],
  ['school', 'Studied at'],
  ['education_level', 'Has a degree of the level'],
] as const;

function entrySentences(excerpts: readonly Excerpt[]): readonly string[] {
  return ENTRY_WORDS.flatMap(([kind, words]) => {
    const what = excerpts.filter(({ reason }) => reason === kind).flatMap(({ terms }) => terms);
    return what.length === 0 ? [] : [`${words} ${listed(what)}.`];
  });
}

function filterSentences(
  { yearsOfExperience, location }: ExplainedResult,
  filters: SearchFilters,
): readonly string[] {
  const asksYears = filters.minYears !== undefined || filters.maxYears !== undefined;
  return [
    ...(asksYears && yearsOfExperience !== null
      ? [`Has ${yearsOfExperience} years of experience.`]
      : []),
    ...(filters.location !== undefined && location !== null ? [`Lives in ${location}.`] : []),
    ...(filters.languages === undefined ? [] : [`Speaks ${listed(filters.languages)}.`]),
    ...(filters.workedWith === undefined ? [] : [WORKED_WITH[filters.workedWith.steps] ?? '']),
  ].filter((sentence) => sentence !== '');
}

const WORKED_WITH: Readonly<Record<number, string>> = {
  1: 'Worked with the person asked for at the same time.',
  2: 'Worked with the person asked for, or with a colleague of theirs, at the same time.',
};

function meaningSentence({ similarityScore, excerpts }: ExplainedResult): string | null {
  const closest = excerpts.find(({ reason }) => reason === 'similarity');
  if (similarityScore === null) {
    return null;
  }
  const where = closest === undefined ? '' : `, closest in the part “${closest.section}”`;
  return `Similar in meaning by ${similarityScore.toFixed(2)}${where}.`;
}

function placesSentence(ranks: Ranks): string | null {
  const places = SEARCH_LISTS.flatMap((list) => {
    const rank = ranks[list];
    return rank === undefined ? [] : [`${rank} by ${LIST_NAMES[list]}`];
  });
  return places.length === 0 ? null : `Place ${listed(places)}.`;
}

function listed(items: readonly string[]): string {
  const distinct = [...new Map(items.map((item) => [item.toLowerCase(), item])).values()];
  const more = distinct.length - MOST_NAMED;
  const shown = more > 0 ? [...distinct.slice(0, MOST_NAMED), `${more} more`] : distinct;
  const last = shown.at(-1) ?? '';
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} and ${last}`;
}

function skillsWord(skills: readonly string[]): string {
  return skills.length === 1 ? 'skill' : 'skills';
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
