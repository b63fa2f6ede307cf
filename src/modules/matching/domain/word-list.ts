/** "A, B and C"; of a list longer than `most` the first ones and the number of the others. */
export function list(names: readonly string[], most: number, joiner: 'and' | 'or' = 'and'): string {
  // Naming the last one is no longer than counting it.
  const shown = names.length === most + 1 ? names : names.slice(0, most);
  const more = names.length - shown.length;
  if (more > 0) {
    return `${shown.join(', ')} ${joiner} ${more} more`;
  }
  const last = shown.at(-1) ?? '';
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} ${joiner} ${last}`;
}
