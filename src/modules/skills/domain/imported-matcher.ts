import { type ImportedIndex } from './imported-index';
import { type SkillDefinition, type SkillMention, type SkillRegion } from './skill';
import { SkillMatcher } from './skill-matcher';

/**
 * A matcher that stands behind another with skills of foreign classifications: where both find
 * something, what the first one finds counts, however long the other's form is. What a company adds
 * belongs to the front.
 */
export class MatcherWithImported extends SkillMatcher {
  constructor(
    private readonly vocabulary: SkillMatcher,
    private readonly imported: ImportedIndex,
    private readonly extra: readonly SkillDefinition[] = [],
  ) {
    super(extra, vocabulary);
  }

  override withExtra(definitions: readonly SkillDefinition[]): SkillMatcher {
    if (definitions.length === 0) return this;
    // Side by side, not one behind the other: a matcher looks up names in itself and its base only.
    return new MatcherWithImported(this.vocabulary, this.imported, [...definitions, ...this.extra]);
  }

  override match(text: string, regions: readonly SkillRegion[] = []): readonly SkillMention[] {
    const front = super.match(text, regions);
    const behind = this.imported
      .match(text, regions)
      .filter((mention) => !front.some((one) => overlap(one, mention)));
    if (behind.length === 0) return front;
    return [...front, ...behind].sort((a, b) => a.start - b.start);
  }

  override canonical(name: string): SkillDefinition | null {
    return super.canonical(name) ?? this.imported.canonical(name);
  }

  override definition(name: string): SkillDefinition | null {
    return super.definition(name) ?? this.imported.definition(name);
  }
}

function overlap(a: SkillMention, b: SkillMention): boolean {
  return a.start < b.end && b.start < a.end;
}
