export type { ChatMessage } from './completion';
export { LanguageModel } from './language-model';
export { LlmError } from './llm.errors';
export { LlmModule } from './llm.module';
export type { Checked, OutputShape } from './structured-output';
