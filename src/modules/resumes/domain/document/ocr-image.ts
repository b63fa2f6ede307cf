import sharp, { type Sharp, type SharpInput } from 'sharp';
import { UnreadableDocumentError } from './document.errors';
import { type GreyPicture, invertDarkAreas } from './ocr-dark-areas';

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
  /** Share of the pixels that have the colour of the ground: high for paper, low for photos. */
  readonly groundShare: number;
  /** Share of strong steps from pixel to pixel: up to 0.1 on a page of text, more in noise. */
  readonly grain: number;
}

export interface ImageSource {
  readonly input: SharpInput;
  /** From 0, for pictures of several pages. */
  readonly page: number;
  /** Width of what the picture shows; null when it is not known. */
  readonly inches: number | null;
}

/**
 * Makes a picture of a page easy to recognise: upright, straight, grey, on white, of a good size.
 * @throws UnreadableDocumentError `too_large` or `corrupt`
 */
export async function prepareImage(source: ImageSource): Promise<PreparedImage> {
  try {
    const { width, height } = await sizeOf(source);
    const inches = source.inches ?? (width <= height * 1.1 ? PAGE_INCHES : PAGE_INCHES * 1.4);
    const target = Math.min(TARGET_DPI * inches, width * MAX_UPSCALING, MAX_WIDTH);
    const { data, info } = await sharp(source.input, {
      page: source.page,
      limitInputPixels: MAX_PIXELS,
    })
      .rotate()
      .flatten({ background: '#ffffff' })
      .greyscale()
      .resize({ width: Math.max(1, Math.round(target)), kernel: 'lanczos3' })
      .raw()
      .toBuffer({ resolveWithObject: true });
    const groundShare = whitenGround(data);
    const raw = { width: info.width, height: info.height, channels: 1 } as const;
    const small = await reduce(sharp(data, { raw }));
    const straight = await turnBack(sharp(data, { raw }), findSkew(small));
    invertDarkAreas(straight);
    const { data: pixels, ...size } = straight;
    const final = await toPng(sharp(pixels, { raw: { ...size, channels: 1 } }));
    return { ...final, dpi: info.width / inches, groundShare, grain: grainOf(small) };
  } catch (error) {
    if (error instanceof UnreadableDocumentError) throw error;
    const message = 'The picture is damaged and cannot be opened.';
    throw new UnreadableDocumentError('corrupt', message, { cause: error });
  }
}

/** The same picture with its faint parts made dark, for pale print and grey text. */
export async function darkenFaint(image: PreparedImage): Promise<PreparedImage> {
  const { data, info } = await sharp(image.png)
    .toColourspace('b-w')
    // The grain of a scan would be made dark as well.
    .blur(1.2)
    .raw()
    .toBuffer({ resolveWithObject: true });
  mapLevels(data, (value) => 255 * (value / 255) ** 4);
  const raw = { width: info.width, height: info.height, channels: info.channels };
  return { ...image, ...(await toPng(sharp(data, { raw }))) };
}

export async function turnImage(
  image: PreparedImage,
  degrees: 90 | 180 | 270,
): Promise<PreparedImage> {
  return { ...image, ...(await toPng(sharp(image.png).rotate(degrees))) };
}

async function turnBack(picture: Sharp, angle: number): Promise<GreyPicture> {
  const straight = angle === 0 ? picture : picture.rotate(-angle, { background: '#ffffff' });
  const { data, info } = await straight
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

async function toPng(picture: Sharp): Promise<{ png: Uint8Array; width: number; height: number }> {
  const { data, info } = await picture
    .png({ compressionLevel: 1 })
    .toBuffer({ resolveWithObject: true });
  return { png: data, width: info.width, height: info.height };
}

/** Makes the most frequent brightness, the paper's, white and the ink black; gives the paper's share. */
function whitenGround(data: Buffer): number {
  const counts = new Uint32Array(256);
  for (let index = 0; index < data.length; index += 7) {
    const value = data[index] ?? 0;
    counts[value] = (counts[value] ?? 0) + 1;
  }
  const total = Math.max(1, Math.ceil(data.length / 7));
  const near = (level: number, width: number): number =>
    counts.slice(Math.max(0, level - width), level + width + 1).reduce((sum, one) => sum + one, 0);
  let ground = 255;
  for (let value = 254; value >= 0; value -= 1) {
    if (near(value, 2) > near(ground, 2)) ground = value;
  }
  const share = near(ground, 25) / total;
  // Light text on a dark page is turned into the dark text on light paper that the engine knows.
  const dark = ground < 110;
  let ink = dark ? 255 : 0;
  for (let passed = 0; passed < total * 0.005 && ink >= 0 && ink <= 255; ink += dark ? -1 : 1) {
    passed += counts[ink] ?? 0;
  }
  const span = ground - ink;
  if (Math.abs(span) < 20) return share;
  mapLevels(data, (value) => (255 * (value - ink)) / span);
  return share;
}

function mapLevels(data: Buffer, level: (value: number) => number): void {
  const levels = Uint8ClampedArray.from({ length: 256 }, (_, value) => Math.round(level(value)));
  data.forEach((value, index) => {
    data[index] = levels[value] ?? value;
  });
}

/** Width and height as seen, after the rotation that a camera notes. */
async function sizeOf(source: ImageSource): Promise<{ width: number; height: number }> {
  const { width, height, orientation } = await sharp(source.input, {
    page: source.page,
    limitInputPixels: false,
  }).metadata();
  if (width * height > MAX_PIXELS) {
    const message = `The picture is ${width} by ${height} pixels, too large to be read.`;
    throw new UnreadableDocumentError('too_large', message);
  }
  const turned = (orientation ?? 1) >= 5;
  return turned ? { width: height, height: width } : { width, height };
}

async function reduce(picture: Sharp): Promise<GreyPicture> {
  const { data, info } = await picture
    .resize({ width: 1000, withoutEnlargement: true })
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** The share of neighbouring pixels that differ strongly. */
function grainOf({ data }: GreyPicture): number {
  let steps = 0;
  for (let index = 1; index < data.length; index += 1) {
    if (Math.abs((data[index] ?? 0) - (data[index - 1] ?? 0)) > 48) steps += 1;
  }
  return steps / Math.max(1, data.length);
}

/**
 * The angle by which lines of text fall to the right, in degrees: at the right angle the dark
 * pixels of a row of pixels vary most from row to row.
 */
function findSkew({ data, width, height }: GreyPicture): number {
  const dark = darkPixels(data, width, height);
  if (dark.length < 200) return 0;
  let best = 0;
  let bestScore = rowVariation(dark, 0, height) * 1.02;
  const consider = (angle: number): void => {
    const score = rowVariation(dark, angle, height);
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
