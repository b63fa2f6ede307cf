import { isDuration } from './entry-lines';
import { type TextLine } from './text-line';
import { flow, spanOf } from './text-span';

/** The descriptions under an entry, one text each: bullets with their wrapped lines, or paragraphs. */
export function readBullets(content: string, lines: readonly TextLine[]): readonly string[] {
  const widest = Math.max(0, ...lines.map((line) => line.text.length));
  const bullets: string[] = [];
  let current = '';
  let previous: TextLine | null = null;
  for (const line of lines) {
    const text = bodyText(content, line);
    if (text === '') continue;
    const starts =
      line.bullet || previous === null || line.gapBefore || !wraps(previous, line, widest);
    if (starts && current !== '') {
      bullets.push(flow(current));
      current = '';
    }
    current = current === '' ? text : joinWrapped(current, text);
    previous = line;
  }
  if (current !== '') bullets.push(flow(current));
  return bullets.filter((bullet) => bullet !== '');
}

/** Without the bullet and without a margin cell such as a duration. */
function bodyText(content: string, line: TextLine): string {
  const cells = line.cells.filter((cell, index) => index === 0 || !isDuration(cell.text));
  const last = cells.at(-1);
  const first = cells[0];
  return first === undefined || last === undefined
    ? ''
    : spanOf(content, first.start, last.end).text;
}

/** Whether a line goes on with the sentence of the line above. */
function wraps(above: TextLine, line: TextLine, widest: number): boolean {
  if (above.bullet || /^\p{Ll}/u.test(line.text)) return true;
  // A short line was not broken by the margin: it ended by itself.
  return !/[.!?:]$/u.test(above.text) && above.text.length >= 0.7 * widest;
}

function joinWrapped(above: string, below: string): string {
  // "submis-" + "sions": a hyphen between small letters at a line end is the typesetter's.
  return /\p{Ll}[-\u00ad]$/u.test(above) && /^\p{Ll}/u.test(below)
    ? above.slice(0, -1) + below
    : `${above} ${below}`;
}
