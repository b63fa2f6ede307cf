/** What the language model is used for; the cost is told apart by it. */
export const AI_FEATURES = ['analysis', 'review', 'structuring', 'chat'] as const;
export type AiFeature = (typeof AI_FEATURES)[number];
