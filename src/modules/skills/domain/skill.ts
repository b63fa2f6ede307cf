/** One canonical skill of the vocabulary; what people write for it and how much proof it needs. */
export interface SkillDefinition {
  /** Canonical name as shown: "Node.js", "Wound care". Unique in the vocabulary, ignoring case. */
  readonly name: string;
  /** Other ways to write it. The name itself need not be repeated. */
  readonly aliases?: readonly string[];
  readonly category: string;
  /**
   * The word also means something else ("Go", "R", "Word", "Spring"): it counts only with evidence,
   * a skills section, a list of skills, or a neighbour of `near` within the same line.
   */
  readonly ambiguous?: boolean;
  /** Words that, close by, prove an ambiguous skill: "Go" near "golang", "goroutine", "Docker". */
  readonly near?: readonly string[];
  /** Written with exactly this case only: "R", "Go", "C". */
  readonly caseSensitive?: boolean;
  /** Who has this skill has those too: React ⇒ JavaScript. Canonical names. */
  readonly implies?: readonly string[];
  /** Close skills that a recruiter may want to see, but that earn no credit. Canonical names. */
  readonly related?: readonly string[];
}

/** One place of a text that names a skill; `text` is exactly `source.slice(start, end)`. */
export interface SkillMention {
  readonly name: string;
  readonly category: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A part of the text in which a bare word is proof enough: a skills section. Offsets into the text. */
export interface SkillRegion {
  readonly start: number;
  readonly end: number;
}
