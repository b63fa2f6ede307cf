import sharp from 'sharp';
import { UnreadableDocumentError } from './document.errors';
import { recognisePage } from './ocr-page';
import { type OcrLine, type OcrReader } from './ocr-reader';

const LINE: OcrLine = {
  words: ['Head', 'gardener', 'Kew'].map((text, index) => ({
    text,
    left: 100 + index * 120,
    top: 100,
    right: 200 + index * 120,
    bottom: 130,
    confidence: 0.95,
  })),
  baseline: 130,
  height: 30,
};

/** Answers in this order; the last one for ever. */
function engine(...answers: readonly (readonly OcrLine[] | Error)[]): OcrReader {
  let asked = 0;
  return {
    recognise: () => {
      const answer = answers[Math.min(asked, answers.length - 1)] ?? [];
      asked += 1;
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
    close: () => Promise.resolve(),
  };
}

describe('recognisePage', () => {
  const late = new UnreadableDocumentError('timeout', 'The picture took too long to read.');
  const text = async (ocr: OcrReader): Promise<string[]> => {
    const blank = { width: 600, height: 800, channels: 3, background: '#ffffff' } as const;
    const input = await sharp({ create: blank }).png().toBuffer();
    const segments = await recognisePage({ input, page: 0, inches: null }, ocr);
    return segments.map((segment) => segment.text);
  };

  it('keeps what the first look found when another one takes too long', async () => {
    expect((await text(engine([LINE], late))).join(' ')).toBe('Head gardener Kew');
  });

  it('fails when there was no look that ended', async () => {
    await expect(text(engine(late))).rejects.toBe(late);
  });
});
