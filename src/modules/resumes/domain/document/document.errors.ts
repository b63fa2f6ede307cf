/** Why a file cannot be read. Permanent: reading the same bytes again gives the same answer. */
export const UNREADABLE_REASONS = [
  'empty',
  'unsupported_type',
  'encrypted',
  'corrupt',
  'too_large',
  'too_many_pages',
  'timeout',
  'no_text',
] as const;
export type UnreadableReason = (typeof UNREADABLE_REASONS)[number];

/** Thrown by the readers; `message` is in words a recruiter understands, without content of the file. */
export class UnreadableDocumentError extends Error {
  constructor(
    readonly reason: UnreadableReason,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'UnreadableDocumentError';
  }
}
