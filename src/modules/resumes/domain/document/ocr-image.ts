import { type Sharp, type SharpInput } from 'sharp';
import sharp from 'sharp';
import { UnreadableDocumentError } from './document.errors';

/** 100 megapixels, an A4 page at 1,000 dpi; a grey picture of that size takes 100 MB. */
const MAX_PIXELS = 100_000_000;
/** Letters are recognised best about 30 pixels high, which 300 dpi gives. */
const TARGET_DPI = 300;
/** Width of a page in inches, when a picture does not say how large it is. */
const PAGE_INCHES = 8.3;
const MAX_UPSCALING = 3.5;
/** Pictures wider than this are scaled down: they only take longer. */
const MAX_WIDTH = 3200;
const MAX_SKEW_DEGREES = 8;

export interface PreparedImage {
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** Pixels of the prepared picture per inch of the page, by its assumed size. */
  readonly dpi: number;
}

/**
 * Makes a picture of a page easy to recognise: upright, straight, grey, on white, of a good size.
 * @throws UnreadableDocumentError `too_large` or `corrupt`
 */
export async function prepareImage(
  input: SharpInput,
  options: { readonly page?: number; readonly pageInches?: number } = {},
): Promise<PreparedImage> {
  try {
    const { width, height } = await sizeOf(input, options.page ?? 0);
    const inches = options.pageInches ?? (width <= height * 1.1 ? PAGE_INCHES : PAGE_INCHES * 1.4);
    const scale = Math.min(
      MAX_UPSCALING,
      (TARGET_DPI * inches) / width,
      Math.max(1, MAX_WIDTH / width),
    );
    const upright = sharp(input, { page: options.page ?? 0, limitInputPixels: MAX_PIXELS })
      .rotate()
      .flatten({ background: '#ffffff' })
      .greyscale();
    const scaled = await upright
      .resize({ width: Math.round(width * scale), kernel: 'lanczos3' })
      .normalise({ lower: 1, upper: 99 })
      .raw()
      .toBuffer({ resolveWithObject: true });
    const { info } = scaled;
    const raw = { width: info.width, height: info.height, channels: 1 } as const;
    const angle = await findSkew(sharp(scaled.data, { raw }));
    const picture = sharp(scaled.data, { raw });
    const straight =
      Math.abs(angle) < 0.2 ? picture : picture.rotate(-angle, { background: '#ffffff' });
    const { data, info: final } = await straight
      .png({ compressionLevel: 1 })
      .toBuffer({ resolveWithObject: true });
    return { png: data, width: final.width, height: final.height, dpi: info.width / inches };
  } catch (error) {
    if (error instanceof UnreadableDocumentError) throw error;
    const message = 'The picture is damaged and cannot be opened.';
    throw new UnreadableDocumentError('corrupt', message, { cause: error });
  }
}

/** Width and height as seen, after the rotation that a camera notes. */
async function sizeOf(input: SharpInput, page: number): Promise<{ width: number; height: number }> {
  const { width, height, orientation } = await sharp(input, {
    page,
    limitInputPixels: false,
  }).metadata();
  if (width * height > MAX_PIXELS) {
    const message = `The picture is ${width} by ${height} pixels, too large to be read.`;
    throw new UnreadableDocumentError('too_large', message);
  }
  const turned = (orientation ?? 1) >= 5;
  return turned ? { width: height, height: width } : { width, height };
}

/**
 * The angle by which lines of text fall to the right, in degrees: at the right angle the dark
 * pixels of a row of pixels vary most from row to row.
 */
async function findSkew(picture: Sharp): Promise<number> {
  const { data, info } = await picture
    .resize({ width: 1000, withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const dark = darkPixels(data, info.width, info.height);
  if (dark.length < 200) return 0;
  let best = 0;
  let bestScore = rowVariation(dark, 0, info.height) * 1.02;
  const consider = (angle: number): void => {
    const score = rowVariation(dark, angle, info.height);
    if (score > bestScore) {
      best = angle;
      bestScore = score;
    }
  };
  for (let angle = -MAX_SKEW_DEGREES; angle <= MAX_SKEW_DEGREES; angle += 0.5) consider(angle);
  const coarse = best;
  for (let step = -4; step <= 4; step += 1) consider(coarse + step / 10);
  return best;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function darkPixels(data: Buffer, width: number, height: number): Point[] {
  const points: Point[] = [];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 2) {
      if ((data[y * width + x] ?? 255) < 128) points.push({ x: x - width / 2, y });
    }
  }
  // A photo or a dark page is no text: its angle means nothing and costs time.
  return points.length > (width * height) / 5 ? [] : points;
}

function rowVariation(dark: readonly Point[], angle: number, height: number): number {
  const slope = Math.tan((angle * Math.PI) / 180);
  const rows = new Uint32Array(height * 2);
  const shift = height / 2;
  for (const { x, y } of dark) {
    const row = Math.round(y - x * slope + shift);
    if (row >= 0 && row < rows.length) rows[row] = (rows[row] ?? 0) + 1;
  }
  let sum = 0;
  for (let row = 1; row < rows.length; row += 1) {
    sum += ((rows[row] ?? 0) - (rows[row - 1] ?? 0)) ** 2;
  }
  return sum;
}
