import { type ImportedSkill } from './imported-skills';
import { type SkillDefinition } from './skill';
import { type SkillMatcher } from './skill-matcher';

/** The classifications that `npm run skills:import` reads. */
export const IMPORT_SOURCES = ['esco', 'onet'] as const;
export type ImportSource = (typeof IMPORT_SOURCES)[number];

/** A classification as it is kept in `DATA_DIR/vocabulary`. */
export interface ImportedVocabulary {
  readonly source: ImportSource;
  /** What its licence asks to be shown with it. */
  readonly notice: string;
  /** The release, as far as the folder's name told. */
  readonly version: string | null;
  /** ISO 8601. */
  readonly importedAt: string;
  readonly skills: readonly ImportedSkill[];
}

interface SourceFacts {
  readonly title: string;
  readonly category: string;
  readonly notice: (version: string | null) => string;
}

export const SOURCE_FACTS: Readonly<Record<ImportSource, SourceFacts>> = {
  esco: {
    title:
      'ESCO, the European classification of skills, competences, qualifications and occupations',
    category: 'ESCO',
    // The acknowledgement that https://esco.ec.europa.eu/en/use-esco/download asks for.
    notice: (version) =>
      `This service uses the ESCO classification of the European Commission${version === null ? '' : ` (version ${version})`}. ` +
      '© European Union; reused under Commission Decision 2011/833/EU on the reuse of Commission documents. ' +
      'Shortlist has selected and adapted its skills: this is a modified version of ESCO.',
  },
  onet: {
    title: 'O*NET Database',
    category: 'O*NET',
    // The credit that https://www.onetcenter.org/license_db.html asks for when the data are edited.
    notice: (version) =>
      `This product includes information from the O*NET ${version === null ? '' : `${version} `}Database by the U.S. Department ` +
      'of Labor, Employment and Training Administration (USDOL/ETA). Used under the CC BY 4.0 license ' +
      '(https://creativecommons.org/licenses/by/4.0/). O*NET® is a trademark of USDOL/ETA. Shortlist has modified all ' +
      'or some of this information. USDOL/ETA has not approved, endorsed, or tested these modifications.',
  },
};

/** The skills as the matcher takes them. */
export function importedDefinitions(
  { source, skills }: ImportedVocabulary,
  vocabulary: SkillMatcher,
): readonly SkillDefinition[] {
  const { category } = SOURCE_FACTS[source];
  return skills.map((skill) =>
    additionTo(vocabulary.definition(skill.name), { ...skill, category }),
  );
}

/**
 * Further forms of a skill that is known take its name, category and rules: else they would free an
 * ambiguous name ("Go") of the evidence that it needs.
 */
export function additionTo(
  known: SkillDefinition | null,
  addition: SkillDefinition,
): SkillDefinition {
  if (known === null) return addition;
  const { name, category, ambiguous, near, caseSensitive } = known;
  return { ...addition, name, category, ambiguous, near, caseSensitive };
}

/** Null when the value is no vocabulary as `npm run skills:import` writes it. */
export function parseImportedVocabulary(value: unknown): ImportedVocabulary | null {
  if (!isRecord(value) || !isSource(value['source']) || !Array.isArray(value['skills']))
    return null;
  const { source, notice, version, importedAt } = value;
  const skills: readonly unknown[] = value['skills'];
  const isWhole =
    typeof notice === 'string' &&
    (version === null || typeof version === 'string') &&
    typeof importedAt === 'string' &&
    skills.every(isImportedSkill);
  return isWhole ? { source, notice, version, importedAt, skills } : null;
}

function isSource(value: unknown): value is ImportSource {
  return IMPORT_SOURCES.some((source) => source === value);
}

function isImportedSkill(value: unknown): value is ImportedSkill {
  if (!isRecord(value)) return false;
  const { name, aliases, weak, ambiguous, caseSensitive } = value;
  return (
    typeof name === 'string' &&
    isOptional(aliases, isTexts) &&
    isOptional(weak, isTexts) &&
    isOptional(ambiguous, isBoolean) &&
    isOptional(caseSensitive, isBoolean)
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isOptional(value: unknown, test: (value: unknown) => boolean): boolean {
  return value === undefined || test(value);
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

function isBoolean(value: unknown): boolean {
  return typeof value === 'boolean';
}
