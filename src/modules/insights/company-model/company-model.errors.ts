import { AppError } from '../../../common/errors';
import { LlmError } from '../../../platform/llm';

/** The company wants no language model. */
export class AiSwitchedOffError extends LlmError {
  constructor() {
    super('ai_switched_off', 'Your company does not use the language model.');
  }
}

/** What a company allows itself is spent; whoever gets this does the work without the model. */
export class AiBudgetExhaustedError extends LlmError {
  constructor() {
    super('ai_budget_exhausted', 'The budget of this month for the language model is spent.');
  }
}

/** A budget in money says nothing where nothing has a price. */
export class AiPricesUnknownError extends AppError {
  readonly status = 409;
  readonly code = 'ai_prices_unknown';

  constructor() {
    super(
      'This server has no prices for its language model (LLM_PRICE_PROMPT, LLM_PRICE_COMPLETION), so a budget would never be used up.',
    );
  }
}
