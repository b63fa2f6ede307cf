/** The share of the reference's words, counted as often as they occur, that were found. */
export function wordRecall(found: readonly string[], reference: readonly string[]): number {
  if (reference.length === 0) return 1;
  const left = new Map<string, number>();
  for (const word of found) left.set(word, (left.get(word) ?? 0) + 1);
  let hits = 0;
  for (const word of reference) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    hits += 1;
    left.set(word, count - 1);
  }
  return hits / reference.length;
}

/** Character error rate: edits from the reference to what was read, over the reference's length. */
export function characterErrorRate(read: string, reference: string): number {
  const [a, b] = [plain(read), plain(reference)];
  if (b.length === 0) return a.length === 0 ? 0 : 1;
  let previous = Uint32Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const current = new Uint32Array(b.length + 1);
    current[0] = i;
    for (let j = 1; j <= b.length; j += 1) {
      current[j] = Math.min(
        (previous[j] ?? 0) + 1,
        (current[j - 1] ?? 0) + 1,
        (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
    }
    previous = current;
  }
  return (previous[b.length] ?? 0) / b.length;
}

/** The same with the words of both sorted, so that only what was read counts and not its order. */
export function unorderedErrorRate(read: string, reference: string): number {
  const sorted = (text: string): string => plain(text).split(' ').sort().join(' ');
  return characterErrorRate(sorted(read), sorted(reference));
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Co}/gu, '')
    .replace(/[\u2010-\u2015]/gu, '-')
    .replace(/[‘’]/gu, "'")
    .replace(/[“”]/gu, '"')
    .replace(/\s+/gu, ' ')
    .trim();
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
