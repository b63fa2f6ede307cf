export interface ExplanationFacts {
  readonly jobTitle: string;
  readonly candidateTitle: string | null;
  readonly matchScore: number;
  readonly similarityScore: number;
  readonly skillMatchScore: number | null;
  readonly matched: readonly string[];
  readonly missing: readonly string[];
  readonly missingMustHaves: readonly string[];
  readonly yearsOfExperience: number | null;
  readonly minYearsExperience: number | null;
}

/** A paragraph in plain words, made from the facts of the score by a template; the same facts give the same words. */
export function explain(facts: ExplanationFacts): string {
  return [opening(facts), skills(facts), experience(facts)].filter((part) => part !== '').join(' ');
}

function opening(facts: ExplanationFacts): string {
  const whose =
    facts.candidateTitle === null
      ? 'The resume'
      : `The resume (${quoted(unshouted(facts.candidateTitle))})`;
  const verdict = `${strengthOf(facts.matchScore)} match for ${quoted(facts.jobTitle)} (${percent(facts.matchScore)}).`;
  const closeness = `${closenessOf(facts.similarityScore)} the job’s text (similarity ${percent(facts.similarityScore)})`;
  return `${verdict} ${whose} reads ${closeness}.`;
}

function skills(facts: ExplanationFacts): string {
  const { matched, missing, missingMustHaves } = facts;
  if (facts.skillMatchScore === null) {
    return 'The job names no required skill, so the score is the similarity alone.';
  }
  const total = matched.length + missing.length;
  const named = matched.length === 0 ? '' : `: ${list(matched)}`;
  const found = `${matched.length} of ${total} required skills ${matched.length === 1 ? 'is' : 'are'} found${named}.`;
  const mustHaves =
    missingMustHaves.length === 0
      ? ''
      : ` Must-have${missingMustHaves.length === 1 ? '' : 's'} not found: ${list(missingMustHaves)}.`;
  const others = missing.filter((skill) => !missingMustHaves.includes(skill));
  const rest = others.length === 0 ? '' : ` Not found: ${list(others)}.`;
  return found + mustHaves + rest;
}

function experience(facts: ExplanationFacts): string {
  const { yearsOfExperience: years, minYearsExperience: asked } = facts;
  if (asked === null) {
    return '';
  }
  if (years === null) {
    return `The job asks for ${plural(asked, 'year')} of experience; the resume gives no dates to count.`;
  }
  const verdict = years >= asked ? 'which meets' : 'which is below';
  return `The dated positions add up to ${plural(years, 'year')}, ${verdict} the ${plural(asked, 'year')} asked for.`;
}

function strengthOf(score: number): string {
  if (score >= 0.75) {
    return 'Strong';
  }
  if (score >= 0.55) {
    return 'Good';
  }
  return score >= 0.4 ? 'Partial' : 'Weak';
}

function closenessOf(similarity: number): string {
  if (similarity >= 0.75) {
    return 'very close to';
  }
  if (similarity >= 0.6) {
    return 'close to';
  }
  return similarity >= 0.45 ? 'somewhat close to' : 'far from';
}

const MOST_NAMED = 8;

function list(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMED);
  const more = names.length - shown.length;
  if (more > 0) {
    return `${shown.join(', ')} and ${more} more`;
  }
  const last = shown.at(-1) ?? '';
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} and ${last}`;
}

function percent(score: number): string {
  return `${Math.round(score * 100)}%`;
}

function plural(count: number, unit: string): string {
  const rounded = Math.round(count * 10) / 10;
  return `${rounded} ${unit}${rounded === 1 ? '' : 's'}`;
}

function quoted(text: string): string {
  return `“${text}”`;
}

const SMALL_WORDS = new Set(['AND', 'AT', 'FOR', 'IN', 'OF', 'ON', 'OR', 'THE', 'TO', 'WITH']);
const LONGEST_ACRONYM = 3;

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
