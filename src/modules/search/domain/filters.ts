import type { FieldError } from '../../../common/errors';
import type { EducationLevel } from '../../skills';

/** What a resume must fulfil. Filters are joined by "and"; a list of alternatives says so. */
export interface SearchFilters {
  /** All of them, in canonical names. */
  readonly skills?: readonly string[];
  /** None of them. */
  readonly excludedSkills?: readonly string[];
  readonly minYears?: number;
  readonly maxYears?: number;
  /** Any of them. */
  readonly employers?: readonly string[];
  readonly titles?: readonly string[];
  readonly schools?: readonly string[];
  readonly location?: string;
  /** This level or a higher one. */
  readonly educationLevel?: EducationLevel;
  /** All of them. */
  readonly languages?: readonly string[];
  /** People who had an employer in common at the same time, over at most so many steps. */
  readonly workedWith?: { readonly candidateId: string; readonly steps: number };
}

export function isEmptyFilter(filters: SearchFilters): boolean {
  return Object.values(filters).every((value) => value === undefined);
}

/** Filters that no resume can fulfil together, as field errors below `filters`. */
export function contradictions(filters: SearchFilters): readonly FieldError[] {
  const { minYears, maxYears, skills = [], excludedSkills = [] } = filters;
  const problems: FieldError[] = [];
  if (minYears !== undefined && maxYears !== undefined && minYears > maxYears) {
    problems.push({
      field: 'filters.years_experience',
      message: `min (${minYears}) must not be greater than max (${maxYears})`,
    });
  }
  const excluded = new Set(excludedSkills.map((skill) => skill.toLowerCase()));
  const both = skills.filter((skill) => excluded.has(skill.toLowerCase()));
  if (both.length > 0) {
    problems.push({
      field: 'filters.excluded_skills',
      message: `must not repeat what skills ask for: ${both.join(', ')}`,
    });
  }
  return problems;
}
