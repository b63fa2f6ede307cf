import type { OcrLine, OcrReader } from '../../../src/modules/resumes/domain/document/ocr-reader';

/** Recognises the same lines in every picture, one below the other. */
export class FakeOcr implements OcrReader {
  pictures = 0;

  constructor(private readonly lines: readonly string[]) {}

  recognise(): Promise<readonly OcrLine[]> {
    this.pictures += 1;
    return Promise.resolve(
      this.lines.map((line, index) => {
        const top = 200 + index * 60;
        let left = 200;
        const words = line.split(' ').map((text) => {
          const right = left + text.length * 20;
          const word = { text, left, top, right, bottom: top + 40, confidence: 0.95 };
          left = right + 15;
          return word;
        });
        return { words, baseline: top + 35, height: 40 };
      }),
    );
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
