/** How a result came about; it is kept with the result. */
export interface Provenance {
  /** `none` is the template, or the rules. */
  readonly provider: string;
  readonly model: string;
  readonly promptVersion: string;
  /** Why rules stand in for a configured model; null when they do not. */
  readonly fallbackReason: string | null;
  readonly durationMs: number;
  readonly promptTokens: number | null;
  readonly completionTokens: number | null;
  /** What the model said and the resume does not show, or nobody may say. */
  readonly droppedClaims: number;
  /** Lines of the resume that spoke to a model and were not shown to it. */
  readonly withheldLines: number;
}

/** What is known before the time is taken. */
export type Origin = Omit<Provenance, 'durationMs'>;

/** Of work that no model did; `promptVersion` is that of the rules. */
export function withoutModel(promptVersion: string, fallbackReason: string | null): Origin {
  return {
    provider: 'none',
    model: 'template',
    promptVersion,
    fallbackReason,
    promptTokens: null,
    completionTokens: null,
    droppedClaims: 0,
    withheldLines: 0,
  };
}

/** The result of the work with the time that it took. */
export async function timed<T extends { readonly provenance: Origin }>(
  work: () => Promise<T>,
): Promise<Omit<T, 'provenance'> & { readonly provenance: Provenance }> {
  const before = performance.now();
  const { provenance, ...result } = await work();
  const durationMs = Math.round(performance.now() - before);
  return { ...result, provenance: { ...provenance, durationMs } };
}
