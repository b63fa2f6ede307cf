export { countInstructions } from './domain/document/prompt-injection';
export { detectFileType } from './domain/document/read-document';
export { withoutPerson } from './domain/embedding/personal-parts';
export { ResumeResponseDto } from './dto/resume.dto';
export type { Evidence, PersonalInfo } from './domain/profile/profile';
export { ResumeSkillsProcessor } from './resume-skills.processor';
export { FileMissingError } from './resumes.errors';
export { ResumesModule } from './resumes.module';
export { ResumeVectors } from './resume-vectors';
export type { ResumeRow } from './resumes.repository';
export {
  type Applicant,
  type PreparationStep,
  type PreparedResume,
  type ResumeFile,
  ResumesService,
} from './resumes.service';
