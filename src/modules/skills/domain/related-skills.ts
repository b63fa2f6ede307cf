import { type SkillDefinition } from './skill';

/**
 * Which skills are close to one another, for people who look for the next best. Closest first: those the
 * vocabulary calls related, in whichever direction; the more general ones that a skill implies; and the
 * other special cases of these within the same trade ("TIG welding" and "MIG welding"). Symmetric apart
 * from the general ones: who has a special case has the general one anyway.
 */
export class RelatedSkills {
  private readonly byName: ReadonlyMap<string, SkillDefinition>;
  private readonly named: ReadonlyMap<string, readonly string[]>;
  private readonly special: ReadonlyMap<string, readonly string[]>;

  constructor(definitions: readonly SkillDefinition[]) {
    this.byName = new Map(definitions.map((one) => [one.name, one]));
    const named = definitions.flatMap(({ name, related = [] }) =>
      related.flatMap((other) => [[name, other] as const, [other, name] as const]),
    );
    this.named = grouped(named);
    this.special = grouped(
      definitions.flatMap(({ name, implies = [] }) =>
        implies.map((general) => [general, name] as const),
      ),
    );
  }

  /** Canonical names, each once; none for a skill that the vocabulary does not have. */
  of(name: string): readonly string[] {
    const skill = this.byName.get(name);
    if (skill === undefined) return [];
    const general = skill.implies ?? [];
    const siblings = general
      .flatMap((one) => this.special.get(one) ?? [])
      .filter((one) => this.byName.get(one)?.category === skill.category);
    const all = new Set([...(this.named.get(name) ?? []), ...general, ...siblings]);
    all.delete(name);
    return [...all];
  }
}

function grouped(
  pairs: readonly (readonly [key: string, value: string])[],
): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const [key, value] of pairs) groups.set(key, [...(groups.get(key) ?? []), value]);
  return groups;
}
