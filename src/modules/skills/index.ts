export { EDUCATION_LEVELS, type EducationLevel } from './domain/education-level';
export { SkillMatcher } from './domain/skill-matcher';
export type { SkillDefinition, SkillMention, SkillRegion } from './domain/skill';
export { SkillsModule } from './skills.module';
export { SkillsService } from './skills.service';
export { VOCABULARY } from './vocabulary';
