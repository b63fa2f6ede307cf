import {
  IMPORT_SOURCES,
  type ImportedVocabulary,
  SOURCE_FACTS,
} from './domain/imported-vocabulary';
import type { SkillDefinition } from './domain/skill';

/** Where a skill comes from, in the order in which they win over each other. */
export const SKILL_SOURCES = ['vocabulary', 'company', ...IMPORT_SOURCES] as const;
export type SkillSource = (typeof SKILL_SOURCES)[number];

export interface CatalogueSkill {
  readonly name: string;
  readonly category: string;
  readonly aliases: readonly string[];
  readonly implies: readonly string[];
  readonly source: SkillSource;
}

/** How well a skill fits what was typed, best first. */
const RANKS = ['name', 'start of name', 'alias', 'word of name', 'word of alias'] as const;
type Rank = (typeof RANKS)[number];

/** A place in the results: the rank's number, then the name in small letters. */
export type CatalogueKey = readonly [rank: number, name: string];

interface Entry {
  readonly skill: CatalogueSkill;
  readonly key: string;
  /** Each form as its words in small letters with a space before and after each. */
  readonly name: string;
  readonly aliases: readonly string[];
}

/** Every skill that a company's resumes are searched for, by name; for people who look one up. Immutable. */
export class SkillCatalogue {
  /** In the order of the names, each once. */
  private readonly entries: readonly Entry[];

  private constructor(private readonly byName: ReadonlyMap<string, Entry>) {
    this.entries = [...byName.values()].sort((a, b) => compare(a.key, b.key));
  }

  static of(
    vocabulary: readonly SkillDefinition[],
    imported: readonly ImportedVocabulary[],
  ): SkillCatalogue {
    const byName = new Map<string, Entry>();
    addAll(byName, vocabulary, 'vocabulary');
    for (const { source, skills } of imported) {
      const { category } = SOURCE_FACTS[source];
      addAll(
        byName,
        skills.map((skill) => ({ ...skill, category })),
        source,
      );
    }
    return new SkillCatalogue(byName);
  }

  /** With a company's own skills; those with a known name add their aliases to it. */
  withCompany(definitions: readonly SkillDefinition[]): SkillCatalogue {
    if (definitions.length === 0) return this;
    const byName = new Map(this.byName);
    addAll(byName, definitions, 'company');
    return new SkillCatalogue(byName);
  }

  /** Skills that have the typed text as the beginning of a word of a name or alias; all for an empty text. */
  search(typed: string): readonly { readonly key: CatalogueKey; readonly skill: CatalogueSkill }[] {
    const wanted = searchable(typed).trimEnd();
    const ranked = RANKS.map((): Entry[] => []);
    for (const entry of this.entries) {
      const rank = wanted === '' ? 'name' : rankOf(entry, wanted);
      if (rank !== null) ranked[RANKS.indexOf(rank)]?.push(entry);
    }
    return ranked.flatMap((entries, rank) =>
      entries.map(({ key, skill }) => ({ key: [rank, key] as const, skill })),
    );
  }
}

/** Whether a place in the results comes after another. */
export function isAfter(a: CatalogueKey, b: CatalogueKey): boolean {
  return a[0] - b[0] > 0 || (a[0] === b[0] && compare(a[1], b[1]) > 0);
}

function addAll(
  byName: Map<string, Entry>,
  definitions: readonly SkillDefinition[],
  source: SkillSource,
): void {
  for (const definition of definitions) {
    const key = definition.name.toLowerCase();
    const known = byName.get(key)?.skill;
    const aliases = [...(definition.aliases ?? []), ...(definition.weak ?? [])];
    byName.set(
      key,
      entryOf(
        known === undefined
          ? {
              name: definition.name,
              category: definition.category,
              aliases,
              implies: definition.implies ?? [],
              source,
            }
          : { ...known, aliases: [...new Set([...known.aliases, ...aliases])] },
      ),
    );
  }
}

function entryOf(skill: CatalogueSkill): Entry {
  return {
    skill,
    key: skill.name.toLowerCase(),
    name: searchable(skill.name),
    aliases: skill.aliases.map(searchable),
  };
}

/** Most texts, and quick to take apart. */
const PLAIN_WORDS = /^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/;

/** Small letters without accents and separators, a space around every word: " node js ". */
function searchable(text: string): string {
  if (PLAIN_WORDS.test(text)) return ` ${text.toLowerCase()} `;
  const words = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[\s\-–/.,()&'’]+/)
    .filter((word) => word !== '');
  return words.length === 0 ? '' : ` ${words.join(' ')} `;
}

function rankOf({ name, aliases }: Entry, wanted: string): Rank | null {
  const whole = `${wanted} `;
  if (name === whole) return 'name';
  if (name.startsWith(wanted)) return 'start of name';
  if (aliases.includes(whole)) return 'alias';
  if (name.includes(wanted)) return 'word of name';
  return aliases.some((alias) => alias.includes(wanted)) ? 'word of alias' : null;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
