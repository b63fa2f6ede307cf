import { cutText } from '../../../common/text';
import type { AskedSkill, Claim, Dossier, Wording } from './analysis';
import { SUMMARY_LENGTH } from './analysis';
import { interviewQuestions } from './interview-questions';
import { lineAround } from './quotes';

/** Of each kind of skills in the summary; the most that it has room for. */
const SHOWN_SKILLS = [4, 2, 1] as const;
const SHOWN_CLAIMS = 5;
const LONGEST_NAME = 60;

/** The wording that needs no model: what the engine found, in sentences. The same facts give the same words. */
export function templateWording(dossier: Dossier): Wording {
  const matched = byWeight(dossier.skills.filter(({ isFound }) => isFound));
  const missing = byWeight(dossier.skills.filter(({ isFound }) => !isFound));
  return {
    summary: summaryOf(dossier, matched, missing),
    strengths: matched.flatMap((skill) => strength(dossier.content, skill)).slice(0, SHOWN_CLAIMS),
    gaps: [...missing.map(gap), ...yearsGap(dossier)].slice(0, SHOWN_CLAIMS),
    questions: interviewQuestions(dossier, matched, missing),
  };
}

function summaryOf(
  dossier: Dossier,
  matched: readonly AskedSkill[],
  missing: readonly AskedSkill[],
): string {
  const [longest = '', ...shorter] = SHOWN_SKILLS.map(
    (most) => `${whatIsThere(dossier, matched, most)} ${whatIsMissing(dossier, missing, most)}`,
  );
  return [longest, ...shorter].find(({ length }) => length <= SUMMARY_LENGTH.most) ?? longest;
}

/** Must-haves first, then what weighs more, then what the person did longer. */
function byWeight(skills: readonly AskedSkill[]): readonly AskedSkill[] {
  return skills.toSorted(
    (a, b) =>
      Number(b.mustHave) - Number(a.mustHave) ||
      b.weight - a.weight ||
      (b.years ?? 0) - (a.years ?? 0),
  );
}

function whatIsThere(dossier: Dossier, matched: readonly AskedSkill[], most: number): string {
  const { candidateTitle, years, skills } = dossier;
  const who = candidateTitle === null ? 'The candidate' : `The candidate (${clip(candidateTitle)})`;
  const experience = years === null ? '' : ` has ${yearsOf(years)} of dated experience and`;
  if (skills.length === 0) {
    return `${who}${experience} was compared with ${clip(dossier.jobTitle)} by its text alone, since the job names no skill.`;
  }
  if (matched.length === 0) {
    return `${who}${experience} names none of the ${skills.length} skills that ${clip(dossier.jobTitle)} asks for.`;
  }
  const names = namesOf(matched, most);
  return `${who}${experience} shows ${matched.length} of the ${skills.length} skills that ${clip(dossier.jobTitle)} asks for: ${names}.`;
}

function whatIsMissing(dossier: Dossier, missing: readonly AskedSkill[], most: number): string {
  const mustHaves = missing.filter(({ mustHave }) => mustHave);
  if (mustHaves.length > 0) {
    return `Of what the job must have, the resume does not name ${namesOf(mustHaves, most)}.`;
  }
  if (missing.length > 0) {
    return `The resume does not name ${namesOf(missing, most)}.`;
  }
  const { minYears, years } = dossier;
  if (minYears !== null && years !== null && years < minYears) {
    return `The job asks for ${yearsOf(minYears)}, which the dated positions do not reach.`;
  }
  return dossier.skills.length === 0
    ? 'A person should compare the tasks of the job with those of the resume.'
    : 'Nothing that the job asks for is missing.';
}

function strength(content: string, skill: AskedSkill): readonly Claim[] {
  const [place] = skill.evidence;
  if (place === undefined) {
    return [];
  }
  const facts = [
    ...(skill.impliedBy === null ? [] : [`by way of ${skill.impliedBy}`]),
    ...(skill.years === null ? [] : [`used for ${yearsOf(skill.years)}`]),
    ...(skill.lastUsed === null ? [] : [`last in ${skill.lastUsed.slice(0, 4)}`]),
  ];
  const text = [skill.skill, ...facts].join(', ');
  return [{ text: `${text}.`, quote: lineAround(content, place) }];
}

function gap({ skill, mustHave, related }: AskedSkill): Claim {
  const kind = mustHave ? ' is a must-have and' : '';
  const [closest] = related;
  const near = closest === undefined ? '' : `; the closest that it names is ${closest}`;
  return { text: `${skill}${kind} is not named in the resume${near}.`, quote: null };
}

function yearsGap({ minYears, years }: Dossier): readonly Claim[] {
  if (minYears === null || (years !== null && years >= minYears)) {
    return [];
  }
  const has = years === null ? 'no position has dates' : `dated positions make ${yearsOf(years)}`;
  return [{ text: `The job asks for ${yearsOf(minYears)} of experience; ${has}.`, quote: null }];
}

function namesOf(skills: readonly AskedSkill[], most: number): string {
  const names = skills.map(({ skill }) => clip(skill));
  const shown = names.length === most + 1 && most > 1 ? names : names.slice(0, most);
  const more = names.length - shown.length;
  const all = more > 0 ? [...shown, `${more} more`] : shown;
  const last = all.at(-1) ?? '';
  return all.length < 2 ? last : `${all.slice(0, -1).join(', ')} and ${last}`;
}

function yearsOf(years: number): string {
  const rounded = Math.round(years * 2) / 2;
  return rounded === 1 ? '1 year' : `${rounded} years`;
}

/** Titles are what somebody wrote, of any length. */
function clip(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  return flat.length <= LONGEST_NAME ? flat : `${cutText(flat, LONGEST_NAME - 1).trimEnd()}…`;
}
