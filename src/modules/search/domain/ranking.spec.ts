import fc from 'fast-check';
import { fuseRanks } from './fuse-ranks';
import { effectiveWeights, splitOffer } from './split-offer';

describe('fuseRanks', () => {
  it('gives 1 to what is first everywhere, and the places', () => {
    const [first, second] = fuseRanks({ text: ['a', 'b'], semantic: ['a'] });
    expect(first).toEqual({ id: 'a', score: 1, ranks: { text: 1, semantic: 1 } });
    expect(second?.score).toBeCloseTo(61 / 62 / 2, 12);
  });

  it('does not count a list that found nothing', () => {
    expect(fuseRanks({ text: [], semantic: ['a'] })[0]?.score).toBe(1);
  });

  it('never ranks below another what is better in every list', () => {
    const list = fc.shuffledSubarray([...'abcdefgh'], { minLength: 8 });
    fc.assert(
      fc.property(list, list, (text, semantic) => {
        const fused = fuseRanks({ text, semantic }).map(({ id }) => id);
        for (const one of text) {
          for (const other of text) {
            const isBetter =
              text.indexOf(one) < text.indexOf(other) &&
              semantic.indexOf(one) < semantic.indexOf(other);
            expect(!isBetter || fused.indexOf(one) < fused.indexOf(other)).toBe(true);
          }
        }
      }),
    );
  });
});

describe('splitOffer', () => {
  it('puts each sentence into one category', () => {
    const text = 'You lead a team of ten. Knowledge of Node.js is a must. A degree in physics.';
    expect(splitOffer(text, [])).toEqual({
      experience: 'You lead a team of ten',
      skill: 'Knowledge of Node.js is a must',
      education: 'A degree in physics',
    });
  });

  it('counts a sentence that names a skill as skills', () => {
    const text = 'You write Rust.';
    expect(splitOffer(text, [{ start: 10, end: 14 }]).skill).toBe('You write Rust');
  });

  it('scales the weights over what the offer speaks of', () => {
    const offer = { skill: 'a', experience: '', education: 'b' };
    const weights = { skill: 3, experience: 5, education: 1 };
    expect(effectiveWeights(offer, weights)).toEqual({
      skill: 0.75,
      experience: 0,
      education: 0.25,
    });
    expect(effectiveWeights(offer, { skill: 0, experience: 1, education: 0 }).experience).toBe(0);
  });
});
