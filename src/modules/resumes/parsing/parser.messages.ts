import type { CompanySkills } from '../../skills';
import type { DocumentType } from '../domain/document/document';
import type { UnreadableReason } from '../domain/document/document.errors';
import type { Evidence, Resume } from '../domain/profile/profile';
import type { Extraction } from '../resume.entity';

/** What a thread is started with. */
export interface ParserOptions {
  /** Where imported classifications are; see `vocabularyFolder`. */
  readonly vocabularyFolder: string;
}

export interface ParseRequest {
  readonly bytes: Uint8Array;
  readonly maxPages: number;
  /** Longest time for the text of one picture or scanned page. */
  readonly ocrPageTimeoutMs: number;
  /** What the company adds to the vocabulary. */
  readonly companySkills: CompanySkills;
  /** ISO 8601 date; "present" in a resume is this day. */
  readonly today: string;
}

/** A skill of a resume as it is stored and matched. */
export interface ResumeSkill {
  readonly skill: string;
  readonly category: string;
  /** Null when the resume names it; else the named skill that implies it. */
  readonly impliedBy: string | null;
  /** Where it is named, or where the skill that implies it is. */
  readonly evidence: readonly Evidence[];
  readonly years: number | null;
  readonly lastUsed: string | null;
}

export interface ParsedResume {
  readonly mimeType: string;
  readonly content: string;
  readonly profile: Resume;
  readonly extraction: Extraction;
  readonly skills: readonly ResumeSkill[];
  /** What the person calls their work; weighs most in the document vector. */
  readonly title: string | null;
}

/** Errors do not cross threads as classes, so the expected one travels as a value. */
export type ParseAnswer =
  | { readonly ok: true; readonly resume: ParsedResume }
  | {
      readonly ok: false;
      readonly reason: UnreadableReason;
      readonly message: string;
      /** Null when nothing tells what it is. */
      readonly type: DocumentType | null;
    };
