export type { ChatMessage, CompletionPart } from './completion';
export type { Consumption } from './consumption';
export {
  type ChatRequest,
  LanguageModel,
  type ModelIdentity,
  type Structured,
} from './language-model';
export { LlmError, LlmNotConfiguredError } from './llm.errors';
export { LlmModule } from './llm.module';
export type { Checked, OutputShape } from './structured-output';
