/**
 * One canonical skill of the vocabulary; what people write for it and how much proof it needs.
 * The name and the aliases count wherever they stand, in any case, unless the fields below ask for
 * more. Spaces, hyphens and dots inside a form are interchangeable ("Node.js", "node js", "nodejs"),
 * British and American spelling are the same, and the last word of a longer form may be plural.
 */
export interface SkillDefinition {
  /** Canonical name as shown: "Node.js", "Wound care". Unique in the vocabulary, ignoring case. */
  readonly name: string;
  /** Other ways to write it. The name itself need not be repeated. */
  readonly aliases?: readonly string[];
  /**
   * Aliases that also mean something else ("Word" for Microsoft Word, "AR" for accounts receivable):
   * they need the evidence of an ambiguous name. Written in capitals only, they count in capitals only.
   */
  readonly weak?: readonly string[];
  readonly category: string;
  /**
   * The name also means something else ("Go", "R", "Spring"): it counts only with evidence, that is a
   * skills section, a list of skills, wording such as "experience with", or a neighbour of `near`
   * within the same line. Aliases are not affected.
   */
  readonly ambiguous?: boolean;
  /** Words that, close by, prove an ambiguous skill: "Go" near "golang", "goroutine", "Docker". */
  readonly near?: readonly string[];
  /** Name and weak aliases are written with exactly this case only: "R", "Go", "C". */
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
