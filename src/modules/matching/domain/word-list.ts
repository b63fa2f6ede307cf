const MOST_NAMED = 8;

/** "A, B and C"; of a long list the first ones and the number of the others. */
export function list(names: readonly string[], joiner: 'and' | 'or' = 'and'): string {
  const shown = names.slice(0, MOST_NAMED);
  const more = names.length - shown.length;
  if (more > 0) {
    return `${shown.join(', ')} ${joiner} ${more} more`;
  }
  const last = shown.at(-1) ?? '';
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} ${joiner} ${last}`;
}

/** "1 year", "2.5 years". */
export function plural(count: number, unit: string): string {
  const rounded = Math.round(count * 10) / 10;
  return `${rounded} ${unit}${rounded === 1 ? '' : 's'}`;
}
