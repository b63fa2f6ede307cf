import { type OcrLine, type OcrWord } from './ocr-reader';
import { type Segment } from './pdf-segments';

/** Words below this are guesses at smudges, icons and photos. */
const LOWEST_CONFIDENCE = 0.3;
const LOWEST_SHORT_CONFIDENCE = 0.5;
const SURE = 0.7;
/** Gap that separates two segments, in multiples of the line's height. */
const SEGMENT_GAP = 1.6;

/** A place in page coordinates for a place in the recognised picture. */
export interface PictureFrame {
  readonly left: number;
  readonly top: number;
  /** Points per pixel. */
  readonly scale: number;
}

/** Recognised lines as segments of a page, so that columns are found as in any other page. */
export function toSegments(lines: readonly OcrLine[], frame: PictureFrame): Segment[] {
  return lines.flatMap((line) => {
    const words = readableWords(line);
    const parts: OcrWord[][] = [];
    for (const word of words) {
      const part = parts.at(-1);
      const previous = part?.at(-1);
      const gap = previous ? word.left - previous.right : 0;
      if (part && gap <= SEGMENT_GAP * heightOf(line)) part.push(word);
      else parts.push([word]);
    }
    return parts.map((part) => toSegment(part, line, frame));
  });
}

/**
 * The words without specks. A faint word between two good ones is a word that was read badly, and
 * better kept with its mistakes than lost.
 */
function readableWords(line: OcrLine): readonly OcrWord[] {
  const first = line.words.findIndex(isSure);
  const last = line.words.findLastIndex(isSure);
  return line.words.filter(
    (word, index) => isWord(word) || (index > first && index < last && /\p{L}{2}/u.test(word.text)),
  );
}

function isSure(word: OcrWord): boolean {
  return word.confidence >= SURE && /\p{L}{3}/u.test(word.text);
}

function hasText(word: OcrWord): boolean {
  return /[\p{L}\p{N}]/u.test(word.text);
}

function isWord(word: OcrWord): boolean {
  // Specks read as short words; the shorter, the surer it has to be.
  const needed = word.text.length > 3 ? LOWEST_CONFIDENCE : LOWEST_SHORT_CONFIDENCE;
  // A rule or the edge of a photo reads as a bar; a bullet is wanted, it tells of a list.
  return word.confidence >= needed && (hasText(word) || /^[•●▪*+&@#/–—-]$/u.test(word.text));
}

function heightOf(line: OcrLine): number {
  const heights = line.words.map((word) => word.bottom - word.top).sort((a, b) => a - b);
  return heights[heights.length >> 1] ?? line.height;
}

function toSegment(words: readonly OcrWord[], line: OcrLine, frame: PictureFrame): Segment {
  let text = '';
  const centres: number[] = [];
  for (const word of words) {
    if (text !== '') {
      text += ' ';
      centres.push(toPage(word.left, frame));
    }
    text += word.text;
    const width = word.right - word.left;
    for (let unit = 0; unit < word.text.length; unit += 1) {
      centres.push(toPage(word.left + (width * (unit + 0.5)) / word.text.length, frame));
    }
  }
  return {
    text,
    centres,
    left: toPage(Math.min(...words.map((word) => word.left)), frame),
    right: toPage(Math.max(...words.map((word) => word.right)), frame),
    baseline: frame.top + line.baseline * frame.scale,
    // The height of a line of mixed letters is about that of its letters' size.
    size: Math.max(1, line.height * frame.scale),
    bold: false,
    rightToLeft: false,
  };
}

function toPage(x: number, frame: PictureFrame): number {
  return frame.left + x * frame.scale;
}
