import type { SkillMatcher } from '../../skills';
import type { Skill } from '../domain/profile/profile';
import type { ResumeSkill } from './parser.messages';

/** The named skills and those that they imply, with the evidence of the skill that implies them. */
export function resumeSkillRows(
  skills: readonly Skill[],
  matcher: Pick<SkillMatcher, 'implied' | 'canonical'>,
): readonly ResumeSkill[] {
  const named = skills.map((skill) => ({
    skill: skill.name,
    category: skill.category,
    impliedBy: null,
    evidence: skill.evidence,
    years: skill.years,
    lastUsed: skill.last_used,
  }));
  const byName = new Map(named.map((skill) => [skill.skill, skill]));
  const implied = [...matcher.implied(byName.keys())].flatMap(([name, by]) => {
    const source = byName.get(by);
    const definition = matcher.canonical(name);
    return source === undefined || definition === null || byName.has(name)
      ? []
      : [{ ...source, skill: name, category: definition.category, impliedBy: by }];
  });
  return [...named, ...implied];
}
