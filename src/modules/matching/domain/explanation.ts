import type { MatchScore } from '../../jobs';
import type { MatchedSkill, MissingSkill } from '../../skills';
import { closenessOf, percent, shownTitle, sharesOf, strengthOf, yearsText } from './score-words';
import { list, plural } from './word-list';

export interface ExplanationFacts {
  readonly jobTitle: string;
  /** As the resume has it; null when it has none. */
  readonly candidateTitle: string | null;
  readonly score: MatchScore;
  readonly matched: readonly (MatchedSkill & { readonly years: number | null })[];
  readonly missing: readonly MissingSkill[];
  readonly yearsOfExperience: number | null;
  readonly minYearsExperience: number | null;
}

/**
 * A paragraph in plain words, made from the facts of the score by a template; the same facts give the
 * same words. It names nobody, since it is stored and outlives a person's wish to be forgotten.
 */
export function explain(facts: ExplanationFacts): string {
  return [verdict(facts), through(facts), absent(facts), experience(facts), sharesOf(facts.score)]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

function verdict(facts: ExplanationFacts): string {
  const { matchScore, similarityScore } = facts.score;
  const title = shownTitle(facts.candidateTitle);
  const resume = title === null ? 'The resume' : `The resume (“${title}”)`;
  const opening = `${strengthOf(matchScore)} match for “${facts.jobTitle}”: ${percent(matchScore)}.`;
  const closeness = `${resume} ${closenessOf(similarityScore)} (similarity ${percent(similarityScore)})`;
  return `${opening} ${closeness}${found(facts)}.`;
}

/** How the skills continue the sentence about the text: in agreement with it, or against it. */
function found({ score, matched, missing }: ExplanationFacts): string {
  const { skillMatchScore: skills, similarityScore } = score;
  if (skills === null) {
    return '';
  }
  const total = matched.length + missing.length;
  const isGood = skills >= HALF;
  const joins = isGood === similarityScore >= CLOSE ? ', and' : isGood ? ', yet' : ', but';
  const [only] = [...matched, ...missing];
  if (total === 1 && only !== undefined) {
    return `${joins} the one skill asked for, ${only.skill}, is ${isGood ? 'in it' : 'not in it'}`;
  }
  if (matched.length === 0) {
    return `${joins} none of the ${total} skills asked for is in it`;
  }
  const names = list(matched.map(({ skill }) => skill));
  if (missing.length === 0) {
    return `${joins} ${total === 2 ? 'both' : `all ${total}`} skills asked for are in it: ${names}`;
  }
  const few = isGood ? '' : 'only ';
  const verb = matched.length === 1 ? 'is' : 'are';
  return `${joins} ${few}${matched.length} of the ${total} skills asked for ${verb} in it: ${names}`;
}

const HALF = 0.5;
const CLOSE = 0.6;
/** Fewer years of one skill are not worth a sentence. */
const LONG_YEARS = 3;

/** What stands behind the skills found: the one used longest, and those that another one brings along. */
function through({ matched }: ExplanationFacts): string {
  const implied = matched.filter(({ impliedBy }) => impliedBy !== null);
  const byCause = new Map<string, string[]>();
  for (const { skill, impliedBy } of implied) {
    const cause = impliedBy ?? '';
    byCause.set(cause, [...(byCause.get(cause) ?? []), skill]);
  }
  const causes = [...byCause].map(([cause, skills]) => `${list(skills)} through ${cause}`);
  const [longest] = matched
    .filter(({ impliedBy }) => impliedBy === null)
    .toSorted((a, b) => (b.years ?? 0) - (a.years ?? 0));
  const sentences = causes.length === 0 ? [] : [`It shows ${list(causes)}.`];
  const years = longest?.years ?? 0;
  if (matched.length > 1 && longest !== undefined && years >= LONG_YEARS) {
    sentences.push(`${longest.skill} runs through ${yearsText(years)} of its positions.`);
  }
  return sentences.join(' ');
}

/** What is missing: must-haves apart, because they weigh on the decision and not on the score. */
function absent({ matched, missing }: ExplanationFacts): string {
  const musts = missing.filter(({ mustHave }) => mustHave);
  const others = missing.filter(({ mustHave }) => !mustHave);
  const sentences: string[] = [];
  if (musts.length > 0) {
    const which = musts.length === 1 ? 'which is a must-have' : 'which are must-haves';
    sentences.push(`It does not mention ${list(namesOf(musts), 'or')}, ${which}.`);
  }
  // A single skill that is missing altogether was named in the first sentence already.
  if (others.length > 0 && matched.length + missing.length > 1) {
    sentences.push(
      musts.length > 0
        ? `Nor does it mention ${list(namesOf(others), 'or')}.`
        : `It does not mention ${list(namesOf(others), 'or')}.`,
    );
  }
  const close = missing.find(({ related }) => related.length > 0);
  if (close !== undefined) {
    const near = close.related.slice(0, MOST_RELATED);
    sentences.push(
      `Close to ${close.skill} it does have ${list(near)}, which ${near.length === 1 ? 'earns' : 'earn'} no credit.`,
    );
  }
  return sentences.join(' ');
}

const MOST_RELATED = 2;

function experience({
  yearsOfExperience: years,
  minYearsExperience: asked,
}: ExplanationFacts): string {
  if (asked === null || asked === 0) {
    return '';
  }
  if (years === null) {
    return `The job asks for ${plural(asked, 'year')} of experience; the resume gives no dates to count.`;
  }
  const compared =
    years >= asked
      ? `which covers the ${plural(asked, 'year')} asked for`
      : `short of the ${plural(asked, 'year')} asked for`;
  return `Its dated positions add up to ${yearsText(years)}, ${compared}.`;
}

function namesOf(skills: readonly MissingSkill[]): readonly string[] {
  return skills.map(({ skill }) => skill);
}
