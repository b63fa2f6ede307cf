import { type EducationLevel } from './education-level';
import { minimumEducation, minimumYears } from './requirement-facts';
import { requirementLines, type RequirementLine, type Strength } from './requirement-wording';
import { type SkillMention } from './skill';
import { type SkillMatcher } from './skill-matcher';
import { normaliseSkillName } from './skill-name';

export interface JobText {
  readonly title: string;
  readonly description: string;
  readonly requirements: string;
  /** Skills that people gave; they win over the text when there are any. */
  readonly skillsRequired?: readonly string[];
}

const JOB_FIELDS = ['title', 'description', 'requirements'] as const;
export type JobField = (typeof JOB_FIELDS)[number];

/** Where the job names a skill; `text` is exactly `job[field].slice(start, end)`. */
export interface JobSkillMention {
  readonly field: JobField;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface RequiredSkill {
  readonly name: string;
  readonly weight: number;
  readonly mustHave: boolean;
  /** Empty for a given skill that the text does not name. */
  readonly mentions: readonly JobSkillMention[];
}

export interface JobRequirements {
  /** Canonical names, each once: must-haves first, then by weight, then as the job orders them. */
  readonly skills: readonly RequiredSkill[];
  readonly minYears: number | null;
  readonly educationLevel: EducationLevel | null;
}

/** A skill the job asks for, with or without insisting. */
const WANTED_WEIGHT = 1;
/** "Preferred", "a plus", "nice to have": half of a required one. */
const PREFERRED_WEIGHT = 0.5;
/** Soft skills stand in nearly every advertisement and tell candidates apart the least. */
const SOFT_SKILL_WEIGHT = 0.5;
const SOFT_SKILLS = 'Soft skills';
/** "Line Cook" asks for cooking before all else: the craft in the title counts as three skills of the text. */
const TITLE_FACTOR = 3;
const GIVEN_AS_PREFERRED = /\b(?:preferred|nice to have|a plus|optional|desirable)\b/i;
const GIVEN_AS_MUST = /\b(?:must have|must|required|mandatory|essential)\b/i;

interface Found {
  readonly strength: Strength;
  readonly mention: SkillMention;
  readonly field: JobField;
}

/**
 * What a job asks for. Skills are those given, else those of the title and the requirements, else
 * (when the requirements name none) those of the description. A skill is a must-have when its
 * sentence or the heading above says so; said several times, the strongest wording counts.
 */
export function extractJobRequirements(job: JobText, matcher: SkillMatcher): JobRequirements {
  const given = (job.skillsRequired ?? []).filter((name) => name.trim() !== '');
  const known = matcher.withExtra(ownSkills(given, matcher));
  const lines: Record<JobField, readonly RequirementLine[]> = {
    title: [{ text: job.title, start: 0, strength: 'wanted' }],
    description: requirementLines(job.description),
    requirements: requirementLines(job.requirements),
  };
  const found = JOB_FIELDS.flatMap((field) => findSkills(job, field, lines[field], known));
  const facts = [...lines.requirements, ...lines.description];
  return {
    skills: given.length > 0 ? givenSkills(given, found, known) : namedSkills(found),
    minYears: minimumYears(lines.requirements) ?? minimumYears(facts),
    educationLevel: minimumEducation(lines.requirements) ?? minimumEducation(facts),
  };
}

/** Given names that the vocabulary does not know, as skills of their own: matched as they are typed. */
function ownSkills(
  given: readonly string[],
  matcher: SkillMatcher,
): { name: string; category: string }[] {
  return given
    .map((typed) => normaliseSkillName(typed, matcher))
    .filter((name) => matcher.canonical(name) === null)
    .map((name) => ({ name, category: 'company' }));
}

function findSkills(
  job: JobText,
  field: JobField,
  lines: readonly RequirementLine[],
  matcher: SkillMatcher,
): readonly Found[] {
  // A title is all about the craft: "Accountant" asks for accounting, as an item of a skills section would.
  const regions = field === 'title' ? [{ start: 0, end: job.title.length }] : [];
  return matcher.match(job[field], regions).flatMap((mention) => {
    const line = lines.findLast(({ start }) => start <= mention.start);
    const strength = line?.strength ?? 'wanted';
    return strength === 'none' ? [] : [{ strength, mention, field }];
  });
}

function namedSkills(found: readonly Found[]): readonly RequiredSkill[] {
  const isRequirement = ({ field }: Found): boolean => field === 'requirements';
  const source = found.some(isRequirement)
    ? found.filter(({ field }) => field !== 'description')
    : found;
  return inOrder(
    [...new Set(source.map(({ mention }) => mention.name))].map((name) => {
      const own = source.filter(({ mention }) => mention.name === name);
      const mustHave = own.some(({ strength }) => strength === 'must');
      const isPreferred = own.every(({ strength }) => strength === 'preferred');
      const isSoft = own.some(({ mention }) => mention.category === SOFT_SKILLS);
      const isCraft = own.some(({ field }) => field === 'title');
      const weight = Math.min(
        isPreferred ? PREFERRED_WEIGHT : WANTED_WEIGHT,
        isSoft && !mustHave ? SOFT_SKILL_WEIGHT : WANTED_WEIGHT,
      );
      return {
        name,
        weight: isCraft ? weight * TITLE_FACTOR : weight,
        mustHave,
        mentions: own.map(mentionIn),
      };
    }),
  );
}

/** What people gave weighs 1, unless they wrote "(preferred)"; the text can make it a must-have. */
function givenSkills(
  given: readonly string[],
  found: readonly Found[],
  matcher: SkillMatcher,
): readonly RequiredSkill[] {
  const byName = new Map<string, RequiredSkill>();
  for (const typed of given) {
    const name = normaliseSkillName(typed, matcher);
    if (byName.has(name)) continue;
    const own = found.filter(({ mention }) => mention.name === name);
    const isPreferred = GIVEN_AS_PREFERRED.test(typed);
    byName.set(name, {
      name,
      weight: isPreferred ? PREFERRED_WEIGHT : WANTED_WEIGHT,
      mustHave:
        !isPreferred &&
        (GIVEN_AS_MUST.test(typed) || own.some(({ strength }) => strength === 'must')),
      mentions: own.map(mentionIn),
    });
  }
  return inOrder([...byName.values()]);
}

function mentionIn({ field, mention: { start, end, text } }: Found): JobSkillMention {
  return { field, start, end, text };
}

function inOrder(skills: readonly RequiredSkill[]): readonly RequiredSkill[] {
  return skills.toSorted((a, b) => Number(b.mustHave) - Number(a.mustHave) || b.weight - a.weight);
}
