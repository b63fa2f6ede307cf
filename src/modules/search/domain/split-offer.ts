/** What a job offer is split into; each part is searched for on its own. */
export const OFFER_CATEGORIES = ['skill', 'experience', 'education'] as const;
export type OfferCategory = (typeof OFFER_CATEGORIES)[number];

export type SplitOffer = Readonly<Record<OfferCategory, string>>;

const EDUCATION =
  /\b(?:degree|bachelor|master|phd|doctorate|mba|b\.?sc|m\.?sc|diploma|university|college|school|graduate|graduated|apprenticeship|vocational|certificat\w*|certified|licen[cs]ed?|qualification in|studied|studies)\b/i;
const SKILL =
  /\b(?:skills?|knowledge of|proficien\w+|familiar\w*|fluen\w+|expertise|languages?|tools?|technolog\w+|software|framework\w*)\b/i;
const SENTENCE = /[^\n.!?;•]+(?:[.!?;](?=\S)[^\n.!?;•]+)*/g;

/**
 * Each sentence or line to one category: education by its words, skills when it names some (`skillSpans`,
 * offsets into the text) or speaks of them, everything else experience. A category may stay empty.
 */
export function splitOffer(
  text: string,
  skillSpans: readonly { readonly start: number; readonly end: number }[],
): SplitOffer {
  const parts: Record<OfferCategory, string[]> = { skill: [], experience: [], education: [] };
  for (const { 0: sentence, index } of text.matchAll(SENTENCE)) {
    const trimmed = sentence.trim();
    if (/[\p{L}\p{N}]/u.test(trimmed)) {
      const end = index + sentence.length;
      const namesSkill = skillSpans.some((span) => span.start >= index && span.end <= end);
      parts[categoryOf(trimmed, namesSkill)].push(trimmed);
    }
  }
  return {
    skill: parts.skill.join('\n'),
    experience: parts.experience.join('\n'),
    education: parts.education.join('\n'),
  };
}

function categoryOf(sentence: string, namesSkill: boolean): OfferCategory {
  if (EDUCATION.test(sentence)) {
    return 'education';
  }
  return namesSkill || SKILL.test(sentence) ? 'skill' : 'experience';
}

export type CategoryWeights = Readonly<Record<OfferCategory, number>>;

/**
 * The weights that count: those of the categories that the offer speaks of, scaled to a sum of one. All
 * zeros when none of them has a weight.
 */
export function effectiveWeights(offer: SplitOffer, weights: CategoryWeights): CategoryWeights {
  const used = OFFER_CATEGORIES.filter((category) => offer[category] !== '');
  const total = used.reduce((sum, category) => sum + weights[category], 0);
  const weightOf = (category: OfferCategory): number =>
    total > 0 && used.includes(category) ? weights[category] / total : 0;
  return {
    skill: weightOf('skill'),
    experience: weightOf('experience'),
    education: weightOf('education'),
  };
}
