import { type SkillMention } from '../../../skills/domain/skill';
import { monthsOf, yearsCovered } from './experience-years';
import { type EmploymentItem, type Evidence, type Skill } from './profile';

/** Mentions joined per skill, with the years and the last use that the dated positions prove. */
export function toProfileSkills(
  mentions: readonly SkillMention[],
  positions: readonly EmploymentItem[],
  today: Date,
): readonly Skill[] {
  const bySkill = new Map<string, SkillMention[]>();
  for (const mention of mentions) {
    const own = bySkill.get(mention.name);
    if (own === undefined) bySkill.set(mention.name, [mention]);
    else own.push(mention);
  }
  return [...bySkill].map(([name, own]) => {
    const used = positions.filter((position) =>
      own.some(
        (mention) => mention.start >= position.span.start && mention.end <= position.span.end,
      ),
    );
    const ranges = used.flatMap((position) => monthsOf(position, today) ?? []);
    return {
      name,
      category: own[0]?.category ?? '',
      evidence: own.map(({ start, end, text }): Evidence => ({ start, end, text })),
      years: ranges.length === 0 ? null : yearsCovered(ranges),
      last_used: lastUse(used, today),
    };
  });
}

function lastUse(positions: readonly EmploymentItem[], today: Date): string | null {
  const now = today.toISOString().slice(0, 7);
  const ends = positions.flatMap((position) =>
    position.is_current ? [now] : (position.end_date ?? position.start_date ?? []),
  );
  // A bare year stands for its end when it is compared with months of the same year.
  return (
    ends
      .sort((a, b) =>
        (a.length === 4 ? `${a}-12` : a).localeCompare(b.length === 4 ? `${b}-12` : b),
      )
      .at(-1) ?? null
  );
}
