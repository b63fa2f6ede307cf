export { LanguageModel } from './language-model';
export { LlmModule } from './llm.module';
export type { OutputShape } from './structured-output';
