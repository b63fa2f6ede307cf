import type { Env } from '../../config';

/** A server that speaks chat completions, and who we are to it. */
export interface LlmEndpoint {
  readonly provider: string;
  readonly model: string;
  /** Up to and without `/chat/completions`. */
  readonly baseUrl: string;
  /** None for a server that wants none. */
  readonly keys: readonly string[];
}

/** What the settings name; null for no language model. */
export function endpointOf(env: Env): LlmEndpoint | null {
  const own = ownEndpoint(env);
  return own === null
    ? null
    : {
        provider: env.LLM_PROVIDER,
        model: env.LLM_MODEL || own.model,
        baseUrl: (env.LLM_BASE_URL || own.baseUrl).replace(/\/+$/, ''),
        keys: (env.LLM_API_KEY || own.keys)
          .split(',')
          .map((key) => key.trim())
          .filter((key) => key !== ''),
      };
}

interface OwnEndpoint {
  readonly baseUrl: string;
  readonly model: string;
  readonly keys: string;
}

function ownEndpoint(env: Env): OwnEndpoint | null {
  switch (env.LLM_PROVIDER) {
    case 'ollama': {
      const root = env.OLLAMA_BASE_URL.replace(/\/+$/, '').replace(/\/v1$/, '');
      return { baseUrl: `${root}/v1`, model: env.OLLAMA_MODEL, keys: '' };
    }
    case 'openai':
      return {
        baseUrl: 'https://api.openai.com/v1',
        model: env.OPENAI_MODEL,
        keys: env.OPENAI_API_KEY,
      };
    case 'openrouter':
      return {
        baseUrl: 'https://openrouter.ai/api/v1',
        model: env.LLM_MODEL,
        keys: env.OPENROUTER_API_KEY,
      };
    case 'custom':
      return { baseUrl: env.LLM_BASE_URL, model: env.LLM_MODEL, keys: env.LLM_API_KEY };
    case 'none':
      return null;
  }
}
