/**
 * The singular of a plural and the plural of a singular, as far as spelling tells: "statements" and
 * "statement". Both may be tried on a word that a vocabulary does not have as it stands.
 */
export function otherNumbers(word: string): readonly string[] {
  if (!/^[a-z]{4,}$/.test(word)) return [];
  if (/(ss|us|is|ics)$/.test(word)) return word.endsWith('ss') ? [`${word}es`] : [];
  if (word.endsWith('ies')) return [`${word.slice(0, -3)}y`];
  if (/(ss|x|ch|sh)es$/.test(word)) return [word.slice(0, -2)];
  if (word.endsWith('s')) return [word.slice(0, -1)];
  if (word.endsWith('ing')) return [];
  if (/[^aeiou]y$/.test(word)) return [`${word.slice(0, -1)}ies`];
  if (/(x|ch|sh)$/.test(word)) return [`${word}es`];
  return [`${word}s`];
}
