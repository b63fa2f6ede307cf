import type { MatchScore } from '../../jobs';

/** Of the score as it is shown: 74.6 % reads as 75 % and counts as it. */
export function strengthOf(matchScore: number): string {
  const score = Math.round(matchScore * 100) / 100;
  if (score >= 0.75) {
    return 'Strong';
  }
  if (score >= 0.55) {
    return 'Good';
  }
  return score >= 0.4 ? 'Partial' : 'Weak';
}

/** What a resume does, beside the job's text. */
export function closenessOf(similarity: number): string {
  if (similarity >= 0.75) {
    return 'reads much like the job’s own text';
  }
  if (similarity >= 0.6) {
    return 'is close to the job’s text';
  }
  return similarity >= 0.45
    ? 'shares some ground with the job’s text'
    : 'has little in common with the job’s text';
}

/** With which weights the score came about. */
export function sharesOf({ terms }: MatchScore): string {
  const [similarity, skills] = terms;
  return similarity === undefined || skills === undefined
    ? 'the similarity alone, since the job names no required skill'
    : `weighing similarity ${percent(similarity.weight)} and skills ${percent(skills.weight)}`;
}

export function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

/** From here on tenths of a year say nothing. */
const MANY_YEARS = 10;

/** "1 year", "2.5 years", "25 years". */
export function yearsText(years: number): string {
  const rounded = years >= MANY_YEARS ? Math.round(years) : Math.round(years * 10) / 10;
  return `${rounded} year${rounded === 1 ? '' : 's'}`;
}

/** A longer "title" is a sentence about the person. */
const LONGEST_TITLE = 60;
const SMALL_WORDS = new Set(['AND', 'AT', 'FOR', 'IN', 'OF', 'ON', 'OR', 'THE', 'TO', 'WITH']);
const LONGEST_ACRONYM = 3;

/** A resume's title as it can stand in a sentence; null when it cannot. */
export function shownTitle(title: string | null): string | null {
  if (title === null || title.length > LONGEST_TITLE) {
    return null;
  }
  return unshouted(title.replace(/\s+/g, ' ').trim());
}

/** "SENIOR HR MANAGER" as "Senior HR Manager"; what is not all capitals stays as written. */
function unshouted(title: string): string {
  if (title !== title.toUpperCase()) {
    return title;
  }
  return title.replace(/\p{L}+/gu, (word, at: number) => {
    if (at > 0 && SMALL_WORDS.has(word)) {
      return word.toLowerCase();
    }
    return word.length <= LONGEST_ACRONYM ? word : word.charAt(0) + word.slice(1).toLowerCase();
  });
}
