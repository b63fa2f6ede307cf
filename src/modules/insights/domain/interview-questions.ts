import { type AskedSkill, type Dossier, QUESTION_COUNT } from './analysis';
import { lineAround } from './quotes';

const LONGEST_QUOTE = 120;

/**
 * Exactly three questions about this person and this job: what is missing first, then what is claimed,
 * in turn. Only a job without a skill gets questions about its title.
 */
export function interviewQuestions(
  dossier: Dossier,
  matched: readonly AskedSkill[],
  missing: readonly AskedSkill[],
): readonly string[] {
  const about = [
    ...missing.slice(0, 1).map(aboutMissing),
    ...matched.slice(0, 1).map((skill) => aboutMatched(dossier.content, skill)),
    ...missing.slice(1, 2).map(aboutMissing),
    ...matched.slice(1, 3).map((skill) => aboutMatched(dossier.content, skill)),
    ...missing.slice(2, 3).map(aboutMissing),
    ...aboutJob(dossier),
  ];
  return about.slice(0, QUESTION_COUNT);
}

function aboutMissing({ skill, related, mustHave }: AskedSkill): string {
  const [closest] = related;
  if (closest !== undefined) {
    return `The role needs ${skill} and your resume names ${closest}: what have you done with ${skill} itself, and what of ${closest} would carry over?`;
  }
  return mustHave
    ? `${skill} is a must for this role and your resume does not name it: where have you come closest to it, and what did you do there yourself?`
    : `Your resume does not name ${skill}, which this role uses: how would you get productive with it in your first three months?`;
}

function aboutMatched(content: string, { skill, evidence, impliedBy }: AskedSkill): string {
  const [place] = evidence;
  const quote = place === undefined ? null : lineAround(content, place).text;
  if (impliedBy !== null) {
    return `Your resume names ${impliedBy}, which usually comes with ${skill}: which part of that work was ${skill}, and how deep did you go?`;
  }
  const isTelling =
    quote !== null && quote.length > skill.length + 20 && quote.length <= LONGEST_QUOTE;
  return isTelling
    ? `You write "${quote.replaceAll('"', '’')}": what was the hardest decision about ${skill} there, and what came of it?`
    : `Take the piece of work in which ${skill} mattered most: what was your own part, and what would you do differently today?`;
}

function aboutJob({ jobTitle }: Dossier): readonly string[] {
  return [
    `Which result of your last position is closest to what ${jobTitle} has to deliver, and how was it measured?`,
    `What in the description of ${jobTitle} have you not done yet, and how would you go about it in the first month?`,
    `Which decision of your last position would you take differently now, and what does that mean for ${jobTitle}?`,
  ];
}
