import { type ExtractionFlag } from './document';

/** The flags that every format with a layout can have. */
export function toFlags(found: {
  readonly columns: boolean;
  /** Characters. */
  readonly hidden: number;
}): ExtractionFlag[] {
  const flags: ExtractionFlag[] = [];
  if (found.columns) {
    const message = 'The text stands in two or more columns.';
    flags.push({ code: 'two_columns', message, amount: null });
  }
  if (found.hidden > 0) {
    const message = `${found.hidden} characters that a person cannot see were found and left out.`;
    flags.push({ code: 'hidden_text', message, amount: found.hidden });
  }
  return flags;
}
