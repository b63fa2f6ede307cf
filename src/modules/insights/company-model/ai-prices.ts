import type { Env } from '../../../config';

const MILLION = 1_000_000;

interface Tokens {
  readonly promptTokens: number;
  readonly completionTokens: number;
}

type Prices = Pick<Env, 'LLM_PRICE_PROMPT' | 'LLM_PRICE_COMPLETION'>;

/** In the currency of the prices, which are for a million tokens. */
export function costOf(prices: Prices, { promptTokens, completionTokens }: Tokens): number {
  const { LLM_PRICE_PROMPT: prompt, LLM_PRICE_COMPLETION: completion } = prices;
  return (promptTokens * prompt + completionTokens * completion) / MILLION;
}

export function hasPrices(prices: Prices): boolean {
  return prices.LLM_PRICE_PROMPT > 0 || prices.LLM_PRICE_COMPLETION > 0;
}
