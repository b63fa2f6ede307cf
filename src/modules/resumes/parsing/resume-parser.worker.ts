import { SkillMatcher } from '../../skills/domain/skill-matcher';
import { VOCABULARY } from '../../skills/vocabulary';
import type { ExtractedDocument } from '../domain/document/document';
import { UnreadableDocumentError } from '../domain/document/document.errors';
import { MIME_TYPES } from '../domain/document/mime-types';
import { detectFileType, readDocument, TesseractReader } from '../domain/document/read-document';
import { extractProfile } from '../domain/profile/extract-profile';
import type { Resume } from '../domain/profile/profile';
import { titleOf } from '../domain/profile/profile-title';
import type { ParseAnswer, ParsedResume, ParseRequest, ResumeSkill } from './parser.messages';

/** Scans come one after another; an engine that nobody needs holds 150 MB. */
const OCR_IDLE_MS = 30_000;

const vocabulary = new SkillMatcher(VOCABULARY);
let ocr: TesseractReader | null = null;
let ocrIdle: NodeJS.Timeout | null = null;

/** File to profile, in a thread of its own; see `ResumeParser`. */
export async function parse(request: ParseRequest): Promise<ParseAnswer> {
  try {
    return { ok: true, resume: await parsed(request) };
  } catch (error) {
    if (error instanceof UnreadableDocumentError) {
      return { ok: false, reason: error.reason, message: error.message };
    }
    throw error;
  }
}

async function parsed(request: ParseRequest): Promise<ParsedResume> {
  const type = await detectFileType(request.bytes);
  const document = await readOrEmpty(request);
  const matcher = vocabulary.withExtra(request.companySkills);
  const { profile, flags, quality } = extractProfile(document, {
    skills: (content, regions) => matcher.match(content, regions),
    today: new Date(request.today),
  });
  return {
    mimeType: type === null ? 'application/octet-stream' : MIME_TYPES[type],
    content: document.content,
    profile,
    extraction: {
      state: document.content === '' ? 'needs_attention' : 'parsed',
      method: document.method,
      quality,
      flags,
      page_count: document.pageCount,
    },
    skills: skillsOf(profile, matcher),
    title: titleOf(profile),
  };
}

/** A sound file without a word of text is kept for a person to look at. */
async function readOrEmpty(request: ParseRequest): Promise<ExtractedDocument> {
  try {
    return await readDocument(request.bytes, {
      maxPages: request.maxPages,
      ocr: borrowOcr(request.ocrPageTimeoutMs),
    });
  } catch (error) {
    if (error instanceof UnreadableDocumentError && error.reason === 'no_text') {
      const flag = { code: 'low_text', message: error.message, amount: 0 } as const;
      return { content: '', lines: [], links: [], pageCount: 0, method: 'ocr', flags: [flag] };
    }
    throw error;
  }
}

/** The thread's engine, which starts with the first picture and ends when none came for a while. */
function borrowOcr(timeoutMs: number): TesseractReader {
  ocr ??= new TesseractReader({ timeoutMs });
  if (ocrIdle !== null) {
    clearTimeout(ocrIdle);
  }
  ocrIdle = setTimeout(() => {
    void ocr?.close();
  }, OCR_IDLE_MS).unref();
  return ocr;
}

/** The named skills and those that they imply, with the evidence of the skill that implies them. */
function skillsOf(profile: Resume, matcher: SkillMatcher): ResumeSkill[] {
  const named = profile.skills.map((skill) => ({
    skill: skill.name,
    category: skill.category,
    impliedBy: null,
    evidence: skill.evidence,
    years: skill.years,
    lastUsed: skill.last_used,
  }));
  const byName = new Map(named.map((skill) => [skill.skill, skill]));
  const implied = [...matcher.implied(byName.keys())].flatMap(([name, by]) => {
    const source = byName.get(by);
    const definition = matcher.canonical(name);
    return source === undefined || definition === null || byName.has(name)
      ? []
      : [{ ...source, skill: name, category: definition.category, impliedBy: by }];
  });
  return [...named, ...implied];
}
