import { createHash, randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { NotFoundError } from '../../common/errors';
import type { Page } from '../../common/http';
import { FileStorage } from '../../platform/storage';
import { CandidatesService } from '../candidates';
import type { ParsedResume } from './parsing/parser.messages';
import type { Completion } from './domain/profile/complete-profile';
import { isMisnamed } from './domain/document/file-extension';
import { ResumeParser } from './parsing/resume-parser';
import { type EmbeddedResume, ResumeEmbedder } from './resume-embedder';
import { ResumeSkills } from './resume-skills';
import { UnreadableResumeError } from './resumes.errors';
import { type ResumeRow, ResumesRepository, type ResumeText } from './resumes.repository';

const MISNAMED = 'The file is not what its name says, and no text was found in it.';

export interface ResumeFile {
  /** As the sender calls it; shown, never used as a path. */
  readonly name: string;
  readonly bytes: Buffer;
}

/** What is done of a file that is being prepared. */
export type PreparationStep = 'read' | 'embedded';

type StepListener = (step: PreparationStep) => Promise<void>;

/** Who sends a resume of their own. */
export interface Applicant {
  readonly fullName: string;
  readonly email: string;
}

/** A file that was read and embedded, and is not in the database yet. */
export interface PreparedResume {
  readonly id: string;
  readonly companyId: string;
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly contentHash: string;
  readonly storageKey: string;
  /** The file was in the storage before; `discard` leaves it there. */
  readonly wasStored: boolean;
  readonly parsed: ParsedResume;
  readonly embedded: EmbeddedResume;
  /** Of the company's skills that it was searched for. */
  readonly vocabularyVersion: string | null;
}

/** Resumes: their file, text, profile, skills and vectors. */
@Injectable()
export class ResumesService {
  constructor(
    private readonly repository: ResumesRepository,
    private readonly parser: ResumeParser,
    private readonly embedder: ResumeEmbedder,
    private readonly storage: FileStorage,
    private readonly candidates: CandidatesService,
    private readonly skills: ResumeSkills,
  ) {}

  /** The company's resume with these very bytes. */
  findByBytes(
    companyId: string,
    bytes: Buffer,
  ): Promise<Pick<ResumeRow, 'id' | 'storageKey'> | null> {
    return this.repository.findByHash(companyId, hashOf(bytes));
  }

  /** Keeps a resume from being deleted until the transaction ends; false when it is gone. */
  keep(companyId: string, id: string): Promise<boolean> {
    return this.repository.keep(companyId, id);
  }

  /**
   * Reads and embeds a file and puts it into the storage, unless it has a place there. Follow it by
   * `insert` in a transaction, or by `discard`.
   *
   * @throws UnreadableResumeError
   */
  async prepare(
    companyId: string,
    file: ResumeFile,
    { storedAt, onStep }: { readonly storedAt: string | null; readonly onStep?: StepListener },
  ): Promise<PreparedResume> {
    const vocabulary = await this.skills.vocabularyOf(companyId);
    const parsed = await this.parser.parse(file.bytes, vocabulary);
    const { content, profile } = parsed;
    if (content === '' && isMisnamed(file.name, parsed.mimeType)) {
      throw new UnreadableResumeError('unsupported_type', MISNAMED);
    }
    await onStep?.('read');
    const embedded = await this.embedder.embed(content, profile);
    await onStep?.('embedded');
    const id = randomUUID();
    const storageKey = storedAt ?? `${companyId}/${id}`;
    if (storedAt === null) {
      await this.storage.put(storageKey, file.bytes);
    }
    return {
      id,
      companyId,
      fileName: file.name,
      sizeBytes: file.bytes.length,
      contentHash: hashOf(file.bytes),
      storageKey,
      wasStored: storedAt !== null,
      parsed,
      embedded,
      vocabularyVersion: vocabulary.version,
    };
  }

  /** Reads and embeds a text like a file and stores nothing. @throws UnreadableResumeError */
  async readText(
    companyId: string,
    text: string,
  ): Promise<Pick<PreparedResume, 'parsed' | 'embedded'>> {
    const vocabulary = await this.skills.vocabularyOf(companyId);
    const parsed = await this.parser.parse(Buffer.from(text, 'utf8'), vocabulary);
    return { parsed, embedded: await this.embedder.embed(parsed.content, parsed.profile) };
  }

  /** Reads a stored resume's file again. Follow it by `replace`. @throws NotFoundError, UnreadableResumeError */
  async prepareAgain(companyId: string, id: string, onStep: StepListener): Promise<PreparedResume> {
    const { fileName, storageKey } = await this.get(companyId, id);
    const bytes = await this.storage.read(storageKey);
    if (bytes === null) {
      throw new NotFoundError('file');
    }
    return this.prepare(companyId, { name: fileName, bytes }, { storedAt: storageKey, onStep });
  }

  /**
   * Puts what was read anew in the place of what a resume has; the person stays as recruiters know them.
   *
   * @throws NotFoundError when the resume was deleted meanwhile.
   */
  async replace(id: string, resume: PreparedResume): Promise<void> {
    const { parsed, embedded } = resume;
    const isThere = await this.repository.replace({
      id,
      companyId: resume.companyId,
      mimeType: parsed.mimeType,
      content: parsed.content,
      profile: parsed.profile,
      extraction: parsed.extraction,
      yearsOfExperience: parsed.profile.years_of_experience,
      embedding: embedded.vector,
      embeddingModel: embedded.model,
      chunks: embedded.chunks,
      skills: parsed.skills,
    });
    if (!isThere) {
      throw new NotFoundError('resume');
    }
    await this.addNewerSkills(id, resume);
  }

  /**
   * False when the same bytes were stored meanwhile. Who applied is who they say they are; their resume may be
   * a picture. Call it in a transaction.
   */
  async insert(
    resume: PreparedResume,
    uploadedBy: string | null,
    applicant?: Applicant,
  ): Promise<boolean> {
    const { parsed, embedded } = resume;
    const { personal_info: person } = parsed.profile;
    const candidateId = await this.candidates.findOrCreate(resume.companyId, {
      fullName: applicant?.fullName ?? person.name,
      email: applicant?.email ?? person.email,
      phone: person.phone,
      location: person.location,
      links: person.links,
    });
    const isNew = await this.repository.insert({
      id: resume.id,
      companyId: resume.companyId,
      candidateId,
      uploadedBy,
      fileName: resume.fileName,
      mimeType: parsed.mimeType,
      sizeBytes: resume.sizeBytes,
      contentHash: resume.contentHash,
      storageKey: resume.storageKey,
      content: parsed.content,
      profile: parsed.profile,
      extraction: parsed.extraction,
      yearsOfExperience: parsed.profile.years_of_experience,
      embedding: embedded.vector,
      embeddingModel: embedded.model,
      chunks: embedded.chunks,
      skills: parsed.skills,
    });
    if (isNew) {
      await this.addNewerSkills(resume.id, resume);
    }
    return isNew;
  }

  /** Removes the file that `prepare` stored for a resume that was not inserted. */
  async discard(resume: PreparedResume): Promise<void> {
    if (!resume.wasStored) {
      await this.storage.delete(resume.storageKey);
    }
  }

  /** @throws NotFoundError */
  async get(companyId: string, id: string): Promise<ResumeRow> {
    const resume = await this.repository.find(companyId, id);
    if (resume === null) {
      throw new NotFoundError('resume');
    }
    return resume;
  }

  /** With its text, for work that outlives a request: null when it is gone. */
  async find(companyId: string, id: string): Promise<(ResumeRow & { content: string }) | null> {
    const resume = await this.repository.find(companyId, id);
    const content = await this.repository.findContent(companyId, id);
    return resume === null || content === null ? null : { ...resume, content };
  }

  /**
   * Adds to a profile what the rules did not read. Scores and vectors do not change by it. False when the
   * resume was changed or deleted since it was read. Call it in a transaction.
   */
  complete(before: ResumeRow, completion: Completion): Promise<boolean> {
    return this.repository.complete(before, completion.profile);
  }

  /** The text that every span points into. @throws NotFoundError */
  async getContent(companyId: string, id: string): Promise<string> {
    const content = await this.repository.findContent(companyId, id);
    if (content === null) {
      throw new NotFoundError('resume');
    }
    return content;
  }

  /** What these resumes say, in the order of the ids; those that are gone are left out. */
  async findTexts(companyId: string, ids: readonly string[]): Promise<readonly ResumeText[]> {
    const texts = await this.repository.findTexts(companyId, ids);
    const byId = new Map(texts.map((text) => [text.resumeId, text]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }

  /** @throws NotFoundError */
  async getFile(companyId: string, id: string): Promise<{ resume: ResumeRow; bytes: Readable }> {
    const resume = await this.get(companyId, id);
    const bytes = await this.storage.find(resume.storageKey);
    if (bytes === null) {
      throw new NotFoundError('file');
    }
    return { resume, bytes };
  }

  list(
    companyId: string,
    query: { readonly limit: number; readonly cursor?: string; readonly candidateId?: string },
  ): Promise<Page<ResumeRow>> {
    return this.repository.list(companyId, query);
  }

  /** Searches stored resumes for skills that are newer than they. */
  async searchForCompanySkills(companyId: string, names: readonly string[]): Promise<void> {
    await this.skills.search(companyId, names);
  }

  private addNewerSkills(id: string, resume: PreparedResume): Promise<void> {
    const { parsed, vocabularyVersion } = resume;
    const { content, profile } = parsed;
    return this.skills.addNewer(resume.companyId, id, { content, profile, vocabularyVersion });
  }
}

function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
