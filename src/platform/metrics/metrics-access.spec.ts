import { mayReadMetrics } from './metrics-access';

describe('mayReadMetrics', () => {
  it('lets everybody read while no token is set', () => {
    expect(mayReadMetrics(undefined, '')).toBe(true);
  });

  it('lets in whoever sends the token, and nobody else', () => {
    expect(mayReadMetrics('Bearer open sesame', 'open sesame')).toBe(true);
    expect(mayReadMetrics('Bearer open', 'open sesame')).toBe(false);
    expect(mayReadMetrics('open sesame', 'open sesame')).toBe(false);
    expect(mayReadMetrics(undefined, 'open sesame')).toBe(false);
  });
});
