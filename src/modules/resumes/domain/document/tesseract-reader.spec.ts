import { dirname, join } from 'node:path';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import sharp from 'sharp';
import { readImage } from './image-reader';
import { OcrUnavailableError } from './ocr-reader';
import { TesseractReader } from './tesseract-reader';

const LINES = [
  'Mira Holm',
  'Head cook in two kitchens of Ghent',
  'Menus for a hundred guests',
  'Speaks Dutch and French',
];

/** A font of our dependencies: an empty machine has none, and would paint boxes. */
const FONT = 'Test Sans';
const FONTS = join(dirname(require.resolve('pdfjs-dist/package.json')), 'standard_fonts');
GlobalFonts.registerFromPath(join(FONTS, 'LiberationSans-Regular.ttf'), FONT);

/** A page of 150 dpi with these lines in large letters. */
async function pageImage(): Promise<Buffer> {
  const fonts = join(dirname(require.resolve('pdfjs-dist/package.json')), 'standard_fonts');
  // A machine need not have any font of its own.
  GlobalFonts.registerFromPath(join(fonts, 'LiberationSans-Regular.ttf'), 'Page');
  const canvas = createCanvas(1240, 900);
  const context = canvas.getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = '#222222';
  context.font = `34px "${FONT}"`;
  LINES.forEach((line, index) => {
    context.fillText(line, 120, 140 + index * 90);
  });
  return canvas.encode('png');
}

describe('TesseractReader', () => {
  const ocr = new TesseractReader({ timeoutMs: 50_000 });

  afterAll(async () => {
    await ocr.close();
  });

  const read = async (image: Buffer): Promise<string[]> => {
    const { content } = await readImage(image, { maxPages: 2, ocr });
    return content.trimEnd().split('\n');
  };

  it('reads a clean page', async () => {
    expect(await read(await pageImage())).toEqual(LINES);
  });

  it('reads a crooked, small and grey one', async () => {
    const image = await sharp(await pageImage())
      .rotate(3, { background: '#ffffff' })
      .resize({ width: 800 })
      .linear(0.5, 110)
      .jpeg({ quality: 60 })
      .toBuffer();
    expect(await read(image)).toEqual(LINES);
  });

  it('reads one that lies on its side', async () => {
    const image = await sharp(await pageImage())
      .rotate(90)
      .png()
      .toBuffer();
    expect(await read(image)).toEqual(LINES);
  });

  it('gives up on a picture that takes too long, and goes on with the next', async () => {
    const hasty = new TesseractReader({ timeoutMs: 1 });
    await expect(hasty.recognise(await pageImage())).rejects.toMatchObject({ reason: 'timeout' });
    await hasty.close();
  });

  it('says that it is not available when its language data is missing, instead of waiting for ever', async () => {
    const broken = new TesseractReader({ timeoutMs: 50_000, dataPath: '/nowhere' });
    const image = await pageImage();
    await expect(broken.recognise(image)).rejects.toBeInstanceOf(OcrUnavailableError);
    await expect(readImage(image, { maxPages: 1, ocr: broken })).rejects.toBeInstanceOf(
      OcrUnavailableError,
    );
    await broken.close();
  });
});
