import { workerData } from 'node:worker_threads';
import { LRUCache } from 'lru-cache';
import type { CompanySkills } from '../../skills';
import { ImportedIndex } from '../../skills/domain/imported-index';
import { MatcherWithImported } from '../../skills/domain/imported-matcher';
import { importedDefinitions } from '../../skills/domain/imported-vocabulary';
import { SkillMatcher } from '../../skills/domain/skill-matcher';
import { readVocabularies } from '../../skills/imported-files';
import { VOCABULARY } from '../../skills/vocabulary';
import type { ExtractedDocument, ExtractionFlag } from '../domain/document/document';
import { UnreadableDocumentError } from '../domain/document/document.errors';
import { ocrUnavailableFlag } from '../domain/document/image-reader';
import { MIME_TYPES } from '../domain/document/mime-types';
import { OcrUnavailableError } from '../domain/document/ocr-reader';
import { detectFileType, readDocument, TesseractReader } from '../domain/document/read-document';
import { extractProfile } from '../domain/profile/extract-profile';
import { titleOf } from '../domain/profile/profile-title';
import type { ParseAnswer, ParsedResume, ParserOptions, ParseRequest } from './parser.messages';
import { resumeSkillRows } from './resume-skill-rows';

/** Scans come one after another; an engine that nobody needs holds 150 MB. */
const OCR_IDLE_MS = 30_000;

/** Companies upload in bursts; each of these holds one company's own skills. */
const REMEMBERED_COMPANIES = 8;

const shared = sharedMatcher(optionsOf(workerData));
const companyMatchers = new LRUCache<string, SkillMatcher>({ max: REMEMBERED_COMPANIES });
let ocr: TesseractReader | null = null;

/** File to profile, in a thread of its own; see `ResumeParser`. */
export async function parse(request: ParseRequest): Promise<ParseAnswer> {
  try {
    return { ok: true, resume: await parsed(request) };
  } catch (error) {
    if (error instanceof UnreadableDocumentError) {
      const type = await detectFileType(request.bytes).catch(() => null);
      return { ok: false, reason: error.reason, message: error.message, type };
    }
    throw error;
  }
}

async function parsed(request: ParseRequest): Promise<ParsedResume> {
  const type = await detectFileType(request.bytes);
  const document = await readOrEmpty(request);
  const matcher = matcherFor(request.companySkills);
  const { profile, flags, quality, quality_reasons } = extractProfile(document, {
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
      quality_reasons,
      flags,
      page_count: document.pageCount,
    },
    skills: resumeSkillRows(profile.skills, matcher),
    title: titleOf(profile),
  };
}

/** A sound file of which not a word could be read is kept for a person to look at. */
async function readOrEmpty(request: ParseRequest): Promise<ExtractedDocument> {
  try {
    return await readDocument(request.bytes, {
      maxPages: request.maxPages,
      ocr: borrowOcr(request.ocrPageTimeoutMs),
    });
  } catch (error) {
    if (error instanceof OcrUnavailableError) {
      return emptyDocument(ocrUnavailableFlag());
    }
    if (error instanceof UnreadableDocumentError && error.reason === 'no_text') {
      return emptyDocument({ code: 'low_text', message: error.message, amount: 0 });
    }
    throw error;
  }
}

function emptyDocument(flag: ExtractionFlag): ExtractedDocument {
  return { content: '', lines: [], links: [], pageCount: 0, method: 'ocr', flags: [flag] };
}

/** The thread's engine, which starts with the first picture. */
function borrowOcr(timeoutMs: number): TesseractReader {
  ocr ??= new TesseractReader({ timeoutMs, idleMs: OCR_IDLE_MS });
  return ocr;
}

/** The vocabulary with the imported classifications behind it. */
function sharedMatcher({ vocabularyFolder }: ParserOptions): SkillMatcher {
  const vocabulary = new SkillMatcher(VOCABULARY);
  const imported = readVocabularies(vocabularyFolder).flatMap((one) =>
    importedDefinitions(one, vocabulary),
  );
  return new MatcherWithImported(vocabulary, new ImportedIndex(imported));
}

function matcherFor({ version, definitions }: CompanySkills): SkillMatcher {
  if (version === null) {
    return shared;
  }
  const remembered = companyMatchers.get(version);
  if (remembered !== undefined) {
    return remembered;
  }
  const matcher = shared.withExtra(definitions);
  companyMatchers.set(version, matcher);
  return matcher;
}

/** Piscina wraps what the pool was given together with data of its own. */
function optionsOf(data: unknown): ParserOptions {
  const own: unknown = Array.isArray(data) ? data.at(-1) : data;
  return own as ParserOptions;
}
