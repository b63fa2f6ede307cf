/**
 * PostgreSQL stores neither NUL characters nor half of a character that UTF-16 writes as a pair.
 *
 * Whoever sends such a text is refused; where one is only read, in a file or a model's answer, it is put right.
 */
export function isStorable(text: string): boolean {
  return !text.includes('\u0000') && text.isWellFormed();
}

/** The text without NUL characters, and U+FFFD in place of half a character. */
export function storable(text: string): string {
  return text.replaceAll('\u0000', '').toWellFormed();
}

/** The text's begin, `most` UTF-16 units at most, never ending in half a character. */
export function cutText(text: string, most: number): string {
  const cut = text.slice(0, most);
  return /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
}
