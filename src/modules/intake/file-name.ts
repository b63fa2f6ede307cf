import { cutText } from '../../common/text';

const LONGEST = 255;

/** A file's name for people: the last part of a path, without control characters. Never used as a path. */
export function displayName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const clean = last.replace(/\p{Cc}/gu, '').trim();
  return clean === '' ? 'resume' : cutText(clean, LONGEST);
}

/** The same for a multipart header, which the parser reads as Latin-1 although browsers send UTF-8. */
export function multipartName(original: string): string {
  const decoded = Buffer.from(original, 'latin1').toString('utf8');
  return displayName(decoded.includes('\uFFFD') ? original : decoded);
}
