/** A skill that a job requires; weights are positive, 1 for required and less for preferred. */
export interface WeightedSkill {
  readonly name: string;
  readonly weight: number;
  readonly mustHave: boolean;
}

/** What a resume offers: the skills it names, those they imply (implied name → by which), and near ones. */
export interface OfferedSkills {
  readonly named: ReadonlySet<string> | ReadonlyMap<string, unknown>;
  readonly implied: ReadonlyMap<string, string>;
  /** The close skills of a required one; they are shown and earn no credit. */
  readonly relatedTo?: (name: string) => readonly string[];
}

export interface MatchedSkill {
  readonly name: string;
  readonly via: 'named' | 'implied';
  /** The named skill that implies this one; null when it is named itself. */
  readonly impliedBy: string | null;
  /** Its part of the score: weight / weight of all required. */
  readonly term: number;
}

export interface MissingSkill {
  readonly name: string;
  readonly mustHave: boolean;
  /** What the score would gain with it. */
  readonly term: number;
  /** Close skills that the resume does name: "asked for React, has Vue.js". */
  readonly related: readonly string[];
}

export interface SkillOverlap {
  /** 0..1, the exact sum of the matched terms; null when nothing is required. */
  readonly score: number | null;
  readonly matched: readonly MatchedSkill[];
  readonly missing: readonly MissingSkill[];
  /** Named by the resume and not required, in its order. */
  readonly additional: readonly string[];
}

/**
 * `skill_match_score` of the design, section 8: the weight of the required skills found divided by the
 * weight of all required. Named and implied skills count the same. A skill required twice counts once.
 */
export function scoreSkills(
  required: readonly WeightedSkill[],
  offered: OfferedSkills,
): SkillOverlap {
  const skills = [...new Map(required.map((skill) => [skill.name, skill])).values()];
  const total = skills.reduce((sum, { weight }) => sum + weight, 0);
  const termOf = ({ weight }: WeightedSkill): number => (total > 0 ? weight / total : 0);
  const matched: MatchedSkill[] = [];
  const missing: MissingSkill[] = [];
  for (const skill of skills) {
    const { name, mustHave } = skill;
    const impliedBy = offered.implied.get(name) ?? null;
    if (offered.named.has(name)) {
      matched.push({ name, via: 'named', impliedBy: null, term: termOf(skill) });
    } else if (impliedBy !== null) {
      matched.push({ name, via: 'implied', impliedBy, term: termOf(skill) });
    } else {
      const related = (offered.relatedTo?.(name) ?? []).filter((close) => offered.named.has(close));
      missing.push({ name, mustHave, term: termOf(skill), related });
    }
  }
  return {
    score:
      total > 0
        ? Math.min(
            1,
            matched.reduce((sum, { term }) => sum + term, 0),
          )
        : null,
    matched,
    missing,
    additional: [...offered.named.keys()].filter(
      (name) => !skills.some((skill) => skill.name === name),
    ),
  };
}
