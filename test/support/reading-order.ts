/** Words as they are compared: lower case, without accents of form, punctuation left out. */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** Length of the longest common subsequence over the length of the reference. */
export function orderAgreement(found: readonly string[], reference: readonly string[]): number {
  if (reference.length === 0) return 1;
  let previous = new Uint32Array(reference.length + 1);
  for (const word of found) {
    const current = new Uint32Array(reference.length + 1);
    for (const [index, other] of reference.entries()) {
      current[index + 1] =
        word === other
          ? (previous[index] ?? 0) + 1
          : Math.max(previous[index + 1] ?? 0, current[index] ?? 0);
    }
    previous = current;
  }
  return (previous[reference.length] ?? 0) / reference.length;
}
