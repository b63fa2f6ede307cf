import { funnelOf } from './funnel';

describe('funnelOf', () => {
  it('counts everybody at each step that they reached, and how those stand who came no further', () => {
    const steps = funnelOf([
      { step: 0, outcome: 'rejected', count: 4 },
      { step: 1, outcome: 'active', count: 3 },
      { step: 1, outcome: 'removed', count: 1 },
      { step: 4, outcome: 'withdrawn', count: 1 },
      { step: 5, outcome: 'hired', count: 1 },
    ]);
    expect(steps.map(({ reached }) => reached)).toEqual([10, 6, 2, 2, 2, 1]);
    expect(steps.map(({ conversion }) => conversion)).toEqual([null, 0.6, 0.3333, 1, 1, 0.5]);
    expect(steps.map(({ shareOfAll }) => shareOfAll)).toEqual([1, 0.6, 0.2, 0.2, 0.2, 0.1]);
    expect(steps[0]).toMatchObject({ rejected: 4, active: 0 });
    expect(steps[1]).toMatchObject({ active: 3, removed: 1 });
    expect(steps[4]).toMatchObject({ withdrawn: 1 });
  });

  it('has no shares without an application', () => {
    expect(
      funnelOf([]).map(({ reached, shareOfAll, conversion }) => [reached, shareOfAll, conversion]),
    ).toEqual(Array.from({ length: 6 }, () => [0, null, null]));
  });
});
