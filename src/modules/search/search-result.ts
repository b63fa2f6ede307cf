/** Why a passage is shown. */
export const EXCERPT_REASONS = [
  'terms',
  'similarity',
  'skill',
  'employer',
  'title',
  'school',
  'education_level',
] as const;
export type ExcerptReason = (typeof EXCERPT_REASONS)[number];

/** A true substring of the resume's content. */
export interface Excerpt {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly section: string;
  readonly reason: ExcerptReason;
  /** The words, skill or entry that it shows. */
  readonly terms: readonly string[];
  /** Of the passage with the query; null unless the reason is the similarity. */
  readonly similarityScore: number | null;
}

/** The lists that searches fuse. */
export const SEARCH_LISTS = ['text', 'semantic', 'skills', 'similarity', 'title'] as const;
export type SearchList = (typeof SEARCH_LISTS)[number];
export type Ranks = Readonly<Partial<Record<SearchList, number>>>;

/** A resume that was found, before its text is read. */
export interface Hit {
  readonly resumeId: string;
  readonly score: number;
  readonly similarityScore: number | null;
  readonly ranks: Ranks;
  /** Passages that are known already, best first. */
  readonly chunks: readonly HitChunk[];
}

export interface HitChunk {
  readonly section: string;
  readonly start: number;
  readonly end: number;
  readonly similarityScore: number;
}

export interface SearchResult {
  readonly resumeId: string;
  readonly candidateId: string;
  readonly candidateName: string | null;
  readonly headline: string | null;
  readonly location: string | null;
  readonly yearsOfExperience: number | null;
  readonly score: number;
  readonly similarityScore: number | null;
  readonly ranks: Ranks;
  /** Of the skills asked for. */
  readonly matchedSkills: readonly string[];
  readonly excerpts: readonly Excerpt[];
  /** Why it is among the results, in words. */
  readonly explanation: string;
}

/** What the reader of an answer must know of it. */
export interface SearchNotice {
  readonly code: 'embedding_model_changed';
  readonly message: string;
}

export interface SearchAnswer {
  readonly results: readonly SearchResult[];
  readonly notices: readonly SearchNotice[];
  readonly nextCursor: string | null;
}
