import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { NotFoundError, ValidationFailedError } from '../../common/errors';
import type { Actor, Page } from '../../common/http';
import { Database } from '../../platform/database';
import { TasksService } from '../tasks';
import { CompanyVocabularies } from './company-vocabularies';
import type { SkillMatcher } from './domain/skill-matcher';
import { SkillExistsError, TooManySkillsError } from './skills.errors';
import { type CompanySkill, SkillsRepository } from './skills.repository';
import { COMPANY_CATEGORY } from './skills.service';

/** Every parser thread knows them all; more are a list that belongs into an import. */
const MOST_SKILLS = 5000;

/** What people write of a skill. */
export interface SkillDraft {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly category?: string;
}

export interface ChangedSkill {
  readonly skill: CompanySkill;
  /** Searches the stored resumes; null when there is nothing new to search for. */
  readonly taskId: string | null;
}

/**
 * A company's own skills, and aliases that it adds to known ones. What stored resumes were found to
 * have stays when a skill or an alias goes, until they are read again.
 */
@Injectable()
export class CompanySkillsService {
  constructor(
    private readonly database: Database,
    private readonly repository: SkillsRepository,
    private readonly vocabularies: CompanyVocabularies,
    private readonly tasks: TasksService,
  ) {}

  list(
    companyId: string,
    query: { readonly limit: number; readonly cursor?: string },
  ): Promise<Page<CompanySkill>> {
    return this.repository.page(companyId, query);
  }

  /** The name of the skill that others know and this one adds to; null for a skill of its own. */
  extendedSkill(skill: Pick<CompanySkill, 'name'>): string | null {
    return this.vocabularies.known(skill.name)?.name ?? null;
  }

  /** @throws SkillExistsError, TooManySkillsError, ValidationFailedError */
  async add(actor: Actor, draft: SkillDraft): Promise<ChangedSkill> {
    const { companyId } = actor;
    return this.database.transaction(async () => {
      await this.repository.newVersion(companyId);
      const skills = await this.repository.all(companyId);
      if (skills.length >= MOST_SKILLS) {
        throw new TooManySkillsError(MOST_SKILLS);
      }
      const skill = { id: randomUUID(), ...this.checked(draft, skills) };
      await this.repository.insert(companyId, [skill]);
      return this.changed(actor, skill.id, true);
    });
  }

  /** @throws NotFoundError, SkillExistsError, ValidationFailedError */
  async change(
    actor: Actor,
    id: string,
    changes: Partial<Omit<SkillDraft, 'name'>>,
  ): Promise<ChangedSkill> {
    const { companyId } = actor;
    return this.database.transaction(async () => {
      await this.repository.newVersion(companyId);
      const skill = await this.get(companyId, id);
      const others = (await this.repository.all(companyId)).filter((other) => other.id !== id);
      const aliases = newForms(changes.aliases ?? skill.aliases, skill.name);
      refuseKnown(this.matcherOf(others), aliases);
      this.refuseCategory(skill.name, changes.category);
      const category = changes.category ?? skill.category;
      await this.repository.update(companyId, id, { aliases, category });
      const isSearched = aliases.some((alias) => !skill.aliases.includes(alias));
      return this.changed(actor, id, isSearched);
    });
  }

  /** @throws NotFoundError */
  async delete(companyId: string, id: string): Promise<void> {
    await this.database.transaction(async () => {
      await this.get(companyId, id);
      await this.repository.newVersion(companyId);
      await this.repository.delete(companyId, id);
    });
  }

  private async get(companyId: string, id: string): Promise<CompanySkill> {
    const skill = await this.repository.find(companyId, id);
    if (skill === null) {
      throw new NotFoundError('skill');
    }
    return skill;
  }

  private async changed(actor: Actor, id: string, isSearched: boolean): Promise<ChangedSkill> {
    const skill = await this.get(actor.companyId, id);
    const payload = { skillNames: [skill.name] };
    const taskId = isSearched
      ? await this.tasks.enqueue('skills.search-resumes', payload, actor)
      : null;
    return { skill, taskId };
  }

  private checked(
    draft: SkillDraft,
    skills: readonly CompanySkill[],
  ): Pick<CompanySkill, 'name' | 'aliases' | 'category'> {
    const matcher = this.matcherOf(skills);
    const own = skills.find((skill) => isSame(skill.name, draft.name));
    if (own !== undefined) {
      throw new SkillExistsError(draft.name, own.name);
    }
    const extended = this.vocabularies.known(draft.name);
    if (extended === null) {
      refuseKnown(matcher, [draft.name]);
    }
    const name = extended?.name ?? draft.name;
    const aliases = newForms(draft.aliases, name);
    if (extended !== null && aliases.length === 0) {
      throw new SkillExistsError(draft.name, extended.name);
    }
    refuseKnown(matcher, aliases);
    this.refuseCategory(name, draft.category);
    const category = draft.category ?? extended?.category ?? COMPANY_CATEGORY;
    return { name, aliases, category };
  }

  /** Knows the vocabulary and these skills. Forms of imported skills may be taken: they stand behind. */
  private matcherOf(skills: readonly CompanySkill[]): SkillMatcher {
    return this.vocabularies.vocabulary.withExtra(this.vocabularies.definitions(skills));
  }

  /** @throws ValidationFailedError when the skill's category is not the company's to choose. */
  private refuseCategory(name: string, category: string | undefined): void {
    const known = this.vocabularies.known(name);
    if (known !== null && category !== undefined && category !== known.category) {
      const message = `cannot be chosen for a known skill; it is ${known.category}`;
      throw new ValidationFailedError([{ field: 'category', message }]);
    }
  }
}

/** Each once, without the name itself. */
function newForms(aliases: readonly string[], name: string): readonly string[] {
  return aliases.filter(
    (alias, index) =>
      !isSame(alias, name) && aliases.findIndex((other) => isSame(other, alias)) === index,
  );
}

function refuseKnown(matcher: SkillMatcher, forms: readonly string[]): void {
  for (const form of forms) {
    const known = matcher.canonical(form);
    if (known !== null) {
      throw new SkillExistsError(form, known.name);
    }
  }
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
