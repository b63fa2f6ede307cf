import { shareUpToId } from './id-share';

describe('shareUpToId', () => {
  it.each([
    ['00000000-0000-4000-8000-000000000000', 0],
    ['40000000-0000-4000-8000-000000000000', 0.25],
    ['80000000-0000-4000-8000-000000000000', 0.5],
    ['ffffffff-ffff-4fff-bfff-ffffffffffff', 1],
  ])('%s has about %d of all before it', (id, share) => {
    expect(shareUpToId(id)).toBeCloseTo(share, 6);
  });
});
