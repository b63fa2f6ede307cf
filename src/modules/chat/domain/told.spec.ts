import type { ScoredPassage } from './passage-scores';
import { isTold } from './told';
import { termsOf } from './words';

const RESUME = 'Moved 38 services to AWS. Cut the monthly cloud bill by 31 percent.';
const passage = (fields: Partial<ScoredPassage>): ScoredPassage => ({
  passage: { start: 0, end: 25, text: RESUME.slice(0, 25), section: 'experience', heading: null },
  coverage: 0,
  similarity: 0,
  standing: 0,
  score: 0,
  ...fields,
});

describe('what a resume tells', () => {
  it.each<[string, Partial<ScoredPassage>, boolean]>([
    ['has the words of the question', { coverage: 0.8 }, true],
    ['has some of them and stands out', { coverage: 0.3, standing: 1.5 }, true],
    ['has some of them alone', { coverage: 0.3 }, false],
    ['stands out alone', { standing: 1.9 }, false],
  ])('%s', (_case, fields, told) => {
    expect(isTold(passage(fields), termsOf('Has she moved services?'), RESUME)).toBe(told);
  });

  it('needs more where the resume lacks a word of the question', () => {
    const found = passage({ coverage: 0.4, standing: 1 });
    expect(isTold(found, termsOf('Has she moved services?'), RESUME)).toBe(true);
    expect(isTold(found, termsOf('Has she moved furniture?'), RESUME)).toBe(false);
  });

  it.each(['Has she moved services to Azure?', 'TikTok services?', 'azure services?'])(
    'is never a name that the resume lacks: %s',
    (question) => {
      const near = passage({ coverage: 0.9, standing: 3 });
      expect(isTold(near, termsOf(question), RESUME)).toBe(false);
    },
  );
});
