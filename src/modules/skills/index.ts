export type { CompanySkills, CompanyVocabulary } from './company-vocabularies';
export { EDUCATION_LEVELS, type EducationLevel } from './domain/education-level';
export { type ImportSource, SOURCE_FACTS } from './domain/imported-vocabulary';
export {
  type MatchedSkill,
  type MissingSkill,
  type RequiredSkill,
  scoreSkills,
} from './domain/skill-overlap';
export type { SkillDefinition, SkillMention } from './domain/skill';
export { SkillMatcher } from './domain/skill-matcher';
export { importSkills, SkillsImportError } from './import-skills';
export { vocabularyFolder } from './imported-files';
export { SkillsModule } from './skills.module';
export { SkillsService } from './skills.service';
export { VOCABULARY } from './vocabulary';
