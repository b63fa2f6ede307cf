import { UnreadableDocumentError } from './document.errors';
import {
  darkenFaint,
  type ImageSource,
  type PreparedImage,
  prepareImage,
  turnImage,
} from './ocr-image';
import { type PictureFrame, toSegments } from './ocr-lines';
import { type OcrLine, type OcrReader } from './ocr-reader';
import { type Segment } from './pdf-segments';

/** A page of running text has more words; with fewer, part of it may be too pale to be found. */
const FULL_PAGE_WORDS = 150;
/** Fewer sure words than this may mean that the page stands on its side or on its head. */
const UPRIGHT_WORDS = 15;
const SURE = 0.7;
const FEWEST_WORDS = 2;
/** Below this share of plain ground a picture is a photo rather than a page. */
const PAPER_SHARE = 0.35;
/** Above this grain a picture is noise, which takes longest to find nothing in. */
const MOST_GRAIN = 0.2;

/** Recognises a picture of a page and gives its text in page coordinates (points). */
export async function recognisePage(
  source: ImageSource,
  ocr: OcrReader,
  origin: { readonly left: number; readonly top: number } = { left: 0, top: 0 },
): Promise<Segment[]> {
  const image = await prepareImage(source);
  const lines = await bestLines(image, ocr);
  // A few words among specks are a code, a logo or a pattern.
  if (sureWords(lines) < FEWEST_WORDS) return [];
  const frame: PictureFrame = { ...origin, scale: 72 / image.dpi };
  return toSegments(lines, frame);
}

async function bestLines(image: PreparedImage, ocr: OcrReader): Promise<readonly OcrLine[]> {
  let best = await ocr.recognise(image.png);
  // A photo has no text that more tries would find.
  const isPage = image.groundShare >= PAPER_SHARE && image.grain <= MOST_GRAIN;
  if (!isPage && sureWords(best) < UPRIGHT_WORDS) return best;
  try {
    for await (const lines of moreTries(image, ocr, () => best)) {
      if (scoreOf(lines) > scoreOf(best)) best = lines;
    }
  } catch (error) {
    // What the first look found is not lost because another one took too long.
    if (!(error instanceof UnreadableDocumentError)) throw error;
  }
  return best;
}

/** Other looks at the same page, while the best so far leaves reason to try. */
async function* moreTries(
  image: PreparedImage,
  ocr: OcrReader,
  best: () => readonly OcrLine[],
): AsyncGenerator<readonly OcrLine[]> {
  if (sureWords(best()) < FULL_PAGE_WORDS) {
    yield await ocr.recognise((await darkenFaint(image)).png);
  }
  for (const degrees of [90, 270, 180] as const) {
    if (sureWords(best()) >= UPRIGHT_WORDS && !isSideways(best())) return;
    yield await ocr.recognise((await turnImage(image, degrees)).png);
  }
}

function sureWords(lines: readonly OcrLine[]): number {
  return words(lines).filter((word) => word.confidence >= SURE && /\p{L}{3}/u.test(word.text))
    .length;
}

/** The engine can read lines that run up or down the page, but their order is lost. */
function isSideways(lines: readonly OcrLine[]): boolean {
  const long = words(lines).filter((word) => word.text.length > 3);
  const tall = long.filter((word) => word.bottom - word.top > word.right - word.left);
  return tall.length * 2 > long.length;
}

function scoreOf(lines: readonly OcrLine[]): number {
  return isSideways(lines) ? 0 : sureLetters(lines);
}

function sureLetters(lines: readonly OcrLine[]): number {
  return words(lines).reduce(
    (sum, word) => sum + (word.confidence >= SURE ? word.text.length * word.confidence : 0),
    0,
  );
}

function words(lines: readonly OcrLine[]): OcrLine['words'] {
  return lines.flatMap((line) => line.words);
}
