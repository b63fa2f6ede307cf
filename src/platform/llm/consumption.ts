import type { ChatMessage, TokenUsage } from './completion';

/** About a token, in English and with the usual vocabularies; enough to hold a budget with. */
const CHARACTERS_PER_TOKEN = 4;

/** What one answer took, whether it was of use or not: providers bill both. */
export interface Consumption {
  readonly promptTokens: number;
  readonly completionTokens: number;
  /** The server does not count, or the answer broke off before it did. */
  readonly isEstimated: boolean;
}

/** As the server counted, else as much as the texts make. */
export function consumptionOf(
  usage: TokenUsage,
  texts: { readonly messages: readonly ChatMessage[]; readonly answerCharacters: number },
): Consumption {
  const asked = texts.messages.reduce((sum, { content }) => sum + content.length, 0);
  return {
    promptTokens: usage.promptTokens ?? tokensIn(asked),
    completionTokens: usage.completionTokens ?? tokensIn(texts.answerCharacters),
    isEstimated: usage.promptTokens === null || usage.completionTokens === null,
  };
}

const tokensIn = (characters: number): number => Math.ceil(characters / CHARACTERS_PER_TOKEN);
