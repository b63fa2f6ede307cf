/**
 * An invented person as data: what the generators print on paper and what a test can compare a parsed
 * profile with. Nobody here exists: e-mail addresses end in reserved domains, telephone numbers lie in
 * the ranges that the American and British regulators keep for fiction.
 */
export interface DemoPerson {
  readonly name: string;
  readonly headline: string;
  readonly email: string;
  /** As written on the resume, with or without the country's prefix. */
  readonly phone: string;
  readonly location: string;
  /** As written, without `https://`. */
  readonly links: readonly string[];
  readonly summary: string;
  /** The latest first. */
  readonly positions: readonly DemoPosition[];
  readonly educations: readonly DemoEducation[];
  readonly projects: readonly DemoProject[];
  readonly skills: readonly string[];
  readonly certifications: readonly DemoCertification[];
  readonly languages: readonly DemoLanguage[];
}

export interface DemoPosition {
  readonly employer: string;
  readonly title: string;
  readonly location: string;
  /** `YYYY-MM`. */
  readonly start: string;
  /** `YYYY-MM`, or null for the current position. */
  readonly end: string | null;
  readonly bullets: readonly string[];
}

export interface DemoEducation {
  readonly school: string;
  readonly degree: string;
  readonly field: string;
  /** `YYYY`. */
  readonly start: string;
  /** `YYYY`. */
  readonly end: string;
}

interface DemoProject {
  readonly name: string;
  readonly description: string;
}

interface DemoCertification {
  readonly name: string;
  readonly issuer: string;
  /** `YYYY`. */
  readonly year: string;
}

interface DemoLanguage {
  readonly name: string;
  readonly level: string;
}
