import { toSegments } from './ocr-lines';
import { type OcrLine } from './ocr-reader';

/** A line of words, each with how sure the engine is of it. */
function lineOf(...words: readonly (readonly [string, number])[]): OcrLine {
  return {
    words: words.map(([text, confidence], index) => ({
      text,
      confidence,
      left: index * 100,
      right: index * 100 + 90,
      top: 0,
      bottom: 30,
    })),
    baseline: 28,
    height: 30,
  };
}

function textOf(line: OcrLine): string {
  const segments = toSegments([line], { left: 0, top: 0, scale: 1 });
  return segments.map((segment) => segment.text).join(' ');
}

describe('toSegments', () => {
  it('keeps a word that was read badly between two that were read well', () => {
    const line = lineOf(['algorithm', 0.9], ['seri', 0.1], ['automated', 0.9]);
    expect(textOf(line)).toBe('algorithm seri automated');
  });

  it('leaves out guesses at the ends of a line and lines of guesses', () => {
    expect(textOf(lineOf(['J', 0.2], ['Cook', 0.9], ['Ghent', 0.9], ['il.', 0.2]))).toBe(
      'Cook Ghent',
    );
    expect(textOf(lineOf(['wey', 0.1], ['QE', 0.2]))).toBe('');
  });
});
