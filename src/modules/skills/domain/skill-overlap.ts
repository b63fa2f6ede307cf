/** A skill that a job requires; weights are positive, 1 for required and less for preferred. */
export interface RequiredSkill {
  readonly skill: string;
  readonly weight: number;
  readonly mustHave: boolean;
}

/** What a resume offers: the skills it names, those they imply (implied name → by which), and near ones. */
export interface OfferedSkills {
  readonly named: ReadonlySet<string>;
  readonly implied?: ReadonlyMap<string, string>;
  /** The close skills of a required one; they are shown and earn no credit. */
  readonly relatedTo?: (skill: string) => readonly string[];
}

export interface MatchedSkill extends RequiredSkill {
  /** The named skill that implies this one; null when it is named itself. */
  readonly impliedBy: string | null;
  /** Its part of the score: weight / weight of all required. */
  readonly term: number;
}

export interface MissingSkill extends RequiredSkill {
  /** What the score would gain with it. */
  readonly term: number;
  /** Close skills that the resume does name: "asked for React, has Vue.js". */
  readonly related: readonly string[];
}

export interface SkillOverlap {
  /** 0..1; null when nothing is required. */
  readonly score: number | null;
  /** In the order of the job, as are the missing ones. */
  readonly matched: readonly MatchedSkill[];
  readonly missing: readonly MissingSkill[];
}

/** Weight of the skills found over the weight of all; null when nothing is required. */
export function scoreSkills(
  required: readonly RequiredSkill[],
  offered: OfferedSkills,
): SkillOverlap {
  const total = weightOf(required);
  const matched: MatchedSkill[] = [];
  const missing: MissingSkill[] = [];
  for (const one of required) {
    const { skill } = one;
    const term = one.weight / total;
    const impliedBy = offered.implied?.get(skill) ?? null;
    if (offered.named.has(skill)) {
      matched.push({ ...one, impliedBy: null, term });
    } else if (impliedBy !== null) {
      matched.push({ ...one, impliedBy, term });
    } else {
      const related = (offered.relatedTo?.(skill) ?? []).filter((close) =>
        offered.named.has(close),
      );
      missing.push({ ...one, term, related });
    }
  }
  return { score: total === 0 ? null : weightOf(matched) / total, matched, missing };
}

function weightOf(skills: readonly RequiredSkill[]): number {
  return skills.reduce((sum, { weight }) => sum + weight, 0);
}
