export const IDEMPOTENCY_HEADER = 'Idempotency-Key';

/** `true` on an answer that an earlier request was given. */
export const REPLAYED_HEADER = 'Idempotency-Replayed';
