import { LAYOUT_NAMES, setResume } from '../../../../../test/support/column-layouts';
import { orderAgreement, wordsOf } from '../../../../../test/support/reading-order';
import { readPdf } from './pdf-reader';

/** Looks tried for each layout; the evaluation tries more. */
const SEEDS = [1, 2, 3, 5, 8, 13];

describe('reading order of layouts whose order is known', () => {
  it.each(LAYOUT_NAMES)('%s', async (name) => {
    for (const seed of SEEDS) {
      const { pdf, words } = await setResume(name, seed);
      const { content } = await readPdf(pdf, { maxPages: 2 });
      const agreement = orderAgreement(wordsOf(content), wordsOf(words.join(' ')));
      expect({ seed, agreement, isRight: agreement >= 0.95 }).toMatchObject({ isRight: true });
    }
  });
});
