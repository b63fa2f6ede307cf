import { type SkillMatcher } from './skill-matcher';

/** What people add to a skill that is not part of it: "Strong Python skills (3+ years)". */
const DECORATION = [
  /\([^)]*\)/g,
  /\b\d+\s*\+?\s*(?:years?|yrs?)\b.*$/i,
  /^(?:strong|good|excellent|solid|advanced|basic|proven|proficient (?:in|with)|proficiency (?:in|with)|experienced? (?:in|with|of)|knowledge of|familiar(?:ity)? with|understanding of)\s+/i,
  /\s+(?:skills?|experience|knowledge|expertise|proficiency|required|preferred)$/i,
];

/**
 * The canonical name of a skill that a person typed, or the name as typed when the vocabulary has none:
 * then it is the company's own. Decoration is only dropped to find a known skill.
 */
export function normaliseSkillName(typed: string, matcher: SkillMatcher): string {
  const name = typed.replace(/\s+/g, ' ').trim();
  const direct = matcher.canonical(name);
  if (direct !== null) return direct.name;
  let bare = name;
  for (const pattern of DECORATION) bare = bare.replace(pattern, ' ').trim();
  return matcher.canonical(bare)?.name ?? name;
}
