import fc from 'fast-check';
import { agreementOf, FEWEST_DECISIONS, type RankedDecisions } from './agreement';

const ranking = (advanced: number, rejected: number, share: number): RankedDecisions => ({
  advanced,
  rejected,
  pairsWithRanking: share * advanced * rejected,
});

describe('agreementOf', () => {
  it('is the share of pairs in which the advanced candidate had the higher score', () => {
    expect(agreementOf([ranking(5, 10, 0.8)])).toMatchObject({
      advanced: 5,
      rejected: 10,
      pairs: 50,
      pairsWithRanking: 40,
      agreement: 0.8,
    });
  });

  it('pools the pairs of several rankings and never compares across them', () => {
    const pooled = agreementOf([ranking(5, 5, 1), ranking(5, 15, 0.5)]);
    expect(pooled).toMatchObject({ pairs: 100, pairsWithRanking: 62.5, agreement: 0.625 });
  });

  it.each([
    ['no decision', []],
    ['too few advanced', [ranking(FEWEST_DECISIONS - 1, 50, 1)]],
    ['too few rejected', [ranking(50, FEWEST_DECISIONS - 1, 1)]],
    ['decisions without a counterpart', [ranking(20, 0, 0), ranking(0, 20, 0)]],
    ['few that have one', [ranking(20, 0, 0), ranking(2, 20, 1)]],
  ])('gives no number for %s, and says how many there are', (_name, rankings) => {
    const found = agreementOf(rankings);
    expect([found.agreement, found.margin]).toEqual([null, null]);
    expect(found.advanced).toBe(rankings.reduce((all, { advanced }) => all + advanced, 0));
  });

  it('is the surer the more decisions there are', () => {
    const margin = (size: number): number => agreementOf([ranking(size, size, 0.7)]).margin ?? NaN;
    expect(margin(10)).toBeGreaterThan(margin(40));
    expect(margin(40)).toBeGreaterThan(margin(400));
    // Hanley and McNeil's own example: an area of 0.89 with 51 and 58 cases has an error of about 0.032.
    expect((agreementOf([ranking(51, 58, 0.893)]).margin ?? NaN) / 1.96).toBeCloseTo(0.032, 2);
  });

  it('stays within 0 and 1 with a finite margin', () => {
    const count = fc.integer({ min: 0, max: 60 });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const any = fc.array(fc.tuple(count, count, share).map((given) => ranking(...given)));
    fc.assert(
      fc.property(any, (rankings) => {
        const { agreement, margin } = agreementOf(rankings);
        if (agreement === null || margin === null) {
          expect(margin).toBe(agreement);
          return;
        }
        expect(agreement).toBeGreaterThanOrEqual(0);
        expect(agreement).toBeLessThanOrEqual(1 + 1e-12);
        expect(Number.isFinite(margin)).toBe(true);
      }),
    );
  });
});
