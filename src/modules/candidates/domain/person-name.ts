/** A name for comparing: no accents, case, punctuation, titles or order of its words. */
export function nameKey(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !TITLES.has(word));
  return words.sort().join(' ');
}

const TITLES = new Set(['mr', 'mrs', 'ms', 'miss', 'dr', 'prof']);
