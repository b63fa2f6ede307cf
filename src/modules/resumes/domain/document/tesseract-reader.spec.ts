import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import sharp from 'sharp';
import { eventually } from '../../../../../test/support/waiting';
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
async function pageImage(texts: readonly string[] = LINES): Promise<Buffer> {
  const canvas = createCanvas(1240, 900);
  const context = canvas.getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = '#222222';
  context.font = `34px "${FONT}"`;
  texts.forEach((line, index) => {
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

  it.each([
    ['are no archive', Buffer.from('These are no language data.')],
    ['are an archive of something else', gzipSync('These are no language data.')],
    ['are cut off', gzipSync(Buffer.alloc(50_000, 7)).subarray(0, 40)],
  ])('says so when its language data %s', async (_, data) => {
    const dataPath = await mkdtemp(join(tmpdir(), 'ocr-data-'));
    await writeFile(join(dataPath, 'eng.traineddata.gz'), data);
    const broken = new TesseractReader({ timeoutMs: 50_000, dataPath });
    const image = await pageImage();
    await expect(broken.recognise(image)).rejects.toBeInstanceOf(OcrUnavailableError);
    await broken.close();
    await rm(dataPath, { recursive: true });
  });

  it('refuses what is no picture, and reads the next one', async () => {
    const refused = ocr.recognise(Buffer.from('no picture at all'));
    await expect(refused).rejects.toMatchObject({ reason: 'corrupt' });
    expect(await read(await pageImage())).toEqual(LINES);
  });

  it('reads pictures that come at the same time one after another', async () => {
    const texts = ['Plumber in Lille', 'Nurse in Turin', 'Welder in Graz'];
    const pages = await Promise.all(texts.map((text) => pageImage([text, 'Second line'])));
    const found = await Promise.all(pages.map((page) => read(page)));
    expect(found).toEqual(texts.map((text) => [text, 'Second line']));
  });

  it.each([
    ['starts', 0],
    ['reads', 2500],
  ])('lets nobody wait when it is closed while it %s', async (_, afterMs) => {
    const closed = new TesseractReader({ timeoutMs: 600_000 });
    const image = await pageImage(Array.from({ length: 9 }, () => LINES.join(' ')));
    const read = Promise.allSettled([closed.recognise(image), closed.recognise(image)]);
    await new Promise((resolve) => setTimeout(resolve, afterMs));
    await closed.close();
    for (const outcome of await read) {
      if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(OcrUnavailableError);
    }
  });

  it('ends its engine when nobody needs it, but never while it reads', async () => {
    const idle = new TesseractReader({ timeoutMs: 50_000, idleMs: 1 });
    const words = async (): Promise<number> => {
      const lines = await idle.recognise(await pageImage());
      return lines.flatMap((line) => line.words).length;
    };
    const first = await words();
    await eventually(() => (idle.isRunning ? null : true));
    expect(await words()).toBe(first);
    await idle.close();
  });
});
