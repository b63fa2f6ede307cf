/**
 * The structured profile of a resume: the one contract that the rule-based parser fills, a language
 * model may complete, the database keeps as jsonb and the API answers. Its keys are the wire's
 * (snake_case), so nothing is renamed on the way. Offsets are UTF-16 code units into the resume's
 * `content`; dates are ISO 8601 of the precision the resume gives: `YYYY` or `YYYY-MM`.
 */
export interface Source {
  readonly start: number;
  readonly end: number;
  /** 0..1: how sure the parser is of this field. */
  readonly confidence: number;
  /** Set on what a language model read and the rules did not. */
  readonly origin?: 'model';
}

/** Where each filled field of an item was read; the key is the field's name. */
export type Sources<Field extends string> = Readonly<Partial<Record<Field, Source>>>;

export interface Link {
  readonly url: string;
  readonly kind: 'linkedin' | 'github' | 'website' | 'other';
}

export interface PersonalInfo {
  readonly name: string | null;
  /** The title under the name: what the person calls themselves. */
  readonly headline: string | null;
  readonly email: string | null;
  /** E.164; the first of `phones`. */
  readonly phone: string | null;
  readonly phones: readonly string[];
  readonly location: string | null;
  readonly links: readonly Link[];
  readonly sources: Sources<'name' | 'headline' | 'email' | 'phone' | 'location'>;
}

export interface EmploymentItem {
  readonly employer: string | null;
  readonly title: string | null;
  readonly location: string | null;
  readonly start_date: string | null;
  /** Null when unknown or when the position is current. */
  readonly end_date: string | null;
  readonly is_current: boolean;
  readonly bullets: readonly string[];
  /** The whole entry. */
  readonly span: Source;
  readonly sources: Sources<'employer' | 'title' | 'location' | 'start_date' | 'end_date'>;
}

export interface EducationItem {
  readonly school: string | null;
  readonly degree: string | null;
  readonly field: string | null;
  readonly start_date: string | null;
  readonly end_date: string | null;
  readonly level: EducationLevel | null;
  readonly span: Source;
  readonly sources: Sources<'school' | 'degree' | 'field' | 'start_date' | 'end_date'>;
}

/** In rising order: a job that asks for `bachelor` is met by every later one. */
export const EDUCATION_LEVELS = [
  'secondary',
  'vocational',
  'associate',
  'bachelor',
  'master',
  'doctorate',
] as const;
export type EducationLevel = (typeof EDUCATION_LEVELS)[number];

export interface Project {
  readonly name: string;
  readonly description: string | null;
  readonly start_date: string | null;
  readonly end_date: string | null;
  readonly url: string | null;
  readonly span: Source;
}

export interface Certification {
  readonly name: string;
  readonly issuer: string | null;
  readonly date: string | null;
  readonly span: Source;
}

export interface Language {
  readonly name: string;
  /** As written: "native", "fluent", "B2". */
  readonly level: string | null;
  readonly span: Source;
}

/** One place of `content` that names a skill; `text` is exactly `content.slice(start, end)`. */
export interface Evidence {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface Skill {
  /** Canonical name of the vocabulary. */
  readonly name: string;
  readonly category: string;
  readonly evidence: readonly Evidence[];
  /** Years of the positions that mention it, overlaps merged; null when no dated position does. */
  readonly years: number | null;
  /** `YYYY-MM` or `YYYY` of the last position that mentions it; null when unknown. */
  readonly last_used: string | null;
}

export const SECTION_KINDS = [
  'header',
  'summary',
  'experience',
  'education',
  'skills',
  'projects',
  'certifications',
  'languages',
  'publications',
  'awards',
  'interests',
  'references',
  'other',
] as const;
export type SectionKind = (typeof SECTION_KINDS)[number];

/** A part of `content`, from its heading (when there is one) to the next section. */
export interface Section {
  readonly kind: SectionKind;
  /** As written; null for the head of the resume and for parts found by content. */
  readonly heading: string | null;
  readonly start: number;
  readonly end: number;
}

export interface Resume {
  readonly personal_info: PersonalInfo;
  readonly summary: string | null;
  readonly sections: readonly Section[];
  readonly positions: readonly EmploymentItem[];
  readonly educations: readonly EducationItem[];
  readonly projects: readonly Project[];
  readonly certifications: readonly Certification[];
  readonly languages: readonly Language[];
  readonly skills: readonly Skill[];
  /** Of all positions, overlaps merged, education never counted; null when no position has dates. */
  readonly years_of_experience: number | null;
}
