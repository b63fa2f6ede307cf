/** Endings change ("batteries", "fibres"); so long a beginning of a word seldom does. */
const MOST_LETTERS = 4;

/**
 * Beginnings of words that every text which names the form has somewhere, in small letters: a cheap
 * first look before the matcher's. Texts that have them may still not name it.
 */
export function searchWords(form: string): readonly string[] {
  const words =
    form
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.map((word) => {
    const letters = [...word];
    return letters.length < MOST_LETTERS
      ? word
      : letters.slice(0, Math.min(MOST_LETTERS, letters.length - 1)).join('');
  });
}
