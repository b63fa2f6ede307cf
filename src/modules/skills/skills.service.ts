import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { decodeCursor, type Page, pageOf } from '../../common/http';
import {
  CompanyVocabularies,
  type CompanyVocabulary,
  IMPORTED_VOCABULARIES,
} from './company-vocabularies';
import { type ImportedVocabulary, SOURCE_FACTS } from './domain/imported-vocabulary';
import {
  extractJobRequirements,
  type JobRequirements,
  type JobText,
} from './domain/job-requirements';
import { RelatedSkills } from './domain/related-skills';
import type { SkillDefinition } from './domain/skill';
import type { SkillMatcher } from './domain/skill-matcher';
import { type CatalogueSkill, isAfter, type SkillSource } from './skill-catalogue';
import { SkillsRepository } from './skills.repository';
import { VOCABULARY } from './vocabulary';

export const COMPANY_CATEGORY = 'company';

/** A list of skills that is in use, with what its licence asks to be shown. */
export interface SourceOfSkills {
  readonly source: SkillSource;
  readonly title: string;
  readonly skills: number;
  readonly version: string | null;
  readonly notice: string | null;
  /** ISO 8601; null for what came with the program. */
  readonly importedAt: string | null;
}

/** Skills as the company knows them: the vocabulary, imported classifications, and the company's own additions. */
@Injectable()
export class SkillsService {
  private readonly related = new RelatedSkills(VOCABULARY);

  constructor(
    private readonly repository: SkillsRepository,
    private readonly vocabularies: CompanyVocabularies,
    @Inject(IMPORTED_VOCABULARIES) private readonly imported: readonly ImportedVocabulary[],
  ) {}

  /** Everything that the company's texts are searched for, here and in other threads. */
  vocabularyOf(companyId: string): Promise<CompanyVocabulary> {
    return this.vocabularies.of(companyId);
  }

  async matcherOf(companyId: string): Promise<SkillMatcher> {
    return (await this.vocabularies.of(companyId)).matcher;
  }

  /** Skills close to this one, closest first. Only the vocabulary knows which are. */
  relatedTo(name: string): readonly string[] {
    return this.related.of(name);
  }

  /** What a job asks for, in canonical names; `skillsRequired` wins over the text when it is not empty. */
  async requirementsOf(companyId: string, job: JobText): Promise<JobRequirements> {
    return extractJobRequirements(job, await this.matcherOf(companyId));
  }

  /** Makes names that no vocabulary knows the company's own skills, so that resumes are searched for them. */
  async learn(companyId: string, names: readonly string[]): Promise<void> {
    const matcher = await this.matcherOf(companyId);
    const unknown = names.filter((name) => matcher.canonical(name) === null);
    if (unknown.length === 0) {
      return;
    }
    await this.repository.newVersion(companyId);
    const skills = unknown.map((name) => ({ name, aliases: [], category: COMPANY_CATEGORY }));
    await this.repository.insert(
      companyId,
      skills.map((skill) => ({ id: randomUUID(), ...skill })),
    );
  }

  /** Those of the names whose skill, or an alias of it, may be newer than a stored resume. */
  async newerSkills(
    companyId: string,
    names: readonly string[],
  ): Promise<readonly SkillDefinition[]> {
    const { definitions } = await this.vocabularies.of(companyId);
    const own = new Map(definitions.map((skill) => [skill.name, skill]));
    return [...new Set(names)].flatMap((name) => {
      const imported = this.vocabularies.imported.definition(name);
      return own.get(name) ?? (imported?.name === name ? imported : []);
    });
  }

  /** Skills by the beginning of a word of their name or an alias, best first. */
  async search(
    companyId: string,
    query: { readonly text: string; readonly limit: number; readonly cursor?: string },
  ): Promise<Page<CatalogueSkill>> {
    const catalogue = await this.vocabularies.catalogueOf(companyId);
    const found = catalogue.search(query.text);
    const [rank, name] = decodeCursor(query.cursor, ['number', 'string']) ?? [];
    const rest =
      typeof rank === 'number' && typeof name === 'string'
        ? found.filter(({ key }) => isAfter(key, [rank, name]))
        : found;
    const page = pageOf(rest, { limit: query.limit, total: found.length, key: ({ key }) => key });
    return { ...page, rows: page.rows.map(({ skill }) => skill) };
  }

  /** The lists that are in use; the company's own is not one of them. */
  sources(): readonly SourceOfSkills[] {
    return [
      {
        source: 'vocabulary',
        title: 'Shortlist vocabulary',
        skills: VOCABULARY.length,
        version: null,
        notice: null,
        importedAt: null,
      },
      ...this.imported.map(({ source, skills, version, notice, importedAt }) => ({
        source,
        title: SOURCE_FACTS[source].title,
        skills: skills.length,
        version,
        notice,
        importedAt,
      })),
    ];
  }
}
