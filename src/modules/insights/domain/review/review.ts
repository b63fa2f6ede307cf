import type { Evidence } from '../../../resumes';

export const REVIEW_SECTIONS = [
  'contact',
  'summary',
  'experience',
  'education',
  'skills',
  'whole',
] as const;
/** The part of a resume that a finding is about. */
export type ReviewSection = (typeof REVIEW_SECTIONS)[number];

export const FINDING_WEIGHTS = ['important', 'helpful'] as const;
export type FindingWeight = (typeof FINDING_WEIGHTS)[number];

/** What a rule measures, and `advice`, which is a model's. */
export const FINDING_CODES = [
  'no_text',
  'hidden_text',
  'instructions_to_models',
  'personal_data',
  'missing_email',
  'missing_phone',
  'missing_location',
  'missing_headline',
  'missing_summary',
  'long_summary',
  'missing_experience',
  'positions_without_dates',
  'positions_without_details',
  'bullets_without_numbers',
  'weak_wording',
  'long_bullets',
  'first_person',
  'gap',
  'missing_education',
  'missing_skills',
  'skills_without_proof',
  'buzzwords',
  'too_short',
  'too_long',
  'advice',
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

/** One thing that could be better, with the words that it is about; none for what is missing. */
export interface Finding {
  readonly code: FindingCode;
  readonly section: ReviewSection;
  readonly weight: FindingWeight;
  readonly problem: string;
  readonly suggestion: string;
  readonly quotes: readonly Evidence[];
}

/** Two sentences on the whole, and the findings: in the order of the resume, the important ones first. */
export interface ReviewWording {
  readonly summary: string;
  readonly findings: readonly Finding[];
}

export const MOST_QUOTES = 3;

export function inOrder(findings: readonly Finding[]): readonly Finding[] {
  const section = (finding: Finding): number => REVIEW_SECTIONS.indexOf(finding.section);
  const weight = (finding: Finding): number => FINDING_WEIGHTS.indexOf(finding.weight);
  return findings.toSorted((a, b) => section(a) - section(b) || weight(a) - weight(b));
}
