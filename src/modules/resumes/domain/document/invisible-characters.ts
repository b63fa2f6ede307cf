import { type SourceLine, type SourceLink } from './source-line';

/**
 * Characters without any form: soft hyphens, zero-width spaces, direction marks, and the tag
 * characters in which text can be smuggled past people to a language model; and halves of characters
 * that lost the other one, which nothing can store. The joiners stay, some scripts are misspelt without them.
 */
const INVISIBLE =
  /[\u00ad\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e0fff}\p{Cs}]/gu;
const SMUGGLED = /[\u{e0000}-\u{e0fff}]/gu;
/** Places of the usual bullets in Symbol and Wingdings, which have no Unicode text of their own. */
const BULLETS = new Set(['\uf0b7', '\uf0a7', '\uf0d8', '\uf076', '\uf0a8', '\uf06e', '\uf09f']);

/** What a symbol font's private character stands for: a bullet, or nothing that is text. */
export function symbolText(sign: string): string {
  return BULLETS.has(sign) ? '•' : '';
}

/** How many characters of a text are there for machines only. */
export function countSmuggled(text: string): number {
  return text.match(SMUGGLED)?.length ?? 0;
}

/** The line without characters that cannot be seen; its links keep their words. */
export function withoutInvisible(line: SourceLine): SourceLine {
  if (!/[^\t -~]/u.test(line.text)) return line;
  const clean = (text: string): string =>
    text.replace(INVISIBLE, '').replace(/\p{Co}/gu, symbolText);
  const text = clean(line.text);
  if (text === line.text) return line;
  const links = line.links?.map((link): SourceLink => ({
    url: link.url,
    start: clean(line.text.slice(0, link.start)).length,
    end: clean(line.text.slice(0, link.end)).length,
  }));
  return { ...line, text, ...(links ? { links } : {}) };
}
