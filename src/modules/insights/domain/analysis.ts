import type { Evidence, PersonalInfo } from '../../resumes';

/** What is said of a candidate, with the words of the resume that show it. */
export interface Claim {
  readonly text: string;
  /** A part of `content`; null only for what the resume does not tell. */
  readonly quote: Evidence | null;
}

export const QUESTION_COUNT = 3;
export const SUMMARY_LENGTH = { least: 10, most: 500 } as const;

/** What is worded about a candidate for a job. Scores are not worded: they come from the engine alone. */
export interface Wording {
  readonly summary: string;
  readonly strengths: readonly Claim[];
  readonly gaps: readonly Claim[];
  /** Exactly `QUESTION_COUNT`. */
  readonly questions: readonly string[];
}

/** A skill that the job asks for, and what the resume has of it. */
export interface AskedSkill {
  readonly skill: string;
  readonly weight: number;
  readonly mustHave: boolean;
  readonly isFound: boolean;
  readonly impliedBy: string | null;
  readonly years: number | null;
  readonly lastUsed: string | null;
  readonly evidence: readonly Evidence[];
  readonly related: readonly string[];
}

/** Everything that an analysis may be about: the facts are the engine's, the text is the resume's. */
export interface Dossier {
  readonly jobTitle: string;
  readonly jobText: string;
  readonly minYears: number | null;
  /** 0..1, as the ranking has it. */
  readonly matchScore: number;
  readonly skills: readonly AskedSkill[];
  readonly candidateTitle: string | null;
  readonly years: number | null;
  readonly content: string;
  /** Whom `content` is about, so that it can be shown without them. */
  readonly person: PersonalInfo;
}
