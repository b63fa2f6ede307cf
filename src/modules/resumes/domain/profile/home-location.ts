import { type ContactZone, withoutContacts } from './contact-zone';
import { type Found } from './contact';
import { locationScore, trailingLocation } from './locations';
import { afterDegrees } from './name-text';
import { type TextLine } from './text-line';
import { flow, overlaps, spanOf, trimSeparators, type TextSpan } from './text-span';

const LABEL =
  /^(?:born(?: in)?|address|location|lives? in|living in|based in|residence|place|city|anschrift|adresse|wohnort|ort|domicile|direcci[oó]n|indirizzo|morada)\s*[:–-]?\s+/iu;
const MAX_LINES = 40;
/** Longer lines are not made by people. */
const MAX_LENGTH = 1000;

/** Where the person lives, as far as the contact lines say so. */
export function findHomeLocation(
  content: string,
  zone: ContactZone,
  name: Found<string> | null,
): Found<string> | null {
  let best: Found<string> | null = null;
  for (const line of zone.lines.slice(0, MAX_LINES)) {
    for (const found of placesIn(content, afterName(content, line, name))) {
      if (found.source.confidence > (best?.source.confidence ?? 0)) best = found;
    }
  }
  return best;
}

/** "JANE DOE, MD Berlin, Germany": the place begins where the name ends. */
function afterName(content: string, line: TextLine, name: Found<string> | null): TextLine {
  if (name === null) return line;
  const { start, end } = name.source;
  const cells = line.cells.map((cell) =>
    overlaps(cell, { start, end })
      ? trimSeparators(content, Math.min(cell.end, afterDegrees(content, end, cell.end)), cell.end)
      : cell,
  );
  return { ...line, cells: cells.filter((cell) => cell.text !== '') };
}

function placesIn(content: string, line: TextLine): readonly Found<string>[] {
  const found: Found<string>[] = [];
  if (line.text.length > MAX_LENGTH) return found;
  // A sentence mentions places that nobody lives in.
  if (line.text.length > 90 && !/[@|•·●\t]/u.test(line.text)) return found;
  // Nor does the head of an entry, in a resume without headings.
  if (/(?:19|20)\d{2}\s*$/u.test(withoutContacts(line.text))) return found;
  for (const cell of line.cells) {
    for (const piece of withoutContacts(cell.text).matchAll(/(?:[^|•·∙●♦;\s]|\s(?![–—-]\s))+/gu)) {
      const span = withoutLabel(
        content,
        spanOf(content, cell.start + piece.index, cell.start + piece.index + piece[0].length),
      );
      const place = placeIn(content, span.span);
      if (place === null) continue;
      const confidence = Math.min(0.95, place.score + (span.labelled ? 0.1 : 0) - 0.05);
      found.push({
        value: flow(place.span.text),
        source: { start: place.span.start, end: place.span.end, confidence },
      });
    }
  }
  return found;
}

function withoutLabel(
  content: string,
  piece: TextSpan,
): { readonly span: TextSpan; readonly labelled: boolean } {
  const bare = trimSeparators(
    content,
    piece.start + (/^[^\p{L}\p{N}]+/u.exec(piece.text)?.[0].length ?? 0),
    piece.end,
  );
  const label = LABEL.exec(bare.text);
  if (label === null) return { span: bare, labelled: false };
  return { span: spanOf(content, bare.start + label[0].length, bare.end), labelled: true };
}

function placeIn(
  content: string,
  piece: TextSpan,
): { readonly span: TextSpan; readonly score: number } | null {
  const whole = locationScore(piece.text);
  if (whole >= 0.7) {
    // "Q San Francisco, CA": an icon that OCR read as a letter.
    const icon = /^\p{Lu} (?=\p{Lu}\p{Ll})/u.exec(piece.text)?.[0].length ?? 0;
    return { span: spanOf(content, piece.start + icon, piece.end), score: whole };
  }
  // "12 Main Street, Springfield, IL 62701" ends with the place; "mail, phone, San Francisco, CA, link" holds it.
  const parts = [...piece.text.matchAll(/[^,]+/gu)].map((part) =>
    spanOf(content, piece.start + part.index, piece.start + part.index + part[0].length),
  );
  for (let last = parts.length; last > 1; last -= 1) {
    const [from, to] = [parts[Math.max(0, last - 3)], parts[last - 1]];
    if (from === undefined || to === undefined) continue;
    const place = trailingLocation(content, spanOf(content, from.start, to.end));
    if (place?.text.includes(',') === true) return { span: place, score: 0.9 };
    if (place !== null && last === parts.length) return { span: place, score: 0.8 };
  }
  return null;
}
