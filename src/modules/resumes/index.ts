export { countInstructions } from './domain/document/prompt-injection';
export { detectFileType } from './domain/document/read-document';
export { withoutPerson } from './domain/embedding/personal-parts';
export { ResumeResponseDto } from './dto/resume.dto';
export type { ExtractionFlag } from './domain/document/document';
export { completeProfile, type Completion, type Reading } from './domain/profile/complete-profile';
export { countryOfLocation } from './domain/profile/locations';
export { monthsOf } from './domain/profile/experience-years';
export type { Evidence, PersonalInfo, Resume as ResumeProfile } from './domain/profile/profile';
export { ResumeOriginals } from './resume-originals';
export { ResumeSkillsProcessor } from './resume-skills.processor';
export { FileMissingError } from './resumes.errors';
export { ResumesModule } from './resumes.module';
export { ResumeVectors } from './resume-vectors';
export type { ResumeRow, ResumeText } from './resumes.repository';
export {
  type Applicant,
  type PreparationStep,
  type PreparedResume,
  type ResumeFile,
  ResumesService,
} from './resumes.service';
