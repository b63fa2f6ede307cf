import { type SkillMention, type SkillRegion } from '../../../skills/domain/skill';

/**
 * Finds the skills that a text names. `regions` are the parts in which a bare word is proof enough:
 * skills sections. Mentions come in the order of the text.
 */
export type SkillExtractor = (
  content: string,
  regions: readonly SkillRegion[],
) => readonly SkillMention[];
