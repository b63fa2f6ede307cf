/**
 * What can go wrong with a language model. The messages are shown to people and logged, so they hold
 * neither prompt nor answer, and the provider's own words are left out: they may repeat both.
 */
export abstract class LlmError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = new.target.name;
  }
}

/** `LLM_PROVIDER` is none. */
export class LlmNotConfiguredError extends LlmError {
  constructor() {
    super('llm_not_configured', 'No language model is configured.');
  }
}

/** Away, hanging, failing, or left alone because it was: it may be asked again later. */
export class LlmUnavailableError extends LlmError {
  constructor(
    message: string,
    readonly retryAfterMs: number | null = null,
  ) {
    super('llm_unavailable', message);
  }
}

/** Every key has had its share for now. */
export class LlmRateLimitedError extends LlmError {
  constructor(readonly retryAfterMs: number | null) {
    super('llm_rate_limited', 'The language model takes no more requests for now.');
  }
}

/** The provider will not answer this request, or not with these keys: asking again is of no use. */
export class LlmRefusedError extends LlmError {
  constructor(readonly status: number) {
    const isKey = status === 401 || status === 403;
    super(
      isKey ? 'llm_key_refused' : 'llm_request_refused',
      isKey
        ? `The language model refused the key (${status}).`
        : `The language model refused the request (${status}).`,
    );
  }
}

export const BAD_ANSWERS = {
  not_the_protocol: 'The language model’s answer is no chat completion.',
  cut_off: 'The language model’s answer ended in its middle.',
  too_long: 'The language model’s answer was longer than it may be and has no end.',
  too_large: 'The language model’s answer is too large.',
  not_json: 'The language model’s answer is not the JSON that was asked for.',
  wrong_shape: 'The language model’s answer has not the fields that were asked for.',
} as const;
export type BadAnswer = keyof typeof BAD_ANSWERS;

/** It answered, and the answer is of no use. */
export class LlmBadAnswerError extends LlmError {
  constructor(readonly reason: BadAnswer) {
    super(`llm_answer_${reason}`, BAD_ANSWERS[reason]);
  }
}
