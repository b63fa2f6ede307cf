import { type SkillDefinition } from '../domain/skill';

/**
 * How a vocabulary file writes a skill: the name alone, the name and its aliases, or a definition
 * without its category when more is to be said. In the short forms a leading `~` marks what also
 * means something else and so needs evidence: `['~Marketing', 'marketing campaigns']` has an
 * ambiguous name, `['Microsoft Word', '~Word']` a weak alias.
 */
export type SkillEntry =
  string | readonly [string, ...string[]] | Omit<SkillDefinition, 'category'>;

const WEAK = '~';

/** The definitions of one category. */
export function skillsOf(
  category: string,
  entries: readonly SkillEntry[],
): readonly SkillDefinition[] {
  return entries.map((entry) => {
    if (typeof entry === 'string') return fromNames(category, [entry]);
    return isNames(entry) ? fromNames(category, entry) : { ...entry, category };
  });
}

function isNames(entry: Exclude<SkillEntry, string>): entry is readonly [string, ...string[]] {
  return Array.isArray(entry);
}

function fromNames(
  category: string,
  [name, ...aliases]: readonly [string, ...string[]],
): SkillDefinition {
  const weak = aliases.filter((alias) => alias.startsWith(WEAK)).map((alias) => alias.slice(1));
  const strong = aliases.filter((alias) => !alias.startsWith(WEAK));
  return {
    name: name.startsWith(WEAK) ? name.slice(1) : name,
    category,
    ...(name.startsWith(WEAK) && { ambiguous: true }),
    ...(strong.length > 0 && { aliases: strong }),
    ...(weak.length > 0 && { weak }),
  };
}
