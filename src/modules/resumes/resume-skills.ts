import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Database, shareUpToId } from '../../platform/database';
import { type CompanyVocabulary, type SkillDefinition, SkillsService } from '../skills';
import { profileOfRules } from './domain/profile/profile-of-rules';
import { toProfileSkills } from './domain/profile/profile-skills';
import type { Resume, Skill } from './domain/profile/profile';
import { skillRegions } from './domain/profile/skill-regions';
import { searchWords } from './domain/search-words';
import { resumeSkillRows } from './parsing/resume-skill-rows';
import { ResumeSkillsRepository, type SearchedForm } from './resume-skills.repository';

const BATCH = 100;

/** A resume's text with what was read from it. */
interface ReadText {
  readonly content: string;
  readonly profile: Resume;
}

/** Skills that the company, or an import, added after resumes were read. */
@Injectable()
export class ResumeSkills {
  constructor(
    private readonly database: Database,
    private readonly repository: ResumeSkillsRepository,
    private readonly skills: SkillsService,
  ) {}

  /** What files are searched for when they are read. */
  vocabularyOf(companyId: string): Promise<CompanyVocabulary> {
    return this.skills.vocabularyOf(companyId);
  }

  /**
   * Searches stored resumes for skills of these names that are newer than they, with the rules of the
   * first reading. What a resume has already stays as it is. The number of resumes that have one. `onShare`
   * hears which share of the resumes, 0..1, is done.
   */
  async search(
    companyId: string,
    names: readonly string[],
    onShare?: (share: number) => Promise<void>,
  ): Promise<number> {
    const newer = await this.skills.newerSkills(companyId, names);
    if (newer.length === 0) {
      return 0;
    }
    const { matcher } = await this.skills.vocabularyOf(companyId);
    const forms = newer.flatMap(formsOf);
    const wanted = new Set(newer.map((skill) => skill.name));
    let changed = 0;
    let afterId: string | null = null;
    for (;;) {
      const resumes = await this.repository.candidates(companyId, forms, { afterId, limit: BATCH });
      for (const resume of resumes) {
        const skills = namedSkills(resume, matcher).filter((skill) => wanted.has(skill.name));
        changed += (await this.add(companyId, resume.id, skills, matcher)) ? 1 : 0;
        // Matching is work of this thread: others get their turn between two resumes.
        await setImmediate();
      }
      const last = resumes.at(-1);
      if (last === undefined || resumes.length < BATCH) {
        return changed;
      }
      await onShare?.(shareUpToId(last.id));
      afterId = last.id;
    }
  }

  /**
   * Finds what the company added while a file was being read. Call it in the transaction that stores
   * the resume: from its commit on the search of stored resumes sees it.
   */
  async addNewer(
    companyId: string,
    resumeId: string,
    read: ReadText & { readonly vocabularyVersion: string | null },
  ): Promise<void> {
    const { version, definitions, matcher } = await this.skills.vocabularyOf(companyId);
    if (version === read.vocabularyVersion) {
      return;
    }
    const had = new Set(read.profile.skills.map((skill) => skill.name));
    const own = new Set(definitions.map((skill) => skill.name));
    const skills = namedSkills(read, matcher).filter(({ name }) => own.has(name) && !had.has(name));
    await this.add(companyId, resumeId, skills, matcher);
  }

  private async add(
    companyId: string,
    resumeId: string,
    skills: readonly Skill[],
    matcher: CompanyVocabulary['matcher'],
  ): Promise<boolean> {
    if (skills.length === 0) {
      return false;
    }
    const found = { skills, rows: resumeSkillRows(skills, matcher) };
    await this.database.transaction(() => this.repository.add(companyId, resumeId, found));
    return true;
  }
}

function formsOf({ name, aliases = [], weak = [] }: SkillDefinition): SearchedForm[] {
  return [name, ...aliases, ...weak].map((form) => ({ skill: name, words: searchWords(form) }));
}

function namedSkills(
  { content, profile }: ReadText,
  matcher: CompanyVocabulary['matcher'],
): readonly Skill[] {
  const read = profileOfRules(profile);
  return toProfileSkills(matcher.match(content, skillRegions(read)), read.positions, new Date());
}
