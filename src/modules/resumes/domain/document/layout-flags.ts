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
  return withHidden(flags, found.hidden);
}

/** The flags with so many more hidden characters. */
export function withHidden(flags: readonly ExtractionFlag[], amount: number): ExtractionFlag[] {
  if (amount === 0) return [...flags];
  const known = flags.find((flag) => flag.code === 'hidden_text')?.amount ?? 0;
  const total = known + amount;
  const message = `${total} characters that a person cannot see were found and left out.`;
  const others = flags.filter((flag) => flag.code !== 'hidden_text');
  return [...others, { code: 'hidden_text', message, amount: total }];
}
