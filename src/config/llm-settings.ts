import { str, url } from 'envalid';
import { integer, price } from './validators';

/** Where the language model is; `none` is no model at all, and templates in its place. */
export const LLM_PROVIDERS = ['none', 'ollama', 'openai', 'openrouter', 'custom'] as const;

/** The settings of the language model. Without a choice nothing is ever sent anywhere. */
export const LLM_VARIABLES = {
  LLM_PROVIDER: str({
    default: 'none',
    choices: LLM_PROVIDERS,
    desc: 'The language model behind analyses; with none they are templates over the reasons of the score.',
  }),
  OLLAMA_BASE_URL: url({ default: 'http://localhost:11434', desc: 'Where Ollama answers.' }),
  OLLAMA_MODEL: str({ default: 'llama3.2', desc: 'Model of Ollama.' }),
  OPENAI_API_KEY: str({
    default: '',
    desc: 'Key of OpenAI; several, separated by commas, take turns.',
  }),
  OPENAI_MODEL: str({ default: 'gpt-4o-mini', desc: 'Model of OpenAI.' }),
  OPENROUTER_API_KEY: str({
    default: '',
    desc: 'Key of OpenRouter; several, separated by commas, take turns.',
  }),
  LLM_BASE_URL: url({
    default: '',
    desc: 'Address of a server that speaks the chat completions of OpenAI, up to and without /chat/completions. In place of the provider’s own.',
  }),
  LLM_MODEL: str({
    default: '',
    desc: 'Model, in place of the provider’s own. Required for openrouter and custom.',
  }),
  LLM_API_KEY: str({
    default: '',
    desc: 'Key, in place of the provider’s own; several, separated by commas, take turns. Empty: none is sent.',
  }),
  LLM_TIMEOUT: integer(
    1,
    600,
  )({
    default: 60,
    desc: 'Seconds to wait for an answer of the language model, or for the next part of a streamed one.',
  }),
  LLM_CONCURRENCY: integer(
    1,
    256,
  )({
    default: 4,
    desc: 'Requests to the language model that a process has open at once.',
  }),
  LLM_PRICE_PROMPT: price({
    default: 0,
    desc: 'Price of a million tokens of what is sent to the language model, in the currency of the budgets.',
  }),
  LLM_PRICE_COMPLETION: price({
    default: 0,
    desc: 'Price of a million tokens of its answers. Without prices nothing costs, and no budget is used up.',
  }),
} as const;

interface LlmValues {
  readonly LLM_PROVIDER: string;
  readonly LLM_BASE_URL: string;
  readonly LLM_MODEL: string;
  readonly LLM_API_KEY: string;
  readonly OPENAI_API_KEY: string;
  readonly OPENROUTER_API_KEY: string;
}

/** What a provider lacks of its settings. */
export function llmProblems(values: LlmValues): string[] {
  const { LLM_PROVIDER: provider } = values;
  const problems: string[] = [];
  if (provider === 'custom' && values.LLM_BASE_URL === '') {
    problems.push('LLM_BASE_URL: is required when LLM_PROVIDER is custom');
  }
  if ((provider === 'custom' || provider === 'openrouter') && values.LLM_MODEL === '') {
    problems.push(`LLM_MODEL: is required when LLM_PROVIDER is ${provider}`);
  }
  if (provider === 'openai' && values.OPENAI_API_KEY === '' && values.LLM_API_KEY === '') {
    problems.push('OPENAI_API_KEY: is required when LLM_PROVIDER is openai');
  }
  if (provider === 'openrouter' && values.OPENROUTER_API_KEY === '' && values.LLM_API_KEY === '') {
    problems.push('OPENROUTER_API_KEY: is required when LLM_PROVIDER is openrouter');
  }
  return problems;
}
