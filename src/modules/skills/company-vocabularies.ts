import { Inject, Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { ImportedIndex } from './domain/imported-index';
import { MatcherWithImported } from './domain/imported-matcher';
import {
  additionTo,
  type ImportedVocabulary,
  importedDefinitions,
} from './domain/imported-vocabulary';
import type { SkillDefinition } from './domain/skill';
import { SkillMatcher } from './domain/skill-matcher';
import { SkillCatalogue } from './skill-catalogue';
import { type CompanySkill, SkillsRepository } from './skills.repository';
import { VOCABULARY } from './vocabulary';

/** Injection token of the classifications that were imported: `readonly ImportedVocabulary[]`. */
export const IMPORTED_VOCABULARIES = Symbol('ImportedVocabularies');

/** What a company adds to the vocabulary, for matchers in other threads. */
export interface CompanySkills {
  /** Differs after every change; null for a company that never added anything. */
  readonly version: string | null;
  readonly definitions: readonly SkillDefinition[];
}

/** Everything that one company's texts are searched for. */
export interface CompanyVocabulary extends CompanySkills {
  readonly matcher: SkillMatcher;
}

const REMEMBERED_COMPANIES = 200;

/**
 * The vocabulary as each company knows it. What is derived from a company's skills is kept until their
 * version in the database changes, whichever process changed them: one look at one row per call.
 */
@Injectable()
export class CompanyVocabularies {
  /** Our own, for rules that imported skills must not touch. */
  readonly vocabulary = new SkillMatcher(VOCABULARY);
  /** The imported skills alone. */
  readonly imported: ImportedIndex;
  private readonly shared: CompanyVocabulary;
  private readonly catalogues = new WeakMap<CompanyVocabulary, SkillCatalogue>();
  private readonly remembered = new LRUCache<string, CompanyVocabulary>({
    max: REMEMBERED_COMPANIES,
  });

  constructor(
    private readonly repository: SkillsRepository,
    @Inject(IMPORTED_VOCABULARIES) imported: readonly ImportedVocabulary[],
  ) {
    this.imported = new ImportedIndex(
      imported.flatMap((one) => importedDefinitions(one, this.vocabulary)),
    );
    this.shared = {
      version: null,
      definitions: [],
      matcher: new MatcherWithImported(this.vocabulary, this.imported),
    };
    this.catalogues.set(this.shared, SkillCatalogue.of(VOCABULARY, imported));
  }

  async of(companyId: string): Promise<CompanyVocabulary> {
    const version = await this.repository.version(companyId);
    if (version === null) {
      return this.shared;
    }
    const remembered = this.remembered.get(companyId);
    if (remembered?.version === version) {
      return remembered;
    }
    const definitions = this.definitions(await this.repository.all(companyId));
    const derived: CompanyVocabulary = {
      version,
      definitions,
      matcher: this.shared.matcher.withExtra(definitions),
    };
    this.remembered.set(companyId, derived);
    return derived;
  }

  /** The same for people who look a skill up. */
  async catalogueOf(companyId: string): Promise<SkillCatalogue> {
    return this.catalogue(await this.of(companyId));
  }

  /** The skill that others know by this name: of the vocabulary, else imported. */
  known(name: string): SkillDefinition | null {
    return this.shared.matcher.definition(name);
  }

  definitions(skills: readonly CompanySkill[]): readonly SkillDefinition[] {
    return skills.map(({ name, aliases, category }) =>
      additionTo(this.known(name), { name, aliases, category }),
    );
  }

  private catalogue(vocabulary: CompanyVocabulary): SkillCatalogue {
    const made = this.catalogues.get(vocabulary);
    if (made !== undefined) {
      return made;
    }
    const catalogue = this.catalogue(this.shared).withCompany(vocabulary.definitions);
    this.catalogues.set(vocabulary, catalogue);
    return catalogue;
  }
}
