import { ProgressPace } from './progress-pace';

describe('ProgressPace', () => {
  it('lets the first through, and two a second of a thousand', () => {
    const pace = new ProgressPace();
    const allowed = Array.from({ length: 1000 }, (_, ms) => ms).filter((ms) => pace.allows(ms));
    expect(allowed).toEqual([0, 500]);
  });

  it('counts from what it let through, not from what it dropped', () => {
    const pace = new ProgressPace();
    expect([0, 400, 700, 1_100, 1_200].map((ms) => pace.allows(ms))).toEqual([
      true,
      false,
      true,
      false,
      true,
    ]);
  });
});
