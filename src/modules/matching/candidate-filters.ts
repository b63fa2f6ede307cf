import type { FieldError } from '../../common/errors';
import type { ApplicationStatus, MatchSource } from './match.entity';

/** The fields that can order the list. Scores, years and the newest come highest first, names from A to Z. */
export const MATCH_SORTS = [
  'match_score',
  'similarity_score',
  'skill_match_score',
  'name',
  'years_of_experience',
  'created_at',
] as const;
export type MatchSort = (typeof MATCH_SORTS)[number];

export const SKILLS_MODES = ['all', 'any'] as const;
export type SkillsMode = (typeof SKILLS_MODES)[number];

/** Which of a job's results are wanted; all that is given must hold. */
export interface MatchFilter {
  /** Any of them. */
  readonly statuses?: readonly ApplicationStatus[];
  readonly source?: MatchSource;
  readonly stageId?: string;
  /** Who looks after them. */
  readonly assignedTo?: string;
  /** Of the match score. */
  readonly minScore?: number;
  readonly maxScore?: number;
  /** Only resumes that have every must-have skill of the job. */
  readonly mustHave?: boolean;
  readonly minYears?: number;
  readonly maxYears?: number;
  /** Words of the person's location, in this order. */
  readonly location?: string;
  /** Beginnings of words of the person's name, in any order. */
  readonly name?: string;
  /** In canonical names. */
  readonly skills?: readonly string[];
  readonly skillsMode?: SkillsMode;
  readonly excludedSkills?: readonly string[];
}

/** Filters that no candidate can fulfil together, or that mean nothing, as errors of the query's fields. */
export function contradictions(
  filter: MatchFilter,
  mustHaves: readonly string[],
): readonly FieldError[] {
  const excluded = new Set(filter.excludedSkills);
  const asked = (filter.skills ?? []).filter((skill) => excluded.has(skill));
  const isAny = filter.skillsMode === 'any' && asked.length < (filter.skills ?? []).length;
  const ruledOut = filter.mustHave === true ? mustHaves.filter((one) => excluded.has(one)) : [];
  return [
    ...crossed('score', filter.minScore, filter.maxScore),
    ...crossed('years', filter.minYears, filter.maxYears),
    ...problem(asked.length > 0 && !isAny, {
      field: 'excluded_skills',
      message: `must not repeat what skills ask for: ${asked.join(', ')}`,
    }),
    ...problem(ruledOut.length > 0, {
      field: 'excluded_skills',
      message: `must not name a must-have of the job while must_have is true: ${ruledOut.join(', ')}`,
    }),
    ...problem(filter.skillsMode !== undefined && filter.skills === undefined, {
      field: 'skills_mode',
      message: 'says how skills are meant, but there are none',
    }),
  ];
}

function crossed(what: 'score' | 'years', min?: number, max?: number): readonly FieldError[] {
  return problem(min !== undefined && max !== undefined && min > max, {
    field: `min_${what}`,
    message: `must not be greater than max_${what}: nobody has ${min} or more and ${max} or less`,
  });
}

function problem(isOne: boolean, error: FieldError): readonly FieldError[] {
  return isOne ? [error] : [];
}
