import type { MatchScore } from '../../jobs';
import type { MatchedSkill, MissingSkill } from '../../skills';
import { closenessOf, percent, sharesOf, shownTitle, strengthOf, yearsText } from './score-words';
import { list } from './word-list';

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
  return [
    verdict(facts),
    closeness(facts),
    proof(facts),
    absent(facts),
    near(facts),
    experience(facts),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

function verdict({ jobTitle, score }: ExplanationFacts): string {
  const { matchScore } = score;
  return `${strengthOf(matchScore)} match for “${jobTitle}”: ${percent(matchScore)}, ${sharesOf(score)}.`;
}

function closeness(facts: ExplanationFacts): string {
  const { similarityScore } = facts.score;
  const title = shownTitle(facts.candidateTitle);
  const resume = title === null ? 'The resume' : `The resume (“${title}”)`;
  return `${resume} ${closenessOf(similarityScore)} (similarity ${percent(similarityScore)})${found(facts)}.`;
}

/** From here a text counts as close, and skills as good or as few. */
const CLOSE = 0.6;
const GOOD = 0.5;
const FEW = 1 / 3;
const MOST_FOUND = 5;
const MOST_MISSING = 4;

/** How the skills continue the sentence about the text: in agreement with it, or against it. */
function found({ score, matched, missing }: ExplanationFacts): string {
  const { skillMatchScore: skills, similarityScore } = score;
  if (skills === null) {
    return '';
  }
  const isClose = similarityScore >= CLOSE;
  const joins = skills >= GOOD && !isClose ? ', yet' : skills < FEW && isClose ? ', but' : ', and';
  const all = [...matched, ...missing];
  const [first] = all;
  if (all.length === 1 && first !== undefined) {
    const must = first.mustHave ? 'a must-have and ' : '';
    const names = matched.length === 1 ? 'names' : 'does not name';
    return `${joins} ${names} ${first.skill}, ${must}the one skill asked for`;
  }
  if (matched.length === 0) {
    const musts = missing.filter(({ mustHave }) => mustHave).length;
    const which = musts === 0 ? '' : `, ${mustHaves(musts, all.length)}`;
    return `${joins} names none of the ${all.length} skills asked for${which}: ${list(namesOf(missing), MOST_MISSING)}`;
  }
  const names = list(namesOf(matched), MOST_FOUND);
  if (missing.length === 0) {
    return `${joins} names ${all.length === 2 ? 'both' : `all ${all.length}`} skills asked for: ${names}`;
  }
  const only = skills < FEW ? 'only ' : '';
  return `${joins} names ${only}${matched.length} of the ${all.length} skills asked for: ${names}`;
}

function mustHaves(count: number, total: number): string {
  if (count === total) {
    return 'all of them must-haves';
  }
  return count === 1 ? 'one of them a must-have' : `${count} of them must-haves`;
}

/** Fewer years of one skill are not worth a sentence. */
const LONG_YEARS = 3;

/** What stands behind the skills found: those that another one brings along, and the one used longest. */
function proof({ matched }: ExplanationFacts): string {
  const byCause = new Map<string, string[]>();
  for (const { skill, impliedBy } of matched) {
    if (impliedBy !== null) {
      byCause.set(impliedBy, [...(byCause.get(impliedBy) ?? []), skill]);
    }
  }
  const sentences = [...byCause].map(
    ([cause, skills]) =>
      `${list(skills, MOST_FOUND)} ${skills.length === 1 ? 'counts' : 'count'} through ${cause}.`,
  );
  const [longest] = matched
    .filter(({ impliedBy }) => impliedBy === null)
    .toSorted((a, b) => (b.years ?? 0) - (a.years ?? 0));
  const years = longest?.years ?? 0;
  if (longest !== undefined && years >= LONG_YEARS) {
    const subject = matched.length === 1 ? 'It' : longest.skill;
    sentences.push(`${subject} runs through ${yearsText(years)} of positions.`);
  }
  return sentences.join(' ');
}

/** What is missing: must-haves apart, because they weigh on the decision and not on the score. */
function absent({ matched, missing }: ExplanationFacts): string {
  if (matched.length === 0) {
    return '';
  }
  const musts = missing.filter(({ mustHave }) => mustHave);
  const others = namesOf(missing.filter(({ mustHave }) => !mustHave));
  const rest = others.length === 0 ? '' : list(others, MOST_MISSING, 'or');
  if (musts.length === 0) {
    return rest === '' ? '' : `It does not mention ${rest}.`;
  }
  const which = musts.length === 1 ? 'a must-have' : 'all must-haves';
  const first = `It does not mention ${list(namesOf(musts), MOST_MISSING, 'or')}, ${which}`;
  return rest === '' ? `${first}.` : `${first}, nor ${rest}.`;
}

const MOST_RELATED = 2;

/** The next best to what is missing, of the first skill that has it. */
function near({ missing }: ExplanationFacts): string {
  const close = missing.find(({ related }) => related.length > 0);
  if (close === undefined) {
    return '';
  }
  const related = close.related.slice(0, MOST_RELATED);
  const earns = related.length === 1 ? 'earns' : 'earn';
  return `In place of ${close.skill} it has ${list(related, MOST_RELATED)}, which ${earns} no credit.`;
}

function experience({
  yearsOfExperience: years,
  minYearsExperience: asked,
}: ExplanationFacts): string {
  if (asked === null || asked === 0) {
    return '';
  }
  if (years === null) {
    return `The job asks for ${yearsText(asked)} of experience; the resume gives no dates to count.`;
  }
  const compared = years >= asked ? 'which covers' : 'short of';
  return `Its dated positions add up to ${yearsText(years)}, ${compared} the ${yearsText(asked)} asked for.`;
}

function namesOf(skills: readonly { readonly skill: string }[]): readonly string[] {
  return skills.map(({ skill }) => skill);
}
