import { explainRun } from './explain-run';

it('shows the products that add up to the score', () => {
  const shares = [
    { name: 'skill', score: 0.5512, weightUsed: 0.75 },
    { name: 'experience', score: 0.8, weightUsed: 0.25 },
    { name: 'education', score: 0.9, weightUsed: 0 },
  ];
  expect(explainRun(shares)).toBe(
    'Similar to the offer: skill 0.55 × 0.75 + experience 0.80 × 0.25.',
  );
  expect(explainRun([])).toBe('');
});
