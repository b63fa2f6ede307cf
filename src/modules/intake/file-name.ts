const LONGEST = 255;

/**
 * A file's name for people: the last part of a path, without control characters. Multipart headers are
 * read as Latin-1 by the parser although browsers send UTF-8.
 */
export function displayName(original: string): string {
  const decoded = Buffer.from(original, 'latin1').toString('utf8');
  const name = decoded.includes('\uFFFD') ? original : decoded;
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const clean = last.replace(/\p{Cc}/gu, '').trim();
  return clean === '' ? 'resume' : clean.slice(0, LONGEST);
}
